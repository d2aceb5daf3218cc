// Over 200 lines with its comments: all that the status can say, and which of it comes first.

import type { FailureKind } from '../model/failure.ts';
import { shareOf, tightest, type Spending } from '../budget/spending.ts';
import type { BreakerState } from '../resilience/circuitBreaker.ts';
import type { Cooldown } from '../resilience/cooldowns.ts';
import type { SkipReason } from '../model/note.ts';

/** Everything that the status shown to the user is worked out from, at one moment. */
export interface StatusView {
  /** The chain, in order. */
  readonly targets: readonly TargetView[];
  /** The target that is being asked; undefined: none. */
  readonly working: Working | undefined;
  /** The workspace is not trusted. */
  readonly restricted: boolean;
  /** Steadfast is wanted here. */
  readonly enabled: boolean;
  readonly localOnly: boolean;
  /** No network, as far as the last attempts show. */
  readonly offline: boolean;
  /** For how long that stays true if nothing more is learnt, ms. */
  readonly offlineForMs?: number | undefined;
  /** What was used of the budget; undefined: not known yet. */
  readonly budget?: BudgetView | undefined;
  /** Monotonic ms, as in circuits and cooldowns. */
  readonly nowMs: number;
}

export interface BudgetView extends Spending {
  /** From this share on the user is warned. */
  readonly warnAt: number;
  /** What the user wants to see of it while all is well. */
  readonly shown: 'budget' | 'tokens' | 'cost' | 'icon';
}

export interface TargetView {
  readonly id: string;
  readonly label: string;
  readonly circuit: BreakerState;
  readonly cooldown: Cooldown | undefined;
  /** What keeps it from being asked besides circuit and cooldown: no key, not allowed here. */
  readonly barred?: SkipReason | undefined;
  readonly lastFailure?: FailureKind | undefined;
  /** Median time of its latest answers, ms. */
  readonly p50Ms?: number | undefined;
}

export interface Working {
  readonly label: string;
  /** 1-based place in the chain of the question. */
  readonly position: number;
  readonly of: number;
}

/** What the status bar says, as codes and data; interaction/status/statusText makes text of it. */
export interface Status {
  readonly state: StatusState;
  /** Name of a codicon, '~spin' included. */
  readonly icon: string;
  /** Which of the two backgrounds a status bar item may have. */
  readonly severity: Severity;
  /** The target the state is about: it is being asked, would be asked next, or is tried again. */
  readonly subject: Working | undefined;
  readonly budget: BudgetView | undefined;
  /** The chain, in order. */
  readonly targets: readonly TargetStatus[];
  /** In how many ms the state may change by time alone; Infinity: only by an event. */
  readonly changesInMs: number;
}

export type Severity = 'none' | 'warning' | 'error';

export type StatusState =
  | 'restricted'
  | 'paused'
  | 'budget-spent'
  | 'offline'
  | 'all-paused'
  | 'working'
  | 'working-on-fallback'
  | 'half-open'
  | 'fallback'
  | 'budget-low'
  | 'set-up'
  | 'local'
  | 'closed';

export interface TargetStatus {
  readonly id: string;
  readonly label: string;
  readonly condition: Condition;
  /** ms until it may be asked again; Infinity: when the user acts; undefined: it may be asked. */
  readonly restMs: number | undefined;
  readonly lastFailure: FailureKind | undefined;
  readonly p50Ms: number | undefined;
}

/** 'half-open': its rest is over and the next question tries it, or is trying it. */
export type Condition =
  | 'closed'
  | 'half-open'
  | 'open'
  | 'paused'
  | 'cooling-down'
  | 'credential'
  | 'quota'
  | 'offline'
  | 'no-key'
  | 'not-allowed';

const icons: Readonly<Record<StatusState, string>> = {
  restricted: 'shield',
  paused: 'debug-pause',
  'budget-spent': 'circle-slash',
  offline: 'debug-disconnect',
  'all-paused': 'circle-slash',
  working: 'loading~spin',
  'working-on-fallback': 'sync~spin',
  'half-open': 'sync',
  fallback: 'warning',
  'budget-low': 'graph',
  'set-up': 'plug',
  local: 'lock',
  closed: 'shield',
};

/** What the user should know now: the worst that is true. */
export function describe(view: StatusView): Status {
  const targets = view.targets.map(target => statusOf(target, view.nowMs));
  const state = stateOf(view, targets);
  return {
    state,
    icon: icons[state],
    severity: severityOf(state, targets),
    subject: view.working ?? subjectOf(state, targets),
    budget: view.budget,
    targets,
    changesInMs: Math.min(view.offlineForMs ?? Infinity, ...targets.map(target => target.restMs ?? Infinity)),
  };
}

/** May this target not be asked now, although it is part of the chain? */
export function isResting({ condition }: TargetStatus): boolean {
  return condition !== 'closed' && condition !== 'half-open';
}

/** Worst first. */
function stateOf(view: StatusView, targets: readonly TargetStatus[]): StatusState {
  const usable = targets.filter(isUsable);
  if (view.restricted) return 'restricted';
  if (!view.enabled) return 'paused';
  const used = usedShare(view.budget);
  if (used >= 1) return 'budget-spent';
  if (view.offline) return 'offline';
  if (usable.length > 0 && usable.every(isResting)) return 'all-paused';
  if (view.working) return view.working.position > 1 ? 'working-on-fallback' : 'working';
  if (usable.some(({ condition }) => condition === 'half-open')) return 'half-open';
  if (usable.some(isResting)) return 'fallback';
  if (usable.length === 0) return 'set-up';
  if (view.budget && used >= view.budget.warnAt) return 'budget-low';
  return view.localOnly ? 'local' : 'closed';
}

/** Of the limit that is nearest to its end; 0: there is none. */
function usedShare(budget: BudgetView | undefined): number {
  const measure = budget && tightest(budget);
  return measure ? shareOf(measure) : 0;
}

function severityOf(state: StatusState, targets: readonly TargetStatus[]): Severity {
  if (state === 'budget-spent' || state === 'offline' || state === 'all-paused') return 'error';
  if (state === 'budget-low') return 'warning';
  const primary = targets.find(isUsable);
  return state === 'fallback' && primary && isResting(primary) ? 'warning' : 'none';
}

function subjectOf(state: StatusState, targets: readonly TargetStatus[]): Working | undefined {
  const usable = targets.filter(isUsable);
  const index = usable.findIndex(target =>
    state === 'half-open' ? target.condition === 'half-open' : !isResting(target),
  );
  const subject = usable[index];
  return subject && { label: subject.label, position: index + 1, of: usable.length };
}

/** A target without a key, or not allowed here, counts as if it were not in the chain. */
const isUsable = ({ condition }: TargetStatus): boolean => condition !== 'no-key' && condition !== 'not-allowed';

function statusOf(target: TargetView, nowMs: number): TargetStatus {
  const { id, label, lastFailure, p50Ms } = target;
  const { condition, until } = worstHold(target, nowMs) ?? { condition: willingness(target), until: undefined };
  return { id, label, condition, lastFailure, p50Ms, restMs: until === undefined ? undefined : until - nowMs };
}

interface Hold {
  readonly condition: Condition;
  /** Monotonic ms. */
  readonly until: number;
}

/** Of everything that holds a target back, what holds it longest. */
function worstHold({ circuit, cooldown, barred }: TargetView, nowMs: number): Hold | undefined {
  const holds: Hold[] = [];
  if (barred === 'no-key' || barred === 'not-allowed') holds.push({ condition: barred, until: Infinity });
  if (circuit.is === 'paused') holds.push({ condition: 'paused', until: Infinity });
  if (cooldown) holds.push({ condition: cooldown.because, until: cooldown.until });
  if (circuit.is === 'open') holds.push({ condition: 'open', until: circuit.until });
  return holds.filter(({ until }) => until > nowMs).reduce<Hold | undefined>(longer, undefined);
}

const longer = (first: Hold | undefined, second: Hold): Hold => (first && first.until >= second.until ? first : second);

/** An open circuit whose rest is over lets the next question in as its probe. */
function willingness({ circuit }: TargetView): Condition {
  return circuit.is === 'open' || circuit.is === 'half-open' ? 'half-open' : 'closed';
}
