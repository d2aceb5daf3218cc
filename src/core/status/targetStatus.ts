import type { LastFailure } from '../resilience/trackRecord.ts';
import type { SkipReason } from '../model/note.ts';
import type { BreakerState } from '../resilience/circuitBreaker.ts';
import type { Cooldown } from '../resilience/cooldowns.ts';
import type { Retirement } from '../budget/retiredModels.ts';
import type { Slowness } from './slowTargets.ts';

export interface TargetView {
  readonly id: string;
  readonly label: string;
  readonly circuit: BreakerState;
  readonly cooldown: Cooldown | undefined;
  /** Runs on this machine, so that no network is needed for it. Default: false. */
  readonly loopback?: boolean | undefined;
  /** What keeps it from being asked besides circuit and cooldown: no key, not allowed here. */
  readonly barred?: SkipReason | undefined;
  readonly lastFailure?: LastFailure | undefined;
  /** Median time of its latest answers, ms. */
  readonly p50Ms?: number | undefined;
  /** That it is slower than usual; undefined: it is not, as far as is known. */
  readonly slow?: Slowness | undefined;
  /** What is known of the end of its model. */
  readonly retirement?: Retirement | undefined;
}

export interface TargetStatus {
  readonly id: string;
  readonly label: string;
  readonly condition: Condition;
  readonly loopback: boolean;
  /** ms until it may be asked again; Infinity: when the user acts; undefined: it may be asked. */
  readonly restMs: number | undefined;
  readonly lastFailure: LastFailure | undefined;
  readonly p50Ms: number | undefined;
  /** How much slower than usual it is; undefined: it is not, as far as is known. */
  readonly slow?: TargetSlowness | undefined;
  /** What is known of the end of its model. */
  readonly retirement?: Retirement | undefined;
}

/** Medians to the first words, ms. */
export interface TargetSlowness extends Pick<Slowness, 'firstTokenMs' | 'usualMs'> {
  /** For how many ms that may be said. */
  readonly forMs: number;
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

/** What is true of the network and the time, when a target's status is worked out. */
export interface Moment {
  /** Monotonic ms. */
  readonly nowMs: number;
  /** No network, as far as the last attempts show. */
  readonly offline: boolean;
}

/** How a target stands at this moment. */
export function statusOf(target: TargetView, moment: Moment): TargetStatus {
  const { id, label, lastFailure, p50Ms, retirement, slow, loopback = false } = target;
  const hold = worstHold(target, moment.nowMs);
  return {
    ...{ id, label, loopback, lastFailure, p50Ms },
    ...(slow && slow.until > moment.nowMs && { slow: slownessAt(slow, moment.nowMs) }),
    ...(retirement && { retirement }),
    condition: hold?.condition ?? willingness(target, moment),
    restMs: hold && hold.until - moment.nowMs,
  };
}

const slownessAt = ({ firstTokenMs, usualMs, until }: Slowness, nowMs: number): TargetSlowness => ({
  ...{ firstTokenMs, usualMs },
  forMs: until - nowMs,
});

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

/** An open circuit whose rest is over lets the next question in as its probe; so does a network that was not there. */
function willingness({ circuit, loopback = false }: TargetView, { offline }: Moment): Condition {
  const isUnsure = circuit.is === 'open' || circuit.is === 'half-open' || (offline && !loopback);
  return isUnsure ? 'half-open' : 'closed';
}
