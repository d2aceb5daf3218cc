// Over 200 lines with its comments: one walk down the route, with all that may turn it.
import type { Ask } from '../model/layer.ts';
import type { Clock } from '../model/clock.ts';
import { Failure, type Rules } from '../model/failure.ts';
import { isUnconnected } from '../resilience/connectivity.ts';
import { AbortScope } from '../resilience/abortScope.ts';
import { alike } from './alike.ts';
import { Screen } from './screen.ts';
import { hedged, NeitherAnswered, type Hedging, type Miss } from './hedge.ts';
import type { Target } from '../model/target.ts';
import type { Lane } from './lane.ts';
import type { SkipReason } from '../model/note.ts';
import { isWanted, Skips } from './skips.ts';
import type { Answer } from '../model/answer.ts';
import type { Question } from '../model/question.ts';

export interface FallbackOptions {
  readonly clock: Clock;
  readonly hedging: Hedging;
  /** Shall another vendor's target be asked when one declines to answer? Default: no, that is told. */
  readonly asksOnRefusal?: (() => boolean) | undefined;
  /** Finer code of the failure when the chain is empty. */
  readonly emptyCode?: string | undefined;
}

/**
 * The first target to answer, in order. A failure whose rules allow it goes on to the next one; after text was shown that
 * is a visible `restart`. A slow one may be hedged by the next; beside one that is only tried again the next is asked soon. When nobody is left and a user waits, a target whose circuit
 * is open is tried, unless it was tried just now. When nobody answers, throws the first real failure, with what became of the
 * others in `details.others` and, when text had been shown, with it in `details.partial`; or gives the first refusal, where
 * others were asked after it.
 */
export const fallback =
  (
    lanesOf: (question: Question) => readonly Lane[],
    { clock, hedging, asksOnRefusal, emptyCode }: FallbackOptions,
  ): Ask =>
  async question => {
    const lanes = lanesOf(question);
    const screen = new Screen(question);
    const failures: Failure[] = [];
    const skips = new Skips(lanes, question);
    let waiting = lanes.filter(lane => !skips.has(lane));
    const held = [...skips.reasons];
    const asked = new Set<Lane>();
    let refusal: Answer | undefined;
    const next = (): Lane | undefined => skips.before(waiting.shift()) ?? lastChance(lanes, asked, question);
    for (let lane = next(); lane && question.attempts.left > 0;) {
      const others = waiting.filter(other => !other.closed(question));
      try {
        const answer = await askLane([lane, others[0]], withOthers(screen.question, others), {
          clock,
          hedging,
        });
        if (answer.finish !== 'refused' || !asksOnRefusal?.()) return answer;
        refusal ??= answer;
        throw new NeitherAnswered([declined(answer, lanes, lane)]);
      } catch (error) {
        const misses = missesOf(error, lane, screen);
        // one that was only stopped for the other's sake is whole
        waiting = [lane, ...waiting].filter(each => misses.every(miss => miss.lane !== each));
        for (const miss of misses) {
          failures.push(miss.failure);
          asked.add(miss.lane);
          held.push(...leaveOut(waiting, miss, question));
        }
        if (clock.now() >= question.until) break; // an answer that flowed so long may have; nobody begins anew now
        announce(screen, misses.at(-1), (lane = next()));
      }
    }
    if (refusal) return refusal;
    throw screen.explain(verdict({ failures, held, lanes }, emptyCode));
  };

/** The question, with who could answer it besides. */
function withOthers(question: Question, others: readonly Lane[]): Question {
  const { onAsking } = question;
  const [other] = others;
  const alternatives = others.length;
  if (!other) return { ...question, alternatives };
  const next = other.target.id;
  const known = { ...question, alternatives, next: other.target };
  if (!onAsking) return known;
  return {
    ...known,
    onAsking: asking => onAsking(asking.target === next ? asking : { ...asking, next }), // a hedged second one is the next itself
  };
}

const declined = ({ from }: Answer, lanes: readonly Lane[], lane: Lane): Miss => ({
  lane: lanes.find(({ target }) => target.id === from) ?? lane, // a hedged second one may have been first
  failure: new Failure('declined', { target: from }),
});

/** Asks one target, unless the user passes it over because there is another. */
async function askLane(
  [lane, next]: readonly [Lane, Lane | undefined],
  question: Question,
  parts: Pick<FallbackOptions, 'clock' | 'hedging'>,
): Promise<Answer> {
  if (!next || !question.onPassOver) return askInTurn([lane, next], question, parts);
  const scope = new AbortScope(question.signal);
  const end = question.onPassOver(() => scope.cut(new Failure('passed-over', { target: lane.target.id })));
  try {
    return await scope.hold(() => askInTurn([lane, next], { ...question, signal: scope.signal }, parts));
  } finally {
    end();
    scope.release();
  }
}

/** One that was left alone for longer than it had to be has likely recovered, so another is asked that much later beside it. */
const headStartShare = 0.1;
const mostHeadStartMs = 2_000;

function askInTurn(
  [lane, next]: readonly [Lane, Lane | undefined],
  question: Question,
  { clock, hedging }: Pick<FallbackOptions, 'clock' | 'hedging'>,
): Promise<Answer> {
  if (!next || question.priority === 'background') return lane.ask(question);
  const overdueMs = lane.overdueMs?.(question);
  if (overdueMs !== undefined) {
    const headStartMs = Math.min(mostHeadStartMs, overdueMs * headStartShare);
    return hedged([lane, next], question, { clock, delayMs: headStartMs, afford: () => true, isTry: true });
  }
  const delayMs = hedging.delayMs(lane.target);
  if (delayMs === undefined) return lane.ask(question);
  const dueMs = Math.min(delayMs, (question.until - clock.now()) / 3); // when silence would end the attempt
  return hedged([lane, next], question, { clock, delayMs: dueMs, afford: () => hedging.afford(next.target) });
}

/** Who failed and lets others try; throws what ends the question. */
function missesOf(error: unknown, lane: Lane, screen: Screen): readonly Miss[] {
  if (!(error instanceof Failure || error instanceof NeitherAnswered)) throw error;
  const misses = error instanceof Failure ? [{ lane, failure: error }] : error.misses;
  const last = misses.find(({ failure }) => failure.rules.next === 'no');
  if (last) throw screen.explain(last.failure);
  return misses;
}

/** Whom to try although its circuit is open, because a user waits and nobody else is left; undefined: nobody. */
function lastChance(lanes: readonly Lane[], asked: ReadonlySet<Lane>, question: Question): Lane | undefined {
  if (question.priority !== 'interactive' || question.attempts.left <= 0) return undefined;
  const lane = lanes.find(
    each =>
      !asked.has(each) &&
      isWanted(each, question) &&
      each.closed(question) === 'circuit-open' &&
      each.hurry?.() &&
      each.closed(question) === undefined,
  );
  if (lane) question.notes({ kind: 'tried-early', target: lane.target.id });
  return lane;
}

/** Removes those who would fail the same way, and those whose circuit or gate has closed meanwhile; gives the reasons. */
function leaveOut(waiting: Lane[], { failure, lane: failed }: Miss, question: Question): readonly SkipReason[] {
  const reasons: SkipReason[] = [];
  for (const lane of [...waiting]) {
    const because = alikeBy(failure.rules.next, lane.target, failed.target) ?? lane.closed(question);
    if (!because) continue;
    question.notes({ kind: 'skipped', target: lane.target.id, because });
    waiting.splice(waiting.indexOf(lane), 1);
    reasons.push(because);
  }
  return reasons;
}

/** Why this target would do as that one did, as far as that matters; undefined: nothing says so. */
function alikeBy(next: Rules['next'], target: Target, failed: Target): SkipReason | undefined {
  const common = alike(target, failed);
  if (next === 'other-vendor') return common;
  return next === 'other-origin' && common === 'same-origin' ? common : undefined;
}

function announce(screen: Screen, from: Miss | undefined, to: Lane | undefined): void {
  const { question } = screen;
  if (!from || !to || question.attempts.left <= 0) return;
  const { lane, failure } = from;
  const { retryAfterMs: waitMs } = failure.details;
  question.notes({
    ...{ kind: 'fallback', from: lane.target.id, to: to.target.id, because: failure.kind },
    ...(waitMs !== undefined && { waitMs }),
  });
  screen.restart(failure, to.target);
}

interface ChainOutcome {
  readonly failures: readonly Failure[];
  /** Why those were not asked that were not. */
  readonly held: readonly SkipReason[];
  readonly lanes: readonly Lane[];
}

/** The failure that the whole chain ends with. */
function verdict({ failures, held, lanes }: ChainOutcome, emptyCode: string | undefined): Failure {
  const [first, ...others] = failures;
  if (first) return first.with({ others, ...(isNetworkGone(failures, held) && { facts: noNetwork(first) }) });
  const [lane] = lanes;
  if (!lane) return new Failure('no-target', { sent: 'no', ...(emptyCode !== undefined && { code: emptyCode }) });
  if (held.includes('budget')) return new Failure('budget-spent', { sent: 'no' });
  if (held[0] && held.every(because => because === 'no-key'))
    return new Failure('no-key', { sent: 'no', target: lane.target.id });
  return new Failure('all-paused', { sent: 'no', ...(held.includes('offline') && { code: 'offline' }) });
}

/** Not one server, but all of them could not be connected to. */
function isNetworkGone(failures: readonly Failure[], held: ChainOutcome['held']): boolean {
  const unconnected = failures.filter(isUnconnected);
  const hosts = new Set(unconnected.map(({ details }) => details.facts?.['host']));
  return unconnected[0] === failures[0] && (held.includes('offline') || hosts.size > 1);
}

const noNetwork = ({ details }: Failure) => ({ ...details.facts, noNetwork: 1 });
