import { afterPair, between, textAt, type CodeIndex } from './codeIndex.ts';
import { longestPattern, setOf, type Grammar } from './grammar.ts';

const keywords = setOf(
  'as async await break const continue crate dyn else enum extern false fn for if impl in let loop match mod move mut pub ref return self Self static struct super trait true type unsafe use where while union default macro_rules',
);
const leading = setOf('as await break else if in match move mut return while unsafe dyn impl ref yield');
const heads = setOf('fn struct enum trait type mod const static union');

/** Rust. */
export const rustGrammar: Grammar = {
  keywords,
  leading,
  trailing: setOf('as else in if'),
  members: setOf(". :: '"),
  declaredAt,
  isNoRead,
};

function* declaredAt(index: CodeIndex, at: number): Generator<number> {
  const { kind, text } = index.tokens[at] ?? { kind: 'sign', text: '' };
  const [before, after] = [textAt(index, at - 1), textAt(index, at + 1)];
  if (text === '|' || text === '||') yield* closure(index, at);
  if (text === '=>') yield* arm(index, at);
  if (text === '<') yield* generics(index, at);
  if (kind !== 'word') return;
  if (text === 'let') yield* until(index, at, /^(?:=|;|)$/);
  if (text === 'for') yield* loop(index, at);
  if (text === 'use' || text === 'extern') yield* until(index, at, /^(?:;|)$/);
  if (heads.has(before) || (before === '!' && textAt(index, at - 2) === 'macro_rules')) yield at;
  if ((before === 'mut' || before === 'ref') && after !== '.') yield at;
  if (after === '@') yield at;
  if (after === ':' && /^[(,]$/.test(before)) yield at; // a parameter, a field
}

function* until(index: CodeIndex, from: number, end: RegExp): Generator<number> {
  for (const at of between(from, from + longestPattern)) {
    if (end.test(textAt(index, at)) && index.tokens[at]?.kind !== 'text') return;
    if (isBound(index, at)) yield at;
  }
}

/** `for (a, b) in …`; not `impl Trait for Type`. */
function* loop(index: CodeIndex, from: number): Generator<number> {
  const found: number[] = [];
  for (const at of between(from, from + longestPattern)) {
    const text = textAt(index, at);
    if (text === 'in') yield* found;
    if (/^(?:in|\{|;|)$/.test(text)) return;
    if (isBound(index, at)) found.push(at);
  }
}

/** A word of a pattern that is no path, no type and no field. */
const isBound = (index: CodeIndex, at: number): boolean =>
  index.tokens[at]?.kind === 'word' && textAt(index, at + 1) !== '::' && textAt(index, at + 1) !== '(';

/** `|a, &(b, _): &C| …`. */
function* closure(index: CodeIndex, open: number): Generator<number> {
  const isBegun = /^(?:[(,={;[]|=>|move|return|async|)$/.test(textAt(index, open - 1));
  if (!isBegun || textAt(index, open) === '||') return;
  for (const at of between(open, open + 60)) {
    if (/^(?:\||;|)$/.test(textAt(index, at))) return;
    if (isBound(index, at)) yield at;
  }
}

/** The pattern of an arm of `match`, up to its condition. */
function* arm(index: CodeIndex, arrow: number): Generator<number> {
  const found: number[] = [];
  for (let at = arrow - 1; at > arrow - longestPattern; at -= 1) {
    const text = textAt(index, at);
    if (index.tokens[at] === undefined || /^[;,]$/.test(text)) break;
    if (/^[{]$/.test(text) || (text === '}' && index.partner[at] === -1)) break;
    if (text === '}' && textAt(index, (index.partner[at] ?? 0) - 1) === '=>') break;
    if (text === 'if') found.length = 0;
    if (/^[)}\]]$/.test(text)) {
      const from = index.partner[at] ?? -1;
      if (from < 0) break;
      for (const each of between(from, at)) if (isBound(index, each)) found.push(each);
      at = from;
    } else if (isBound(index, at)) found.push(at);
  }
  yield* found;
}

/** `<'a, T: Clone, const N: usize>` behind a name that is declared, or behind `impl`. */
function* generics(index: CodeIndex, open: number): Generator<number> {
  const isDeclared = textAt(index, open - 1) === 'impl' || heads.has(textAt(index, open - 2));
  if (!isDeclared) return;
  for (const at of between(open, open + 60)) {
    if (/^[{(;]$/.test(textAt(index, at))) return;
    if (index.tokens[at]?.kind === 'word' && /^(?:[<,]|const)$/.test(textAt(index, at - 1))) yield at;
  }
}

/** Fields by name, what stands in attributes, macros of the code itself. */
function isNoRead(index: CodeIndex, at: number): boolean {
  const [before, after] = [textAt(index, at - 1), textAt(index, at + 1)];
  if (after === ':' || after === '=>') return true;
  if (before === 'fn' || before === '$') return true;
  let open = index.within[at] ?? -1;
  for (let depth = 0; depth < deepestAttribute && open >= 0; depth += 1) {
    if (isAttribute(index, open)) return true;
    open = index.within[open] ?? -1;
  }
  return false;
}

const deepestAttribute = 6;

const isAttribute = (index: CodeIndex, open: number): boolean =>
  textAt(index, open) === '[' && /^[#!]$/.test(textAt(index, open - 1)) && afterPair(index, open) > open;
