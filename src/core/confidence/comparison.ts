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
  return lines < looked ? [] : [{ code: 'surroundings-repeated', weight: 'soft', facts: { lines } }];
}

const tellingLines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line.length >= 8 && /\w/.test(line));

/** Every line begins with its number, as no line of the selection does (a file was shown to the model so). */
export function lineNumbers(material: Material): readonly Sign[] {
  const code = answerCode(material);
  if (code === undefined || !areNumbered(code) || areNumbered(material.expects.code)) return [];
  return [{ code: 'line-numbers', weight: 'hard', facts: {} }];
}

function areNumbered(code: string): boolean {
  const lines = code.split('\n').filter(line => line.trim() !== '');
  const numbers = lines.map(line => Number(/^\s{0,8}(\d{1,6})\s?[|:│]/.exec(line)?.[1]));
  return numbers.length > 1 && numbers.every((number, at) => at === 0 || number === (numbers[at - 1] ?? 0) + 1);
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
