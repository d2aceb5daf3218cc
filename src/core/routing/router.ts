import type { Task } from '../model/purpose.ts';
import type { Price, Target, TargetClass } from '../model/target.ts';
import { costOf } from '../budget/modelTable.ts';
import type { ComplexityThresholds } from './complexity.ts';
import { roomFor, type RoomParts } from '../prompt/trimTo.ts';
import { demandOf, sizesOf, type Sizes } from './demand.ts';
import type { AnswerPace, TargetPace } from '../resilience/paceRecord.ts';
import { estimatedTokens } from '../prompt/tokens.ts';
import { strengthOf } from './strategies/placing.ts';
import type { PlaceReason } from '../model/note.ts';
import type { ModelRequest, Ranked, RoutedQuestion } from '../model/question.ts';
import type { Candidate, Demand, RouteFacts, Strategy } from './strategies/strategy.ts';
import { ordered } from './strategies/ordered.ts';
import { tiered } from './strategies/tiered.ts';

/**
 * In which order the targets of the chain are asked, and why. The only place that decides it, once for each question: fallback,
 * remembered answers, the status, savings and time limits look at the same route. Gives back each candidate exactly once; whether
 * one can be asked now is for `fallback` to see.
 */
export type Route = (question: RoutedQuestion, candidates: readonly Target[]) => readonly Ranked[];

/** What routing needs of the world; functions are looked up at each question. */
export interface RouterParts {
  readonly strategy: () => Strategy;
  /** What the user has set for a task. */
  readonly setFor: (task: Task | undefined) => TaskSetting | undefined;
  readonly thresholds: () => ComplexityThresholds;
  /** How a target did lately, by its id. */
  readonly paceOf: (target: string) => TargetPace;
  /** What a target costs; undefined: unknown. */
  readonly priceOf: (target: Target) => Price | undefined;
  /** How much each target takes. */
  readonly room: RoomParts;
  /** Can it be asked now? */
  readonly isReady: (target: Target) => boolean;
  /** Of the longest answer that is allowed, how much answers to a task usually have. Default: as `AnswerLengths` presumes. */
  readonly usualShare?: (task: Task | undefined) => number;
  /** A number in [0, 1). */
  readonly chance: () => number;
}

/** What the user has set for a task: who answers it, by a target's id, or how strong whoever answers shall be. */
export type TaskSetting = { readonly target: string } | { readonly class: TargetClass };

/** The chain as the user wrote it. */
export function asWritten(_question: RoutedQuestion, candidates: readonly Target[]): readonly Ranked[] {
  const known = chains.get(candidates) ?? ordered(nothingAsked, candidates.map(unknown), () => 0);
  chains.set(candidates, known);
  return known;
}

/** The chain hardly ever changes, and its order is asked for with every question. */
const chains = new WeakMap<readonly Target[], readonly Ranked[]>();

/** A route by the strategy of now, in which who was chosen for the task, or has answered the conversation so far, goes first. */
export function createRoute(parts: RouterParts): Route {
  const written = writtenWith(parts);
  return (question, candidates) => {
    const set = parts.setFor(question.purpose?.task);
    const strategy = set && 'class' in set ? tiered : parts.strategy(); // the class that is set holds, whatever was learnt
    if (candidates.length < 2) return asWritten(question, candidates);
    if (strategy === ordered && !set) return written(candidates);
    const demand = demandFor(question, set, parts);
    const known = candidates.map(target => ({ target, facts: factsOf(target, question, { demand, parts }) }));
    const looked = (target: Target): RouteFacts | undefined => known.find(each => each.target === target)?.facts;
    const placed = strategy(demand, known, parts.chance).map(each => ({ ...each, factsOf: looked }));
    if (set && 'target' in set) return withFirst(placed, set.target, { code: 'chosen' });
    return strategy === ordered ? placed : staying(placed, known, { demand, before: question.answeredBefore });
  };
}

/** The chain as it stands: nothing need be known of anybody, so nothing is looked up before somebody wants to be told. */
function writtenWith(parts: RouterParts): (candidates: readonly Target[]) => readonly Ranked[] {
  const routes = new WeakMap<readonly Target[], readonly Ranked[]>();
  const sizes = new WeakMap<ModelRequest, Sizes>();
  const look = (target: Target, question: RoutedQuestion): RouteFacts => {
    const known = question.request && sizes.get(question.request);
    const demand = known ?? sizesOf(question, parts.usualShare?.(question.purpose?.task));
    if (question.request) sizes.set(question.request, demand);
    return factsOf(target, question, { demand, parts });
  };
  return candidates => {
    const known =
      routes.get(candidates) ??
      asWritten({ taskClass: 'standard' }, candidates).map(each => ({ ...each, factsOf: look }));
    routes.set(candidates, known);
    return known;
  };
}

function demandFor(
  question: RoutedQuestion,
  set: TaskSetting | undefined,
  { thresholds, usualShare }: RouterParts,
): Demand {
  const wanted = set && 'class' in set ? set.class : undefined;
  const share = usualShare?.(question.purpose?.task);
  return demandOf(question, { thresholds: thresholds(), wanted, ...(share !== undefined && { usualShare: share }) });
}

function factsOf(
  target: Target,
  question: RoutedQuestion,
  { demand, parts }: { readonly demand: Sizes; readonly parts: RouterParts },
): RouteFacts {
  const { promptTokens, answerTokens } = demand;
  const { usual, latest, isStale, failureShare, cachedShare } = parts.paceOf(target.id);
  const price = parts.priceOf(target);
  const usage = {
    inputTokens: promptTokens,
    outputTokens: answerTokens,
    cachedInputTokens: Math.floor(promptTokens * cachedShare),
  };
  return {
    isReady: parts.isReady(target),
    fits: promptTokens <= roomOf(target, question, parts.room) && mayWrite(target, question),
    costUsd: price ? costOf(usage, price) : target.loopback ? 0 : undefined,
    expectedMs: usual && timeOf(usual, answerTokens),
    latestMs: latest && timeOf(latest, answerTokens),
    isStale,
    failureShare,
  };
}

/** Tokens of a prompt that a target takes whole. */
function roomOf(target: Target, { request, ...question }: RoutedQuestion, room: RoomParts): number {
  return (request && roomFor({ ...question, request }, target, room)?.tokens) ?? Infinity;
}

/** May it write as much as the answer takes: of code that comes back whole, about as much as was sent? */
function mayWrite({ maxOutputTokens = Infinity }: Target, { purpose }: RoutedQuestion): boolean {
  const { form, isInBlocks, code } = purpose?.expects ?? { form: 'prose', code: '' };
  return form !== 'code' || isInBlocks === true || estimatedTokens(code.length) <= maxOutputTokens;
}

const timeOf = ({ firstTokenMs, msPerToken }: AnswerPace, tokens: number): number => firstTokenMs + msPerToken * tokens;

/** A conversation stays with who has answered it, unless that one is held back, too small, or weaker than the question asks for. */
function staying(
  placed: readonly Ranked[],
  known: readonly Candidate[],
  { demand, before }: { readonly demand: Demand; readonly before: string | undefined },
): readonly Ranked[] {
  const one = known.find(({ target }) => target.id === before);
  const maySay = one && one.facts.fits && one.facts.isReady && strengthOf(one.target.class) >= strengthOf(demand.class);
  return one && maySay ? withFirst(placed, one.target.id, { code: 'conversation' }) : placed;
}

function withFirst(placed: readonly Ranked[], id: string, because: PlaceReason): readonly Ranked[] {
  const first = placed.find(({ target }) => target.id === id);
  return first ? [{ ...first, because }, ...placed.filter(each => each !== first)] : placed;
}

const nothingAsked: Demand = { task: undefined, score: 0, class: 'simple', promptTokens: 0, answerTokens: 0 };

const unknown = (target: Target): Candidate => ({
  target,
  facts: {
    ...{ isReady: true, fits: true, costUsd: undefined, failureShare: 0 },
    ...{ expectedMs: undefined, latestMs: undefined, isStale: true },
  },
});
