import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breaker } from '../../../src/core/layers/breaker.ts';
import { ask, failureOf, scripted } from '../../support/scripted.ts';
import { VirtualClock } from '../../support/virtualClock.ts';
import { CircuitBreaker } from '../../../src/core/resilience/circuitBreaker.ts';

const options = { failureThreshold: 5, windowMs: 60_000, recoveryMs: 60_000, maxRecoveryMs: 300_000 };

function circuit() {
  const clock = new VirtualClock();
  const breaker = new CircuitBreaker(clock, () => options);
  const fail = (times: number, weight = 1) => {
    for (let i = 0; i < times; i += 1) breaker.enter()?.fail(weight);
  };
  return { clock, breaker, fail };
}

/** A circuit that has just opened. */
function opened() {
  const world = circuit();
  world.fail(5);
  return world;
}

test('five failures in a row open the circuit', () => {
  const { breaker, fail } = circuit();
  fail(4);
  assert.equal(breaker.state.is, 'closed');
  fail(1);
  assert.equal(breaker.state.is, 'open');
});

test('a timeout weighs two, so three silent calls open the circuit', () => {
  const { breaker, fail } = circuit();
  fail(3, 2);
  assert.equal(breaker.state.is, 'open');
});

test('a success in between starts the count anew', () => {
  const { breaker, fail } = circuit();
  fail(4);
  breaker.enter()?.succeed();
  fail(4);
  assert.equal(breaker.state.is, 'closed');
});

test('failures older than the window no longer count', async () => {
  const { clock, breaker, fail } = circuit();
  fail(4);
  await clock.pass(600_000);
  fail(1);
  assert.equal(breaker.state.is, 'closed');
});

test('twelve failures among twenty attempts open the circuit though never five in a row', () => {
  const { breaker } = circuit();
  const results = [1, 1, 1, 0, 1, 1, 1, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 0, 0];
  for (const failed of results) {
    const permit = breaker.enter();
    if (failed) permit?.fail(1);
    else permit?.succeed();
  }
  assert.equal(breaker.state.is, 'open');
});

test('every fifth attempt failing at random leaves the circuit closed', () => {
  const { breaker } = circuit();
  for (let i = 0; i < 500; i += 1) {
    const permit = breaker.enter();
    if (i % 5 === 0) permit?.fail(1);
    else permit?.succeed();
  }
  assert.equal(breaker.state.is, 'closed');
});

test('what proves nothing counts for nothing', () => {
  const { breaker, fail } = circuit();
  fail(50, 0);
  assert.equal(breaker.state.is, 'closed');
});

test('an open circuit lets nobody in before its rest is over', async () => {
  const { clock, breaker } = opened();
  await clock.pass(4_900);
  assert.equal(breaker.enter(), undefined);
});

test('after the rest exactly one probe is let in', async () => {
  const { clock, breaker } = opened();
  await clock.pass(67_000);
  assert.deepEqual([breaker.enter() !== undefined, breaker.enter()], [true, undefined]);
});

test('a probe that succeeds closes the circuit', async () => {
  const { clock, breaker } = opened();
  await clock.pass(67_000);
  breaker.enter()?.succeed();
  assert.equal(breaker.state.is, 'closed');
});

test('each probe that fails makes the rest as long as the circuit has rested, and a little', async () => {
  const { clock, breaker } = opened();
  clock.chance = 0;
  const rests: number[] = [];
  for (let i = 0; i < 200; i += 1) {
    await clock.pass(400_000);
    breaker.enter()?.fail(1);
    if (breaker.state.is === 'open') rests.push((breaker.state.until - clock.now()) / 1_000);
  }
  assert.deepEqual(rests.slice(0, 6).map(Math.round), [5, 5, 5, 5, 5, 6]);
  assert.equal(rests.at(-1), 300);
});

test('a hurried probe comes five seconds after the last one at the earliest', async () => {
  const { clock, breaker, fail } = opened();
  clock.chance = 0;
  for (let i = 0; i < 40; i += 1) {
    await clock.pass(400_000);
    fail(1);
  }
  assert.equal(breaker.hurry(), false);
  await clock.pass(5_000);
  assert.deepEqual([breaker.admits, breaker.hurry(), breaker.enter()?.isProbe], [false, true, true]);
});

test('what does not rest is not hurried', () => {
  const { breaker } = circuit();
  breaker.pause();
  assert.deepEqual([breaker.hurry(), breaker.state.is], [false, 'paused']);
});

test('a cancelled probe proves nothing: the next question may probe', async () => {
  const { clock, breaker } = opened();
  await clock.pass(67_000);
  breaker.enter()?.fail(0);
  assert.equal(breaker.state.is, 'open');
  assert.equal(breaker.admits, true);
});

test('late results of the closed era neither close nor prolong an open circuit', () => {
  const { breaker, fail } = circuit();
  const late = [breaker.enter(), breaker.enter()];
  fail(5);
  const before = breaker.state;
  late[0]?.succeed();
  late[1]?.fail(1);
  assert.equal(breaker.state, before);
});

test('a paused circuit lets nobody in until it is reset', async () => {
  const { clock, breaker } = circuit();
  breaker.pause();
  await clock.pass(1_000_000);
  assert.equal(breaker.enter(), undefined);
  breaker.reset();
  assert.equal(breaker.enter() !== undefined, true);
});

/** A circuit whose rest is over, so that the next question is its probe. */
async function rested() {
  const clock = new VirtualClock();
  const circuit = new CircuitBreaker(clock, () => options);
  for (let each = 0; each < 5; each += 1) circuit.enter()?.fail(1);
  await clock.pass(70_000);
  return circuit;
}

test('while another window tries again this one does not ask', async () => {
  const target = scripted('one', { says: 'hello' });
  const layer = breaker(await rested(), 'one', { claim: () => Promise.resolve(undefined) });
  assert.equal((await failureOf(layer(target.ask)(ask().question))).kind, 'circuit-open');
  assert.equal(target.calls.length, 0);
});

test('a probe that proved nothing gives its right back; one that failed has told enough', async () => {
  let released = 0;
  const claim = () => Promise.resolve(() => void (released += 1));
  await failureOf(breaker(await rested(), 'one', { claim })(scripted('one', 'cancelled').ask)(ask().question));
  assert.equal(released, 1);
  await failureOf(breaker(await rested(), 'one', { claim })(scripted('one', 'server').ask)(ask().question));
  assert.equal(released, 1);
});

test('a failure that is excused says nothing about the target', async () => {
  const circuit = new CircuitBreaker(new VirtualClock(), () => options);
  const layer = breaker(circuit, 'one', { excused: () => true })(scripted('one', 'unreachable').ask);
  for (let each = 0; each < 10; each += 1) await failureOf(layer(ask().question));
  assert.equal(circuit.state.is, 'closed');
});

test('when another window tells of its probe meanwhile, this one does as it says', async () => {
  const circuit = await rested();
  const target = scripted('one', { says: 'hello' });
  const telling = (tell: () => void) => () => {
    tell();
    return Promise.resolve(() => undefined);
  };
  const failed = telling(() => circuit.adopt({ is: 'open', until: 1e9 }, 2));
  const open = breaker(circuit, 'one', { claim: failed })(target.ask);
  assert.equal((await failureOf(open(ask().question))).kind, 'circuit-open');
  circuit.adopt({ is: 'open', until: 0 }, 2);
  const recovered = telling(() => circuit.adopt({ is: 'closed' }, 0));
  await breaker(circuit, 'one', { claim: recovered })(target.ask)(ask().question);
  assert.equal(target.calls.length, 1);
});

/** Results in this order: '.' went well, 'x' failed. */
function after(results: string) {
  const { breaker: tried } = circuit();
  for (const result of results) {
    const permit = tried.enter();
    if (result === '.') permit?.succeed();
    else permit?.fail(1);
  }
  return tried.state.is;
}

test('five in a row open the circuit of a target that seldom fails, and say nothing of one that fails now and then', () => {
  assert.equal(after(`${'.'.repeat(100)}xxxxx`), 'open');
  assert.equal(after(`${'....x'.repeat(20)}.xxxxx`), 'closed');
  assert.equal(after(`${'....x'.repeat(20)}.xxxxxxxx`), 'open');
});

test('failures that are forgotten count no more, neither in a row nor among all', async () => {
  const { clock, breaker: tried } = circuit();
  const play = (results: string) => {
    for (const result of results) {
      const permit = tried.enter();
      if (result === '.') permit?.succeed();
      else permit?.fail(1);
    }
  };
  play('x.'.repeat(11));
  await clock.pass(60_000);
  play('x.'.repeat(10));
  assert.equal(tried.state.is, 'closed');
});
