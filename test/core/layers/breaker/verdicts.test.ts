import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from '../../../../src/core/model/failure.ts';
import { breaker } from '../../../../src/core/layers/breaker.ts';
import { house } from '../../../support/house.ts';
import { ask, failureOf, scripted } from '../../../support/scripted.ts';
import { VirtualClock } from '../../../support/virtualClock.ts';
import { CircuitBreaker } from '../../../../src/core/resilience/circuitBreaker.ts';
import type { Answer } from '../../../../src/core/model/answer.ts';

// What the attempts of questions mean to a circuit, through the layer that tells it.

const options = { failureThreshold: 2, windowMs: 60_000, recoveryMs: 60_000, maxRecoveryMs: 300_000 };

/** A circuit, and questions that end when they are told to. */
function world() {
  const clock = new VirtualClock();
  const circuit = new CircuitBreaker(clock, () => options);
  const ends: ((failure: Failure) => void)[] = [];
  const layer = breaker(circuit, 'only')(() => new Promise<Answer>((_, reject) => ends.push(reject)));
  /** Begins a question; what is returned ends it. */
  const begin = () => {
    const failed = failureOf(layer(ask().question));
    const end = ends.pop();
    return async (kind: 'server' | 'cancelled') => {
      end?.(new Failure(kind));
      return (await failed).kind;
    };
  };
  return { clock, circuit, begin };
}

test('every failed question tells the circuit', async () => {
  const { circuit, begin } = world();
  await begin()('server');
  await begin()('server');
  assert.equal(circuit.state.is, 'open');
});

test('a target that is silent until the time is up is left alone after three questions', async () => {
  const target = scripted('only', 'hangs');
  const { clock, client, circuits } = house([target]);
  for (const words of ['one', 'two', 'three']) {
    const answer = client.ask(ask({ words, until: clock.now() + 20_300 }).question);
    await clock.pass(20_300);
    await answer;
  }
  assert.equal(circuits.of(target.target).state.is, 'open');
});

test('a question that the user stops after a failure counts against nobody', async () => {
  const target = scripted('only', ...Array.from({ length: 6 }, () => ['server', 'hangs'] as const).flat());
  const { clock, client, circuits } = house([target]);
  for (const words of ['one', 'two', 'three', 'four', 'five', 'six']) {
    const { question, stop } = ask({ words, until: clock.now() + 35_000 });
    const failed = failureOf(client.ask(question));
    await clock.pass(1_000);
    stop.abort(new Failure('cancelled'));
    assert.equal((await failed).kind, 'cancelled');
  }
  assert.deepEqual([target.calls.length, circuits.of(target.target).state.is], [12, 'closed']);
});

test('a question that the user stops while it probes gives its place back', async () => {
  const { clock, circuit, begin } = world();
  await begin()('server');
  await begin()('server');
  await clock.pass(70_000);
  await begin()('cancelled');
  assert.deepEqual([circuit.state.is, circuit.admits], ['open', true]);
});

test('a question of before does not end the probe of now', async () => {
  const { clock, circuit, begin } = world();
  const late = begin();
  await begin()('server');
  await begin()('server');
  await clock.pass(70_000);
  const probe = begin();
  await late('server');
  assert.equal(circuit.state.is, 'half-open');
  await probe('server');
  assert.equal(circuit.state.is, 'open');
});

test('a server that says when it wants to be asked again is never given up for it', async () => {
  const target = scripted('only', { fails: 'rate-limited', details: { retryAfterMs: 1_000 } });
  const { clock, client, circuits } = house([target]);
  for (const words of ['one', 'two', 'three', 'four', 'five']) {
    const answer = client.ask(ask({ words, until: clock.now() + 30_000 }).question);
    await clock.pass(10_000);
    await answer;
  }
  assert.ok(target.calls.length >= 5);
  assert.equal(circuits.of(target.target).state.is, 'closed');
});
