import { answerCode, type Material } from './assessor.ts';
import { readReply } from '../reading/blocks.ts';
import { balanceOf } from '../reading/brackets.ts';
import { framed, framesOf, linesBefore, type Frame } from './frames.ts';
import { parsedInPlace } from './inPlace.ts';
import { familyOf } from '../reading/languages.ts';
import { lexiconOf } from '../reading/lexicons.ts';
import type { Parse, Parsed } from '../reading/parse.ts';
import type { Sign } from '../../model/answer.ts';

/**
 * Does the code parse where the selection stood? Asked with the file around it, where that is known and parses as it is. Elsewhere
 * the question is put in a frame in which the selection itself parsed, for it is often a fragment; and where no parser has a say,
 * brackets and fences are counted. Facts: the line; `place: 'elsewhere'` when the code parses, but not in the selection's place;
 * `place: 'alone'` when its own place was not there to parse it in.
 */
export function syntax(material: Material): readonly Sign[] | Promise<readonly Sign[]> {
  const code = answerCode(material);
  if (code === undefined || code.trim() === '') return []; // at once: prose, which has none, pays for no timer
  const { place, parse, expects } = material;
  return syntaxSigns({ language: expects.language, code, before: expects.code, place, parse });
}

/** Lines of a notebook that its kernel reads, not Python. */
const magic = /^[ \t]*(?:!|%{1,2}[a-z])/m;

/** Lines that decide what of C is compiled; a grammar that takes all of it for code fails right code (tree-sitter/tree-sitter-cpp#308). */
const directive = /^[ \t]*#[ \t]*(?:if|el|end)/m;

interface Pair {
  readonly language: string;
  readonly code: string;
  readonly before: string;
  readonly place: Material['place'];
  readonly parse: Parse;
}

async function syntaxSigns(pair: Pair): Promise<readonly Sign[]> {
  const { language, code, before } = pair;
  const isUnread = familyOf(language) === 'python' && magic.test(code);
  const sign = isUnread ? undefined : ((await signInPlace(pair)) ?? (await signInFrames(pair)));
  return sign ? [sign] : balanceSigns(language, code, before);
}

async function signInPlace({ language, code, before, place, parse }: Pair): Promise<Sign | undefined> {
  const found = place && (await parsedInPlace({ language, code, original: before, place, parse }));
  if (!found) return undefined;
  if (found.verdict === 'parses') return { code: 'parses', weight: 'good', facts: {} };
  if (found.hasGaps === true && directive.test(code)) return undefined;
  const frames = framesOf(language).filter(frame => !frame.loose);
  const { frame: elsewhere, unsure } = await search(frames, frame => parse(language, framed(code, frame)));
  const isSure = !elsewhere && !unsure && found.hasGaps !== true && before.trim() !== '';
  const facts = { ...(found.line !== undefined && { line: found.line }), ...(elsewhere && { place: 'elsewhere' }) };
  return { code: 'does-not-parse', weight: isSure ? 'hard' : 'soft', facts };
}

async function signInFrames({ language, code, before, parse }: Pair): Promise<Sign | undefined> {
  const attempt = (text: string) => (frame: Frame) => parse(language, framed(text, frame));
  const frames = framesOf(language);
  const { frame: place, unsure: unclear } = await search(frames, attempt(before));
  if (!place || unclear) return undefined;
  const here = await attempt(code)(place);
  if (here.verdict === 'parses') return parsesAlone;
  if (here.verdict === 'unknown') return undefined;
  const others = frames.filter(frame => frame !== place && !frame.loose);
  const { frame: elsewhere, unsure } = await search(others, attempt(code));
  const facts = lineIn(code, here, place);
  if (!elsewhere) return { code: 'does-not-parse', weight: unsure || before.trim() === '' ? 'soft' : 'hard', facts };
  const fits = before.trim() === '' || (await attempt(before)(elsewhere)).verdict === 'parses';
  return fits ? parsesAlone : { code: 'does-not-parse', weight: 'soft', facts: { ...facts, place: 'elsewhere' } };
}

const parsesAlone: Sign = { code: 'parses', weight: 'good', facts: { place: 'alone' } };

/** The first frame in which it parses; `unsure`: the parser had no say about one of those before. */
async function search(
  frames: readonly Frame[],
  attempt: (frame: Frame) => Promise<Parsed>,
): Promise<{ readonly frame?: Frame; readonly unsure: boolean }> {
  let unsure = false;
  for (const frame of frames) {
    const { verdict } = await attempt(frame);
    if (verdict === 'parses') return { frame, unsure };
    if (verdict === 'unknown') unsure = true;
  }
  return { unsure };
}

function lineIn(code: string, { line }: Parsed, frame: Frame): { readonly line?: number } {
  if (line === undefined) return {};
  return { line: Math.min(Math.max(1, line - linesBefore(frame)), code.split('\n').length) };
}

/** Out of balance in another way than the selection was. Soft: counting knows no language well. */
function balanceSigns(language: string, code: string, before: string): readonly Sign[] {
  if (familyOf(language) === 'markdown') return fenceSigns(code, before);
  const lexicon = lexiconOf(language);
  if (!lexicon) return [];
  const now = balanceOf(code, lexicon);
  if (now.shape === balanceOf(before, lexicon).shape) {
    return now.count > 0 ? [{ code: 'balanced', weight: 'good', facts: {} }] : [];
  }
  return [{ code: 'unbalanced', weight: 'soft', facts: now.line === undefined ? {} : { line: now.line } }];
}

function fenceSigns(code: string, before: string): readonly Sign[] {
  const isClosed = (text: string) => readReply(text).blocks.every(block => block.closed);
  if (isClosed(code)) return readReply(code).blocks.length > 0 ? [{ code: 'balanced', weight: 'good', facts: {} }] : [];
  return isClosed(before) ? [{ code: 'unbalanced', weight: 'soft', facts: {} }] : [];
}
