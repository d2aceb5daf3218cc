import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from '../../../src/core/model/failure.ts';
import type { Confidence } from '../../../src/core/model/answer.ts';
import { askSecondOpinion } from '../../../src/interaction/otherModels/askSecondOpinion.ts';
import { answerOf } from '../../support/scripted.ts';
import { notKnown } from './otherModelParts.ts';
import { settle } from '../../support/virtualClock.ts';
import { otherModelWorld } from './otherModelWorld.ts';

const judged: Confidence = { tier: 'checked', score: 0.9, signs: [] };
const code = (body: string): string => `\`\`\`ts\n${body}\n\`\`\``;
const edit = (from: string, body: string) => answerOf(from, code(body), { confidence: judged });

// https://github.com/vanillagreencom/kendex/pull/1322: the reviewer must be another model, and where none is left nobody is asked
test('only models of another provider are asked, past what is remembered', async () => {
  const { ask, on, parts, questions } = otherModelWorld(
    { ids: ['claude', 'haiku', 'gpt', 'mini'] },
    ...[answerOf('claude', 'It adds.'), answerOf('gpt', 'It adds up.')],
  );
  await askSecondOpinion(on(await ask()), parts);
  assert.deepEqual([questions[1]?.only, questions[1]?.fresh], [['gpt', 'mini'], true]);
});

test('where there is no other provider it says so, says what to do, and asks nobody', async () => {
  const { ask, on, parts, questions, told } = otherModelWorld(
    { ids: ['claude', 'haiku'] },
    answerOf('claude', 'It adds.'),
  );
  await askSecondOpinion(on(await ask()), parts);
  assert.deepEqual(
    [questions.length, told],
    [
      1,
      [
        'A second opinion comes from another provider, and there is none besides that of claude. Add a model of another provider with Add Model… in the Steadfast status menu.',
      ],
    ],
  );
});

test('where the one that answered is not set up any more nobody is asked, for who is another is not known', async () => {
  const { ask, on, parts, questions, told } = otherModelWorld({}, answerOf('gone', 'It adds.'));
  await askSecondOpinion(on(await ask()), parts);
  assert.deepEqual([questions.length, told.length], [1, 1]);
});

test('without an answer of a model there is nothing to compare, and that is said', async () => {
  const { ask, on, parts, questions, told } = otherModelWorld({}, new Failure('overloaded', { target: 'claude' }));
  await askSecondOpinion(on(await ask()), parts);
  assert.deepEqual(
    [questions.length, told],
    [1, ['There is no answer of a model to compare with. Ask a question first.']],
  );
});

test('it is asked in the same words and sees nothing of the first answer', async () => {
  const { ask, on, parts, questions } = otherModelWorld(
    {},
    answerOf('claude', 'It adds.'),
    answerOf('gpt', 'It adds up.'),
  );
  await askSecondOpinion(on(await ask()), parts);
  assert.deepEqual(questions[1]?.request, questions[0]?.request);
});

// https://github.com/hasamba/DFIR-Companion/issues/1466: nobody could tell which model had said what
test('both answers stand there, and the second says who is compared', async () => {
  const { ask, on, parts, views } = otherModelWorld({}, answerOf('claude', 'It adds.'), answerOf('gpt', 'It adds up.'));
  await askSecondOpinion(on(await ask()), parts);
  assert.deepEqual(
    views().map(({ text, comparison }) => [text, comparison?.title]),
    [
      ['It adds.', undefined],
      ['It adds up.', 'Second opinion: claude and gpt compared'],
    ],
  );
});

// https://github.com/rmusser01/tldw_chatbook/pull/2164: the good answer was gone when the second failed
test('the first answer stays when the second fails, and that is said', async () => {
  const overloaded = new Failure('overloaded', { target: 'gpt' });
  const { ask, on, parts, views } = otherModelWorld({}, answerOf('claude', 'It adds.'), overloaded);
  await askSecondOpinion(on(await ask()), parts);
  const [first, second] = views();
  assert.deepEqual([first?.text, second?.comparison], ['It adds.', undefined]);
  assert.ok(second?.notice?.lines.includes('There is no second opinion. The first answer stands as it was.'));
});

test('an older answer that comes in place of one is compared with nothing', async () => {
  const insteadOf = new Failure('overloaded', { target: 'gpt' });
  const stale = answerOf('gpt', 'It adds.', { freshness: 'stale', insteadOf });
  const { ask, on, parts, views } = otherModelWorld({}, answerOf('claude', 'It adds.'), stale);
  await askSecondOpinion(on(await ask()), parts);
  assert.equal(views()[1]?.comparison?.title, 'No second opinion');
});

test('one that declines is told of, and not compared', async () => {
  const no = answerOf('gpt', 'I cannot help with that.', { finish: 'refused' });
  const { ask, on, parts, views } = otherModelWorld({}, answerOf('claude', 'It adds.'), no);
  await askSecondOpinion(on(await ask()), parts);
  assert.equal(views()[1]?.comparison?.lines[0], 'gpt declined to answer, so there is nothing to compare.');
});

test('the edit of the second is not put over that of the first: each is shown when the user wants it', async () => {
  const replies = [edit('claude', 'const total = 1;'), edit('gpt', 'const sum = 1;')];
  const { ask, on, parts, conversation, proposed, views } = otherModelWorld({ task: 'edit' }, ...replies);
  await askSecondOpinion(on(await ask()), parts);
  const before = [...proposed];
  await conversation.showEdit(conversation.turns[1]?.id ?? '');
  assert.deepEqual(
    [before, proposed],
    [['const total = 1;\n'], ['const total = 1;\n', 'const sum = 1;\n']].map(each => each.map(one => one)),
  );
  assert.ok(views().every(({ actions }) => actions.some(({ action }) => action === 'showEdit')));
});

test('edits are compared as code, and are never called right', async () => {
  const replies = [edit('claude', 'const total = 1;'), edit('gpt', 'const sum = 1; // the same')];
  const { ask, on, parts, views } = otherModelWorld({ task: 'edit' }, ...replies);
  await askSecondOpinion(on(await ask()), parts);
  const lines = views()[1]?.comparison?.lines ?? [];
  assert.equal(lines[0], 'The same code, other names: total / sum.');
  assert.ok(lines.includes('That they agree does not make them right.'));
});

test('before there is an answer it says so', async () => {
  const { ask, on, parts, conversation, told } = otherModelWorld({});
  void ask();
  await askSecondOpinion(on(conversation.turns[0] ?? assert.fail()), parts);
  assert.deepEqual(told, ['This question is still being answered. Stop it, or wait for its answer.']);
});

test('a second press while it is asked means the same question', async () => {
  const { ask, on, parts, conversation } = otherModelWorld({}, answerOf('claude', 'It adds.'));
  const turn = await ask();
  void askSecondOpinion(on(turn), parts);
  await Promise.race([askSecondOpinion(on(turn), parts), settle()]);
  assert.equal(conversation.turns.length, 2);
});

test('while it is asked it says about what it will cost and take, and after it what both cost', async () => {
  const { ask, on, parts, conversation, views } = otherModelWorld(
    {},
    answerOf('claude', 'It adds.'),
    answerOf('gpt', 'It adds up.'),
  );
  const turn = await ask();
  const lines: (string | undefined)[] = [];
  conversation.onDidChange(() => lines.push(views()[1]?.provenance[0]));
  await askSecondOpinion(on(turn), parts);
  assert.equal(lines[0], 'Second opinion · gpt: about 4 s, about $0.002');
  assert.ok(!views()[1]?.provenance.some(line => line.includes('about')));
});

// https://github.com/thomas-vilte/matecommit/pull/93: what nobody knows the price of went out as if it cost nothing
test('where the price of who would be asked is not known the user picks, and sees that', async () => {
  const world = otherModelWorld(
    { ids: ['claude', 'gpt', 'mini'], picks: 'mini', expects: { gpt: { costUsd: notKnown } } },
    ...[answerOf('claude', 'It adds.'), answerOf('mini', 'It adds up.')],
  );
  await askSecondOpinion(world.on(await world.ask()), world.parts);
  assert.deepEqual([world.listed(), world.questions[1]?.only], [['gpt', 'mini'], ['mini']]);
});

test('where it would cost much the user picks, and who turns away asks nobody', async () => {
  const world = otherModelWorld({ expects: { gpt: { costUsd: 0.31 } } }, answerOf('claude', 'It adds.'));
  await askSecondOpinion(world.on(await world.ask()), world.parts);
  assert.deepEqual([world.listed(), world.questions.length], [['gpt', 'mini'], 1]);
});

test('asked without a question, nobody dear takes over', async () => {
  const world = otherModelWorld(
    { expects: { mini: { costUsd: 0.31 } } },
    ...[answerOf('claude', 'It adds.'), answerOf('gpt', 'It adds up.')],
  );
  await askSecondOpinion(world.on(await world.ask()), world.parts);
  assert.deepEqual(world.questions[1]?.only, ['gpt']);
});

test('what the budget does not cover is said before anything is sent, with the way out', async () => {
  const over = { overBudget: 'day', held: 'budget' } as const;
  const world = otherModelWorld(
    { picks: 'gpt', lets: true, expects: { gpt: over, mini: over } },
    ...[answerOf('claude', 'It adds.'), answerOf('gpt', 'It adds up.')],
  );
  await askSecondOpinion(world.on(await world.ask()), world.parts);
  const [confirmation] = world.confirmed();
  assert.match(confirmation?.question ?? '', /tokens left in this workspace’s budget for today are not enough/);
  assert.match(
    confirmation?.detail ?? '',
    /^gpt: about 4 s, about \$0\.002\n\n.*higher budget.*or allow one question/s,
  );
  assert.equal(world.questions[1]?.overBudget, true);
});

test('who does not let it go over the budget has nothing sent', async () => {
  const world = otherModelWorld(
    { picks: 'gpt', lets: false, expects: { gpt: { overBudget: 'money' }, mini: { overBudget: 'money' } } },
    answerOf('claude', 'It adds.'),
  );
  await askSecondOpinion(world.on(await world.ask()), world.parts);
  assert.equal(world.questions.length, 1);
});

test('where nothing is known of the question the user picks', async () => {
  const world = otherModelWorld({ picks: 'mini' }, answerOf('claude', 'It adds.'), answerOf('mini', 'It adds up.'));
  const parts = { ...world.parts, askService: { expect: () => Promise.reject(new Error('no')) } };
  await askSecondOpinion(world.on(await world.ask()), parts);
  assert.deepEqual(world.questions[1]?.only, ['mini']);
});
