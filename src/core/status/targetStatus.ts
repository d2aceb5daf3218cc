import type { FailureKind } from '../model/failure.ts';
import type { SkipReason } from '../model/note.ts';
import type { BreakerState } from '../resilience/circuitBreaker.ts';
import type { Cooldown } from '../resilience/cooldowns.ts';

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

/** How a target stands at this moment, monotonic ms. */
export function statusOf(target: TargetView, nowMs: number): TargetStatus {
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
