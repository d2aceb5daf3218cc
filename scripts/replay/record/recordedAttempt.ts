import type { AttemptEntry, QuestionEntry } from '../../../src/core/journal/journalEntry.ts';
import type { Answer } from '../../../src/core/model/answer.ts';
import type { FailureKind } from '../../../src/core/model/failure.ts';

/** One request of the journal, and what its server must have done for it to be entered so. */
export interface RecordedAttempt extends AttemptEntry {
  /** ms until text was shown; undefined: none was, whether or not it had begun to think. */
  readonly textMs?: number;
  /** The client ended it: by a limit of its own, or because it was no longer wanted. The server only stayed silent. */
  readonly isCutByClient: boolean;
  /** How its answer ended, where it has one. */
  readonly finish: Answer['finish'];
  /** Its answer was not in the form that was asked for. */
  readonly isUnfit: boolean;
}

/** What only the client says of an attempt. */
const cuts: ReadonlySet<AttemptEntry['outcome']> = new Set<FailureKind>(['cancelled', 'out-of-time', 'passed-over']);
/** What the client says by its own limits; with a finer code it was the network's word. */
const limits: ReadonlySet<AttemptEntry['outcome']> = new Set<FailureKind>(['connect-timeout', 'silent', 'stalled']);

/** The attempts of a question by their target, in the order in which they began. */
export function recordedAttempts(entry: QuestionEntry): ReadonlyMap<string, readonly RecordedAttempt[]> {
  const begun = entry.attempts.toSorted((one, other) => one.number - other.number || one.startMs - other.startMs);
  const byTarget = Map.groupBy(begun, ({ target }) => target);
  return new Map(
    [...byTarget].map(([target, attempts]) => [
      target,
      attempts.map((attempt, at) => recorded(attempt, entry, at < attempts.length - 1)),
    ]),
  );
}

function recorded(attempt: AttemptEntry, entry: QuestionEntry, wasAskedAgain: boolean): RecordedAttempt {
  const { code, outcome } = attempt;
  const textMs = textMsOf(attempt, entry, wasAskedAgain);
  return {
    ...attempt,
    ...(textMs !== undefined && { textMs }),
    isCutByClient: cuts.has(outcome) || (limits.has(outcome) && (code === undefined || code === 'hurried')),
    finish: finishOf(attempt, entry, wasAskedAgain),
    isUnfit: outcome === 'answered' && (wasAskedAgain || isLeftFor(attempt, entry, 'malformed')),
  };
}

/**
 * When its text began. The journal has only its first sign of life, which may have been a thought. That it was text is told by
 * what followed: nobody is asked again unseen after that, and who runs beside it is stopped by it.
 */
function textMsOf(attempt: AttemptEntry, entry: QuestionEntry, wasAskedAgain: boolean): number | undefined {
  const { firstTokenMs, outcome, startMs, target, tookMs } = attempt;
  if (firstTokenMs === undefined) return undefined;
  const loser = entry.attempts.find(other => other.target !== target && isLost(other));
  const stoppedMs = loser && endOf(loser) - startMs;
  if (stoppedMs !== undefined && stoppedMs >= firstTokenMs && outcome !== 'cancelled')
    return Math.min(stoppedMs, tookMs);
  const hedgedMs = entry.decisions.find(({ kind, other }) => kind === 'hedged' && other === target)?.ms;
  const wasThinking = hedgedMs !== undefined && firstTokenMs <= hedgedMs;
  if (outcome === 'answered') return wasThinking ? tookMs : firstTokenMs;
  const mayAskAgain = wasAskedAgain || wasToBeAskedAgain(attempt, entry) || wasOutlived(attempt, entry);
  return wasThinking || mayAskAgain || isCovered(attempt, entry) ? undefined : firstTokenMs;
}

/** It was stopped because another one, which ran beside it, was sooner; not by its own first word, as one that is only tried again is. */
const isLost = ({ outcome, code, firstTokenMs = -Infinity, tookMs }: AttemptEntry): boolean =>
  outcome === 'cancelled' && code === 'hedge' && tookMs - firstTokenMs > roundingMs;

const roundingMs = 2;

/** Another one ran beside it and went on: it had shown nothing, or the other would have been stopped. */
const wasOutlived = (attempt: AttemptEntry, { attempts }: QuestionEntry): boolean =>
  attempts.some(
    other =>
      other.target !== attempt.target &&
      other.startMs < endOf(attempt) - roundingMs &&
      endOf(other) > endOf(attempt) + roundingMs,
  );

const endOf = ({ startMs, tookMs }: AttemptEntry): number => startMs + tookMs;

/** It was decided to ask it again after that, though it may not have come to it; or not to, for a reason that text is none of. */
function wasToBeAskedAgain({ number, outcome, target }: AttemptEntry, { attempts, decisions }: QuestionEntry): boolean {
  const about = decisions.filter(each => each.target === target);
  if (about.some(({ kind }) => kind === 'no-retry')) return true;
  const retries = about.filter(({ kind, because }) => kind === 'retry' && because === outcome).length;
  return (
    attempts.filter(each => each.target === target && each.outcome === outcome && each.number < number).length < retries
  );
}

/** Something stood in at last, which no text that was shown may be covered by. */
const isCovered = ({ target }: AttemptEntry, { decisions }: QuestionEntry): boolean =>
  decisions.some(({ kind }) => kind === 'last-resort') &&
  !decisions.some(each => each.kind === 'fallback' && each.target === target);

function finishOf(attempt: AttemptEntry, entry: QuestionEntry, wasAskedAgain: boolean): Answer['finish'] {
  if (isLeftFor(attempt, entry, 'declined')) return 'refused';
  return !wasAskedAgain && entry.from === attempt.target ? (entry.finish ?? 'stop') : 'stop';
}

/** The next target was asked after it, or the question ended, for this reason. */
const isLeftFor = ({ target }: AttemptEntry, { decisions, outcome }: QuestionEntry, kind: FailureKind): boolean =>
  outcome === kind ||
  decisions.some(each => each.kind === 'fallback' && each.target === target && each.because === kind);
