import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Proposal, ProposalShown } from '../../../src/interaction/asking/askRequest.ts';
import { Conversation } from '../../../src/interaction/conversation/conversation.ts';
import type { Turn } from '../../../src/interaction/conversation/turn.ts';
import {
  codeToEdit,
  decideAnswer,
  type DecideParts,
  proposeEdited,
} from '../../../src/interaction/review/decideAnswer.ts';
import { askedEdit, doubted, keptAs, emptyDisk, windowOn } from './reviewWorld.ts';

/** A window in which the answer `a` waits; what the user types into boxes, and what was shown. */
async function world(typed: readonly (string | undefined)[], shownAs: ProposalShown = { cautions: [] }) {
  const { queue } = windowOn(emptyDisk());
  const [proposals, told, words] = [new Array<Proposal>(), new Array<string>(), [...typed]];
  const propose = (proposal: Proposal) => Promise.resolve({ ...shownAs, _: proposals.push(proposal) });
  const conversation = new Conversation(
    {
      ...{ labelOf: String, propose, newId: () => 'new', thresholds: () => ({ auto: 0.8, review: 0.5 }) },
      ...{ askService: { ask: () => assert.fail() }, began: () => undefined, ended: () => undefined },
    },
    'c1',
  );
  conversation.restore(doubted('a'), askedEdit);
  await queue.wait(await keptAs(doubted('a')));
  const parts: DecideParts = {
    queue,
    user: {
      pick: (_title, choices) => Promise.resolve(choices[0]?.value),
      type: () => Promise.resolve(words.shift()),
      offer: () => Promise.resolve(undefined),
      tell: message => void told.push(message),
      warn: message => void told.push(message),
    },
    restore: id => Promise.resolve(id === 'c1' ? conversation : undefined),
    remember: async (_conversation, turn: Turn, waits) => (waits ? assert.fail() : queue.settle(await keptAs(turn))),
    show: () => undefined,
    propose,
    mention: message => void told.push(message),
  };
  return { queue, parts, proposals, told, conversation };
}

test('an approved edit is shown as a diff as any other, and kept with the note', async () => {
  const { queue, parts, proposals, conversation } = await world(['looked at it']);
  await decideAnswer('approved', { id: 'a' }, parts);
  assert.deepEqual([proposals.length, proposals[0]?.replacement], [1, 'const price = 2;\n']);
  assert.equal(conversation.turns[0]?.decision, 'approved');
  assert.deepEqual([await queue.waiting(), (await queue.decided())[0]?.note], [[], 'looked at it']);
});

test('a rejected one is shown nowhere', async () => {
  const { queue, parts, proposals } = await world(['']);
  await decideAnswer('discarded', { id: 'a' }, parts);
  assert.deepEqual([proposals.length, (await queue.decided())[0]?.outcome], [0, 'rejected']);
});

// https://github.com/anthropics/claude-code/issues/89642: to turn away from a box was taken for an answer
test('who turns away from the note has decided nothing', async () => {
  const { queue, parts, proposals } = await world([undefined]);
  await decideAnswer('approved', { id: 'a' }, parts);
  assert.deepEqual([proposals.length, (await queue.waiting()).length, await queue.decided()], [0, 1, []]);
});

test('what waits no longer is told, and whatever else is called with does nothing', async () => {
  const { parts, proposals, told } = await world(['', '']);
  await decideAnswer('approved', { id: 'gone' }, parts);
  await decideAnswer('approved', { id: 7 }, parts);
  assert.deepEqual([proposals, told.length], [[], 2]);
});

test('without a line of the view the user picks', async () => {
  const { queue, parts } = await world(['']);
  await decideAnswer('discarded', undefined, parts);
  assert.equal((await queue.decided()).length, 1);
});

test('what the user made of the code is shown as a diff, and the answer counts as approved and edited', async () => {
  const { queue, parts, proposals, conversation } = await world(['mended']);
  const waiting = (await codeToEdit({ id: 'a' }, parts)) ?? assert.fail();
  assert.equal(waiting.code, 'const price = 2;\n');
  assert.equal(await proposeEdited(waiting, 'const price = 3;', parts), true);
  assert.deepEqual(
    proposals.map(({ replacement, summary }) => [replacement, summary]),
    [['const price = 3;', 'edited by you']],
  );
  const [decision] = await queue.decided();
  assert.deepEqual([decision?.outcome, decision?.isEdited, decision?.note], ['approved', true, 'mended']);
  assert.equal(conversation.turns[0]?.decision, 'approved');
});

test('what the guard refuses is said, and the answer goes on waiting', async () => {
  const { queue, parts, told } = await world([''], { refusal: 'guarded', cautions: [] });
  const waiting = (await codeToEdit({ id: 'a' }, parts)) ?? assert.fail();
  assert.equal(await proposeEdited(waiting, 'const price = 3;', parts), false);
  assert.deepEqual([told, (await queue.waiting()).length], [['guarded'], 1]);
});

test('an answer without code cannot be edited, which is said', async () => {
  const { queue, parts, told, conversation } = await world(['']);
  const words = doubted('w', { text: 'Only words.' });
  conversation.restore(words, askedEdit);
  await queue.wait(await keptAs(words));
  assert.equal(await codeToEdit({ id: 'w' }, parts), undefined);
  assert.match(told[0] ?? '', /holds no code/);
});
