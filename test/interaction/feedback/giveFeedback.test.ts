import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FeedbackEntry } from '../../../src/core/feedback/feedbackEntry.ts';
import { giveFeedbackWith, learnDecisionWith } from '../../../src/interaction/feedback/giveFeedback.ts';
import { answerOf } from '../../support/scripted.ts';

function listening() {
  const heard: [string, Omit<FeedbackEntry, 'at'>][] = [];
  const give = (id: string, said: Omit<FeedbackEntry, 'at'>) => Promise.resolve(void heard.push([id, said]));
  const place = { feedback: { give }, workspaceId: () => 'here' };
  return { heard, giveFeedback: giveFeedbackWith(place), learnDecision: learnDecisionWith(place) };
}

test('what is kept of an answer are names and numbers, never its text', async () => {
  const { heard, giveFeedback } = listening();
  const signs = [{ code: 'unknown-names', weight: 'soft', facts: { name: 'secretName' } }] as const;
  const answer = answerOf('claude', 'secret words', { confidence: { tier: 'doubtful', score: 0.6, signs } });
  const known = { target: 'claude', score: 0.6, signs: ['unknown-names'], doubts: 1 };
  const words = await giveFeedback('notHelpful', { id: 'q1', answer, task: 'explain' });
  assert.deepEqual(heard, [['q1', { isHelpful: false, task: 'explain', place: 'here', ...known }]]);
  assert.equal(words, 'Noted as not helpful, on this computer only.');
});

test('of what no model said, or of no answer, nothing is kept, and that is said', async () => {
  const { heard, giveFeedback } = listening();
  const offline = answerOf('offline', 'Signature: …', { freshness: 'offline' });
  const said = [
    await giveFeedback('helpful', { id: 'q1', task: 'ask' }),
    await giveFeedback('helpful', { id: 'q1', answer: offline, task: 'ask' }),
  ];
  assert.deepEqual([heard, new Set(said).size, said[0]?.startsWith('There is no answer')], [[], 1, true]);
});

test('what is decided about a doubted answer is kept, putting it aside is not, nor what was never doubted', async () => {
  const { heard, learnDecision } = listening();
  const confidence = (weight: 'soft' | 'fact') =>
    ({ tier: 'doubtful', score: 0.6, signs: [{ code: 'much-shorter', weight, facts: {} }] }) as const;
  const [doubted, told] = [confidence('soft'), confidence('fact')].map(each =>
    answerOf('claude', '', { confidence: each }),
  );
  for (const decision of ['kept', 'used', 'approved', 'discarded'] as const) {
    if (doubted) await learnDecision(decision, { id: decision, answer: doubted, task: 'edit' });
    if (told) await learnDecision(decision, { id: 'told', answer: told, task: 'edit' });
  }
  assert.deepEqual(
    heard.map(([id, { isHelpful, by, doubts }]) => [id, isHelpful, by, doubts]),
    [
      ['used', true, 'decision', 1],
      ['approved', true, 'decision', 1],
      ['discarded', false, 'decision', 1],
    ],
  );
});
