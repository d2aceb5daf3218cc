import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Circuits } from '../../../../src/core/resilience/circuits.ts';
import { Failure } from '../../../../src/core/model/failure.ts';
import { Limiters } from '../../../../src/core/resilience/limiters.ts';
import { InMemoryLog } from '../../../support/logs/inMemoryLog.ts';
import { SharedCircuits } from '../../../../src/core/resilience/sharedCircuits.ts';
import { targetOf } from '../../../support/scripted.ts';
import { settle, VirtualClock } from '../../../support/virtualClock.ts';

const target = targetOf('only');
const options = { failureThreshold: 5, windowMs: 60_000, recoveryMs: 60_000, maxRecoveryMs: 300_000 };
const rate = { requestsPerMinute: 60, tokensPerMinute: 90_000, concurrent: 5 };

/** Two windows of one machine. */
function machine() {
  const clock = new VirtualClock();
  const log = new InMemoryLog();
  const [one, two] = ['one', 'two'].map(newId => {
    const circuits = new Circuits(clock, () => options);
    const limiters = new Limiters(clock, () => rate);
    const shared = new SharedCircuits({ clock, log: log.window(), circuits, limiters, newId: () => newId });
    return { circuits, circuit: circuits.of(target), shared };
  });
  assert.ok(one && two);
  const hearAll = async () => {
    clock.jump(1_000);
    await Promise.all([one.shared.catchUp(), two.shared.catchUp()]);
    await settle();
  };
  return { clock, one, two, hearAll };
}

test('of two windows that speak at the same time of one circuit the log’s last word holds in both', async () => {
  const { one, two, hearAll } = machine();
  one.circuit.reset();
  two.circuit.pause();
  await hearAll();
  assert.deepEqual([one.circuit.state.is, two.circuit.state.is], ['paused', 'paused']);
});

test('what was said before is not believed again because it is heard later', async () => {
  const { one, two, hearAll } = machine();
  one.circuit.pause();
  two.circuit.reset();
  await hearAll();
  assert.deepEqual([one.circuit.state.is, two.circuit.state.is], ['closed', 'closed']);
});

test('a key that the user gives in one window is tried in all, though the other has just found the old one rejected', async () => {
  const { one, two, hearAll } = machine();
  one.circuits.cooldowns.learn(target, new Failure('auth'));
  two.circuits.cooldowns.open(target); // it had not heard of that yet
  await hearAll();
  assert.deepEqual([one.circuits.cooldowns.of(target), two.circuits.cooldowns.of(target)], [undefined, undefined]);
});

test('a window that hurries does not overrule what another has just found out', async () => {
  const { clock, one, two, hearAll } = machine();
  clock.chance = 0;
  const fail = () => one.circuit.enter()?.fail(1);
  for (let failed = 0; failed < options.failureThreshold; failed += 1) fail();
  for (let probe = 0; probe < 30; probe += 1) {
    for (let second = 0; second < 400; second += 1) await hearAll();
    fail();
  }
  for (let second = 0; second < 6; second += 1) await hearAll();
  assert.equal(one.circuit.hurry(), true);
  fail();
  assert.equal(two.circuit.hurry(), true); // it has not heard of that yet
  await hearAll();
  assert.deepEqual([one.circuit.admits, two.circuit.admits], [false, false]);
});
