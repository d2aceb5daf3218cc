import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Ask } from '../../src/core/model/layer.ts';
import { Failure, type FailureKind } from '../../src/core/model/failure.ts';
import { FaultInjection, type Script } from '../../src/core/faultInjection.ts';
import { isInjected } from '../../src/core/model/failure.ts';
import type { Target } from '../../src/core/model/target.ts';
import { house } from '../support/house.ts';
import { answerOf, ask, failureOf, targetOf } from '../support/scripted.ts';
import { VirtualClock } from '../support/virtualClock.ts';
import type { Note } from '../../src/core/model/note.ts';

const claude = targetOf('claude');
const gpt = targetOf('gpt');
const local = targetOf('local', { loopback: true });

function rehearsing(script: Partial<Script> = {}) {
  const clock = new VirtualClock();
  let ended = 0;
  const whole: Script = { fault: 'outage', at: 'all', forMs: 60_000, ...script };
  const rehearsal = new FaultInjection({
    clock,
    script: whole,
    circuits: house([]).circuits,
    onEnd: () => (ended += 1),
  });
  return { clock, rehearsal, ended: () => ended };
}

const attempt = (target: string, failure?: Failure): Note => ({
  kind: 'attempt',
  target,
  number: 1,
  outcome: failure?.kind ?? 'answered',
  tookMs: 1,
  spent: 'input',
  usage: answerOf(target, '').usage,
  ...(failure && { failure }),
});

/** Fails as a client would whose requests pass through the rehearsal. */
function failing(rehearsal: FaultInjection, kind: FailureKind): Ask {
  return question => {
    rehearsal.plays(question.id, claude);
    const failure = new Failure(kind, { target: 'claude' });
    question.notes(attempt('claude', failure));
    return Promise.reject(failure);
  };
}

test('it ends by itself when its time is up', async () => {
  const { clock, rehearsal, ended } = rehearsing({ forMs: 300_000 });
  await clock.pass(299_999);
  const before = rehearsal.isOver;
  await clock.pass(1);
  assert.deepEqual([before, rehearsal.isOver, ended(), rehearsal.plays('q1', claude)], [false, true, 1, false]);
});

test('it never lasts longer than ten minutes, whatever was asked for', async () => {
  const { clock, rehearsal } = rehearsing({ forMs: Infinity });
  await clock.pass(600_000);
  assert.equal(rehearsal.isOver, true);
});

test('it is over when its end was slept through', () => {
  const { clock, rehearsal } = rehearsing();
  clock.jump(60_000); // no timer has run yet
  assert.equal(rehearsal.plays('q1', claude), false);
});

test('every attempt of a question that it has begun with is played, and no question beyond the last', () => {
  const { rehearsal } = rehearsing({ questions: 2 });
  const played = ['q1', 'q1', 'q2', 'q3', 'q1'].map(question => rehearsal.plays(question, claude));
  assert.deepEqual(played, [true, true, true, false, true]);
});

test('it is played where it was meant to be', () => {
  const places: readonly Script['at'][] = ['all', 'elsewhere', { target: 'gpt' }];
  const played = places.map(at => [claude, gpt, local].map(target => rehearsing({ at }).rehearsal.plays('q', target)));
  assert.deepEqual(played, [
    [true, true, true],
    [true, true, false],
    [false, true, false],
  ]);
});

test('what came of it is marked as rehearsed, in the note and in the failure', async () => {
  const { rehearsal } = rehearsing();
  const { question, notes } = ask();
  const failure = await failureOf(rehearsal.mark(failing(rehearsal, 'overloaded'))(question));
  const [note] = notes;
  assert.deepEqual([isInjected(failure), note?.kind === 'attempt' && isInjected(note.failure)], [true, true]);
});

test('what is played was not sent, though its transport says so; what is real was', async () => {
  const { rehearsal } = rehearsing({ at: { target: 'claude' } });
  const sent = async (target: Target) => {
    const { question, events } = ask({ watched: true });
    const failure = await failureOf(
      rehearsal.unsent(target)(({ id, onEvent }) => {
        rehearsal.plays(id, target);
        onEvent?.({ kind: 'connected' });
        onEvent?.({ kind: 'sent' });
        return Promise.reject(new Failure('server', { sent: 'maybe' }));
      })(question),
    );
    return [events.map(({ kind }) => kind), failure.details.sent];
  };
  assert.deepEqual(
    [await sent(claude), await sent(gpt)],
    [
      [['connected'], 'no'],
      [['connected', 'sent'], 'maybe'],
    ],
  );
});

test('a real failure beside it stays real', async () => {
  const { rehearsal } = rehearsing({ at: { target: 'claude' } });
  const failure = await failureOf(
    rehearsal.mark(question => {
      rehearsal.plays(question.id, claude);
      rehearsal.plays(question.id, gpt);
      const others = [new Failure('server', { target: 'gpt' })];
      return Promise.reject(new Failure('overloaded', { target: 'claude', others }));
    })(ask().question),
  );
  assert.deepEqual([failure, ...(failure.details.others ?? [])].map(isInjected), [true, false]);
});

test('an attempt after its end is real, though one before it in the same question was not', async () => {
  const { rehearsal } = rehearsing();
  const { question, notes } = ask();
  const twice: Ask = async inner => {
    await failing(rehearsal, 'server')(inner).catch(() => undefined);
    rehearsal.end();
    return failing(rehearsal, 'reset')(inner);
  };
  const failure = await failureOf(rehearsal.mark(twice)(question));
  const marks = notes.map(note => note.kind === 'attempt' && isInjected(note.failure));
  assert.deepEqual([...marks, isInjected(failure)], [true, false, false]);
});

test('an answer that stands in for a rehearsed failure says so, and stays the answer', async () => {
  const { rehearsal } = rehearsing();
  const answer = await rehearsal.mark(async question => {
    rehearsal.plays(question.id, claude);
    return answerOf('offline', 'known', { insteadOf: new Failure('server', { target: 'claude' }) });
  })(ask().question);
  assert.deepEqual([answer.text, isInjected(answer.insteadOf)], ['known', true]);
});

test('what the user stopped was stopped, not rehearsed', async () => {
  const { rehearsal } = rehearsing();
  const failure = await failureOf(rehearsal.mark(failing(rehearsal, 'cancelled'))(ask().question));
  assert.equal(isInjected(failure), false);
});

test('remembered answers are passed over, as they would be no rehearsal', async () => {
  const { rehearsal } = rehearsing();
  let fresh: boolean | undefined;
  await rehearsal.mark(async question => {
    fresh = question.fresh;
    return answerOf('claude', 'hello');
  })(ask().question);
  assert.equal(fresh, true);
});

test('it ends with the last of its questions, not with those that it was not played on', async () => {
  const { rehearsal, ended } = rehearsing({ questions: 2 });
  const ends: number[] = [];
  const remembered: Ask = async () => answerOf('claude', 'remembered');
  for (const next of [failing(rehearsal, 'server'), remembered, failing(rehearsal, 'server')]) {
    const { question } = ask({ id: `q${ends.length}` });
    await rehearsal
      .mark(next)(question)
      .catch(() => undefined);
    ends.push(ended());
  }
  assert.deepEqual(ends, [0, 0, 1]);
});

test('a failure of the client inside is counted by the rehearsal’s circuits alone', async () => {
  const real = house([]);
  const { rehearsal } = rehearsing();
  const source = { target: claude, ask: failing(rehearsal, 'server') };
  const { client } = house([], { sources: [source], circuits: rehearsal.circuits, retrying: () => noRetries });
  for (let question = 0; question < 5; question += 1) await client.ask(ask({ id: `q${question}` }).question);
  assert.deepEqual([rehearsal.circuits.of(claude).state.is, real.circuits.of(claude).state.is], ['open', 'closed']);
});

const noRetries = { maxRetries: 0, baseDelayMs: 1, maxDelayMs: 1 };
