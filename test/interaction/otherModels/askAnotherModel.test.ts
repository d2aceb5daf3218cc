import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from '../../../src/core/model/failure.ts';
import { followUp } from '../../../src/interaction/conversation/followUp.ts';
import { askAnotherModel } from '../../../src/interaction/otherModels/askAnotherModel.ts';
import { answerOf } from '../../support/scripted.ts';
import { otherModelWorld } from './otherModelWorld.ts';

test('the one that was picked is asked, nobody else, past what is remembered', async () => {
  const { ask, on, parts, questions } = otherModelWorld(
    { picks: 'gpt' },
    answerOf('claude', 'It adds.'),
    answerOf('gpt', 'Yes.'),
  );
  await askAnotherModel(on(await ask()), parts);
  assert.deepEqual([questions.at(-1)?.only, questions.at(-1)?.fresh], [['gpt'], true]);
});

// https://github.com/janhq/jan/issues/6521: what was said before was gone when it was asked again
test('the first answer stays, and the new one is a turn of its own', async () => {
  const { ask, on, parts, conversation } = otherModelWorld(
    { picks: 'gpt' },
    answerOf('claude', 'It adds.'),
    answerOf('gpt', 'Yes.'),
  );
  await askAnotherModel(on(await ask()), parts);
  assert.deepEqual(
    conversation.turns.map(({ text }) => text),
    ['It adds.', 'Yes.'],
  );
});

// https://github.com/synth-inc/onit/issues/15, https://github.com/archi-physics/archi/issues/496: nobody saw which model had said what
test('each turn says who answered it, and the new one that the user has chosen that', async () => {
  const { ask, on, parts, views } = otherModelWorld(
    { picks: 'gpt' },
    answerOf('claude', 'It adds.'),
    answerOf('gpt', 'Yes.'),
  );
  await askAnotherModel(on(await ask()), parts);
  assert.deepEqual(
    views().map(({ provenance }) => provenance[0]?.split(' · ').slice(0, 2)),
    [
      ['Answered by claude', '0 s'],
      ['You chose gpt', 'Answered by gpt'],
    ],
  );
});

// https://github.com/cloudflare/agents/issues/2028: asked anew, the model was sent the first answer along
test('the very same question is sent, without the first answer', async () => {
  const { ask, on, parts, questions } = otherModelWorld(
    { picks: 'gpt' },
    answerOf('claude', 'It adds.'),
    answerOf('gpt', 'Yes.'),
  );
  await askAnotherModel(on(await ask()), parts);
  assert.deepEqual(questions[1]?.request, questions[0]?.request);
});

// https://github.com/microsoft/vscode/issues/308221, https://github.com/microsoft/vscode/issues/276775: the conversation stayed with
// another model, and nobody was told
test('the question after it goes to the chain as ever, and that is said', async () => {
  const { ask, on, parts, conversation, questions, views } = otherModelWorld(
    { picks: 'gpt' },
    ...[answerOf('claude', 'It adds.'), answerOf('gpt', 'Yes.'), answerOf('claude', 'No.')],
  );
  await askAnotherModel(on(await ask()), parts);
  await followUp(conversation, 'why?', {
    usesOf: () => Promise.resolve([]),
    withAdded: context => Promise.resolve(context),
  });
  assert.equal(questions.at(-1)?.only, undefined);
  assert.ok(
    views()[1]?.provenance.includes(
      'gpt was chosen for this answer only. Your next question is asked in the usual order.',
    ),
  );
});

// https://github.com/openai/codex/issues/29551, https://github.com/kirodotdev/Kiro/issues/1183: another model knew nothing of what was said
test('what was said before goes along to the chosen model', async () => {
  const replies = [answerOf('claude', 'It adds.'), answerOf('claude', 'Because.'), answerOf('gpt', 'Yes.')];
  const { ask, on, parts, conversation, questions } = otherModelWorld({ picks: 'gpt' }, ...replies);
  await ask();
  await followUp(conversation, 'why?', {
    usesOf: () => Promise.resolve([]),
    withAdded: context => Promise.resolve(context),
  });
  await askAnotherModel(on(conversation.turns.at(-1) ?? assert.fail()), parts);
  assert.ok(JSON.stringify(questions.at(-1)?.request).includes('It adds.'));
  assert.deepEqual(questions[2]?.request, questions[1]?.request);
});

test('who turns away from the list has asked nothing', async () => {
  const { ask, on, parts, questions } = otherModelWorld({ picks: undefined }, answerOf('claude', 'It adds.'));
  await askAnotherModel(on(await ask()), parts);
  assert.equal(questions.length, 1);
});

test('the one that has answered is not in the list; one that has failed is', async () => {
  const answered = otherModelWorld({ picks: undefined }, answerOf('claude', 'It adds.'));
  const failed = otherModelWorld({ picks: undefined }, new Failure('overloaded', { target: 'claude' }));
  for (const { ask, on, parts } of [answered, failed]) await askAnotherModel(on(await ask()), parts);
  assert.deepEqual(
    [answered.listed(), failed.listed()],
    [
      ['gpt', 'mini'],
      ['claude', 'gpt', 'mini'],
    ],
  );
});

test('a chosen model that fails is not replaced by another one, and that is said', async () => {
  const overloaded = new Failure('overloaded', { target: 'gpt' });
  const { ask, on, parts, views } = otherModelWorld({ picks: 'gpt' }, answerOf('claude', 'It adds.'), overloaded);
  await askAnotherModel(on(await ask()), parts);
  assert.ok(views()[1]?.notice?.lines.includes('No other model was asked, because you chose gpt.'));
});

test('where there is no other model it says so and asks nobody', async () => {
  const { ask, on, parts, told, questions } = otherModelWorld(
    { picks: 'gpt', ids: ['claude'] },
    answerOf('claude', 'It adds.'),
  );
  await askAnotherModel(on(await ask()), parts);
  assert.deepEqual(
    [questions.length, told],
    [1, ['There is no other model to ask. Add one with Add Model… in the Steadfast status menu.']],
  );
});

test('a list without prices comes where what would be sent cannot be worked out', async () => {
  const { ask, on, parts, listed } = otherModelWorld({ picks: undefined }, answerOf('claude', 'It adds.'));
  await askAnotherModel(on(await ask()), { ...parts, askService: { expect: () => Promise.reject(new Error('no')) } });
  assert.deepEqual(listed(), ['gpt', 'mini']);
});
