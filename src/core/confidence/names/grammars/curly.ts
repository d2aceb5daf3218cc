import { beginsLine, between, textAt, type CodeIndex } from './codeIndex.ts';
import { longestPattern, setOf, type Grammar } from './grammar.ts';
import type { CodeToken } from '../../reading/codeTokens.ts';

const java = setOf(
  'abstract assert boolean break byte case catch char class const continue default do double else enum exports extends false final finally float for if implements import instanceof int interface long module native new null package permits private protected public record return sealed short static strictfp super switch synchronized this throw throws transient true try var void volatile when while yield',
);
const cpp = setOf(
  'alignas alignof and and_eq asm auto bitand bitor bool break case catch char char16_t char32_t char8_t class co_await co_return co_yield compl concept const const_cast consteval constexpr constinit continue decltype default defined delete do double dynamic_cast else enum explicit export extern false final float for friend goto if inline int long mutable namespace new noexcept not not_eq nullptr operator or or_eq override private protected public register reinterpret_cast requires return short signed sizeof static static_assert static_cast struct switch template this thread_local throw true try typedef typeid typename union unsigned using virtual void volatile wchar_t while xor xor_eq',
);
const leading = setOf(
  'return throw new case else do yield instanceof await delete co_return co_await co_yield not and or assert',
);
const shared = { leading, declaredAt } as const;

/** Java. */
export const javaGrammar: Grammar = {
  ...shared,
  keywords: java,
  trailing: setOf('instanceof'),
  members: setOf('. :: @'),
  isNoRead,
};

/** C and C++; what the preprocessor reads is left out, and names in capitals, which mostly are its own. */
export const cppGrammar: Grammar = {
  ...shared,
  keywords: cpp,
  hasDirectives: true,
  trailing: setOf('and or'),
  members: setOf('. -> :: ~'),
  isNoRead: (index, at) => isNoRead(index, at) || /^[A-Z][A-Z\d_]*$/.test(textAt(index, at)),
};

const heads = setOf('class interface enum record struct union namespace typename concept goto using');

/** A name behind a type: `Type name`, `Type<T> *name`, and what is followed by an arrow. */
function* declaredAt(index: CodeIndex, at: number): Generator<number> {
  const token = index.tokens[at];
  if (token?.text === '(') yield* lambda(index, at);
  if (token?.text === '[') yield* bound(index, at);
  if (token?.kind !== 'word') return;
  const [before, after] = [index.tokens[at - 1], textAt(index, at + 1)];
  if (heads.has(before?.text ?? '')) yield at;
  if (after === '->' && /^(?:[(,={?:]|return)$/.test(before?.text ?? '')) yield at;
  if (isTyped(index, at, before) && /^(?:[=;:,)([{]|)$/.test(after)) yield at;
  if (after === '=' && before?.text !== '.' && before?.text !== '->') yield at; // a list of variables, or a capture
}

/** Behind a type. An operator between two operands looks the same where they stand apart from nothing. */
function isTyped(index: CodeIndex, at: number, before: CodeToken | undefined): boolean {
  if (!before || leading.has(before.text) || /^(?:else|goto|using)$/.test(before.text)) return false;
  if (before.kind === 'word') return !beginsLine(index, at) || index.tokens[at + 1]?.text === '(';
  if (/^[*&]$|^&&$/.test(before.text)) {
    const type = index.tokens[at - 2];
    const isAlone = /^(?:[;{}(,]|const|)$/.test(textAt(index, at - 3)) || type?.text === '>' || type?.text === '*';
    return (type?.kind === 'word' || type?.text === '>' || type?.text === '*') && isAlone;
  }
  return /^(?:>|\.\.\.)$/.test(before.text) || (before.text === ']' && (index.partner[at - 1] ?? -1) === at - 2);
}

/** `(a, b) ->`. */
function* lambda(index: CodeIndex, open: number): Generator<number> {
  const close = index.partner[open] ?? -1;
  if (close < 0 || textAt(index, close + 1) !== '->') return;
  for (const at of between(open, Math.min(close, open + longestPattern)))
    if (index.tokens[at]?.kind === 'word' && /^[(,]$/.test(textAt(index, at - 1))) yield at;
}

/** `auto [a, b] = …`. */
function* bound(index: CodeIndex, open: number): Generator<number> {
  const before = textAt(index, open - 1);
  if (before !== 'auto' && textAt(index, open - 2) !== 'auto') return;
  for (const at of between(open, Math.min(index.partner[open] ?? -1, open + longestPattern)))
    if (index.tokens[at]?.kind === 'word') yield at;
}

/** Labels, annotations, and types with their names behind them. */
function isNoRead(index: CodeIndex, at: number): boolean {
  const [before, after] = [textAt(index, at - 1), textAt(index, at + 1)];
  if (before === '@' || before === '#') return true;
  if (after === ':' && before !== '?' && before !== ':' && before !== 'case' && beginsLine(index, at)) return true;
  if (/^[*&]$/.test(after) && index.tokens[at + 2]?.kind === 'word' && isStatement(index, at)) return true; // `Type *name`
  return after === '<' || before === '<'; // a type that is generic, or what it is generic over
}

const isStatement = (index: CodeIndex, at: number): boolean => /^(?:[;{}(,]|const|)$/.test(textAt(index, at - 1));
