import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Ask } from '../../../src/core/model/layer.ts';
import { Failure } from '../../../src/core/model/failure.ts';
import { attempt } from '../../../src/core/layers/attempt.ts';
import { answerOf, ask, failureOf, scripted, targetOf } from '../../support/scripted.ts';
import { VirtualClock } from '../../support/virtualClock.ts';
import type { Asking } from '../../../src/core/model/asking.ts';
import { maxAttempts } from '../../../src/core/model/question.ts';
import type { AnswerEvent } from '../../../src/core/model/answerEvent.ts';

const limits = { connectMs: 5_000, firstTokenMs: 20_000, idleMs: 10_000 };

/** A target that never ends by itself and even ignores the abort, as an unsettled fetch does. */
function deaf() {
  let tell: ((event: AnswerEvent) => void) | undefined;
  const next: Ask = question => {
    tell = question.onEvent;
    return new Promise(() => undefined);
  };
  const clock = new VirtualClock();
  const layer = attempt(clock, targetOf('only'), () => limits)(next);
  return { clock, layer, tell: (event: AnswerEvent) => tell?.(event) };
}

/** When the failure came, ms after the start, and which. */
async function fate(world: ReturnType<typeof deaf>, play: () => Promise<void>, more = {}) {
  const startedAt = world.clock.now();
  const failed = failureOf(world.layer(ask({ until: 1e9, ...more }).question)).then(({ kind }) => ({
    kind,
    afterMs: world.clock.now() - startedAt,
  }));
  await play();
  await world.clock.pass(400_000);
  return failed;
}

test('a connection that never stands is given up at the connect limit', async () => {
  const world = deaf();
  assert.deepEqual(await fate(world, () => Promise.resolve()), { kind: 'connect-timeout', afterMs: 5_000 });
});

test('a target that stays silent after taking the request is given up at the first-token limit', async () => {
  const world = deaf();
  const play = async () => {
    await world.clock.pass(100);
    world.tell({ kind: 'connected' });
    world.tell({ kind: 'sent' });
  };
  assert.deepEqual(await fate(world, play), { kind: 'silent', afterMs: 20_000 });
});

test('the failure says which limit was over, whole even when connecting took a part of it', async () => {
  const world = deaf();
  const failed = failureOf(world.layer(ask({ until: 1e9 }).question));
  await world.clock.pass(4_000);
  world.tell({ kind: 'connected' });
  await world.clock.pass(16_000);
  const { kind, details } = await failed;
  assert.deepEqual([kind, details.facts], ['silent', { limitMs: 20_000 }]);
});

test('a silent target gets a third of what remains while another one could answer', async () => {
  const world = deaf();
  const play = async () => world.tell({ kind: 'connected' });
  const more = { until: world.clock.now() + 12_000, alternatives: 1 };
  assert.deepEqual(await fate(world, play, more), { kind: 'silent', afterMs: 4_000 });
});

test('silence in the middle is a stall', async () => {
  const world = deaf();
  const play = async () => {
    world.tell({ kind: 'connected' });
    await world.clock.pass(1_000);
    world.tell({ kind: 'text', text: 'The' });
  };
  assert.deepEqual(await fate(world, play), { kind: 'stalled', afterMs: 11_000 });
});

test('thinking is progress', async () => {
  const world = deaf();
  const play = async () => {
    world.tell({ kind: 'connected' });
    for (let i = 0; i < 20; i += 1) {
      await world.clock.pass(9_000);
      world.tell({ kind: 'thinking' });
    }
  };
  assert.deepEqual(await fate(world, play), { kind: 'stalled', afterMs: 190_000 });
});

test('a timer that fires late because we were busy bites only the second time', async () => {
  const world = deaf();
  const play = async () => {
    world.tell({ kind: 'connected' });
    world.clock.jump(21_000);
  };
  assert.deepEqual(await fate(world, play), { kind: 'silent', afterMs: 41_000 });
});

test('a cancel reaches the target with its reason', async () => {
  const clock = new VirtualClock();
  const target = scripted('only', 'hangs');
  const { question, stop } = ask();
  const failed = failureOf(attempt(clock, target.target, () => limits)(target.ask)(question));
  const reason = new Failure('cancelled');
  stop.abort(reason);
  assert.equal((await failed).kind, 'cancelled');
  assert.deepEqual(target.stopped, [reason]);
});

test('what arrives after the end is not passed on', async () => {
  const world = deaf();
  const { question, events } = ask({ watched: true });
  const failed = failureOf(world.layer(question));
  await world.clock.pass(6_000);
  await failed;
  world.tell({ kind: 'text', text: 'too late' });
  assert.deepEqual(events, []);
});

test('leaves no timer and no listener behind', async () => {
  const clock = new VirtualClock();
  const target = scripted('only', { says: 'hello' });
  await attempt(clock, target.target, () => limits)(target.ask)(ask().question);
  assert.equal(clock.waiting, 0);
});

test('the note says who, how long, when the first token came and what it cost', async () => {
  const clock = new VirtualClock();
  const next: Ask = async question => {
    clock.jump(300);
    question.onEvent?.({ kind: 'text', text: 'hello' });
    clock.jump(200);
    return answerOf('only', 'hello');
  };
  const { question, notes } = ask({ attempts: { left: 5 } });
  await attempt(clock, targetOf('only'), () => limits)(next)(question);
  assert.deepEqual(notes, [
    {
      kind: 'attempt',
      target: 'only',
      number: 1,
      outcome: 'answered',
      tookMs: 500,
      firstTokenMs: 300,
      spent: 'exact',
      usage: answerOf('only', '').usage,
    },
  ]);
});

test('a failure before the bytes left says that nothing was sent', async () => {
  const clock = new VirtualClock();
  const next: Ask = () => Promise.reject(new Failure('unreachable'));
  const failure = await failureOf(attempt(clock, targetOf('only'), () => limits)(next)(ask().question));
  assert.equal(failure.details.sent, 'no');
});

test('a failure after the bytes left may have been billed', async () => {
  const target = scripted('only', 'reset');
  const failure = await failureOf(attempt(new VirtualClock(), target.target, () => limits)(target.ask)(ask().question));
  assert.equal(failure.details.sent, 'maybe');
});

test('a failure after some text is accounted as what was sent and received, estimated', async () => {
  const target = scripted('only', { fails: 'reset', afterText: 'It is here' });
  const { question, notes } = ask({ watched: true, words: 'Where is it?' });
  await failureOf(attempt(new VirtualClock(), target.target, () => limits)(target.ask)(question));
  const { spent, usage } = notes.find(note => note.kind === 'attempt') ?? {};
  assert.deepEqual({ spent, in: usage?.inputTokens, out: usage?.outputTokens }, { spent: 'estimated', in: 9, out: 3 }); // 4 and 5 of the message's frame
});

test('a failure before the first text is accounted as the input that may be billed', async () => {
  const target = scripted('only', 'reset');
  const { question, notes } = ask();
  await failureOf(attempt(new VirtualClock(), target.target, () => limits)(target.ask)(question));
  assert.equal(notes.find(note => note.kind === 'attempt')?.spent, 'input');
});

test('what was never sent is accounted as nothing', async () => {
  const { question, notes } = ask();
  const next: Ask = () => Promise.reject(new Failure('unreachable'));
  await failureOf(attempt(new VirtualClock(), targetOf('only'), () => limits)(next)(question));
  assert.equal(notes.find(note => note.kind === 'attempt')?.spent, 'nothing');
});

test('a silence in which the machine slept is an interruption, not the target’s failure', async () => {
  const world = deaf();
  const play = async () => {
    world.tell({ kind: 'text', text: 'It' });
    world.clock.sleep(3_600_000);
    await world.clock.pass(10_000);
  };
  assert.equal((await fate(world, play)).kind, 'interrupted');
});

test('an attempt beside which another one begins stays the first one: it is not hurried, and told as such', async () => {
  const world = deaf();
  const { question, notes } = ask({ attempts: { left: 5 }, alternatives: 1, until: world.clock.now() + 12_000 });
  const failed = failureOf(world.layer(question));
  question.attempts.left -= 1;
  world.tell({ kind: 'connected' });
  await world.clock.pass(12_000);
  const { kind, details } = await failed;
  assert.deepEqual({ kind, code: details.code }, { kind: 'silent', code: undefined });
  assert.partialDeepStrictEqual(notes, [{ kind: 'attempt', number: 1 }]);
});

test('whoever waits is told who is asked, since when, and when its silence ends', async () => {
  const world = deaf();
  const told: Asking[] = [];
  const until = world.clock.now() + 12_000;
  const more = {
    until,
    alternatives: 1,
    attempts: { left: maxAttempts - 2 },
    onAsking: (asking: Asking) => told.push(asking),
  };
  const startedAt = world.clock.now();
  await fate(world, () => Promise.resolve(), more);
  assert.deepEqual(told, [{ target: 'only', attempt: 2, startedAt, silentAt: startedAt + 4_000 }]);
});

test('that a model is missing because its vendor has retired it is known to whoever tells of the failure', async () => {
  const own = { provider: 'anthropic', model: 'claude-3-5-sonnet-20241022', origin: 'https://api.anthropic.com' };
  const { target, ask: missing } = scripted('only', 'not-found');
  const layer = attempt(new VirtualClock(), { ...target, ...own }, () => limits)(missing);
  const { details } = await failureOf(layer(ask().question));
  assert.deepEqual(details.facts, { model: 'claude-3-5-sonnet-20241022', successor: 'claude-sonnet-4-5' });
});
