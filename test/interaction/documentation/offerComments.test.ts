import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Proposal, ProposalShown } from '../../../src/interaction/asking/askRequest.ts';
import { Conversation } from '../../../src/interaction/conversation/conversation.ts';
import { newTurn } from '../../../src/interaction/conversation/turn.ts';
import { offerComments, type CommentFor } from '../../../src/interaction/documentation/offerComments.ts';
import { answering, conversationParts } from '../../support/conversationParts.ts';
import { ScriptedUser, type Reply } from '../../support/scriptedUser.ts';
import { VirtualClock } from '../../support/virtualClock.ts';

const text = 'export function one() {}\nexport function two() {}\n';
const turn = newTurn({ id: '1', title: '', form: 'code', status: '' });

const comment = (name: string, original = `export function ${name}() {}`): CommentFor => ({
  name,
  original,
  replacement: `/** ${name}. */\n${original}`,
  turn,
});

/** These comments are offered for a file, whose diff is shown so; the person replies to what is said. */
async function world(
  comments: readonly CommentFor[],
  more: { shown?: ProposalShown; notAsked?: number; replies?: readonly Reply[] } = {},
) {
  const proposals: Proposal[] = [];
  const mentioned: string[] = [];
  const user = new ScriptedUser(...(more.replies ?? []));
  const conversation = new Conversation(conversationParts(new VirtualClock(), answering([], [])));
  await offerComments(
    {
      document: { uri: { toString: () => 'file:///a.ts' }, languageId: 'typescript', text: () => text },
      comments,
      conversation,
      outcome: { leftOut: [], isCancelled: false, notAsked: more.notAsked ?? 0 },
      title: 'Document a.ts',
    },
    {
      user,
      show: () => undefined,
      propose: proposal => {
        proposals.push(proposal);
        return Promise.resolve(more.shown ?? { cautions: [] });
      },
      mention: words => mentioned.push(words),
      labelOf: id => id,
    },
  );
  return { proposals, mentioned, user };
}

test('all comments are one proposal from the first declaration to the last, in no list of answers', async () => {
  const { proposals, mentioned } = await world([comment('two'), comment('one')]);
  assert.deepEqual(
    proposals.map(({ original, replacement, isUnkept }) => [original, replacement, isUnkept]),
    [[text.trimEnd(), '/** one. */\nexport function one() {}\n/** two. */\nexport function two() {}', true]],
  );
  assert.deepEqual(mentioned, ['2 documented']);
});

test('one whose code is gone is left out, and said', async () => {
  const { proposals, user } = await world([comment('one'), comment('gone')], { replies: ['turns away'] });
  assert.equal(proposals[0]?.original, 'export function one() {}');
  assert.deepEqual(user.saw, ['1 documented; 1 not: gone (Its code has changed.)']);
});

test('with no comment no diff is shown', async () => {
  const { proposals, user } = await world([], { notAsked: 2, replies: ['turns away'] });
  assert.deepEqual([proposals, user.saw], [[], ['0 documented; 2 not asked, because it would go on like that']]);
});

test('why the diff may not be accepted is said', async () => {
  const shown = { refusal: 'The file is read-only.', cautions: ['Look.'] };
  const { user } = await world([comment('one')], { shown, replies: ['turns away'] });
  assert.deepEqual(user.saw, ['1 documented. The file is read-only. Look.']);
});

test('of each answer the comments are told that it has brought, and nothing of the code', async () => {
  const other = { ...turn, id: '2' };
  const { proposals } = await world([comment('one'), { ...comment('two'), turn: other }]);
  assert.deepEqual(proposals[0]?.answers, [
    { question: '1', texts: ['/** one. */'] },
    { question: '2', texts: ['/** two. */'] },
  ]);
});
