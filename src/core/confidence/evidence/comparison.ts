import { filledLines } from './filledLines.ts';
import { asksForLess, answerCode, type Material } from './assessor.ts';
import { familyOf } from '../reading/languages.ts';
import { lexiconOf } from '../reading/lexicons.ts';
import { piecesOf } from '../reading/pieces.ts';
import type { Sign } from '../../model/answer.ts';

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

/** Every line begins with its number, as no line of the selection does (a file was shown to the model so). */
export function lineNumbers(material: Material): readonly Sign[] {
  const code = answerCode(material);
  if (code === undefined || !areNumbered(code) || areNumbered(material.expects.code)) return [];
  return [{ code: 'line-numbers', weight: 'hard', facts: {} }];
}

function areNumbered(code: string): boolean {
  const lines = filledLines(code);
  const mark = lines.length > 2 ? loosely : strictly;
  const numbers = lines.map(({ text }) => Number(mark.exec(text)?.[1]));
  return (
    numbers.length > 1 &&
    numbers.every((number, at) => {
      const [before, distance] = [numbers[at - 1] ?? 0, (lines[at]?.number ?? 0) - (lines[at - 1]?.number ?? 0)];
      return at === 0 ? !Number.isNaN(number) : number === before + 1 || number === before + distance;
    })
  );
}

const strictly = /^(\d{1,6})(?:\s?[|:│→]|\t)/;
/** On three lines and more, blanks behind the number are enough. */
const loosely = /^(\d{1,6})(?:\s?[|:│→]|\s|$)/;

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
