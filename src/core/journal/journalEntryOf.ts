import { isInjected, type Failure } from '../model/failure.ts';
import type { AttemptNote } from '../model/note.ts';
import type { QuestionRecord } from '../model/questionRecord.ts';
import type { Usage } from '../model/answer.ts';
import type { Saving } from '../budget/savings.ts';
import { passedOverFor } from '../status/questionOutcome.ts';
import { decisionsOf } from './decisionsOf.ts';
import type { AttemptEntry, CacheVerdict, CircuitState, QuestionEntry } from './journalEntry.ts';

/** What an entry holds besides what the record says. */
export interface EntryFacts {
  readonly workspace: string;
  /** US dollars; undefined: the price is unknown. `target` is an id. */
  readonly costOf: (target: string, usage: Usage) => number | undefined;
  readonly saved: readonly Saving[];
  /** When an attempt ended and how its target's circuit stood then; undefined: nobody saw it. */
  readonly seen: (note: AttemptNote) => Seen | undefined;
  /** How a target's circuit stands now that the question has ended. */
  readonly circuitOf: (target: string) => CircuitState;
  /** Monotonic ms. */
  readonly nowMs: number;
  /** It was asked while a failure was rehearsed. */
  readonly isRehearsed: boolean;
}

/** What an observer saw as an attempt ended. */
export interface Seen {
  /** Monotonic ms. */
  readonly atMs: number;
  readonly circuit: CircuitState;
}

/** A question's record as one line of the journal. */
export function journalEntryOf(record: QuestionRecord, facts: EntryFacts): QuestionEntry {
  const { id, at, tookMs, promptLength, task, first, notes } = record;
  const isRehearsed = facts.isRehearsed || notes.some(note => note.kind === 'attempt' && isInjected(note.failure));
  const saved = facts.saved.map(({ cause, tokens, usd }) => ({ cause, tokens, ...(usd !== undefined && { usd }) }));
  return {
    kind: 'question',
    ...{ id, at, tookMs: round(tookMs), workspace: facts.workspace, promptLength },
    ...(task !== undefined && { task }),
    ...(first !== undefined && { first }),
    ...endOf(record),
    cache: cacheVerdict(record),
    attempts: attemptsOf(record, facts),
    decisions: decisionsOf(notes),
    ...(saved.length > 0 && { saved }),
    ...(isRehearsed && { rehearsed: true }),
  };
}

type End = Pick<
  QuestionEntry,
  'outcome' | 'from' | 'model' | 'freshness' | 'finish' | 'degraded' | 'fallback' | 'insteadOf' | 'confidence'
>;

function endOf({ end, first, notes }: QuestionRecord): End {
  if (!('answer' in end)) return { outcome: end.failure.kind };
  const { from, model, freshness, finish, degraded, insteadOf, confidence } = end.answer;
  const fallback = freshness === 'live' && from !== first ? passedOverFor(from, notes) : undefined;
  return {
    ...{ outcome: 'answered', from, model, freshness, finish },
    ...(degraded.length > 0 && { degraded }),
    ...(fallback && { fallback }),
    ...(insteadOf && { insteadOf: insteadOf.kind }),
    ...(confidence && { confidence: { ...confidence, signs: confidence.signs.map(({ code }) => code) } }),
  };
}

function cacheVerdict({ end, notes }: QuestionRecord): CacheVerdict {
  const freshness = 'answer' in end ? end.answer.freshness : undefined;
  if (freshness === 'cached') return 'hit';
  if (freshness === 'stale' || freshness === 'similar') return freshness;
  const uncached = notes.find(note => note.kind === 'uncached');
  if (uncached) return uncached.because;
  return notes.some(({ kind }) => kind === 'joined') ? 'joined' : 'missed';
}

/** The limiter speaks before the attempt that it held back, so each of its waits belongs to the target's next attempt. */
function attemptsOf({ notes, tookMs }: QuestionRecord, facts: EntryFacts): readonly AttemptEntry[] {
  const beganMs = facts.nowMs - tookMs;
  const waits = new Map<string, number>();
  const attempts: AttemptEntry[] = [];
  for (const note of notes) {
    if (note.kind === 'waited') waits.set(note.target, (waits.get(note.target) ?? 0) + note.delayMs);
    if (note.kind !== 'attempt') continue;
    const queueMs = waits.get(note.target);
    waits.delete(note.target);
    attempts.push({ ...attemptOf(note, facts, beganMs), ...(queueMs !== undefined && { queueMs: round(queueMs) }) });
  }
  return attempts;
}

function attemptOf(note: AttemptNote, facts: EntryFacts, beganMs: number): AttemptEntry {
  const { number, target, tookMs, connectMs, firstTokenMs, outcome, spent, usage, requestId, failure } = note;
  const seen = facts.seen(note);
  const after = facts.circuitOf(target);
  return {
    ...{ number, target, startMs: seen ? Math.max(0, round(seen.atMs - tookMs - beganMs)) : 0 },
    ...(connectMs !== undefined && { connectMs: round(connectMs) }),
    ...(firstTokenMs !== undefined && { firstTokenMs: round(firstTokenMs) }),
    ...{ tookMs: round(tookMs), outcome, spent },
    ...failureOf(failure),
    ...(usage && usageOf(usage, facts.costOf(target, usage))),
    ...(requestId !== undefined && { requestId }),
    ...(seen && seen.circuit !== 'closed' && { circuitBefore: seen.circuit }),
    ...(after !== 'closed' && { circuitAfter: after }),
  };
}

type FailureFacts = Pick<AttemptEntry, 'code' | 'status' | 'retryAfterMs' | 'limitMs' | 'unsent' | 'noRetry' | 'once'>;

function failureOf(failure: Failure | undefined): FailureFacts {
  if (!failure) return {};
  const { code, status, retryAfterMs, sent, noRetry, once, facts } = failure.details;
  const limitMs = facts?.['limitMs'];
  return {
    ...(code !== undefined && { code }),
    ...(status !== undefined && { status }),
    ...(retryAfterMs !== undefined && { retryAfterMs: round(retryAfterMs) }),
    ...(typeof limitMs === 'number' && { limitMs }),
    ...(sent === 'no' && { unsent: true }),
    ...(noRetry && { noRetry }),
    ...(once && { once }),
  };
}

function usageOf({ inputTokens, outputTokens, cachedInputTokens, cacheWriteTokens }: Usage, usd: number | undefined) {
  return {
    inputTokens,
    outputTokens,
    ...(cachedInputTokens > 0 && { cachedInputTokens }),
    ...(cacheWriteTokens !== undefined && { cacheWriteTokens }),
    ...(usd !== undefined && { usd }),
  };
}

const round = (ms: number): number => Math.round(ms);
