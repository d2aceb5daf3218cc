import type { AttemptEntry, QuestionEntry } from '../../../src/core/journal/journalEntry.ts';

/** A question that the first choice answered at once, a minute after the beginning of 2026 (UTC). */
export const questionEntry = (more: Partial<QuestionEntry> = {}): QuestionEntry => ({
  kind: 'question',
  id: 'q1',
  at: Date.UTC(2026, 0, 1, 0, 1),
  tookMs: 1_200,
  workspace: 'w',
  task: 'explain',
  promptLength: 900,
  first: 'claude',
  outcome: 'answered',
  from: 'claude',
  model: 'claude-1',
  freshness: 'live',
  finish: 'stop',
  cache: 'missed',
  attempts: [attemptEntry()],
  decisions: [],
  ...more,
});

/** An attempt that answered within a second. */
export const attemptEntry = (more: Partial<AttemptEntry> = {}): AttemptEntry => ({
  number: 1,
  target: 'claude',
  startMs: 5,
  firstTokenMs: 300,
  tookMs: 1_000,
  outcome: 'answered',
  spent: 'exact',
  inputTokens: 200,
  outputTokens: 50,
  usd: 0.002,
  ...more,
});
