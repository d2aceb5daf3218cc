import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Connectivity } from '../../../src/core/resilience/connectivity.ts';
import { Failure } from '../../../src/core/model/failure.ts';
import { cooldown } from '../../../src/core/layers/cooldown.ts';
import { ask, failureOf, scripted, targetOf } from '../../support/scripted.ts';
import { VirtualClock } from '../../support/virtualClock.ts';
import { Cooldowns } from '../../../src/core/resilience/cooldowns.ts';

function world() {
  const clock = new VirtualClock();
  const all = new Cooldowns(clock, new Connectivity(clock));
  const target = targetOf('one', { origin: 'http://shared.test' });
  const sibling = targetOf('two', { origin: 'http://shared.test' });
  const learn = (...failure: ConstructorParameters<typeof Failure>) => all.learn(target, new Failure(...failure));
  /** How long the target is held back from now, ms. */
  const restMs = () => (all.of(target)?.until ?? clock.now()) - clock.now();
  return { clock, all, target, sibling, learn, restMs };
}

test('a rate limit holds this target back as long as the server asked', () => {
  const { all, target, sibling, learn, restMs } = world();
  learn('rate-limited', { retryAfterMs: 61_000 });
  assert.deepEqual([restMs(), all.of(target)?.because, all.of(sibling)], [61_000, 'cooling-down', undefined]);
});

test('a rate limit of a year is probed again after an hour', () => {
  const { learn, restMs } = world();
  learn('rate-limited', { retryAfterMs: 365 * 86_400_000 });
  assert.equal(restMs(), 3_600_000);
});

test('without a Retry-After the rest doubles from five seconds to a minute', () => {
  const { learn, restMs } = world();
  const rests = [1, 2, 3, 4, 5, 6].map(() => (learn('rate-limited'), restMs()));
  assert.deepEqual(rests, [5_000, 10_000, 20_000, 40_000, 60_000, 60_000]);
});

test('an answer makes the next rest short again', async () => {
  const { clock, all, target, learn, restMs } = world();
  learn('rate-limited');
  await cooldown(clock, all, target)(scripted('one', { says: 'hello' }).ask)(ask().question);
  learn('rate-limited');
  assert.equal(restMs(), 5_000);
});

test('a rejected key holds back everything of its origin until the user acts', async () => {
  const { clock, all, target, sibling } = world();
  await failureOf(cooldown(clock, all, target)(scripted('one', 'auth').ask)(ask().question));
  await clock.pass(1e9);
  assert.equal(all.of(sibling)?.because, 'credential');
  all.open(sibling);
  assert.equal(all.of(sibling), undefined);
});

for (const kind of ['overloaded', 'server', 'gateway-timeout'] as const) {
  test(`a wait that a server asks for is remembered for the next question: ${kind}`, () => {
    const { all, target, learn, restMs } = world();
    learn(kind, { retryAfterMs: 20_000 });
    assert.deepEqual([restMs(), all.of(target)?.because], [20_000, 'cooling-down']);
  });
}

test('an answer ends the wait that the server had asked for', async () => {
  const { clock, all, target, learn } = world();
  learn('overloaded', { retryAfterMs: 20_000 });
  await clock.pass(1_000);
  await cooldown(clock, all, target)(scripted('one', { says: 'hello' }).ask)(ask().question);
  assert.equal(all.of(target), undefined);
});

test('an answer that was asked for before does not end it', async () => {
  const { clock, all, target, restMs } = world();
  const slow = cooldown(
    clock,
    all,
    target,
  )(async question => {
    await clock.pass(1_000);
    all.learn(target, new Failure('rate-limited', { retryAfterMs: 20_000 }));
    return scripted('one', { says: 'hello' }).ask(question);
  });
  await slow(ask().question);
  assert.equal(restMs(), 20_000);
});

test('a server error that names no wait closes no gate', () => {
  const { all, target, learn } = world();
  learn('server');
  assert.equal(all.of(target), undefined);
});
