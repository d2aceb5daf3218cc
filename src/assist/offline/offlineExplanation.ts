import type { WithoutModel } from '../../core/model/purpose.ts';
import type { Context, Known } from '../assistance.ts';
import type { CallPlace, Facts } from '../facts.ts';
import type { OfflinePhrases } from '../offlinePhrases.ts';
import { commentOf } from './commentOf.ts';
import { measure, type CodeMeasures } from './measures.ts';
import { codeWords, fencedCode, bulletList, paragraphs, titled } from './offlineMarkdown.ts';
import { symbolIn } from './symbolIn.ts';
import { shapeOf } from './shape/shapeOf.ts';

/**
 * What the language services know about the code, and what can be counted in it; where nothing is known it says that. `isOpen`:
 * the user asked something in words, which this does not answer.
 */
export function offlineExplanation(
  { facts, context }: Known,
  phrases: OfflinePhrases,
  { isOpen }: { readonly isOpen: boolean },
): WithoutModel {
  const first = [phrases.noModel, ...(isOpen ? [phrases.questionOpen] : [])].join(' ');
  const told = facts ? knowledge(facts, phrases) : [];
  const read = textKnowledge({ facts, context }, phrases);
  const rest = told.length > 0 || read.length > 0 ? [] : [phrases.nothingKnown];
  return { text: paragraphs([first, placeOf({ facts, context }, phrases), ...read, ...told, ...rest]) };
}

/** Where the code stands, as every answer without a model begins. */
export function placeOf({ facts, context }: Known, phrases: OfflinePhrases): string {
  if (!facts) return extentOf(context, phrases);
  const place = phrases.place(codeWords(facts.file), facts.startLine, facts.endLine);
  return facts.symbol === '' ? place : `${phrases.symbol(facts.symbolKind, codeWords(facts.symbol))} ${place}`;
}

function extentOf({ code, language }: Context, phrases: OfflinePhrases): string {
  const lines = code.replace(/\r?\n$/, '').split('\n').length;
  return code === '' ? '' : phrases.extent(lines, language);
}

function knowledge(facts: Facts, phrases: OfflinePhrases): readonly string[] {
  const { explain, line, more } = phrases;
  const isFunction = ['Function', 'Method', 'Constructor'].includes(facts.symbolKind);
  return [
    titled(explain.problems, problemList(facts.diagnostics, phrases)),
    titled(
      isFunction ? explain.locals : explain.members,
      bulletList(facts.children, each => `${codeWords(each.name)} (${each.kind}, ${line(each.line)})`, more),
    ),
    titled(explain.callees, calledLines(facts.callees, phrases)),
    titled(explain.callers, calledLines(facts.callers, phrases)),
    titled(
      explain.uses(facts.references.length),
      bulletList(facts.references, each => codeWords(`${each.file}:${each.line}`), more),
    ),
  ].filter(text => text !== '');
}

/** Functions with their places; of those of libraries the names are enough. A file is no function: it is called from its outermost lines. */
function calledLines(places: readonly CallPlace[], { explain, more }: OfflinePhrases): readonly string[] {
  const own = places.filter(({ isOutside }) => isOutside !== true);
  const others = [...new Set(places.filter(each => !own.includes(each)).map(({ name }) => codeWords(name)))];
  const nameOf = ({ name, file }: CallPlace): string =>
    file === name || file.endsWith(`/${name}`) ? explain.outermost : codeWords(name);
  return [
    ...bulletList(own, each => `${nameOf(each)} (${codeWords(`${each.file}:${each.line}`)})`, more),
    ...(others.length > 0 ? [`- ${explain.libraries(others.slice(0, mostNamed).join(', '))}`] : []),
  ];
}

/** More names in a row nobody reads. */
const mostNamed = 12;

/** Problems as a list, each with its line. */
export const problemList = (problems: Facts['diagnostics'], { line, more }: OfflinePhrases): readonly string[] =>
  bulletList(
    problems,
    each =>
      `${each.severity}, ${each.file === undefined ? '' : `${codeWords(each.file)}, `}${line(each.line)}: ${codeWords(each.message)}`,
    more,
  );

/** Signature and comment, from the text itself where no language service tells them, and what can be counted. */
function textKnowledge({ facts, context }: Known, phrases: OfflinePhrases): readonly string[] {
  const { code, language } = context;
  const { signature, comment: commentTitle, shape: shapeTitle } = phrases.explain;
  const hovers = facts?.hovers ?? [];
  const comment = hovers.length > 0 ? '' : commentOf(code, language);
  const shape = shapeOf(code, language, symbolIn({ facts, context }));
  return [
    titled(
      signature,
      hovers.map((hover, index) => fencedCode(index === 0 ? language : 'text', hover)), // what follows is in words
    ),
    titled(commentTitle, comment === '' ? [] : [fencedCode(language, comment)]),
    shape?.isFunction === true
      ? titled(shapeTitle, [countedLine(measure(code, language), shape.raises, phrases.explain)])
      : '',
  ].filter(text => text !== '');
}

/** 'lines of code: 12, branches: 3': what is not there is not named. */
function countedLine(counted: CodeMeasures, raises: readonly string[], explain: OfflinePhrases['explain']): string {
  const { lines, branches, loops, depth, returns, waits } = counted;
  return [
    explain.lines(lines),
    ...(branches > 0 ? [explain.branches(branches)] : []),
    ...(loops > 0 ? [explain.loops(loops)] : []),
    ...(depth > 1 ? [explain.depth(depth)] : []),
    ...(returns > 1 ? [explain.returns(returns)] : []),
    ...(waits > 0 ? [explain.waits(waits)] : []),
    ...(raises.length > 0 ? [explain.raises(raises.map(codeWords).join(', '))] : []),
  ].join(', ');
}
