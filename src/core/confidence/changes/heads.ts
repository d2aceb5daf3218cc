import type { CodeToken } from '../reading/codeTokens.ts';
import type { Steps } from '../../shared/steps.ts';

/** The head of something that is declared: a function, a method, a class. */
export interface Head {
  readonly name: string;
  /** Of its name, 1-based. */
  readonly line: number;
  /** Its tokens from what makes it public or asynchronous to where its body begins, in one text. */
  readonly text: string;
}

/** What begins a declaration, in any language. */
const declaring: ReadonlySet<string> = new Set([
  ...[
    'function',
    'def',
    'fn',
    'func',
    'fun',
    'class',
    'interface',
    'struct',
    'enum',
    'trait',
    'impl',
    'record',
    'module',
  ],
]);
/** What looks like a call with a body behind it and declares nothing. */
const controlling: ReadonlySet<string> = new Set([
  ...['if', 'for', 'while', 'switch', 'catch', 'match', 'foreach', 'using', 'lock', 'with', 'elif', 'except', 'unless'],
  ...['return', 'await', 'new', 'throw', 'do', 'else', 'super', 'loop', 'guard', 'when', 'synchronized'],
]);
/** Further words of one head are not read. */
const longestHead = 200;

/** After so many tokens others have their turn. */
const stretch = 200;

/** The heads of a code without its comments, in order; what stands within a head is none of its own. */
export function* headsOf(tokens: readonly CodeToken[]): Steps<readonly Head[]> {
  const heads: Head[] = [];
  let [done, due] = [0, stretch];
  for (let at = 0; at < tokens.length; at += 1) {
    if (at >= due) {
      due = at + stretch;
      yield;
    }
    const named = nameAt(tokens, at);
    const name = named === undefined ? undefined : tokens[named];
    if (named === undefined || !name) continue;
    const from = Math.max(done, lineStart(tokens, at));
    const end = bodyAfter(tokens, named);
    const text = tokens
      .slice(from, end)
      .map(token => token.text)
      .join(' ');
    heads.push({ name: name.text, line: name.line, text });
    done = end;
    at = Math.max(named, end - 1);
  }
  return heads;
}

/** Where the name stands of what is declared at a token; undefined: nothing is. */
function nameAt(tokens: readonly CodeToken[], at: number): number | undefined {
  const token = tokens[at];
  if (token?.kind !== 'word') return undefined;
  if (declaring.has(token.text)) {
    const next = tokens[at + 1]?.text === '(' ? closing(tokens, at + 1) : at; // a receiver of Go
    if (next === undefined) return undefined;
    const named = tokens[next + 1]?.text === '*' ? next + 2 : next + 1;
    return tokens[named]?.kind === 'word' ? named : undefined;
  }
  if (isFunctionKept(tokens, at)) return at;
  if (controlling.has(token.text) || tokens[at + 1]?.text !== '(') return undefined;
  const before = tokens[at - 1]?.text ?? '';
  if (before === '.' || before === '->' || isControlled(tokens, at)) return undefined;
  const close = closing(tokens, at + 1);
  if (close === undefined) return undefined;
  return hasBody(tokens, close) || isExpression(tokens, { at, close }) ? at : undefined;
}

/** Does what begins a statement stand before a token on its line? Then a call with a brace behind it is what that looks at. */
function isControlled(tokens: readonly CodeToken[], at: number): boolean {
  const { line } = tokens[at] ?? {};
  for (let before = at - 1; before >= 0 && at - before < longestHead; before -= 1) {
    const token = tokens[before];
    if (token?.line !== line || isEnd(token)) return false;
    if (token && controlling.has(token.text)) return true;
  }
  return false;
}

/** A body of one expression behind `=>`, as C# and Dart write it; a type stands before the name, as in no arm of a `match`. */
function isExpression(
  tokens: readonly CodeToken[],
  { at, close }: { readonly at: number; readonly close: number },
): boolean {
  const before = tokens[at - 1];
  const isTyped = before?.line === tokens[at]?.line && (before?.kind === 'word' || /^[>\]?]$/.test(before?.text ?? ''));
  return (
    isTyped &&
    tokens[at]?.text !== 'async' &&
    !/^(?:case|async|in|of|is|as|let|const|var)$/.test(before?.text ?? '') &&
    tokens[close + 1]?.text === '=>'
  );
}

/** A function is kept under a name: `const name = async (…) =>`, `name = function (…)`, `name: (…) =>`. */
function isFunctionKept(tokens: readonly CodeToken[], at: number): boolean {
  if (!/^[=:]$/.test(tokens[at + 1]?.text ?? '')) return false;
  const first = tokens[at + 2]?.text === 'async' ? at + 3 : at + 2;
  if (tokens[first]?.text === 'function') return true;
  const close = tokens[first]?.text === '(' ? closing(tokens, first) : undefined;
  if (close === undefined) return false;
  const next = tokens.slice(close + 1, close + 30);
  const stop = next.findIndex(({ text }) => /^(?:=>|[;,{}=])$/.test(text));
  return next[stop]?.text === '=>' && (stop === 0 || next[0]?.text === ':');
}

/** A brace follows, perhaps behind a type, what is thrown, or what a method is. */
function hasBody(tokens: readonly CodeToken[], close: number): boolean {
  const next = tokens[close + 1]?.text;
  if (next === '{') return true;
  const isTyped = next !== undefined && /^(?::|->|const|noexcept|override|throws|final)$/.test(next);
  if (!isTyped) return false;
  const rest = tokens.slice(close + 2, close + 40);
  const stop = rest.findIndex(({ text }) => /^[;{}=)]$/.test(text));
  return rest[stop]?.text === '{';
}

function closing(tokens: readonly CodeToken[], open: number): number | undefined {
  let depth = 0;
  for (let at = open; at < Math.min(tokens.length, open + longestHead); at += 1) {
    const text = tokens[at]?.text ?? '';
    if (text === '(') depth += 1;
    if (text === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return undefined;
}

function lineStart(tokens: readonly CodeToken[], at: number): number {
  const line = tokens[at]?.line;
  let from = at;
  while (from > 0 && at - from < longestHead && tokens[from - 1]?.line === line && !isEnd(tokens[from - 1])) from -= 1;
  return from;
}

const isEnd = (token: CodeToken | undefined): boolean => /^[{};]$/.test(token?.text ?? '');

/** Words and signs by which a head goes on in the next line. */
const goesOn =
  /^(?:where|extends|implements|throws|permits|with|const|noexcept|override|final|requires|->|:|=>|=|\{|<|\(|,|\||&)$/;

/** Where the body begins: at a brace, an arrow, what ends the line, or what Kotlin, Scala and Python write before a body on the same line. */
function bodyAfter(tokens: readonly CodeToken[], named: number): number {
  const end = Math.min(tokens.length, named + longestHead);
  let [depth, hasParameters, hasResult, hasBounds] = [0, false, false, false];
  for (let at = named + 1; at < end; at += 1) {
    const { text = '', line } = tokens[at] ?? {};
    if (depth === 0 && !hasBounds && line !== tokens[at - 1]?.line && isOverBefore(tokens, at)) return at;
    hasBounds ||= text === 'where';
    if (/^[([]$/.test(text)) depth += 1;
    if (/^[)\]]$/.test(text)) depth -= 1;
    hasParameters ||= depth === 0 && text === ')';
    hasResult ||= hasParameters && text === '->';
    const isLast = tokens[at + 1]?.line !== line;
    const isOver =
      /^(?:\{|;|=>)$/.test(text) ||
      (text === '=' && hasParameters) ||
      (text === ':' && !hasBounds && (isLast || hasResult));
    if (depth < 0 || (depth === 0 && isOver)) return at;
  }
  return end;
}

/** A line begins that is none of the head's: Ruby and Lua write no sign before a body. */
const isOverBefore = (tokens: readonly CodeToken[], at: number): boolean =>
  !goesOn.test(tokens[at]?.text ?? '') && !/^(?:,|\(|<|\||&|:|->|=)$/.test(tokens[at - 1]?.text ?? '');
