// Over 200 lines with its imports: the one order of the layers, and what each is made of, are read together.

import { type Ask, stack } from './model/layer.ts';
import type { Circuits } from './resilience/circuits.ts';
import type { Clock } from './model/clock.ts';
import { Failure } from './model/failure.ts';
import { fallback } from './routing/fallback.ts';
import type { Hedging } from './routing/hedge.ts';
import { attempt } from './layers/attempt.ts';
import { asWritten, type Route } from './routing/router.ts';
import { breaker } from './layers/breaker.ts';
import { budget, budgetCloses, budgetRefuses, type BudgetParts } from './layers/budget.ts';
import { cache, olderAnswer, similarAnswer, type CacheParts } from './layers/cache.ts';
import { catchUp } from './layers/catchUp.ts';
import { coalesce } from './layers/coalesce.ts';
import { deadline } from './layers/deadline.ts';
import { escalate } from './escalation/escalate.ts';
import type { EscalationSettings } from './escalation/escalationParts.ts';
import { assessAnswer, type AssessmentParts } from './layers/assessAnswer.ts';
import { cooldown } from './layers/cooldown.ts';
import { isHeldBack, limiter } from './layers/limiter.ts';
import { lastResort } from './layers/lastResort.ts';
import { nextKey, type Way } from './layers/nextKey.ts';
import { record } from './layers/record.ts';
import { maskedQuestion, redact, type RedactParts } from './layers/redact.ts';
import { retry, type RetryOptions } from './layers/retry.ts';
import { showHidden, shownQuestion } from './layers/showHidden.ts';
import { standIn } from './layers/standIn.ts';
import { structured } from './layers/structured.ts';
import { tellRoute } from './routing/tellRoute.ts';
import { trim, type TrimParts } from './layers/trim.ts';
import type { Limiters } from './resilience/limiters.ts';
import { restingBecause, restsForMs } from './resilience/restingBecause.ts';
import type { AnswerCache } from './cache/answerCache.ts';
import { previewsOf, type PreviewOptions, type PreviewedChain, type TargetPreview } from './previewsOf.ts';
import type { Hash } from './cache/questionKey.ts';
import type { CurrentHash } from './cache/usedFiles.ts';
import type { Target } from './model/target.ts';
import type { AttemptLimits } from './resilience/attemptLimits.ts';
import { inOrderOf, type Lane } from './routing/lane.ts';
import { mayAnswer } from './routing/skips.ts';
import type { QuestionObserver } from './model/questionRecord.ts';
import type { SkipReason } from './model/note.ts';
import type { Answer } from './model/answer.ts';
import type { Question, Ranked, RoutedQuestion, TaskClass } from './model/question.ts';

/** A target and the provider's way of asking it. */
export interface Source {
  readonly target: Target;
  readonly ask: Ask;
  /** The target with each of its keys, where it has several (`withEachKey`), and the way of asking each. */
  readonly keyed?: readonly Source[];
}

/** Everything the client needs of the world. Functions are looked up at each question, so settings may change under it. */
export interface Parts {
  readonly clock: Clock;
  readonly hash: Hash;
  /** The chain, in order. */
  readonly sources: readonly Source[];
  /** Default: the chain as it is written. */
  readonly route?: Route;
  readonly circuits: Circuits;
  readonly limiters: Limiters;
  /** Reads what other windows have found out; undefined: there are none. */
  readonly catchUp?: () => Promise<void> | undefined;
  /** Lets one window of all try a failing target again, see `BreakerHelp`; undefined: this is the only window. */
  readonly claim?: (target: Target, signal: AbortSignal) => Promise<(() => void) | undefined>;
  /** What may be spent; undefined: nothing is counted. */
  readonly budget?: Omit<BudgetParts, 'clock'>;
  /** How much a target takes. Default: everything. */
  readonly room?: TrimParts;
  readonly answers: AnswerCache;
  /** What other files hold now, see `CacheParts`. */
  readonly currentHash?: CurrentHash;
  readonly redaction: RedactParts;
  readonly judgement: AssessmentParts;
  /** How doubtful answers are followed up; undefined: they are not. */
  readonly escalation?: EscalationSettings;
  /** Who learns of every question: the log, the ledger's savings, the status. */
  readonly observers: readonly QuestionObserver[];
  /** What keeps a target from being asked besides its circuit and gates: no key, not confirmed, not allowed here. */
  readonly barred: (target: Target) => SkipReason | undefined;
  readonly limits: (target: Target, taskClass: TaskClass) => AttemptLimits;
  readonly retrying: () => RetryOptions;
  readonly caching: () => boolean;
  /** How alike the words of a similar question must be, see `CacheParts`. Default: nothing is similar. */
  readonly similarity?: () => number;
  /** Shall another vendor's target be asked when one declines to answer? Default: no. */
  readonly asksOnRefusal?: () => boolean;
  /** After how long at one target another is asked beside it, see `Hedging`. Default: never. */
  readonly hedgeAfterMs?: (target: Target) => number | undefined;
  /** Finer code of the failure when the chain is empty: where targets have to be written, say. */
  readonly emptyCode?: string;
}

export interface Client {
  readonly ask: (question: Question) => Promise<Answer>;
  /** The chain, as it is written. */
  readonly targets: readonly Target[];
  /** In which order they would be asked now, and why. */
  readonly routeOf: (question: RoutedQuestion) => readonly Ranked[];
  /** One attempt at one target, past its circuit and every gate: for a test that the user asked for. */
  readonly tryOnce: (target: Target, question: Question) => Promise<Answer>;
  /** What each target of the chain would be sent for this question, secrets masked, and what it would take; nothing is sent. */
  readonly preview: (question: Question, options?: PreviewOptions) => Promise<readonly TargetPreview[]>;
}

/** The only place that knows the order of the layers: read it top to bottom, outermost first. */
export function createClient(parts: Parts): Client {
  const { clock, hash } = parts;
  const lanes = new Map(parts.sources.map(source => [source.target, createLane(source, parts)]));
  const laneOf = (target: Target): Lane | undefined => lanes.get(target);
  const targets = [...lanes.keys()];
  const route = parts.route ?? asWritten;
  const memory = memoryOf(parts);
  const ask = stack(
    record({ clock, observers: parts.observers }),
    redact(parts.redaction),
    standIn(),
    lastResort({
      older: question => olderAnswer(memory, question),
      similar: question => similarAnswer(memory, question),
    }),
    cache(memory),
    coalesce(clock, hash),
    deadline(clock),
    catchUp(parts.catchUp),
    escalate(parts.escalation, { clock, laneOf, affords: affordsWith(parts) }),
    assessAnswer(clock, parts.judgement),
    showHidden(clock),
    tellRoute(laneOf),
  )(
    fallback(inOrderOf(lanes), {
      clock,
      hedging: hedgingOf(parts),
      asksOnRefusal: parts.asksOnRefusal,
      emptyCode: parts.emptyCode,
    }),
  );
  return {
    ask: question => ask({ ...question, route: route(question, targets) }), // once, so that all layers see the same
    targets,
    routeOf: question => route(question, targets),
    tryOnce: (target, question) => tryOnce(target, question, parts),
    preview: (question, { times = 1 } = {}) => preview(question, parts, { targets, lanes, route, times }),
  };
}

const memoryOf = (parts: Parts): CacheParts => ({
  answers: parts.answers,
  hash: parts.hash,
  clock: parts.clock,
  enabled: parts.caching,
  targets: question => (question.route ?? []).map(({ target }) => target).filter(mayAnswer(question, parts.barred)),
  ...(parts.similarity && { similarity: parts.similarity }),
  ...(parts.currentHash && { currentHash: parts.currentHash }),
});

const boundless: TrimParts = { windowOf: () => undefined, upperFactor: () => 1 };

const hedgingOf = ({ circuits, hedgeAfterMs }: Parts): Hedging => ({
  delayMs: hedgeAfterMs ?? (() => undefined),
  afford: target => circuits.retryBudgetOf(target).withdraw(),
});

function createLane(source: Source, parts: Parts): Lane {
  const { target } = source;
  const { clock, circuits, claim, limits } = parts;
  const spending = spendingOf(parts);
  const circuit = circuits.of(target);
  return {
    target,
    closed: question =>
      parts.barred(target) ?? restingBecause(target, circuits) ?? budgetCloses(target, question, spending),
    restsForMs: () => (parts.barred(target) ? undefined : restsForMs(target, circuits, clock)),
    // one that needs long for its first word by nature would always lose against another
    overdueMs: ({ taskClass }) => (limits(target, taskClass).isSlowByNature ? undefined : circuit.overdueMs),
    hurry: () => circuits.cooldowns.of(target) === undefined && circuit.hurry(),
    ask: stack(
      structured(target),
      trim(target, parts.room ?? boundless),
      breaker(circuit, target.id, {
        excused: failure => circuits.cooldowns.connectivity.excuses(target, failure),
        ...(claim && { claim: signal => claim(target, signal) }),
      }),
      retry(clock, parts.retrying, circuits.retriesAt(target)),
    )(nextKey(waysOf(source, way => keyedWay(way, parts, spending)))),
  };
}

/** What is of each key: its limits, and so what is asked with it. */
function keyedWay({ target, ask }: Source, parts: Parts, spending: BudgetParts | undefined): Way {
  const { clock, circuits, limiters } = parts;
  const measure = limiters.of(target);
  return {
    target,
    held: question =>
      circuits.cooldowns.of(target)?.because ?? (isHeldBack(measure, question) ? 'own-limit' : undefined),
    ask: stack(
      cooldown(clock, circuits.cooldowns, target),
      limiter(clock, target, measure),
    )(ungated({ target, ask }, parts, spending).ask),
  };
}

/** One attempt, paid for and held to its limits. */
const ungated = ({ target, ask }: Source, { clock, limits }: Parts, spending: BudgetParts | undefined): Source => ({
  target,
  ask: stack(
    budget(target, spending),
    attempt(clock, target, ({ taskClass }) => limits(target, taskClass)),
  )(ask),
});

function waysOf(source: Source, wayOf: (source: Source) => Way): readonly [Way, ...Way[]] {
  const [first = source, ...others] = source.keyed ?? [];
  return [wayOf(first), ...others.map(wayOf)];
}

const affordsWith = (parts: Parts) => (target: Target, question: Question) =>
  !budgetRefuses(target, { question, times: 1 }, spendingOf(parts));

const spendingOf = ({ clock, budget }: Parts): BudgetParts | undefined => budget && { clock, ...budget };

async function tryOnce(target: Target, question: Question, parts: Parts): Promise<Answer> {
  const source = parts.sources.find(candidate => candidate.target.id === target.id);
  if (!source) throw new Failure('no-target', { target: target.id, sent: 'no' });
  // its cost counts too; who asks for it wants it
  const once = nextKey(waysOf(source, way => ({ ...ungated(way, parts, spendingOf(parts)), held: () => undefined })));
  const answer = await once({ ...question, overBudget: true });
  parts.circuits.reset(target); // it answers: nothing that was held against it is true any more
  return answer;
}

/** Goes the way of a question as far as it shapes what is sent. */
const preview = async (question: Question, parts: Parts, asked: PreviewedChain) =>
  previewsOf({
    ...asked,
    shown: await shownQuestion(await maskedQuestion(question, parts.redaction), parts.clock),
    room: parts.room ?? boundless,
    isReady: target => parts.circuits.admits(target),
    refuses: (target, trimmed) => budgetRefuses(target, { question: trimmed, times: asked.times }, spendingOf(parts)),
  });
