import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Connectivity } from '../../../src/core/resilience/connectivity.ts';
import { Failure } from '../../../src/core/model/failure.ts';
import { targetOf } from '../../support/scripted.ts';
import { VirtualClock } from '../../support/virtualClock.ts';

const [one, two, three] = [targetOf('one'), targetOf('two'), targetOf('three')];
const local = targetOf('local', { loopback: true });
const unreachable = new Failure('unreachable', { sent: 'no' });

function world(hasInterface = () => true) {
  const clock = new VirtualClock();
  return { clock, connectivity: new Connectivity(clock, hasInterface) };
}

test('two servers that cannot be connected to mean no network', () => {
  const { connectivity } = world();
  connectivity.lose(one, unreachable);
  assert.equal(connectivity.isOffline, false);
  connectivity.lose(two, unreachable);
  assert.equal(connectivity.isOffline, true);
});

test('one is enough on a machine that has no way out', () => {
  const { connectivity } = world(() => false);
  connectivity.lose(one, unreachable);
  assert.equal(connectivity.isOffline, true);
});

test('two models behind one server do not tell whether there is a network', () => {
  const { connectivity } = world();
  const origin = 'http://same.test';
  connectivity.lose(targetOf('one', { origin }), unreachable);
  connectivity.lose(targetOf('two', { origin }), unreachable);
  assert.equal(connectivity.isOffline, false);
});

test('a server on this machine says nothing about the network', () => {
  const { connectivity } = world();
  connectivity.lose(one, unreachable);
  connectivity.lose(local, unreachable);
  assert.equal(connectivity.isOffline, false);
  connectivity.lose(three, unreachable);
  connectivity.reach(local);
  assert.equal(connectivity.isOffline, true);
});

test('whoever takes a request proves the network, even by failing', () => {
  const { connectivity } = world();
  connectivity.lose(one, unreachable);
  connectivity.lose(two, unreachable);
  connectivity.lose(three, new Failure('server', { sent: 'maybe' }));
  assert.equal(connectivity.isOffline, false);
});

test('no network is believed for a minute', async () => {
  const { clock, connectivity } = world();
  connectivity.lose(one, unreachable);
  connectivity.lose(two, unreachable);
  const believedMs = connectivity.offlineForMs;
  await clock.pass(60_000);
  assert.deepEqual([believedMs, connectivity.isOffline, connectivity.offlineForMs], [60_000, false, undefined]);
});

test('after ten seconds the next question may look whether it is back', async () => {
  const { clock, connectivity } = world();
  connectivity.lose(one, unreachable);
  connectivity.lose(two, unreachable);
  const rest = connectivity.restsUntil;
  await clock.pass(10_000);
  assert.deepEqual([rest, connectivity.restsUntil, connectivity.isOffline], [11_000, undefined, true]);
});
