import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare } from '../../../scripts/replay/compare.ts';
import type { QuestionEntry } from '../../../src/core/journal/journalEntry.ts';
import { attemptEntry, questionEntry } from '../../core/journal/entries.ts';

const recorded = questionEntry();
const differs = (now: Partial<QuestionEntry>) => compare(recorded, questionEntry(now), undefined);

test('an attempt, a decision and an end that are others are told, the first of them', () => {
  const failed = attemptEntry({ outcome: 'server' });
  assert.deepEqual(
    [
      differs({ attempts: [failed], outcome: 'server' }),
      differs({ attempts: [attemptEntry(), attemptEntry({ number: 2, target: 'gpt', circuitBefore: 'half-open' })] }),
      differs({ decisions: [{ kind: 'skipped', target: 'gpt', because: 'quota' }] }),
      differs({ from: 'gpt', fallback: { insteadOf: 'claude', because: 'server' } }),
      differs({ cache: 'off' }),
    ].map(difference => difference?.now),
    [
      'attempt 1: claude server',
      'attempt 2: gpt answered, its circuit half-open',
      'gpt passed over, because quota',
      'answered by gpt instead of claude, because server (live), cache missed',
      'answered by claude (live), cache off',
    ],
  );
});

test('times, tokens, confidence and what came of texts are not compared', () => {
  assert.equal(
    differs({
      ...{ tookMs: 9, promptLength: 1, model: 'other', confidence: { tier: 'doubtful', score: 0, signs: [] } },
      attempts: [attemptEntry({ tookMs: 1, inputTokens: 9, usd: 1, requestId: 'other' })],
      decisions: [
        { kind: 'trimmed', target: 'claude', count: 5 },
        { kind: 'masked', count: 1 },
      ],
    }),
    undefined,
  );
});
