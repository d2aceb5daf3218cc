import type { AttemptEntry, DecisionEntry, QuestionEntry } from '../../src/core/journal/journalEntry.ts';

/** What of a question went another way, each in words: what is recorded, and what happened now. */
export interface QuestionDifference {
  readonly recorded: string;
  readonly now: string;
}

/** A target was asked once more than is recorded. */
export interface ExtraAttempt {
  readonly target: string;
  /** The how manieth time. */
  readonly nth: number;
}

/** The decisions that follow from what servers did; others come of texts, keys' names or the settings of a moment. */
const compared: readonly DecisionEntry['kind'][] = [
  'retry',
  'no-retry',
  'skipped',
  'fallback',
  'tried-early',
  'hedged',
  'last-resort',
];

/**
 * The first thing in which a question went another way than recorded: an attempt, a decision, or its end; undefined: none. Times,
 * tokens, confidence and what came of texts are not compared.
 */
export function compare(
  recorded: QuestionEntry,
  now: QuestionEntry,
  extra: ExtraAttempt | undefined,
): QuestionDifference | undefined {
  if (extra) {
    const times = extra.nth === 1 ? 'was not asked' : `was asked ${timesOf(extra.nth - 1)}`;
    return { recorded: `${extra.target} ${times}`, now: `asked ${extra.nth === 1 ? '' : 'again'}`.trimEnd() };
  }
  return (
    firstOf(attemptsIn(recorded), attemptsIn(now), 'no further attempt') ??
    firstOf(decisionsIn(recorded), decisionsIn(now), 'nothing further decided') ??
    firstOf([endOf(recorded)], [endOf(now)], '')
  );
}

const timesOf = (count: number): string => (count === 1 ? 'once' : `${count} times`);

function firstOf(recorded: readonly string[], now: readonly string[], none: string): QuestionDifference | undefined {
  for (let at = 0; at < Math.max(recorded.length, now.length); at += 1)
    if (recorded[at] !== now[at]) return { recorded: recorded[at] ?? none, now: now[at] ?? none };
  return undefined;
}

const attemptsIn = ({ attempts }: QuestionEntry): readonly string[] =>
  attempts
    .toSorted((one, other) => one.number - other.number || (one.target < other.target ? -1 : 1))
    .map(attemptWords);

function attemptWords({ circuitBefore, code, number, outcome, target }: AttemptEntry): string {
  const how = code === undefined || outcome === 'answered' ? outcome : `${outcome} (${code})`;
  const circuit = circuitBefore === undefined ? '' : `, its circuit ${circuitBefore}`;
  return `attempt ${number}: ${target} ${how}${circuit}`;
}

const decisionsIn = ({ decisions }: QuestionEntry): readonly string[] =>
  decisions.filter(({ kind }) => compared.includes(kind)).map(decisionWords);

function decisionWords({ kind, target = '?', other = '?', because = '?' }: DecisionEntry): string {
  if (kind === 'fallback') return `from ${target} on to ${other}, because ${because}`;
  if (kind === 'hedged') return `${target} asked beside ${other}`;
  if (kind === 'tried-early') return `${target} tried early`;
  if (kind === 'skipped') return `${target} passed over, because ${because}`;
  if (kind === 'retry') return `${target} to be asked again, because ${because}`;
  if (kind === 'no-retry') return `${target} not to be asked again, because ${because}`;
  return `${kind} ${target}, because ${because}`;
}

function endOf({ cache, fallback, freshness, from, insteadOf, outcome }: QuestionEntry): string {
  const instead = fallback ? ` instead of ${fallback.insteadOf}, because ${fallback.because}` : '';
  const stood = insteadOf ? `, because ${insteadOf}` : '';
  const end =
    outcome === 'answered'
      ? `answered by ${from ?? '?'}${instead}${stood} (${freshness ?? '?'})`
      : `ended with ${outcome}`;
  return `${end}, cache ${cache}`;
}
