import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GivenFeedback } from '../../../src/core/feedback/sharedFeedback.ts';
import { feedbackFile } from '../../../src/interaction/feedback/feedbackFile.ts';
import { forgetFeedback } from '../../../src/interaction/feedback/forgetFeedback.ts';
import { ScriptedUser } from '../../support/scriptedUser.ts';

const given: GivenFeedback = {
  ...{ id: 'q1', at: Date.UTC(2026, 0, 2), isHelpful: true, task: 'edit', target: 'claude', score: 0.9 },
  signs: ['parses'],
};

async function forgotten(all: readonly GivenFeedback[], user: ScriptedUser): Promise<number> {
  let times = 0;
  const feedback = { all, refresh: async () => undefined, forget: async () => void (times += 1) };
  await forgetFeedback({ feedback, user });
  assert.deepEqual(user.unused, []);
  return times;
}

test('all of it is forgotten after a question that says how much it is', async () => {
  const user = new ScriptedUser({ agrees: true });
  assert.equal(await forgotten([given, { ...given, id: 'q2' }], user), 1);
  assert.match(user.saw.join('\n'), /Forget your feedback on 2 answers\?[\s\S]*Your feedback is forgotten/);
});

test('without a yes nothing is forgotten, and where there is none that is said', async () => {
  assert.equal(await forgotten([given], new ScriptedUser({ agrees: false })), 0);
  const user = new ScriptedUser();
  assert.equal(await forgotten([], user), 0);
  assert.match(user.saw.join('\n'), /There is no feedback yet/);
});

test('the file that is exported says what it is, and holds names and numbers only', () => {
  assert.deepEqual(JSON.parse(feedbackFile([given])), {
    format: 'steadfast-feedback',
    version: 1,
    feedback: [
      {
        ...{
          question: 'q1',
          at: '2026-01-02T00:00:00.000Z',
          helpful: true,
          task: 'edit',
          target: 'claude',
          score: 0.9,
        },
        signs: ['parses'],
      },
    ],
  });
});
