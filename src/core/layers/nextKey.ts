import type { Ask } from '../model/layer.ts';
import type { Answer } from '../model/answer.ts';
import { Failure, type FailureKind } from '../model/failure.ts';
import type { SkipReason } from '../model/note.ts';
import type { Question } from '../model/question.ts';
import { keyNameOf, type Target } from '../model/target.ts';
import { watchText, type WatchedText } from './watchText.ts';

/** A target with one of its keys, and the way of asking it. */
export interface Way {
  readonly target: Target;
  readonly ask: Ask;
  /** What holds this key back now; undefined: nothing does. */
  readonly held: (question: Question) => FailureKind | SkipReason | undefined;
}

/** What concerns the key alone: with another one the same server may answer. */
const ofTheKey: ReadonlySet<FailureKind> = new Set(['rate-limited', 'quota', 'auth', 'no-key', 'own-limit']);

/**
 * Asks a target with the first of its keys that nothing holds back, and with the next one when that turns out to be rejected,
 * rate-limited or out of credit; never after text was shown. When all are held back or fail so, it ends with the failure of
 * the key that is free first.
 */
export function nextKey(ways: readonly [Way, ...Way[]]): Ask {
  const [first] = ways;
  if (ways.length === 1) return first.ask;
  return question => {
    const [free = first, ...others] = ways.filter(({ held }) => held(question) === undefined);
    const because = free === first ? undefined : first.held(question);
    if (because !== undefined) tell(free, because, question);
    return askWith([free, ...others], watchText(question));
  };
}

async function askWith([way, next, ...others]: readonly [Way, ...Way[]], watched: WatchedText): Promise<Answer> {
  const { question, isShown } = watched;
  try {
    return await way.ask(question);
  } catch (error) {
    if (!next || !(error instanceof Failure) || !ofTheKey.has(error.kind)) throw error;
    if (isShown() || question.attempts.left <= 0) throw error;
    question.attempts.left -= 1; // the first one is counted by who asks
    tell(next, error.kind, question);
    return await askWith([next, ...others], watched).catch((later: unknown) => {
      throw later instanceof Failure && ofTheKey.has(later.kind) ? sooner(error, later) : later;
    });
  }
}

const tell = ({ target }: Way, because: FailureKind | SkipReason, { notes }: Question): void =>
  notes({ kind: 'other-key', target: target.id, keyName: keyNameOf(target), because });

/** The failure after which a key is free again first, as far as the servers told. */
const sooner = (one: Failure, other: Failure): Failure => (waitOf(other) < waitOf(one) ? other : one);

function waitOf({ kind, details }: Failure): number {
  const unknown = kind === 'rate-limited' || kind === 'own-limit' ? 3_600_000 : Infinity;
  return details.retryAfterMs ?? unknown;
}
