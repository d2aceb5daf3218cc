import { asksForLess, answerCode, type Material } from './assessor.ts';
import { familyOf } from './languages.ts';
import { lexiconOf } from './lexicons.ts';
import { piecesOf } from './pieces.ts';
import type { Sign } from '../model/answer.ts';

const leastCharacters = 300; // about ten lines: below, a good edit may well be a third as long
const leastShare = 0.4; // chosen, not measured; costs a disclaimer, no more

/** The code beside what it replaces: the same, or so much shorter that something was probably left out. */
export function comparison(material: Material): readonly Sign[] {
  const code = answerCode(material);
  if (code === undefined || code.trim() === '') return [];
  const before = material.expects.code;
  if (code.trimEnd() === before.trimEnd()) return [{ code: 'unchanged', weight: 'soft', facts: {} }];
  const share = weightOf(code) / weightOf(before);
  if (weightOf(before) < leastCharacters || share >= leastShare || asksForLess(material.instruction)) return [];
  return [{ code: 'much-shorter', weight: 'soft', facts: { percent: Math.round(share * 100) } }];
}

const weightOf = (code: string): number => code.replace(/\s+/g, '').length;

/** So many lines on either side of the selection are looked for in the answer. */
const looked = 2;

/**
 * Code that holds what stands around the selection: the model gave the whole file, and put in its place the selection's
 * neighbours would stand there twice (microsoft/vscode-copilot-release#3011). Facts: how many lines.
 */
export function surroundingsRepeated(material: Material): readonly Sign[] {
  const code = answerCode(material);
  const { around, code: selection } = material.expects;
  if (code === undefined || !around) return [];
  const own = new Set(tellingLines(selection));
  const before = tellingLines(around.before).slice(-looked);
  const near = [...before, ...tellingLines(around.after).slice(0, looked)].filter(line => !own.has(line));
  const found = new Set(tellingLines(code));
  const lines = near.filter(line => found.has(line)).length;
  const least = repeatsNeighbour(code, selection, around) ? 1 : looked;
  return lines < least ? [] : [{ code: 'surroundings-repeated', weight: 'soft', facts: { lines } }];
}

/** Does it begin with the line right before the selection, or end with the one right behind it? */
function repeatsNeighbour(code: string, selection: string, { before, after }: NonNullable<Around>): boolean {
  const [written, own] = [linesOf(code), linesOf(selection)];
  const [first = '', last = ''] = [written[0], written.at(-1)];
  const beginsAnew = isTelling(first) && first === linesOf(before).at(-1) && first !== own[0];
  const goesOn = isTelling(last) && last === linesOf(after)[0] && last !== own.at(-1);
  return beginsAnew || goesOn;
}

type Around = Material['expects']['around'];

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');

const isTelling = (line: string): boolean => line.length >= 8 && /\w/.test(line);
const tellingLines = (text: string): readonly string[] => linesOf(text).filter(isTelling);

/**
 * A comment is gone, though the line that it stood above is still there (microsoft/vscode-copilot-release#8689); where that
 * line was changed, only code that was commented out counts, for a sentence may go with it. One that was rewritten is not
 * gone: another comment stands in its place. Facts: how many.
 */
export function lostComments(material: Material): readonly Sign[] {
  const code = answerCode(material);
  const { code: before, language } = material.expects;
  const marks = lexiconOf(language)?.lineComments ?? [];
  if (code === undefined || marks.length === 0 || isAboutComments(material.instruction)) return [];
  const isComment = (line: string | undefined): boolean => marks.some(mark => line?.startsWith(mark));
  const [own, written] = [linesOf(before), linesOf(code)];
  if (!own.some(isComment)) return [];
  const kept = new Set(written);
  const above = new Map<string, boolean>();
  for (const [at, line] of written.entries()) {
    const isBelowComment = isComment(written[at - 1]);
    above.set(line, isBelowComment).set(nameOf(line), isBelowComment);
  }
  const isLost = (line: string, index: number): boolean => {
    const next = own.slice(index, index + longestComment).find(each => !isComment(each));
    if (!isComment(line) || kept.has(line) || next === undefined || next.length < 8) return false;
    return above.get(next) === false || (/[=;(){}]/.test(line) && above.get(nameOf(next)) === false);
  };
  const comments = own.filter(isLost).length;
  return comments === 0 ? [] : [{ code: 'comments-lost', weight: 'soft', facts: { comments } }];
}

/** Lines of a comment beyond which the code below it is not looked for. */
const longestComment = 20;

/** What a line assigns or calls: it is the same line, changed, while this is the same. */
const nameOf = (line: string): string => `${line.split(/[=(]/, 1)[0]?.trim() ?? ''} …`;

const isAboutComments = (instruction: string): boolean => asksForLess(instruction) || commentWords.test(instruction);
const commentWords =
  /comment|todo|fixme|kommentar|comentari|komment|lint|translat|übersetz|docstring|注释|コメント|주석/i;

/** Every line begins with its number, as no line of the selection does (a file was shown to the model so). */
export function lineNumbers(material: Material): readonly Sign[] {
  const code = answerCode(material);
  if (code === undefined || !areNumbered(code) || areNumbered(material.expects.code)) return [];
  return [{ code: 'line-numbers', weight: 'hard', facts: {} }];
}

function areNumbered(code: string): boolean {
  const lines = code.split('\n').filter(line => line.trim() !== '');
  const numbers = lines.map(line => Number(/^\s{0,8}(\d{1,6})(?:\s?[|:│→]|\t)/.exec(line)?.[1]));
  return numbers.length > 1 && numbers.every((number, at) => at === 0 || number === (numbers[at - 1] ?? 0) + 1);
}

/** Where a backslash outside of texts means nothing; it does in shells, Ruby's patterns, PHP's names, TeX. */
const withoutBackslashes: ReadonlySet<string> = new Set([
  ...['typescript', 'typescriptreact', 'javascript', 'javascriptreact', 'python', 'java', 'kotlin', 'scala'],
  ...['c', 'cpp', 'csharp', 'go', 'rust', 'swift', 'dart', 'json', 'jsonc'],
]);

/**
 * `\n` written out where a line should end: all of the code stands on one line (openclaw/openclaw#114390). Where a backslash
 * may mean something, only code that holds a line of the selection so.
 */
export function escapedLineEnds(material: Material): readonly Sign[] {
  const code = answerCode(material)?.trim();
  const { language, code: before } = material.expects;
  const isOneLine = code !== undefined && !code.includes('\n') && before.trim().includes('\n');
  if (!isOneLine || !outsideTexts(withoutQuoted(code), language).includes('\\n')) return [];
  const own = new Set(linesOf(before));
  const isSure = withoutBackslashes.has(language) || linesOf(code.replaceAll('\\n', '\n')).some(line => own.has(line));
  return isSure ? [{ code: 'escaped-line-ends', weight: 'hard', facts: {} }] : [];
}

/** The code without what stands in quotes, in any language. */
function withoutQuoted(code: string): string {
  let [rest, quote] = ['', ''];
  for (let at = 0; at < code.length; at += 1) {
    const character = code.charAt(at);
    if (quote !== '' && character === '\\') at += 1;
    else if (character === quote) quote = '';
    else if (quote === '' && /["'`]/.test(character)) quote = character;
    else if (quote === '') rest += character;
  }
  return rest;
}

const entity = /&(?:amp|lt|gt|quot|apos|#39);/;
/** Where entities are written. */
const withEntities: ReadonlySet<string> = new Set(['html', 'markdown', 'php']);

/** `&amp;&amp;` for `&&`: somebody has escaped the code for a page (cline/cline#652). In texts and comments it may be meant. */
export function escapedEntities(material: Material): readonly Sign[] {
  const code = answerCode(material);
  const { language, code: before } = material.expects;
  if (code === undefined || !entity.test(code) || entity.test(before)) return [];
  if (withEntities.has(familyOf(language) ?? 'markdown') || language.endsWith('react')) return [];
  return entity.test(outsideTexts(code, language)) ? [{ code: 'escaped-entities', weight: 'hard', facts: {} }] : [];
}

function outsideTexts(code: string, language: string): string {
  const lexicon = lexiconOf(language);
  if (!lexicon) return code;
  let [rest, from] = ['', 0];
  for (const piece of piecesOf(code, lexicon)) {
    if (piece.kind !== 'comment' && piece.kind !== 'text') continue;
    rest += code.slice(from, piece.from);
    from = piece.to;
  }
  return rest + code.slice(from);
}
