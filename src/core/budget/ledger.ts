// Over 200 lines with its comments: what is booked and what is granted follow from one order of records.

import { Emitter } from '../shared/emitter.ts';
import type { Clock } from '../model/clock.ts';
import type { Saving } from './savings.ts';
import type { Price } from '../model/target.ts';
import { UnsharedLimits } from './unsharedLimits.ts';
import { applyRecords } from './applyRecords.ts';
import { LedgerProjection, reservationVerdict, type ReservationVerdict } from './ledgerProjection.ts';
import { microsPerUsd, monthOf, type LimitEntry, type ReserveEntry, type Where } from './ledgerRecords.ts';
import {
  refusalOf,
  reserveEntry,
  settleEntry,
  type BudgetRefusal,
  type Reservation,
  type ReserveRequest,
} from './reservation.ts';
import type { LogRecord, SharedLog } from '../shared/sharedLog.ts';
import {
  daySpending,
  latestDays,
  spendingsOf,
  standingOf,
  type DaySpending,
  type Limits,
  type WorkspaceSpending,
  type Standing,
} from './budgetStanding.ts';
import type { BudgetLimit } from '../model/note.ts';

export interface LedgerParts {
  /** One for the whole machine; its carry-over is `carryOver`. */
  readonly log: SharedLog;
  readonly clock: Clock;
  readonly newId: () => string;
  /** The local day of a wall-clock time: '2026-11-22'. */
  readonly dayOf: (wallMs: number) => string;
  /** What a workspace may spend, by the settings and by what was set for it outside of them. */
  readonly limits: (workspace: string, recorded: RecordedLimits) => Limits;
}

/** What the command Set Workspace Budget has set; undefined: nothing. */
export interface RecordedLimits {
  readonly dayTokens: number | undefined;
  readonly monthTokens: number | undefined;
}

/** What others have written is read at most this often for the display (F177). */
const staleMs = 1_000;
const maxNameLength = 64;

/**
 * What was spent on this machine and what may be, one for all its windows: an attempt is reserved before it is sent, and
 * settled with what it took. All of it is records in a shared log, and whether one is granted follows from their order. When
 * the log cannot be kept it goes on in memory, and grants half of what was left. Nothing here rejects.
 */
export class Ledger {
  readonly #parts: LedgerParts;
  readonly #projection = new LedgerProjection();
  readonly #unshared = new UnsharedLimits();
  readonly #verdicts = new Map<string, ReservationVerdict>();
  readonly #changed = new Emitter();
  readonly #end: () => void;
  #isTelling = false;
  #wasKept = true;
  #readAt = -Infinity;
  #reading: Promise<void> = Promise.resolve();

  constructor(parts: LedgerParts) {
    this.#parts = parts;
    this.#end = applyRecords(parts.log, {
      projection: this.#projection,
      onVerdict: (op, verdict) => this.#verdicts.set(op, verdict),
      onChange: () => this.#tell(),
    });
  }

  /** False: what is counted holds for this window alone, for now. */
  get kept(): boolean {
    return this.#parts.log.durable;
  }

  /** Asks for what one attempt may take. It counts from here on, whatever becomes of this window. */
  async reserve(request: ReserveRequest): Promise<Reservation | BudgetRefusal> {
    await this.refresh(); // a limit that another window has set counts
    if (this.kept) this.#unshared.end();
    const written = this.#written(request);
    const before = this.#projection.taken(written);
    const entry = this.kept ? written : this.#unshared.tightened(written, before);
    let verdict = await this.#verdictOn(entry);
    const didTroubleBegin = entry === written && !this.kept && entry.over !== true;
    if (verdict === 'granted' && didTroubleBegin) {
      verdict = this.#unshared.verdictOn(written, before);
      if (verdict !== 'granted') await this.#append({ kind: 'release', op: entry.op });
    }
    return verdict === 'granted' ? this.#reservationOf(entry, request.price) : refusalOf(verdict);
  }

  /** What `reserve` would say now, as far as it has been read; undefined: it would grant it. Nothing is written. */
  refusal(request: ReserveRequest): BudgetRefusal | undefined {
    const written = this.#written(request);
    const taken = this.#projection.taken(written);
    const entry = this.kept ? written : this.#unshared.tightened(written, taken);
    const verdict = entry.over === true ? 'granted' : reservationVerdict(entry, taken);
    return verdict === 'granted' ? undefined : refusalOf(verdict);
  }

  /** How a workspace stands now, as far as it has been read. */
  standing(workspace: string): Standing {
    const measuring = { limits: this.limitsOf(workspace), wallMs: this.#parts.clock.wall() };
    return standingOf(this.#projection, this.#whereOf(workspace), measuring);
  }

  /** What this workspace used on each of the latest days, today last, and all workspaces of money; settled only. */
  recentDays(workspace: string, count: number): readonly DaySpending[] {
    const { clock, dayOf } = this.#parts;
    const days = latestDays(clock.wall(), count, dayOf);
    return days.map(day => daySpending(this.#projection, { ws: this.#whereOf(workspace).ws, day }));
  }

  /** What every workspace spent this month, as far as it has been read. */
  overview(): readonly WorkspaceSpending[] {
    const wallMs = this.#parts.clock.wall();
    return spendingsOf(this.#projection, this.#parts.dayOf(wallMs), wallMs);
  }

  /** Sets a limit for one workspace, outside of its repository and of the settings; 0 removes it. */
  async setLimit(workspace: string, which: LimitEntry['which'], tokens: number): Promise<void> {
    await this.refresh();
    const { ws } = this.#whereOf(workspace);
    const at = Math.max(this.#parts.clock.wall(), (this.#projection.limitOf(ws, which)?.at ?? 0) + 1);
    await this.#append({ kind: 'limit', ws, which, tokens: Math.max(0, Math.round(tokens)), at }, true);
  }

  /** What a workspace may spend. */
  limitsOf(workspace: string): Limits {
    return this.#parts.limits(workspace, this.recordedLimits(workspace));
  }

  recordedLimits(workspace: string): RecordedLimits {
    const { ws } = this.#whereOf(workspace);
    const set = (which: LimitEntry['which']) => {
      const tokens = this.#projection.limitOf(ws, which)?.tokens ?? 0;
      return tokens > 0 ? tokens : undefined;
    };
    return { dayTokens: set('day'), monthTokens: set('month') };
  }

  /** True in exactly one window, once for each workspace, limit, current period and level: it may warn the user. */
  async warnOnce(workspace: string, which: BudgetLimit, level: number): Promise<boolean> {
    const { ws, day } = this.#whereOf(workspace);
    const period = which === 'day' ? day : monthOf(day);
    return this.#claim([which === 'money' ? '' : ws, which, period, level].join(' '));
  }

  /** True in exactly one window, once a day: it may tell the user. */
  sayOnce(about: 'damaged'): Promise<boolean> {
    return this.#claim(`${about} ${this.#whereOf('').day}`);
  }

  /** Books what one question was spared. */
  async save(workspace: string, savings: readonly Saving[]): Promise<void> {
    if (savings.length === 0) return;
    const fields = savings.flatMap(({ cause, tokens, usd }) => [
      [`${cause}Tokens`, Math.max(0, Math.round(tokens))] as const,
      [`${cause}Micros`, Math.max(0, Math.round((usd ?? 0) * microsPerUsd))] as const,
    ]);
    await this.#append({ ...Object.fromEntries(fields), kind: 'saved', ...this.#whereOf(workspace) });
  }

  /** Reads what other windows have written, unless that was done just now. */
  refresh(): Promise<void> {
    const now = this.#parts.clock.now();
    if (now - this.#readAt < staleMs) return this.#reading;
    this.#readAt = now;
    this.#reading = this.#parts.log.refresh().then(() => this.#tellWhetherKept());
    return this.#reading;
  }

  /** All that still counts, for the head of a new file. */
  carryOver(): readonly LogRecord[] {
    return this.#projection.carryOver();
  }

  /** Calls `listener` soon after something has changed. Calling the returned function ends that. */
  onDidChange(listener: () => void): () => void {
    return this.#changed.add(listener);
  }

  dispose(): void {
    this.#end();
    this.#changed.clear();
  }

  #written(request: ReserveRequest): ReserveEntry {
    const until = Math.round(this.#parts.clock.wall() + request.forMs);
    const place = { op: this.#parts.newId(), until, ...this.#whereOf(request.workspace) };
    return reserveEntry(request, place, this.limitsOf(request.workspace));
  }

  #reservationOf(entry: ReserveEntry, price: Price | undefined): Reservation {
    let isOver = false;
    const end = (record: () => LogRecord, flush: boolean): Promise<void> => {
      if (isOver) return Promise.resolve();
      isOver = true;
      return this.#append(record(), flush);
    };
    return {
      settle: usage => end(() => ({ ...settleEntry(entry, usage, price) }), true),
      release: () => end(() => ({ kind: 'release', op: entry.op }), false),
    };
  }

  /** Adds it, and gives what its place in the order means. */
  async #verdictOn(entry: ReserveEntry): Promise<ReservationVerdict> {
    await this.#append({ ...entry });
    const verdict = this.#verdicts.get(entry.op) ?? this.#projection.reserve(entry); // the log did not deliver it: it counts in this window at least
    this.#verdicts.delete(entry.op);
    return verdict;
  }

  /** Is this window the one that may say it? */
  async #claim(key: string): Promise<boolean> {
    if (this.#projection.warnedBy(key) !== undefined) return false;
    const id = this.#parts.newId();
    await this.#append({ kind: 'warned', key, id });
    return this.#projection.warnedBy(key) === id;
  }

  #append(record: LogRecord, flush = false): Promise<void> {
    return this.#parts.log.append(record, { flush });
  }

  #whereOf(workspace: string): Where {
    return { ws: workspace.slice(0, maxNameLength), day: this.#parts.dayOf(this.#parts.clock.wall()) };
  }

  /** Whether it is kept changes no record, but the display shows it. */
  #tellWhetherKept(): void {
    if (this.#wasKept !== this.kept) this.#tell();
    this.#wasKept = this.kept;
  }

  #tell(): void {
    if (this.#isTelling) return;
    this.#isTelling = true;
    queueMicrotask(() => {
      this.#isTelling = false;
      this.#changed.fire();
    });
  }
}
