import { isObject } from '../shared/isObject.ts';
import type { Likeness } from './likeness.ts';
import type { Answer, Confidence, Sign, SignCode, Tier, Usage } from '../model/answer.ts';
import { mostUsedFiles } from './usedFiles.ts';
import type { UsedFile } from '../model/usedFile.ts';

/** An answer as it outlives the window: a whole, natural, undoubted one. Neither the question nor its code is in it. */
export interface CachedAnswer {
  /** Digests of the question and of the target that gave it, with a blank between them. */
  readonly key: string;
  /** Wall-clock ms of when it was given. */
  readonly at: number;
  /** With placeholders where the question had secrets. */
  readonly text: string;
  readonly model: string;
  readonly usage: Usage;
  readonly requestId?: string;
  readonly confidence?: Confidence;
  /** What makes a question similar to the one it answered, as digests; undefined: it answers that one alone. */
  readonly likeness?: Likeness;
  /** Other files that its evidence came from: it holds only as long as they are the same. undefined: none. */
  readonly used?: readonly UsedFile[];
}

/** What is kept of an answer. */
export function cachedAnswer(key: string, answer: Answer, at: number): CachedAnswer {
  const { text, model, usage, requestId, confidence, used } = answer;
  return {
    key,
    at,
    text,
    model,
    usage,
    ...(requestId !== undefined && { requestId }),
    ...(confidence && { confidence }),
    ...(used && used.length > 0 && { used: used.slice(0, mostUsedFiles) }),
  };
}

/** The answer of before. `from` is for whoever knows which target's key it has. */
export function answerOf(kept: CachedAnswer, freshness: 'cached' | 'stale' | 'similar', ageMs: number): Answer {
  const { text, model, usage, requestId, confidence, used } = kept;
  return {
    text,
    from: '',
    model,
    usage,
    freshness,
    ageMs,
    finish: 'stop',
    degraded: [],
    ...(requestId !== undefined && { requestId }),
    ...(confidence && { confidence }),
    ...(used && { used }),
  };
}

/** Reads what was kept as JSON; undefined: it is none, or says what no version of ours says. */
export function readCachedAnswer(value: unknown): CachedAnswer | undefined {
  if (!isObject(value)) return undefined;
  const { key, at, text, model, requestId } = value;
  if (typeof key !== 'string' || typeof text !== 'string' || typeof model !== 'string') return undefined;
  if (typeof at !== 'number' || !Number.isFinite(at)) return undefined;
  const usage = readUsage(value['usage']);
  const confidence = readConfidence(value['confidence']);
  const likeness = readLikeness(value['likeness']);
  const used = readUsed(value['used']);
  if (!usage || confidence === 'unusable' || likeness === 'unusable' || used === 'unusable') return undefined;
  if (requestId !== undefined && typeof requestId !== 'string') return undefined;
  return {
    key,
    at,
    text,
    model,
    usage,
    ...(requestId !== undefined && { requestId }),
    ...(confidence && { confidence }),
    ...(likeness && { likeness }),
    ...(used && { used }),
  };
}

function readUsage(value: unknown): Usage | undefined {
  if (!isObject(value)) return undefined;
  const { inputTokens, outputTokens, cachedInputTokens, exact } = value;
  if (!isCount(inputTokens) || !isCount(outputTokens) || !isCount(cachedInputTokens)) return undefined;
  return typeof exact === 'boolean' ? { inputTokens, outputTokens, cachedInputTokens, exact } : undefined;
}

function readConfidence(value: unknown): Confidence | 'unusable' | undefined {
  if (value === undefined) return undefined;
  if (!isObject(value) || !Array.isArray(value['signs'])) return 'unusable';
  const { tier, score } = value;
  const signs = value['signs'].map(readSign).filter(sign => sign !== undefined);
  const isRight = isRow(tiers, tier) && typeof score === 'number' && score >= 0 && score <= 1;
  return isRight && signs.length === value['signs'].length ? { tier, score, signs } : 'unusable';
}

function readSign(value: unknown): Sign | undefined {
  if (!isObject(value)) return undefined;
  const { code, weight, facts } = value;
  if (!isRow(signCodes, code) || !isRow(weights, weight) || !isFacts(facts)) return undefined;
  return { code, weight, facts };
}

function readLikeness(value: unknown): Likeness | 'unusable' | undefined {
  if (value === undefined) return undefined;
  if (!isObject(value)) return 'unusable';
  const { guard, words } = value;
  return typeof guard === 'string' && typeof words === 'string' ? { guard, words } : 'unusable';
}

function readUsed(value: unknown): readonly UsedFile[] | 'unusable' | undefined {
  if (value === undefined) return undefined;
  if (!Array.isArray(value) || value.length > mostUsedFiles) return 'unusable';
  const files = value.map((each): UsedFile | undefined => {
    if (!isObject(each)) return undefined;
    const { file, hash } = each;
    return typeof file === 'string' && typeof hash === 'string' ? { file, hash } : undefined;
  });
  const known = files.filter(file => file !== undefined);
  return known.length === files.length ? known : 'unusable';
}

// a doubtful answer is never kept
const tiers: Readonly<Record<Exclude<Tier, 'doubtful'>, true>> = { verified: true, checked: true, unchecked: true };

const weights: Readonly<Record<Sign['weight'], true>> = { hard: true, soft: true, fact: true, good: true };

// a record, because the compiler sees when one is missing
const signCodes: Readonly<Record<SignCode, true>> = {
  empty: true,
  elided: true,
  'left-out': true,
  'ends-early': true,
  artefacts: true,
  declines: true,
  'only-code': true,
  'other-names': true,
  'unclosed-fence': true,
  'no-code': true,
  'several-blocks': true,
  'wrong-language': true,
  'does-not-parse': true,
  unbalanced: true,
  'cut-at-length': true,
  repeats: true,
  'much-shorter': true,
  unchanged: true,
  'surroundings-repeated': true,
  'line-numbers': true,
  'prompt-cut': true,
  'escaped-entities': true,
  'escaped-line-ends': true,
  'edit-marks': true,
  'hidden-characters': true,
  'mixed-scripts': true,
  'mark-left': true,
  'placeholder-lost': true,
  'placeholder-moved': true,
  'placeholder-printed': true,
  'placeholder-in-address': true,
  'address-added': true,
  'not-assessed': true,
  'unknown-names': true,
  'unknown-lines': true,
  'names-lost': true,
  'names-missing': true,
  'members-missing': true,
  'packages-missing': true,
  'other-language': true,
  'cut-sentence': true,
  'prompt-echoed': true,
  'odd-signs': true,
  'other-code': true,
  'code-gone': true,
  'declaration-gone': true,
  'comments-gone': true,
  'signature-changed': true,
  'operator-changed': true,
  'literal-changed': true,
  'condition-negated': true,
  'condition-shorter': true,
  'asserts-nothing': true,
  'tests-skipped': true,
  'documents-nothing': true,
  'other-parameters': true,
  'no-message': true,
  'unknown-references': true,
  'await-gone': true,
  'arguments-swapped': true,
  'more-changes': true,
  'beyond-asked': true,
  'new-error': true,
  agrees: true,
  disagrees: true,
  'ran-well': true,
  'ran-badly': true,
  'names-found': true,
  compared: true,
  parses: true,
  balanced: true,
};

const isRow = <Name extends string>(table: Readonly<Record<Name, true>>, name: unknown): name is Name =>
  typeof name === 'string' && Object.hasOwn(table, name);

const isCount = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value < 1e12;

const isFacts = (value: unknown): value is Sign['facts'] =>
  isObject(value) && Object.values(value).every(fact => typeof fact === 'string' || typeof fact === 'number');
