import { beginsLine, between, textAt, type CodeIndex } from './codeIndex.ts';
import { longestPattern, setOf, type Grammar } from './grammar.ts';

const keywords = setOf(
  'break case chan const continue default defer else fallthrough for func go goto if import interface map package range return select struct switch type var',
);
const leading = setOf('case chan defer else for go if range return switch');

/** Go. */
export const goGrammar: Grammar = {
  keywords,
  leading,
  trailing: new Set(),
  members: setOf('.'),
  declaredAt,
  isNoRead,
};

function* declaredAt(index: CodeIndex, at: number): Generator<number> {
  const { kind, text } = index.tokens[at] ?? { kind: 'sign', text: '' };
  const before = textAt(index, at - 1);
  if (text === ':=') yield* targets(index, at);
  if (text === '(' || text === '[') yield* parameters(index, at);
  if (kind !== 'word') return;
  if (/^(?:func|type|var|const|import|package)$/.test(before)) yield at;
  if (before === ',' && isListed(index, at)) yield at;
  if (before === ')' && textAt(index, (index.partner[at - 1] ?? -1) - 1) === 'func') yield at; // a method
  if (beginsLine(index, at) && isGrouped(index, at)) yield at;
  if (/^(?:goto|break|continue)$/.test(before)) yield at;
}

/** `a, b := …`. */
function* targets(index: CodeIndex, from: number): Generator<number> {
  for (let at = from - 1; at > from - longestPattern; at -= 2) {
    if (index.tokens[at]?.kind !== 'word') return;
    yield at;
    if (textAt(index, at - 1) !== ',') return;
  }
}

/** Another one of `var a, b`. */
function isListed(index: CodeIndex, from: number): boolean {
  for (let at = from - 2; at > from - longestPattern; at -= 2) {
    if (index.tokens[at]?.kind !== 'word') return false;
    const before = textAt(index, at - 1);
    if (before === 'var' || before === 'const') return true;
    if (before !== ',') return beginsLine(index, at) && isGrouped(index, at);
  }
  return false;
}

/** The first word of a line in `var ( … )`, `const ( … )`, `type ( … )`. */
function isGrouped(index: CodeIndex, at: number): boolean {
  const open = index.within[at] ?? -1;
  return open > 0 && textAt(index, open) === '(' && /^(?:var|const|type|import)$/.test(textAt(index, open - 1));
}

/** Receiver, parameters, results, and what a function or type is generic over. */
function* parameters(index: CodeIndex, open: number): Generator<number> {
  if (!isOfHead(index, open)) return;
  const close = index.partner[open] ?? -1;
  for (const at of between(open, Math.min(close, open + longestPattern))) {
    const isFirst = /^[([,]$/.test(textAt(index, at - 1));
    const after = index.tokens[at + 1];
    const isNamed = after?.kind === 'word' || /^(?:[,*[(]|\.\.\.)$/.test(after?.text ?? '');
    if (index.tokens[at]?.kind === 'word' && isFirst && (isNamed || textAt(index, open) === '[')) yield at;
  }
}

/** Brackets that follow `func`, its name, its receiver or its other brackets. */
function isOfHead(index: CodeIndex, open: number): boolean {
  for (let at = open - 1, groups = 0; groups < 4; groups += 1) {
    const text = textAt(index, at);
    if (text === 'func' || text === 'type') return true;
    if (/^[)\]]$/.test(text)) at = (index.partner[at] ?? 0) - 1;
    else if (index.tokens[at]?.kind === 'word') at -= 1;
    else return false;
  }
  return false;
}

/** Keys, fields, labels; a composite literal has them only. */
function isNoRead(index: CodeIndex, at: number): boolean {
  const [before, after] = [textAt(index, at - 1), textAt(index, at + 1)];
  if (after === ':' && before !== 'case' && !/^[[]$/.test(before) && !isInCase(index, at)) return true;
  return after === ':=';
}

function isInCase(index: CodeIndex, from: number): boolean {
  for (let at = from - 1; at > from - 40; at -= 1) {
    if (textAt(index, at) === 'case') return true;
    if (/^(?:[:{};]|)$/.test(textAt(index, at)) || index.tokens[at]?.line !== index.tokens[from]?.line) return false;
  }
  return false;
}
