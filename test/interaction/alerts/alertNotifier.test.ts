import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AlertEntry } from '../../../src/core/journal/journalEntry.ts';
import { tellAlert, type AlertNotifierParts } from '../../../src/interaction/alerts/alertNotifier.ts';

const alert = (more: Partial<AlertEntry> = {}): AlertEntry => ({
  ...{ kind: 'alert', at: 0, alert: 'fallbacks', is: 'raised', value: 0.6 },
  ...more,
});

/** What a user who presses this button is shown, and what comes of it. */
async function tell(told: AlertEntry, pressed?: string, more: Partial<AlertNotifierParts> = {}) {
  const shown: string[] = [];
  const done: string[] = [];
  await tellAlert(told, {
    user: { offer: async ({ message, buttons }) => (shown.push(message, ...buttons), pressed) },
    level: () => 'important',
    off: () => [],
    facts: () => ({ labelOf: id => id.toUpperCase(), mainReason: 'rate limit' }),
    showEvidence: async () => done.push('evidence'),
    turnOff: async kind => done.push(`off ${kind}`),
    ...more,
  });
  return { shown, done };
}

test('an alert says what is wrong, since when and why, and offers what it rests on', async () => {
  assert.deepEqual(await tell(alert(), 'Show Evidence'), {
    shown: [
      'In the last 15 minutes 60% of the answers came from another model than your first choice. Most frequent reason: rate limit.',
      'Show Evidence',
      'Don’t Show Again',
    ],
    done: ['evidence'],
  });
});

test('who wants no more of one kind turns off that one alone', async () => {
  const { done } = await tell(alert({ alert: 'slow', value: 9_000, target: 'claude' }), 'Don’t Show Again');
  assert.deepEqual(done, ['off slow']);
});

const silent: Readonly<Record<string, readonly [AlertEntry, Partial<AlertNotifierParts>]>> = {
  'that is over': [alert({ is: 'cleared' }), {}],
  'of a kind that is turned off': [alert(), { off: () => ['fallbacks'] }],
  'when no notifications are wanted': [alert(), { level: () => 'none' }],
  'about questions without an answer, of which the first has a message of its own': [alert({ alert: 'errors' }), {}],
};

for (const [name, [told, more]] of Object.entries(silent))
  test(`nothing is shown of an alert ${name}`, async () => {
    assert.deepEqual((await tell(told, undefined, more)).shown, []);
  });

test('every kind has its sentence', async () => {
  const sentences: string[] = [];
  for (const kind of ['retries', 'slow', 'spend-pace', 'clock'] as const)
    sentences.push(
      (await tell(alert({ alert: kind, value: kind === 'spend-pace' ? 19 : 300_000, target: 'claude' }))).shown[0] ??
        '',
    );
  assert.deepEqual(
    sentences.map(sentence => sentence.slice(0, 45)),
    [
      'In the last 15 minutes 30,000,000% of the req',
      'CLAUDE now takes 5 min to start an answer, mu',
      'At this pace the budget of this month is used',
      'The clock of this computer was set back by 5 ',
    ],
  );
});
