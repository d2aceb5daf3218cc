import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sleep } from '../../../../src/core/model/clock.ts';
import { askEdit, classed, code, escalating, good, local, settings, decidedIn, unfit } from '../doubtScene.ts';

// What went wrong elsewhere when an answer was followed up by another one.

test('when the follow-ups do not help, the answer that is there is given, not an error (567-labs/instructor#1418)', async () => {
  const { client } = escalating([classed('first', 'simple', unfit, 'server'), classed('strong', 'complex', 'server')]);
  assert.equal((await client.ask(askEdit().question)).text, unfit.says);
});

test('that the first one is silent does not take the time of the stronger one (Mininglamp-OSS/octo-smart-summary#220)', async () => {
  const first = classed('first', 'simple', unfit, 'hangs');
  const source = classed('strong', 'complex', good);
  const ask: typeof source.ask = async question => {
    await sleep(clock, 9_000, question.signal);
    return source.ask(question);
  };
  const { client, clock } = escalating([first, { ...source, ask }], {
    limits: () => ({ connectMs: 60_000, firstTokenMs: 60_000, idleMs: 60_000 }),
  });
  const asked = client.ask(askEdit({ until: clock.now() + 30_000 }).question);
  await clock.pass(30_000);
  assert.equal((await asked).from, 'strong');
});

test('where the user has fixed who answers, nobody else is asked (vellum-ai/vellum-assistant#41164)', async () => {
  const strong = classed('strong', 'complex', good);
  const { client } = escalating([classed('first', 'simple', unfit), strong]);
  await client.ask(askEdit({ only: ['first'] }).question);
  assert.equal(strong.calls.length, 0);
});

test('a doubtful answer from this computer goes to no cloud that was not confirmed (SchulzCode/AiPipeline#68)', async () => {
  const cloud = classed('cloud', 'complex', good);
  const { client, barred } = escalating([local(classed('here', 'simple', unfit)), cloud]);
  barred.set('cloud', 'not-confirmed');
  const { question, notes } = askEdit();
  await client.ask(question);
  assert.deepEqual([cloud.calls.length, decidedIn(notes).at(-1)], [0, 'not: not-confirmed cloud']);
});

test('what failed on the way is not asked in place of a stronger one that can be (openclaw/openclaw#30185)', async () => {
  const broken = classed('broken', 'medium', 'auth');
  const strong = classed('strong', 'complex', good);
  const { client } = escalating([broken, classed('first', 'simple', unfit), strong]);
  const answer = await client.ask(askEdit().question);
  assert.deepEqual([answer.from, broken.calls.length], ['strong', 1]);
});

test('an answer that was dropped is still counted (tak-kam/sic#83)', async () => {
  const { client, journal } = escalating([classed('first', 'simple', unfit), classed('strong', 'complex', good)]);
  await client.ask(askEdit().question);
  const spent = (journal[0]?.notes ?? []).flatMap(note => (note.kind === 'attempt' ? [note.usage?.inputTokens] : []));
  assert.deepEqual(spent, [10, 10, 10]);
});

test('a follow-up that runs into a rate limit is not tried again and again (ReflexioAI/reflexio#176)', async () => {
  const first = classed('first', 'simple', unfit, 'rate-limited');
  const strong = classed('strong', 'complex', 'rate-limited');
  const { client, clock } = escalating([first, strong]);
  const before = clock.now();
  await client.ask(askEdit().question);
  assert.deepEqual([first.calls.length, strong.calls.length, clock.now()], [2, 1, before]);
});

test('what was asked goes along unchanged, with the reasons behind it', async () => {
  const first = classed('first', 'simple', unfit);
  const strong = classed('strong', 'complex', good);
  const { client } = escalating([first, strong], { escalation: settings() });
  const { question } = askEdit({ expects: code, words: 'rename a to b' });
  await client.ask(question);
  const sent = strong.calls[0]?.request.parts ?? [];
  assert.deepEqual(sent.slice(0, -1), question.request.parts);
});
