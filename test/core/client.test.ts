import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sleep } from '../../src/core/model/clock.ts';
import { Failure } from '../../src/core/model/failure.ts';
import { house } from '../support/house.ts';
import { ask, failureOf, scripted, shown, type Act, type Scripted } from '../support/scripted.ts';
import { settle } from '../support/virtualClock.ts';
import type { Note } from '../../src/core/model/note.ts';

const kinds = (notes: readonly Note[]) => notes.map(note => note.kind);

test('a healthy target answers, and the journal holds the whole story', async () => {
  const { client, journal } = house([scripted('first', { says: 'It adds.' })]);
  const answer = await client.ask(ask().question);
  assert.deepEqual([answer.from, answer.freshness], ['first', 'live']);
  assert.deepEqual(kinds(journal[0]?.notes ?? []), ['attempt', 'judged']);
});

test('when the first target is down the second answers', async () => {
  const { client } = house([scripted('first', 'server-not-running'), scripted('second', { says: 'It adds.' })]);
  assert.equal((await client.ask(ask().question)).from, 'second');
});

test('when all are down the offline rules answer and say why', async () => {
  const { client } = house([scripted('first', 'server-not-running'), scripted('second', 'auth')]);
  const answer = await client.ask(ask().question);
  assert.deepEqual([answer.from, answer.insteadOf?.kind], ['offline', 'server-not-running']);
});

test('what still works when time is up stands outside the deadline', async () => {
  const { clock, client } = house([scripted('first', 'hangs')]);
  const answer = client.ask(ask({ until: clock.now() + 3_000 }).question);
  await clock.pass(3_000);
  assert.deepEqual([(await answer).from, (await answer).insteadOf?.kind], ['offline', 'out-of-time']);
});

test('an edit that nobody could make fails: there is no edit without a model', async () => {
  const { client } = house([scripted('first', 'auth')]);
  assert.equal((await failureOf(client.ask(ask({ task: 'edit' }).question))).kind, 'auth');
});

test('a cancel is never consoled with an older answer', async () => {
  const { client } = house([scripted('first', 'hangs')]);
  const { question, stop } = ask();
  const failed = failureOf(client.ask(question));
  await settle();
  stop.abort(new Failure('cancelled'));
  assert.equal((await failed).kind, 'cancelled');
});

test('a cancel counts against nobody', async () => {
  const target = scripted('first', 'hangs');
  const { client, circuits } = house([target]);
  for (let i = 0; i < 10; i += 1) {
    const { question, stop } = ask({ words: `question ${i}` });
    const failed = failureOf(client.ask(question));
    await settle();
    stop.abort(new Failure('cancelled'));
    await failed;
  }
  assert.equal(circuits.of(target.target).state.is, 'closed');
});

test('the deadline of the question does not count against a target', async () => {
  const target = scripted('first', 'hangs');
  const { clock, client, circuits } = house([target]);
  for (let i = 0; i < 10; i += 1) {
    const answer = client.ask(ask({ words: `question ${i}`, until: clock.now() + 1_000 }).question);
    await clock.pass(1_000);
    await answer;
  }
  assert.equal(circuits.of(target.target).state.is, 'closed');
});

/** Asks so many questions, each ten seconds after the one before. */
async function askTimes(times: number, { clock, client }: Pick<ReturnType<typeof house>, 'clock' | 'client'>) {
  for (let i = 0; i < times; i += 1) {
    const answer = client.ask(ask({ words: `question ${clock.now()}`, until: clock.now() + 30_000 }).question);
    await clock.pass(10_000);
    await answer;
  }
}

test('a question counts once, however often it was retried: a dead target is left alone after five questions', async () => {
  const target = scripted('first', 'server');
  const world = house([target]);
  const circuit = world.circuits.of(target.target);
  await askTimes(4, world);
  assert.deepEqual([circuit.state.is, target.calls.length > 5], ['closed', true]);
  await askTimes(1, world);
  assert.equal(circuit.state.is, 'open');
});

test('a question that a retry made good counts for the target', async () => {
  const target = scripted('first', ...Array.from({ length: 8 }, () => ['server', { says: 'yes' }] as const).flat());
  const world = house([target]);
  await askTimes(8, world);
  assert.equal(world.circuits.of(target.target).state.is, 'closed');
});

/** A server that is not there for five questions, which open its circuit, and then does this. */
const fallen = (...then: readonly Act[]) =>
  scripted('first', ...Array.from({ length: 5 }, () => 'server-not-running' as const), ...then);

/** Five questions have opened the circuit of the only target. */
async function opened(target: Scripted) {
  const world = house([target]);
  for (let i = 0; i < 5; i += 1) await world.client.ask(ask({ words: `question ${i}` }).question);
  return { ...world, circuit: world.circuits.of(target.target) };
}

test('after the rest one question probes, and success closes the circuit', async () => {
  const { clock, client, circuit } = await opened(fallen({ says: 'back' }));
  await clock.pass(5_500);
  const answer = await client.ask(ask({ words: 'now?', until: clock.now() + 30_000 }).question);
  assert.deepEqual([answer.text, circuit.state.is], ['back', 'closed']);
});

test('a question that probes is not retried', async () => {
  const target = fallen('server');
  const { clock, client } = await opened(target);
  await clock.pass(5_500);
  await askTimes(1, { clock, client });
  assert.equal(target.calls.length, 6);
});

/** The circuit of the only target has been open for a minute and rests on. */
async function resting(...then: readonly Act[]) {
  const target = fallen(...Array.from({ length: 9 }, () => 'server-not-running' as const), ...then);
  const world = await opened(target);
  for (let i = 0; i < 9; i += 1) {
    await world.clock.pass(14_000);
    await world.client.ask(ask({ words: `later ${i}`, until: 1e9 }).question);
  }
  await world.clock.pass(6_500);
  return { ...world, target };
}

test('a user who waits has an open circuit tried when nobody else can answer, and is told', async () => {
  const { clock, client, circuit, journal } = await resting({ says: 'back' });
  assert.equal(circuit.admits, false);
  const answer = await client.ask(ask({ words: 'now?', until: clock.now() + 30_000 }).question);
  assert.deepEqual([answer.text, circuit.state.is], ['back', 'closed']);
  assert.ok(kinds(journal.at(-1)?.notes ?? []).includes('tried-early'));
});

test('it is tried again five seconds after that at the earliest', async () => {
  const { clock, client, target } = await resting('server-not-running');
  await client.ask(ask({ words: 'now?', until: clock.now() + 30_000 }).question);
  const before = target.calls.length;
  await clock.pass(4_000);
  await client.ask(ask({ words: 'and now?', until: clock.now() + 30_000 }).question);
  assert.equal(target.calls.length, before);
});

for (const priority of ['inline', 'background'] as const) {
  test(`for nobody who waits no open circuit is tried: ${priority}`, async () => {
    const { clock, client, target } = await resting({ says: 'back' });
    const before = target.calls.length;
    await client.ask(ask({ words: 'now?', until: clock.now() + 30_000, priority }).question);
    assert.equal(target.calls.length, before);
  });
}

test('an open circuit rests on while another target answers', async () => {
  const first = fallen({ says: 'back' });
  const second = scripted('second', { says: 'here' });
  const { clock, client } = house([first, second]);
  for (let i = 0; i < 5; i += 1) await client.ask(ask({ words: `question ${i}` }).question);
  await clock.pass(4_900);
  assert.equal((await client.ask(ask({ words: 'now?', until: clock.now() + 30_000 }).question)).from, 'second');
});

test('a wait that the server asked for is no rest to cut short', async () => {
  const { clock, client, target } = await resting({ fails: 'overloaded', details: { retryAfterMs: 60_000 } });
  await client.ask(ask({ words: 'now?', until: clock.now() + 30_000 }).question);
  const before = target.calls.length;
  await clock.pass(8_000);
  await client.ask(ask({ words: 'and now?', until: clock.now() + 30_000 }).question);
  assert.equal(target.calls.length, before);
});

test('a first choice that names a short wait is waited for once before another is asked', async () => {
  const first = scripted('first', { fails: 'rate-limited', details: { retryAfterMs: 2_000 } }, { says: 'now' });
  const { clock, client } = house([first, scripted('second', { says: 'here' })]);
  const answer = client.ask(ask({ until: clock.now() + 30_000 }).question);
  await clock.pass(3_000);
  assert.equal((await answer).from, 'first');
});

for (const [what, kind, retryAfterMs] of [
  ['a longer wait', 'rate-limited', 4_000],
  ['a longer wait after a failure of its own', 'server', 4_000],
  ['no wait', 'overloaded', undefined],
] as const) {
  test(`another target is asked at once when the first choice names ${what}`, async () => {
    const details = { ...(retryAfterMs !== undefined && { retryAfterMs }) };
    const first = scripted('first', { fails: kind, details }, { says: 'now' });
    const { client } = house([first, scripted('second', { says: 'here' })]);
    assert.equal((await client.ask(ask().question)).from, 'second');
  });
}

test('who is not the first choice is not waited for', async () => {
  const second = scripted('second', { fails: 'rate-limited', details: { retryAfterMs: 2_000 } }, { says: 'now' });
  const { client } = house([scripted('first', 'auth'), second, scripted('third', { says: 'here' })]);
  assert.equal((await client.ask(ask().question)).from, 'third');
});

test('a rate limit is remembered: the next question goes elsewhere without asking', async () => {
  const first = scripted('first', { fails: 'rate-limited', details: { retryAfterMs: 60_000 } });
  const { client } = house([first, scripted('second', { says: 'It adds.' })]);
  await client.ask(ask({ words: 'one' }).question);
  await client.ask(ask({ words: 'two' }).question);
  assert.equal(first.calls.length, 1);
});

test('a remembered answer is given even while its target rests', async () => {
  const target = scripted('first', { says: 'It adds.' });
  const { client, circuits } = house([target]);
  await client.ask(ask().question);
  circuits.of(target.target).pause();
  assert.equal((await client.ask(ask().question)).freshness, 'cached');
});

test('no target is asked before its sending was confirmed', async () => {
  const target = scripted('first', { says: 'It adds.' });
  const { client, barred } = house([target]);
  barred.set('first', 'not-confirmed');
  assert.equal((await client.ask(ask().question)).from, 'offline');
  assert.equal(target.calls.length, 0);
});

test('a secret reaches no target and comes back in the answer', async () => {
  const target = scripted('first', { says: 'hello' });
  const echo = {
    ...target,
    ask: async (question: Parameters<typeof target.ask>[0]) => {
      const answer = await target.ask(question);
      return { ...answer, text: `You sent: ${question.request.parts.map(({ text }) => text).join()}` };
    },
  };
  const scan = async (text: string) => {
    const start = text.indexOf('hunter2');
    return start < 0 ? [] : [{ start, end: start + 7, kind: 'password' }];
  };
  const { client } = house([echo], { redaction: { scan, enabled: () => true } });
  const answer = await client.ask(ask({ words: 'password = hunter2' }).question);
  const sent = target.calls[0]?.request.parts.map(({ text }) => text).join();
  assert.equal(sent?.includes('hunter2'), false);
  assert.equal(answer.text, 'You sent: password = hunter2');
});

test('a stream that stalls after text restarts visibly on the next target', async () => {
  const first = scripted('first', { fails: 'stalled', afterText: 'It a' });
  const { client } = house([first, scripted('second', { says: 'It adds.' })]);
  const { question, events } = ask({ watched: true });
  await client.ask(question);
  assert.equal(shown(events), 'It a|It adds.');
});

test('a text that the user has seen in part is not covered by the offline rules', async () => {
  const { client } = house([scripted('first', { fails: 'truncated', afterText: 'It a' })]);
  const failure = await failureOf(client.ask(ask({ watched: true }).question));
  assert.deepEqual([failure.kind, failure.details.partial], ['truncated', 'It a']);
});

test('no question makes more than six attempts, however many targets there are', async () => {
  const targets = Array.from({ length: 10 }, (_, i) => scripted(`target-${i}`, 'reset'));
  const { clock, client } = house(targets);
  const answer = client.ask(ask().question);
  await clock.pass(30_000);
  await answer;
  assert.equal(
    targets.reduce((sum, { calls }) => sum + calls.length, 0),
    6,
  );
});

test('nothing is left behind: no timer after an answer, a failure and a cancel', async () => {
  const { clock, client } = house([scripted('first', { says: 'hello' }, 'bad-request', 'hangs')]);
  await client.ask(ask({ words: 'one' }).question);
  await failureOf(client.ask(ask({ words: 'two', task: 'edit' }).question));
  const { question, stop } = ask({ words: 'three' });
  const failed = failureOf(client.ask(question));
  await settle();
  stop.abort(new Failure('cancelled'));
  await failed;
  assert.equal(clock.waiting, 0);
});

test('when nobody can be asked, the same question’s older answer is given, labelled with its age', async () => {
  const { clock, client } = house([scripted('first', { says: 'It adds.' }, 'server')]);
  await client.ask(ask().question);
  clock.jump(10_000_000);
  const answer = client.ask(ask({ until: 20_000_000 }).question);
  await clock.pass(30_000);
  const { text, freshness, ageMs, degraded, insteadOf } = await answer;
  assert.deepEqual(
    { text, freshness, isOld: ageMs >= 10_000_000, degraded, because: insteadOf?.kind },
    { text: 'It adds.', freshness: 'stale', isOld: true, degraded: ['stale'], because: 'server' },
  );
});

test('without a network every server elsewhere rests at once, and no circuit opens', async () => {
  const targets = [
    scripted('first', 'unreachable'),
    scripted('second', 'unreachable'),
    scripted('third', 'unreachable'),
  ];
  const { clock, client, circuits } = house(targets);
  const first = client.ask(ask({ words: 'one' }).question);
  await clock.pass(1_000);
  await first;
  const { question, notes } = ask({ words: 'two' });
  await client.ask({ ...question, until: clock.now() + 30_000 });
  assert.deepEqual(
    notes.filter(note => note.kind === 'skipped').map(note => note.because),
    ['offline', 'offline', 'offline'],
  );
  assert.deepEqual(
    targets.map(({ target }) => circuits.of(target).state.is),
    ['closed', 'closed', 'closed'],
  );
});

test('an answer that breaks off after the time was up is kept as it is: nobody begins anew', async () => {
  const flowing: Scripted = {
    ...scripted('first'),
    ask: async question => {
      question.onEvent?.({ kind: 'text', text: 'It a' });
      for (let second = 0; second < 40; second += 5) {
        await sleep(clock, 5_000, question.signal);
        question.onEvent?.({ kind: 'text', text: 'd' });
      }
      throw new Failure('reset');
    },
  };
  const second = scripted('second', { says: 'It adds.' });
  const { clock, client } = house([flowing, second]);
  const { question, events } = ask({ watched: true, until: clock.now() + 30_000 });
  const failed = failureOf(client.ask(question));
  await clock.pass(60_000);
  assert.equal((await failed).details.partial, 'It adddddddd');
  assert.deepEqual([shown(events), second.calls.length], ['It adddddddd', 0]);
});
