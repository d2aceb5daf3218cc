import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FailureKind } from '../../../src/core/model/failure.ts';
import { keyNameOf, withEachKey } from '../../../src/core/model/target.ts';
import { house } from '../../support/house.ts';
import { ask, failureOf, scripted, targetOf, type Act, type Scripted } from '../../support/scripted.ts';

const twoKeys = targetOf('first', { keyNames: ['', 'team'] });

/** A target with two keys: what each plays, and the client around it and whoever comes after it. */
function world(acts: readonly [readonly Act[], readonly Act[]], ...others: readonly Scripted[]) {
  const [first, team] = acts.map(each => scripted('first', ...each)) as [Scripted, Scripted];
  const [withFirst, withTeam] = withEachKey(twoKeys);
  assert.ok(withTeam);
  const keyed = [
    { target: withFirst, ask: first.ask },
    { target: withTeam, ask: team.ask },
  ];
  const source = { ...first, target: twoKeys, keyed };
  return { ...house([source, ...others]), first, team };
}

const makesWay: readonly FailureKind[] = ['rate-limited', 'quota', 'auth', 'no-key'];

for (const kind of makesWay) {
  test(`a key with ${kind} makes way for the next before another target is asked, and that is noted`, async () => {
    const second = scripted('second');
    const { client, journal } = world([[kind], [{ says: 'from the team' }]], second);
    const answer = await client.ask(ask().question);
    assert.deepEqual([answer.text, answer.from, second.calls.length], ['from the team', 'first', 0]);
    assert.deepEqual(
      journal[0]?.notes.filter(note => note.kind === 'other-key'),
      [{ kind: 'other-key', target: 'first', keyName: 'team', because: kind }],
    );
  });
}

test('what is the server’s own failure is no reason to use another key', async () => {
  const second = scripted('second');
  const { client, team } = world([['server-not-running'], [{ says: 'no' }]], second);
  await client.ask(ask().question);
  assert.deepEqual([team.calls.length, second.calls.length], [0, 1]);
});

test('the next question does not try a key that is held back, and when its time is over it is the first again', async () => {
  const { client, clock, first, team } = world([
    [{ fails: 'rate-limited', details: { retryAfterMs: 60_000 } }, { says: 'mine again' }],
    [{ says: 'team' }],
  ]);
  await client.ask(ask({ words: 'one' }).question);
  await client.ask(ask({ words: 'two' }).question);
  assert.deepEqual([first.calls.length, team.calls.length], [1, 2]);
  await clock.pass(61_000);
  const third = ask({ words: 'three', until: clock.now() + 30_000 });
  assert.equal((await client.ask(third.question)).text, 'mine again');
});

test('a rejected key holds back neither the other one nor, after that one was rejected too, anybody else', async () => {
  const second = scripted('second', { says: 'elsewhere' });
  const { client, circuits } = world([['auth'], [{ says: 'team' }, 'auth']], second);
  await client.ask(ask({ words: 'one' }).question);
  assert.equal(circuits.cooldowns.of(twoKeys), undefined);
  assert.equal((await client.ask(ask({ words: 'two' }).question)).text, 'elsewhere');
  assert.equal(circuits.cooldowns.of(twoKeys)?.because, 'credential');
});

test('two keys that are both rate-limited hold the target back until the first of them is free', async () => {
  const held = (retryAfterMs: number): Act => ({ fails: 'rate-limited', details: { retryAfterMs } });
  const { client, circuits, clock } = world([[held(90_000)], [held(40_000)]], scripted('second'));
  await client.ask(ask().question);
  assert.equal(circuits.cooldowns.of(twoKeys)?.until, clock.now() + 40_000);
});

for (const limitedAt of [0, 1]) {
  test(`when all keys fail, the failure is that of the key that is free first, here of number ${limitedAt}`, async () => {
    const limited: readonly Act[] = [{ fails: 'rate-limited', details: { retryAfterMs: 70_000 } }];
    const { client } = world(limitedAt === 0 ? [limited, ['quota']] : [['quota'], limited]);
    const failed = await failureOf(client.ask(ask({ offline: false }).question));
    assert.deepEqual([failed.kind, failed.details.retryAfterMs], ['rate-limited', 70_000]);
  });
}

test('after text was shown no other key is used unseen', async () => {
  const { client, team } = world([[{ fails: 'rate-limited', afterText: 'It adds' }], [{ says: 'team' }]]);
  await failureOf(client.ask(ask({ watched: true, offline: false }).question));
  assert.equal(team.calls.length, 0);
});

test('a second key costs an attempt', async () => {
  const { client } = world([['auth'], [{ says: 'team' }]]);
  const { question } = ask();
  const before = question.attempts.left;
  await client.ask(question);
  assert.equal(before - question.attempts.left, 2);
});

test('no key is used beyond the attempts that a question has', async () => {
  const { client, team } = world([['auth'], [{ says: 'team' }]]);
  const { question } = ask();
  question.attempts.left = 1;
  await client.ask(question);
  assert.equal(team.calls.length, 0);
});

test('a key whose own limit is reached makes way at once, without a wait', async () => {
  const { client, team, first, clock } = world([[{ says: 'mine' }], [{ says: 'team' }]]);
  const startedAt = clock.now();
  for (let number = 0; number < 1_001; number += 1) await client.ask(ask({ words: `question ${number}` }).question);
  assert.deepEqual([first.calls.length, team.calls.length, clock.now()], [1_000, 1, startedAt]);
});

test('a reset frees every key', async () => {
  const { client, circuits } = world([['auth'], ['auth']], scripted('second'));
  await client.ask(ask().question);
  circuits.reset(twoKeys);
  assert.deepEqual(
    withEachKey(twoKeys).map(each => [keyNameOf(each), circuits.cooldowns.of(each)]),
    [
      ['', undefined],
      ['team', undefined],
    ],
  );
});
