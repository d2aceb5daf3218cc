import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Journal } from '../../src/core/journal/journal.ts';
import type { JournalEntry } from '../../src/core/journal/journalEntry.ts';
import { journalLine } from '../../src/core/journal/journalLine.ts';
import { Metrics } from '../../src/core/metrics/metrics.ts';
import { Failure } from '../../src/core/model/failure.ts';
import type { AttemptNote, Note } from '../../src/core/model/note.ts';
import { answerRecord, type QuestionRecord } from '../../src/core/model/questionRecord.ts';
import { DashboardEntries } from '../../src/interaction/dashboard/sums/dashboardEntries.ts';
import { systemClock as clock } from '../../src/libraries/systemClock.ts';
import type { Figures } from '../harness/bench.ts';
import { median } from '../harness/statistics.ts';

const questions = 100_000;
const rounds = 40;
const perRound = 500;
const mostWriteUs = 20;
const mostLineBytes = 2_048;
const mostMemoryMb = 8;

/** What entering a question costs, how long its line is, and what all of it takes in memory. */
export function journalFigures(): Figures {
  const memoryMb = memoryOfAll(); // first: what the others leave to be compiled is none of it
  const [usual, faulty] = [timesOf(1), timesOf(3)];
  const [usualBytes, faultyBytes] = [lineOf(1).length, lineOf(3).length];
  return {
    rows: [
      rowOf('entering a question that its first choice answered', usual),
      rowOf('entering one with two failed attempts before', faulty),
      {
        measure: 'its line on disk',
        steadfast: `${usualBytes} B`,
        remark: `with two failed attempts before ${faultyBytes} B`,
      },
      {
        measure: `journal, metrics and dashboard after ${questions} questions`,
        steadfast: `${memoryMb.toFixed(1)} MB`,
      },
    ],
    goals: [
      { name: 'journal write, off the way of the question', value: usual.afterUs, limit: mostWriteUs, unit: 'µs' },
      { name: 'journal write with failures', value: faulty.afterUs, limit: mostWriteUs, unit: 'µs' },
      { name: 'line of a question with failures', value: faultyBytes, limit: mostLineBytes, unit: 'B' },
      { name: 'memory of journal and metrics', value: memoryMb, limit: mostMemoryMb, unit: 'MB' },
    ],
  };
}

interface Times {
  /** While who asked waits for the answer, µs a question. */
  readonly onWayUs: number;
  /** Afterwards: the entry, its line, the sums. */
  readonly afterUs: number;
}

const rowOf = (measure: string, { onWayUs, afterUs }: Times) => ({
  measure,
  steadfast: `${afterUs.toFixed(1)} µs`,
  remark: `of that on the way of the answer ${onWayUs.toFixed(2)} µs more`,
});

/** A journal whose entries become lines and sums, as in the editor; the disk is left out, because a line waits a second for it. */
function openJournal(take: (entry: JournalEntry) => void): Journal {
  const journal = new Journal({
    ...{ clock, workspace: () => 'a1b2c3d4', costOf: () => 0.001, savingsOf: () => [], circuitOf: () => 'closed' },
    sink: { append: entry => void journalLine(entry) },
  });
  journal.onDidAdd(take);
  return journal;
}

function timesOf(attempts: number): Times {
  const metrics = new Metrics();
  const journal = openJournal(entry => metrics.add(entry));
  const [onWay, after]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    const records = Array.from({ length: perRound }, (_, index) => recordOf(`${round}-${index}`, attempts));
    const began = performance.now();
    for (const record of records) hear(journal, record);
    const heard = performance.now();
    journal.settle();
    onWay.push(((heard - began) * 1_000) / perRound);
    after.push(((performance.now() - heard) * 1_000) / perRound);
  }
  return { onWayUs: median(onWay), afterUs: median(after) };
}

function hear(journal: Journal, record: QuestionRecord): void {
  for (const note of record.notes) journal.observer.noted?.(record.id, note);
  journal.observer.ended?.(record);
}

function lineOf(attempts: number): string {
  const lines: string[] = [];
  const journal = openJournal(entry => lines.push(journalLine(entry)));
  hear(journal, recordOf('3f0c1c9e-0b36-4c59-9a53-1d2c7a1d9f10', attempts));
  journal.settle();
  return lines[0] ?? '';
}

function memoryOfAll(): number {
  setFlagsFromString('--expose_gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  const before = memoryNow();
  const [metrics, entries] = [new Metrics(), new DashboardEntries()];
  const journal = openJournal(entry => {
    entries.add(entry);
    metrics.add(entry);
  });
  for (let index = 0; index < questions; index += 1) {
    hear(journal, { ...recordOf(String(index), index % 10 === 0 ? 2 : 1), at: Date.now() - index * 25_000 }); // a month
    if (index % perRound === 0) journal.settle();
  }
  journal.settle();
  collect();
  const used = memoryNow() - before;
  if (metrics.since === undefined || journal.entries.length === 0) throw new Error('nothing was measured');
  return used / 1_048_576;
}

/** The record of a question of which all attempts but the last failed. */
function recordOf(id: string, attempts: number): QuestionRecord {
  const notes: Note[] = [];
  for (let number = 1; number < attempts; number += 1) {
    const failure = new Failure('rate-limited', {
      status: 429,
      retryAfterMs: 30_000,
      target: 'anthropic/claude-opus-5-5',
    });
    notes.push({ ...attemptOf(number, 'anthropic/claude-opus-5-5'), outcome: 'rate-limited', spent: 'input', failure });
    notes.push({ kind: 'retry', target: 'anthropic/claude-opus-5-5', delayMs: 812, because: 'rate-limited' });
  }
  notes.push(attemptOf(attempts, 'openai/gpt-6-luna'), {
    kind: 'judged',
    tier: 'checked',
    score: 0.9,
    signs: ['parses', 'balanced'],
  });
  const answer = answerRecord({
    ...{ text: 'x'.repeat(800), from: 'openai/gpt-6-luna', model: 'gpt-6-luna', usage, freshness: 'live', ageMs: 0 },
    ...{ finish: 'stop', degraded: [], requestId: 'req_011CSHoEeqs5C35K2UUqR7Fy' },
  });
  return {
    id,
    task: 'explain',
    at: Date.now(),
    tookMs: 2_345,
    promptLength: 6_000,
    maxOutputTokens: 1_000,
    complexity: 0,
    first: 'openai/gpt-6-luna',
    notes,
    end: { answer },
  };
}

const usage = { inputTokens: 1_800, outputTokens: 240, cachedInputTokens: 1_024, exact: true };

const attemptOf = (number: number, target: string): AttemptNote => ({
  ...{ kind: 'attempt', target, number, outcome: 'answered', tookMs: 2_345, connectMs: 40, firstTokenMs: 610 },
  ...{ spent: 'exact', usage, requestId: 'req_011CSHoEeqs5C35K2UUqR7Fy' },
});

/** What objects and their buffers take, bytes. */
function memoryNow(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
