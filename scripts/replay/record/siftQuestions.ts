import type { DecisionEntry, JournalEntry, QuestionEntry } from '../../../src/core/journal/journalEntry.ts';
import type { FailureKind } from '../../../src/core/model/failure.ts';
import { placeOf } from './placeOf.ts';

/** The questions of a journal, by what can be made of them. */
export interface Sifted {
  /** By time. */
  readonly replayed: readonly QuestionEntry[];
  /**
   * Of those: their user stopped them, or their time was up, while an equal one waited for the same answer and went on. What was
   * asked for its sake is in no entry, so they are not compared.
   */
  readonly shared: ReadonlySet<QuestionEntry>;
  /** They waited for an equal one that was under way, and asked nobody. */
  readonly joined: readonly QuestionEntry[];
  /** They were asked of other targets, or in another order, than the settings of the bundle have. */
  readonly otherSettings: readonly QuestionEntry[];
  /** How many had a simulated failure. */
  readonly rehearsed: number;
}

/** Sorts out what cannot be asked again, or would say nothing. `chain`: ids of the targets, in order. */
export function siftQuestions(entries: readonly JournalEntry[], chain: readonly string[]): Sifted {
  const questions = entries.filter(entry => entry.kind === 'question');
  const real = questions.filter(({ rehearsed }) => rehearsed !== true);
  const known = real.filter(entry => isOfChain(entry, chain));
  const joined = known.filter(hasJoined);
  const replayed = known.filter(entry => !hasJoined(entry));
  return {
    ...{ replayed, joined, rehearsed: questions.length - real.length },
    shared: new Set(replayed.filter(entry => isLeft(entry) && isJoined(entry, joined))),
    otherSettings: real.filter(entry => !isOfChain(entry, chain)),
  };
}

const isLeft = ({ outcome }: QuestionEntry): boolean => outcome === 'cancelled' || outcome === 'out-of-time';

/** Something stood in at last for one that had joined, too: then it has failed as only an attempt fails, and made none. */
const hasJoined = ({ attempts, cache, insteadOf }: QuestionEntry): boolean =>
  cache === 'joined' || (attempts.length === 0 && insteadOf !== undefined && !withoutAttempt.has(insteadOf));

/** How a question fails that made no attempt. */
const withoutAttempt: ReadonlySet<FailureKind> = new Set<FailureKind>([
  ...([
    'cancelled',
    'out-of-time',
    'circuit-open',
    'all-paused',
    'no-target',
    'no-key',
    'own-limit',
    'unknown',
  ] as const),
  ...(['budget-spent', 'budget-blocked', 'context-too-long', 'passed-over'] as const),
]);

/** Did one of these, which are in the order of their beginnings, join within the time of an entry? */
const isJoined = ({ at, tookMs }: QuestionEntry, joined: readonly QuestionEntry[]): boolean =>
  (joined[placeOf(joined, at)]?.at ?? Infinity) <= at + tookMs;

function isOfChain({ attempts, decisions, first, from }: QuestionEntry, chain: readonly string[]): boolean {
  if (first !== chain[0]) return false;
  const named = [...attempts.map(({ target }) => target), ...decisions.flatMap(targetsIn)];
  if (from !== undefined && from !== 'offline') named.push(from);
  return named.every(id => chain.includes(id));
}

/** Whose `target` is none, or is a name for something else. */
const withoutTarget: readonly DecisionEntry['kind'][] = [
  'last-resort',
  'masked',
  'hidden-shown',
  'instructions',
  'asked-again',
];

const targetsIn = ({ kind, target, other }: DecisionEntry): readonly string[] =>
  withoutTarget.includes(kind) ? [] : [target, other].filter(id => id !== undefined);
