import { circuitKey, type Circuits } from './circuits.ts';
import { inTime, unlessAborted, type Clock } from '../model/clock.ts';
import type { Limiters } from './limiters.ts';
import type { LogRecord, SharedLog } from '../shared/sharedLog.ts';
import type { Target } from '../model/target.ts';
import type { CircuitBreaker, BreakerState } from './circuitBreaker.ts';
import { claimMs, ProbeClaims } from './probeClaims.ts';
import type { Cooldown } from './cooldowns.ts';

export interface SharingParts {
  readonly clock: Clock;
  readonly log: SharedLog;
  readonly circuits: Circuits;
  readonly limiters: Limiters;
  readonly newId: () => string;
}

/** Clocks may jump: no rest that is read is believed to last longer than this. */
const longestRestMs = 3_600_000;
/** A disk slower than this must not hold up a question. */
const slowDiskMs = 250;
/** The log is read at most this often (F177). */
const staleMs = 1_000;
const minuteMs = 60_000;

/**
 * Makes circuits, cooldowns and rate limits the same in all windows of this machine, through the shared log: each window
 * writes what it finds out, and of all windows that want to try a failing target again one may. Moments are written in wall-clock time and
 * clamped when read.
 */
export class SharedCircuits {
  readonly #parts: SharingParts;
  readonly #claims = new ProbeClaims();
  /** How many of this window's records on one circuit or cooldown are not read back yet: they overrule records before them. */
  readonly #onTheWay = new Map<string, number>();
  readonly #ends: readonly (() => void)[];
  #readAt = -Infinity;

  constructor(parts: SharingParts) {
    this.#parts = parts;
    const { circuits, limiters, log, clock } = parts;
    this.#ends = [
      circuits.onDidTransit((key, circuit) => this.#tell(circuitRecord(key, circuit, this.#wallOf))),
      circuits.cooldowns.onDidTransit((key, cooldown) => this.#tell(cooldownRecord(key, cooldown, this.#wallOf))),
      limiters.onDidBegin((key, tokens) => this.#say({ kind: 'took', key, tokens, at: clock.wall() })),
      log.subscribe('circuit', (record, own) => this.#applyCircuit(record, this.#isNews(record, own))),
      log.subscribe(
        'gate', // the name in files that older versions read and wrote
        (record, own) => this.#isNews(record, own) && this.#applyCooldown(record),
      ),
      log.subscribe('claim', record => this.#applyClaim(record)),
      log.subscribe('release', record => this.#applyRelease(record)),
      log.subscribe('took', (record, own) => own || this.#applyTook(record)),
    ];
  }

  /** Reads what other windows have written, at most once a second; waits for a slow disk at most 250 ms. */
  catchUp(): Promise<void> | undefined {
    const { clock, log } = this.#parts;
    if (clock.now() - this.#readAt < staleMs) return undefined;
    this.#readAt = clock.now();
    return inTime(clock, slowDiskMs, log.refresh());
  }

  /**
   * The right to be the one that tries this target again: what gives it back, or undefined when another window has it. Where
   * the log fails, every window has it. Rejects when the signal aborts.
   */
  async claim(target: Target, signal: AbortSignal): Promise<(() => void) | undefined> {
    const { clock, log, newId } = this.#parts;
    const key = circuitKey(target);
    const id = newId();
    const at = clock.wall();
    const release = () => this.#say({ kind: 'release', key, id });
    const claiming = inTime(clock, slowDiskMs, log.append({ kind: 'claim', key, id, at, until: at + claimMs }));
    await unlessAborted(claiming, signal).catch((error: unknown) => {
      release(); // it is on its way all the same
      throw error;
    });
    const holder = this.#claims.holderOf(key, clock.wall());
    if (holder === undefined || holder === id) return release;
    release(); // gives up, or it had the right when the holder gives it back
    return undefined;
  }

  /** Everything that still holds, for the head of a new file. */
  carryOver(): readonly LogRecord[] {
    const { circuits } = this.#parts;
    const resting = [...circuits.all].filter(([, { state }]) => state.is === 'open' || state.is === 'paused');
    return [
      ...resting.flatMap(([key, circuit]) => circuitRecord(key, circuit, this.#wallOf) ?? []),
      ...[...circuits.cooldowns.closed].map(([key, cooldown]) => cooldownRecord(key, cooldown, this.#wallOf)),
    ];
  }

  dispose(): void {
    for (const end of this.#ends) end();
  }

  #say(record: LogRecord): void {
    void this.#parts.log.append(record); // never rejects
  }

  /** Writes how a circuit or a cooldown stands now. */
  #tell(record: LogRecord | undefined): void {
    if (!record) return;
    const about = aboutOf(record);
    this.#onTheWay.set(about, (this.#onTheWay.get(about) ?? 0) + 1);
    this.#say(record);
  }

  /** Did another window write it, after all that this one wrote on the same? So all windows end with the log's last record. */
  #isNews(record: LogRecord, own: boolean): boolean {
    const about = aboutOf(record);
    const ahead = this.#onTheWay.get(about) ?? 0;
    if (!own) return ahead === 0;
    if (ahead > 1) this.#onTheWay.set(about, ahead - 1);
    else this.#onTheWay.delete(about);
    return false;
  }

  #applyCircuit({ key, is, until, probes }: LogRecord, isNews: boolean): void {
    if (typeof key !== 'string') return;
    this.#claims.end(key);
    const state = isNews ? stateOf(is, this.#nowOf(until)) : undefined;
    if (state) this.#parts.circuits.at(key).adopt(state, typeof probes === 'number' ? probes : 0);
  }

  #applyCooldown({ key, because, until }: LogRecord): void {
    if (typeof key === 'string') this.#parts.circuits.cooldowns.adopt(key, cooldownOf(because, this.#nowOf(until)));
  }

  #applyClaim({ key, id, at, until }: LogRecord): void {
    if (typeof key !== 'string' || typeof id !== 'string') return;
    if (typeof at === 'number' && typeof until === 'number') this.#claims.add(key, id, { at, until });
  }

  #applyRelease({ key, id }: LogRecord): void {
    if (typeof key === 'string' && typeof id === 'string') this.#claims.giveBack(key, id);
  }

  #applyTook({ key, tokens, at }: LogRecord): void {
    const isRecent = typeof at === 'number' && Math.abs(this.#parts.clock.wall() - at) < minuteMs;
    if (isRecent && typeof key === 'string' && typeof tokens === 'number') this.#parts.limiters.took(key, tokens);
  }

  /** Wall-clock time of a monotonic moment; what lasts for ever is written as the longest rest. */
  readonly #wallOf = (at: number): number => {
    const { clock } = this.#parts;
    return Math.round(clock.wall() + Math.min(longestRestMs, at - clock.now()));
  };

  #nowOf(wall: unknown): number {
    const { clock } = this.#parts;
    const restMs = typeof wall === 'number' ? wall - clock.wall() : 0;
    return clock.now() + Math.min(longestRestMs, Math.max(0, restMs));
  }
}

const aboutOf = ({ kind, key }: LogRecord): string => `${kind} ${key}`;

type WallOf = (at: number) => number;

/** undefined: half-open is this window's own affair until its probe has ended. */
function circuitRecord(key: string, { state, failedProbes }: CircuitBreaker, wallOf: WallOf): LogRecord | undefined {
  if (state.is === 'half-open') return undefined;
  const until = state.is === 'open' ? wallOf(state.until) : 0;
  return { kind: 'circuit', key, is: state.is, until, probes: failedProbes };
}

const cooldownRecord = (key: string, cooldown: Cooldown | undefined, wallOf: WallOf): LogRecord => ({
  kind: 'gate',
  key,
  because: cooldown?.because ?? 'open',
  until: cooldown ? wallOf(cooldown.until) : 0,
});

function stateOf(is: unknown, until: number): BreakerState | undefined {
  switch (is) {
    case 'closed':
    case 'paused':
      return { is };
    case 'open':
      return { is, until };
    default:
      return undefined; // a later version may know more
  }
}

function cooldownOf(because: unknown, until: number): Cooldown | undefined {
  const isKnown = because === 'cooling-down' || because === 'credential' || because === 'quota';
  return isKnown ? { because, until } : undefined;
}
