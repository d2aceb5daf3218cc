import assert from 'node:assert/strict';
import { test } from 'node:test';
import { InMemoryLog } from '../../support/logs/inMemoryLog.ts';
import type { SharedLog } from '../../../src/core/shared/sharedLog.ts';
import { SharedCircuits } from '../../../src/core/resilience/sharedCircuits.ts';
import { circuitKey, Circuits } from '../../../src/core/resilience/circuits.ts';
import { Failure } from '../../../src/core/model/failure.ts';
import { Limiters } from '../../../src/core/resilience/limiters.ts';
import { targetOf } from '../../support/scripted.ts';
import { settle, VirtualClock } from '../../support/virtualClock.ts';

const target = targetOf('one');
const options = { failureThreshold: 5, windowMs: 60_000, recoveryMs: 60_000, maxRecoveryMs: 300_000 };
const rate = { requestsPerMinute: 60, tokensPerMinute: 90_000, concurrent: 5 };
const signal = new AbortController().signal;

let ids = 0;

/** A window of a machine whose log this is. */
function openWindow(log: SharedLog, clock: VirtualClock) {
  const circuits = new Circuits(clock, () => options);
  const limiters = new Limiters(clock, () => rate);
  const shared = new SharedCircuits({ clock, log, circuits, limiters, newId: () => `id-${(ids += 1)}` });
  const circuit = circuits.of(target);
  const fail = () => [1, 2, 3, 4, 5].forEach(() => circuit.enter()?.fail(1));
  const catchUp = async () => {
    clock.jump(1_000);
    await shared.catchUp();
  };
  return { circuits, limiters, shared, circuit, fail, catchUp };
}

function twoWindows() {
  const clock = new VirtualClock();
  const machine = new InMemoryLog();
  return { clock, machine, one: openWindow(machine.window(), clock), two: openWindow(machine.window(), clock) };
}

test('what one window finds out the others know a second later', async () => {
  const { one, two } = twoWindows();
  one.fail();
  await two.catchUp();
  assert.deepEqual([one.circuit.state.is, two.circuit.state.is], ['open', 'open']);
});

test('a recovery is known to the others too', async () => {
  const { one, two } = twoWindows();
  one.fail();
  await two.catchUp();
  one.circuit.reset();
  await two.catchUp();
  assert.equal(two.circuit.state.is, 'closed');
});

test('a rate limit holds in every window, for the same rest', async () => {
  const { clock, one, two } = twoWindows();
  one.circuits.cooldowns.learn(target, new Failure('rate-limited', { retryAfterMs: 30_000 }));
  await two.catchUp();
  const gate = two.circuits.cooldowns.of(target);
  assert.deepEqual([gate?.because, gate && gate.until - clock.now()], ['cooling-down', 29_000]);
});

test('a gate that the user opens in one window is open in the others', async () => {
  const { one, two } = twoWindows();
  one.circuits.cooldowns.learn(target, new Failure('auth'));
  await two.catchUp();
  two.circuits.cooldowns.open(target);
  await one.catchUp();
  assert.equal(one.circuits.cooldowns.of(target), undefined);
});

test('of two windows that want to try again one may', async () => {
  const { one, two } = twoWindows();
  const claims = await Promise.all([one.shared.claim(target, signal), two.shared.claim(target, signal)]);
  assert.equal(claims.filter(claim => claim !== undefined).length, 1);
});

test('a try that proved nothing gives its place back', async () => {
  const { one, two } = twoWindows();
  const release = await one.shared.claim(target, signal);
  release?.();
  assert.notEqual(await two.shared.claim(target, signal), undefined);
});

test('a verdict gives the place back as well', async () => {
  const { one, two } = twoWindows();
  await one.shared.claim(target, signal);
  one.circuit.reset();
  assert.notEqual(await two.shared.claim(target, signal), undefined);
});

test('a window that was closed in the middle of its try holds up the others for forty seconds', async () => {
  const { clock, one, two } = twoWindows();
  await one.shared.claim(target, signal);
  await clock.pass(39_000);
  assert.equal(await two.shared.claim(target, signal), undefined);
  await clock.pass(1_000);
  assert.notEqual(await two.shared.claim(target, signal), undefined);
});

test('who is stopped while he asks for the place gives it back', async () => {
  const { one, two } = twoWindows();
  const stop = new AbortController();
  const claim = one.shared.claim(target, stop.signal);
  stop.abort(new Failure('cancelled'));
  await assert.rejects(claim);
  assert.notEqual(await two.shared.claim(target, signal), undefined);
});

test('who asks for the place first and comes to the log second does not get it', async () => {
  const { clock, machine, one, two } = twoWindows();
  await one.shared.claim(target, signal);
  const at = clock.wall() - 5;
  const log = machine.window();
  await log.append({ kind: 'claim', key: circuitKey(target), id: 'late', at, until: at + 40_000 });
  await log.append({ kind: 'release', key: circuitKey(target), id: 'late' });
  assert.equal(await two.shared.claim(target, signal), undefined);
});

test('who came second has the place when the first gives it back before the log was read', async () => {
  const { one, two } = twoWindows();
  const [first, second] = [one.shared.claim(target, signal), one.shared.claim(target, signal)];
  (await first)?.();
  const [mine, others] = [await second, await two.shared.claim(target, signal)];
  assert.equal([mine, others].filter(claim => claim !== undefined).length, 1);
});

test('who did not get the place does not keep it from the others later', async () => {
  const { one, two } = twoWindows();
  const release = await one.shared.claim(target, signal);
  await two.shared.claim(target, signal);
  release?.();
  assert.notEqual(await one.shared.claim(target, signal), undefined);
});

test('a clock that is set back does not make a place be held for longer', async () => {
  const { clock, one, two } = twoWindows();
  await one.shared.claim(target, signal);
  clock.sleep(-86_400_000);
  assert.notEqual(await two.shared.claim(target, signal), undefined);
});

test('what one window asks counts in the measure of the others', async () => {
  const { one, two } = twoWindows();
  two.limiters.of(target);
  for (let each = 0; each < 60; each += 1) one.limiters.of(target).begin(100);
  await two.catchUp();
  assert.equal(two.limiters.of(target).hold(100)?.because, 'requests');
});

test('a window that opens later begins with what is known', async () => {
  const { clock, machine, one } = twoWindows();
  one.fail();
  await settle();
  const later = openWindow(machine.window(), clock);
  await later.catchUp();
  assert.equal(later.circuit.state.is, 'open');
});

test('everything that holds is carried into a new file, and nothing else', async () => {
  const { clock, one } = twoWindows();
  one.fail();
  one.circuits.cooldowns.learn(target, new Failure('quota'));
  one.circuits.of(targetOf('healthy')).enter()?.succeed();
  const machine = new InMemoryLog();
  const [writer, reader] = [machine.window(), openWindow(machine.window(), clock)];
  for (const record of one.shared.carryOver()) await writer.append(record);
  await reader.catchUp();
  assert.equal(one.shared.carryOver().length, 2);
  assert.deepEqual([reader.circuit.state.is, reader.circuits.cooldowns.of(target)?.because], ['open', 'quota']);
});

test('a rest that ends far in the future, by a wrong clock, is clamped to an hour', async () => {
  const { clock, machine, two } = twoWindows();
  const until = clock.wall() + 365 * 86_400_000;
  await machine.window().append({ kind: 'gate', key: target.id, because: 'quota', until });
  await two.catchUp();
  assert.equal((two.circuits.cooldowns.of(target)?.until ?? 0) - clock.now(), 3_600_000);
});

for (const record of [
  { kind: 'circuit', key: 7, is: 'open', until: 1 },
  { kind: 'circuit', key: 'x', is: 'on fire', until: 'soon' },
  { kind: 'gate', key: 'x', because: 'moon', until: true },
  { kind: 'claim', key: 'x' },
  { kind: 'took', key: 'x', tokens: 'many', at: 0 },
]) {
  test(`a record that cannot be understood changes nothing: ${JSON.stringify(record)}`, async () => {
    const { machine, two } = twoWindows();
    await machine.window().append(record);
    await two.catchUp();
    assert.equal(two.circuit.state.is, 'closed');
  });
}

test('a disk that does not answer holds a question up for a quarter of a second', async () => {
  const clock = new VirtualClock();
  const never = () => new Promise<void>(() => undefined);
  const dead: SharedLog = { durable: false, subscribe: () => () => undefined, append: never, refresh: never };
  const { shared } = openWindow(dead, clock);
  const reading = shared.catchUp();
  const claim = shared.claim(target, signal);
  await clock.pass(250);
  await reading;
  assert.notEqual(await claim, undefined);
});

test('who cancels while asking for the place leaves at once', async () => {
  const { one } = twoWindows();
  const stop = new AbortController();
  const reason = new Failure('cancelled');
  const claim = one.shared.claim(target, stop.signal);
  stop.abort(reason);
  await assert.rejects(claim, reason);
});
