import { afterPair, between, textAt, type CodeIndex } from './codeIndex.ts';
import { longestPattern, setOf, type Grammar } from './grammar.ts';

const keywords = setOf(
  'abstract any as asserts async await boolean break case catch class const continue debugger declare default delete do else enum export extends false finally for from function get if implements import in infer instanceof interface is keyof let module namespace never new null number object of override private protected public readonly return satisfies set static string super switch symbol this throw true try type typeof undefined unique unknown using var void while with yield accessor bigint arguments constructor require global',
);
const leading = setOf('return await case delete do else in instanceof new of throw void yield default extends');
const trailing = setOf('of in instanceof as satisfies');
const controls = setOf('if for while switch with await return typeof');
const heads = setOf('function class interface type enum namespace module');

/** JavaScript and TypeScript, with JSX. */
export const scriptGrammar: Grammar = {
  keywords,
  leading,
  trailing,
  members: setOf('. ?. #'),
  declaredAt,
  isNoRead,
};

function* declaredAt(index: CodeIndex, at: number): Generator<number> {
  const { tokens } = index;
  const { kind, text } = tokens[at] ?? { kind: 'sign', text: '' };
  if (text === '(') yield* parameters(index, at);
  if (text === '{' || text === '[') yield* assigned(index, at);
  if (text === '<') yield* typeParameters(index, at);
  if (kind !== 'word') return;
  const before = textAt(index, at - 1);
  if (/^(?:const|let|var)$/.test(text)) yield* variables(index, at);
  if (text === 'import') yield* imported(index, at);
  if (heads.has(before) || before === 'infer') yield at;
  if (before === '*' && textAt(index, at - 2) === 'function') yield at;
  const after = textAt(index, at + 1);
  if (after === '=>' || (after === '=' && before !== '.' && before !== '?.')) yield at;
  if (before === 'typeof') yield at; // whoever asks so does not take it for granted
  if (after === 'in' && before === '[') yield at; // a mapped type
  if (after === ':' && before === '[' && index.partner[at - 1] !== at + 1) yield at; // an index signature
}

/** `let a, b = 1, { c } = d`: as far as the first value; those behind it are declared by their `=`. */
function* variables(index: CodeIndex, at: number): Generator<number> {
  let next = at + 1;
  for (let count = 0; count < longestPattern; count += 1) {
    const text = textAt(index, next);
    if (/^[{[]$/.test(text)) {
      yield* inPattern(index, next);
      next = afterPair(index, next);
    } else if (index.tokens[next]?.kind === 'word') {
      yield next;
      next += 1;
    } else return;
    if (textAt(index, next) !== ',') return;
    next += 1;
  }
}

/** `[a, { b: c = d }] = …`. */
function* assigned(index: CodeIndex, at: number): Generator<number> {
  const after = textAt(index, (index.partner[at] ?? -1) + 1);
  if ((index.partner[at] ?? -1) > at && after === '=') yield* inPattern(index, at);
}

/** What a pattern or a list of parameters declares: words that are neither keys, nor types, nor values in default of one. */
function* inPattern(index: CodeIndex, open: number): Generator<number> {
  const end = Math.min(index.partner[open] ?? -1, open + longestPattern);
  for (const at of between(open, end)) {
    if (index.tokens[at]?.kind !== 'word') continue;
    const before = textAt(index, at - 1);
    if (/^(?:[({[,:]|\.\.\.)$/.test(before) || /^(?:public|private|protected|readonly|override)$/.test(before))
      yield at;
  }
}

/** Parameters of an arrow, a function, a method, or what is caught. */
function* parameters(index: CodeIndex, open: number): Generator<number> {
  const close = index.partner[open] ?? -1;
  if (close < open || !isHead(index, open, close)) return;
  yield* inPattern(index, open);
  if (index.tokens[open - 1]?.kind === 'word') yield open - 1; // a method's own name
}

function isHead(index: CodeIndex, open: number, close: number): boolean {
  const [before, after] = [textAt(index, open - 1), textAt(index, close + 1)];
  if (before === 'function' || before === 'catch' || after === '=>') return true;
  if (controls.has(before) || before === ')') return false;
  if (after === '{') return index.tokens[open - 1]?.kind === 'word' || /^[>\]]$/.test(before);
  return after === ':' && isReturnType(index, close + 2);
}

/** Does a type stand there, and behind it a body or an arrow? */
function isReturnType(index: CodeIndex, from: number): boolean {
  let depth = 0;
  for (let at = from; at < from + 60; at += 1) {
    const text = textAt(index, at);
    depth += text === '<' ? 1 : text === '>' ? -1 : text === '>>' ? -2 : 0;
    if (depth <= 0 && (text === '=>' || (text === '{' && at > from))) return true;
    if (depth <= 0 && /^(?:[;,)=?]|)$/.test(text)) return false;
    if (/^[([{]$/.test(text) && (index.partner[at] ?? -1) > at) at = index.partner[at] ?? at;
  }
  return false;
}

/** `import a, { b as c } from`, `import * as d from`, `import e = require(…)`. */
function* imported(index: CodeIndex, from: number): Generator<number> {
  if (/^[(.]$/.test(textAt(index, from + 1))) return;
  for (const at of between(from, from + longestPattern)) {
    const token = index.tokens[at];
    if (!token || token.kind === 'text' || token.text === 'from' || token.text === '=') return;
    if (token.kind === 'word') yield at;
  }
}

/** `<T, K extends keyof T>` behind a name that is declared, or before parameters. */
function* typeParameters(index: CodeIndex, open: number): Generator<number> {
  const name = index.tokens[open - 1];
  const isNamed = name?.kind === 'word' && !leading.has(name.text);
  const found: number[] = [];
  let depth = 0;
  for (let at = open; at < open + 60; at += 1) {
    const { kind, text } = index.tokens[at] ?? { kind: 'sign', text: ';' };
    if (/^[;{}]$/.test(text)) break;
    depth += text === '<' ? 1 : text === '>' ? -1 : 0;
    if (depth === 0 && !isNamed && textAt(index, at + 1) !== '(') return;
    if (depth === 0) break;
    const before = textAt(index, at - 1);
    if (kind === 'word' && depth === 1 && /^(?:[<,]|const|in|out)$/.test(before) && /^\p{Lu}/u.test(text))
      found.push(at);
  }
  if (isNamed || depth === 0) yield* found;
}

/** Keys, labels, types, words of a text in JSX, heads of methods. */
function isNoRead(index: CodeIndex, at: number): boolean {
  const [word, before, after] = [textAt(index, at), textAt(index, at - 1), textAt(index, at + 1)];
  if (after === ':' && before !== '?' && before !== 'case') return true;
  if (after === '?' && /^[:,)]$/.test(textAt(index, at + 2))) return true; // it may be left out
  if (after === '=') return true;
  if (/^\p{Lu}/u.test(word) && /^[:|&<]$/.test(before) && !isElement(index, at)) return true;
  if (before === '<') return !isElement(index, at);
  if (before === '/' && textAt(index, at - 2) === '<') return true;
  if (before === '>' && textAt(index, at - 2) !== '=') return isMarkup(index, at);
  if (after === '<' && textAt(index, at + 2) === '/') return true;
  if (before === '-' && index.tokens[at - 2]?.kind === 'word' && after === '=') return true;
  if (after === '(' && isSignature(index, at)) return true;
  return before === 'extends' && textAt(index, at - 3) !== 'class' && textAt(index, at - 2) !== 'class';
}

/** A component in JSX: `<Name`, where nothing stands that could be less than it. */
function isElement(index: CodeIndex, at: number): boolean {
  if (textAt(index, at - 1) !== '<' || !/^\p{Lu}/u.test(textAt(index, at))) return false;
  const before = textAt(index, at - 2);
  const isBegun = /^(?:[({[,=?:>};]|&&|\|\||=>|return|)$/.test(before);
  return isBegun && !/^[,|&[]$/.test(textAt(index, at + 1)) && textAt(index, at + 1) !== 'extends';
}

/** Words between elements are no code. */
const isMarkup = (index: CodeIndex, at: number): boolean =>
  /^[<{]$/.test(textAt(index, at + 1)) || index.tokens[at - 1]?.line === index.tokens[at]?.line;

/** `name(…): type`, `name(…) {`, at the beginning of a line. */
function isSignature(index: CodeIndex, at: number): boolean {
  const close = index.partner[at + 1] ?? -1;
  if (close < at || textAt(index, close + 1) !== ':') return false;
  const before = textAt(index, at - 1);
  return /^[;{},]?$/.test(before) || index.tokens[at - 1]?.line !== index.tokens[at]?.line;
}
