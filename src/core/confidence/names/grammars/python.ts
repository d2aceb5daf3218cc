import { beginsLine, between, textAt, type CodeIndex } from './codeIndex.ts';
import { longestPattern, setOf, type Grammar } from './grammar.ts';

const keywords = setOf(
  'False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield match case type exec self cls',
);
const leading = setOf(
  'and as assert await del elif else except from if in is not or raise return while with yield match case lambda',
);
const trailing = setOf('and as else for from if in is not or');
const prefix = /^(?:[rbuft]|[bft]r|r[bft])$/i;

/** Python 3. */
export const pythonGrammar: Grammar = { keywords, leading, trailing, members: setOf('.'), declaredAt, isNoRead };

function* declaredAt(index: CodeIndex, at: number): Generator<number> {
  const { kind, text } = index.tokens[at] ?? { kind: 'sign', text: '' };
  const before = textAt(index, at - 1);
  if (text === '=' && (index.within[at] ?? -1) < 0) yield* targets(index, at);
  if (text === ':=') yield at - 1;
  if (text === '(' || text === '[') yield* headOf(index, at);
  if (kind !== 'word') return;
  if (before === 'def' || before === 'class' || before === 'type') yield at;
  if (before === 'as') yield at;
  if (text === 'as' && /^[([]$/.test(textAt(index, at + 1))) yield* wordsIn(index, at + 1, index.partner[at + 1] ?? -1);
  if (text === 'lambda') yield* lambda(index, at);
  if (text === 'for') yield* loop(index, at);
  if (text === 'import') yield* listed(index, at);
  if (/^(?:global|nonlocal)$/.test(text)) yield* listed(index, at);
  if (text === 'case' && beginsLine(index, at)) yield* captured(index, at);
  const isAnnotated = textAt(index, at + 1) === ':' && beginsLine(index, at) && (index.within[at] ?? -1) < 0;
  if (isAnnotated && !keywords.has(text)) yield at;
}

/** What is assigned to: `a, (b, *c) = d = …`, `a: int = …`; no members, nothing by an index. */
function* targets(index: CodeIndex, equals: number): Generator<number> {
  let found: number[] = [];
  for (let at = equals - 1; at >= 0 && at > equals - longestPattern; at -= 1) {
    const { kind, text } = index.tokens[at] ?? { kind: 'sign', text: '' };
    const isTop = (index.within[at] ?? -1) < 0;
    if (isTop && text === ';') break;
    if (isTop && text === ':') {
      if (keywords.has(firstOfLine(index, at))) break;
      found = [];
    }
    const isName = kind === 'word' && textAt(index, at - 1) !== '.' && !/^[.[(]$/.test(textAt(index, at + 1));
    if (isName) found.push(at);
    if (isTop && beginsLine(index, at)) break;
  }
  yield* found;
}

function firstOfLine(index: CodeIndex, from: number): string {
  let at = from;
  while (!beginsLine(index, at) && at > from - longestPattern) at -= 1;
  return textAt(index, at);
}

/** Parameters, and what a function or class is generic over. */
function* headOf(index: CodeIndex, open: number): Generator<number> {
  const close = index.partner[open] ?? -1;
  const before = textAt(index, open - 2);
  const isGeneric = textAt(index, open - 1) === ']' && textAt(index, (index.partner[open - 1] ?? -1) - 2) === 'def';
  const isClass = before === 'class' && textAt(index, open) === '[';
  if (before !== 'def' && !isClass && !isGeneric) return;
  for (const at of between(open, Math.min(close, open + longestPattern * 2)))
    if (
      index.within[at] === open &&
      index.tokens[at]?.kind === 'word' &&
      /^(?:[([,]|\*\*?)$/.test(textAt(index, at - 1))
    )
      yield at;
}

function* lambda(index: CodeIndex, from: number): Generator<number> {
  for (const at of between(from, from + longestPattern)) {
    const isOver = index.within[at] === index.within[from] && textAt(index, at) === ':';
    if (isOver || index.tokens[at] === undefined) return;
    const isNamed = index.tokens[at]?.kind === 'word' && /^(?:lambda|,|\*\*?)$/.test(textAt(index, at - 1));
    if (isNamed && index.within[at] === index.within[from]) yield at;
  }
}

function* loop(index: CodeIndex, from: number): Generator<number> {
  for (const at of between(from, from + longestPattern)) {
    if (textAt(index, at) === 'in' || index.tokens[at] === undefined) return;
    if (index.tokens[at]?.kind === 'word' && !/^[.[]$/.test(textAt(index, at + 1))) yield at;
  }
}

/** `import a.b, c as d`, `from a import (b, c as d)`, `global a, b`. */
function* listed(index: CodeIndex, from: number): Generator<number> {
  for (const at of between(from, from + longestPattern * 2)) {
    const isNext = (index.within[at] ?? -1) < 0 && beginsLine(index, at);
    if (isNext || index.tokens[at] === undefined || textAt(index, at) === ';') return;
    if (index.tokens[at]?.kind === 'word' && textAt(index, at - 1) !== '.') yield at;
  }
}

/** `case Point(x=a, y=[b, *c]) as d:`. */
function* captured(index: CodeIndex, from: number): Generator<number> {
  for (const at of between(from, from + longestPattern)) {
    if (index.tokens[at]?.line !== index.tokens[from]?.line && (index.within[at] ?? -1) < 0) return;
    const isName = index.tokens[at]?.kind === 'word' && !/^[.(]$/.test(textAt(index, at + 1));
    if (isName && textAt(index, at - 1) !== '.') yield at;
  }
}

function* wordsIn(index: CodeIndex, open: number, close: number): Generator<number> {
  for (const at of between(open, Math.min(close, open + longestPattern)))
    if (index.tokens[at]?.kind === 'word') yield at;
}

/** Arguments by name, prefixes of texts, and where something is imported from. */
function isNoRead(index: CodeIndex, at: number): boolean {
  const [before, after] = [textAt(index, at - 1), textAt(index, at + 1)];
  if (after === '=') return true;
  const text = index.tokens[at + 1];
  if (text?.kind === 'text' && prefix.test(textAt(index, at))) return true;
  return before === 'from' && beginsLine(index, at - 1);
}
