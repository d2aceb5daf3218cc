import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fallback } from '../../../src/core/routing/fallback.ts';
import { VirtualClock } from '../../support/virtualClock.ts';
import { ask, failureOf, scripted, shown, type Scripted } from '../../support/scripted.ts';
import type { SkipReason } from '../../../src/core/model/note.ts';

/** A chain of scripted targets; `closed` names those that cannot be asked. */
const chain = (targets: readonly Scripted[], closed: Readonly<Record<string, SkipReason>> = {}) =>
  fallback(() => targets.map(({ target, ask }) => ({ target, ask, closed: () => closed[target.id] })), {
    clock: new VirtualClock(),
    hedging: { delayMs: () => undefined, afford: () => false },
  });

test('the first target answers and the second is not asked', async () => {
  const [first, second] = [scripted('first', { says: 'hello' }), scripted('second')];
  assert.equal((await chain([first, second])(ask().question)).from, 'first');
  assert.equal(second.calls.length, 0);
});

test('goes to the next target on a bad key, and says so', async () => {
  const [first, second] = [scripted('first', 'auth'), scripted('second', { says: 'hello' })];
  const { question, notes } = ask();
  assert.equal((await chain([first, second])(question)).from, 'second');
  assert.deepEqual(notes, [{ kind: 'fallback', from: 'first', to: 'second', because: 'auth' }]);
});

test('a cancel goes nowhere else', async () => {
  const [first, second] = [scripted('first', 'cancelled'), scripted('second')];
  assert.equal((await failureOf(chain([first, second])(ask().question))).kind, 'cancelled');
  assert.equal(second.calls.length, 0);
});

test('a closed target is skipped without being asked', async () => {
  const [first, second] = [scripted('first'), scripted('second', { says: 'hello' })];
  const { question, notes } = ask();
  assert.equal((await chain([first, second], { first: 'circuit-open' })(question)).from, 'second');
  assert.deepEqual(notes, [{ kind: 'skipped', target: 'first', because: 'circuit-open' }]);
  assert.equal(first.calls.length, 0);
});

const aboutTheServer = { certificate: 'a certificate that is not trusted', 'bad-request': 'a bad request' } as const;
for (const [kind, what] of Object.entries(aboutTheServer) as [keyof typeof aboutTheServer, string][])
  test(`${what} is not tried again behind the same origin, but elsewhere`, async () => {
    const first = scripted('first', kind);
    const sibling = scripted('sibling');
    const other = scripted('other', { says: 'hello' });
    const behind = { ...sibling, target: { ...sibling.target, origin: first.target.origin } };
    assert.equal((await chain([first, behind, other])(ask().question)).from, 'other');
    assert.equal(sibling.calls.length, 0);
  });

test('each target is told how many healthy ones could still take over', async () => {
  const targets = [scripted('a', 'server'), scripted('b'), scripted('c', 'server'), scripted('d', { says: 'hello' })];
  await chain(targets, { b: 'no-key' })(ask().question);
  assert.deepEqual([targets[0]?.calls[0]?.alternatives, targets[2]?.calls[0]?.alternatives], [2, 1]);
});

test('when nobody answers, the first failure is thrown with what became of the others', async () => {
  const failure = await failureOf(chain([scripted('a', 'overloaded'), scripted('b', 'auth')])(ask().question));
  assert.deepEqual([failure.kind, failure.details.others?.map(({ kind }) => kind)], ['overloaded', ['auth']]);
});

test('when it is keys alone that are missing, that is said', async () => {
  const failure = await failureOf(chain([scripted('a'), scripted('b')], { a: 'no-key', b: 'no-key' })(ask().question));
  assert.deepEqual([failure.kind, failure.details.sent], ['no-key', 'no']);
});

test('with every circuit open nobody is asked', async () => {
  const failure = await failureOf(chain([scripted('a')], { a: 'circuit-open' })(ask().question));
  assert.deepEqual([failure.kind, failure.details.sent], ['all-paused', 'no']);
});

test('without any target it says so', async () => {
  assert.equal((await failureOf(chain([])(ask().question))).kind, 'no-target');
});

test('after text was shown the next target begins with a visible restart', async () => {
  const targets = [scripted('a', { fails: 'stalled', afterText: 'The fun' }), scripted('b', { says: 'It adds.' })];
  const { question, events } = ask({ watched: true });
  await chain(targets)(question);
  assert.equal(shown(events), 'The fun|It adds.');
});

test('before text was shown the next target takes over without a seam', async () => {
  const { question, events } = ask({ watched: true });
  await chain([scripted('a', 'server'), scripted('b', { says: 'It adds.' })])(question);
  assert.equal(shown(events), 'It adds.');
});

test('with nobody left the partial text comes with the failure', async () => {
  const { question } = ask({ watched: true });
  const failure = await failureOf(chain([scripted('a', { fails: 'truncated', afterText: 'The fun' })])(question));
  assert.deepEqual([failure.kind, failure.details.partial], ['truncated', 'The fun']);
});

test('only the targets that the question allows are asked', async () => {
  const [first, second] = [scripted('first'), scripted('second', { says: 'hello' })];
  assert.equal((await chain([first, second])(ask({ only: ['second'] }).question)).from, 'second');
  assert.equal(first.calls.length, 0);
});

test('no further target is asked when the attempts are used up', async () => {
  const second = scripted('second');
  const { question } = ask({ attempts: { left: 1 } });
  const first = scripted('first', 'server');
  const spending = { ...first, ask: (asked: typeof question) => ((asked.attempts.left -= 1), first.ask(asked)) };
  await failureOf(chain([spending, second])(question));
  assert.equal(second.calls.length, 0);
});
