import { isInjected } from '../../../src/core/model/failure.ts';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FaultName } from '../../../practice/exchange/fault.ts';
import { startPractice, type Practice } from '../../../practice/server.ts';
import type { Ledger } from '../../../src/core/budget/ledger.ts';
import {
  FaultInjection,
  injectableFaults,
  type InjectableFault,
  type Script,
} from '../../../src/core/faultInjection.ts';
import type { BudgetParts } from '../../../src/core/layers/budget.ts';
import { Failure, type FailureKind } from '../../../src/core/model/failure.ts';
import type { AttemptNote } from '../../../src/core/model/note.ts';
import type { QuestionObserver, QuestionRecord } from '../../../src/core/model/questionRecord.ts';
import type { Target } from '../../../src/core/model/target.ts';
import { injectedFetch } from '../../../src/providers/faultInjection/injectedFetch.ts';
import { machine, price, today } from '../../core/budget/ledgerScene.ts';
import { house } from '../../support/house.ts';
import { ask } from '../../support/scripted.ts';
import { providerOf } from '../asked.ts';
import { clock, portsWith, targetAt } from '../asking.ts';

let practice: Practice;
before(async () => {
  practice = await startPractice({ speed: 0 });
  for (const wire of wires) await attempts(clientFor([targetOn(wire)])); // loads the SDKs, which takes its time
});
after(() => practice.stop());

/** The same failure of a real server; undefined: there is no way to bring it about on this machine. */
const realFaults: Readonly<Record<InjectableFault, FaultName | undefined>> = {
  silent: 'hang',
  stall: 'stall',
  cut: 'cut',
  'invalid-json': 'invalid-json',
  'rate-limit': 'rate-limit',
  'no-credit': 'quota',
  outage: 'overloaded',
  refused: undefined,
  offline: undefined,
  'wrong-key': 'unauthorized',
  empty: 'empty',
};

/** What those give that cannot be, or whose kept connections would be in the way. */
const knownKinds: Partial<Record<InjectableFault, FailureKind>> = {
  refused: 'server-not-running',
  offline: 'unreachable',
};

const wires = ['anthropic', 'openai', 'openai-compatible'] as const;
type WireName = (typeof wires)[number];

const words = { said: 'This failure is rehearsed.', partial: 'No model wrote this, and it breaks off' };
const once = { at: 'all', questions: 1, forMs: 60_000 } as const;

const peerOf = (wire: WireName) => (wire === 'openai-compatible' ? 'local' : wire);

function targetOn(wire: WireName): Target {
  const path = wire === 'anthropic' ? '' : '/v1';
  return targetAt(wire, practice.origins[peerOf(wire)] + path, { model: 'practice-medium' });
}

const budget: Omit<BudgetParts, 'clock' | 'ledger'> = {
  workspace: () => 'here',
  priceOf: () => price,
  onExceeded: () => 'degrade',
  upperFactor: () => 1,
};

/** The whole client with real providers and time, whose targets are at the practice providers. */
function clientFor(targets: readonly Target[], script?: Script, ledger?: Ledger) {
  const { circuits } = house([]);
  let ended = 0;
  const rehearsal = script && new FaultInjection({ clock, script, circuits, onEnd: () => (ended += 1) });
  const sources = targets.map(target => {
    const fetch = rehearsal && injectedFetch({ injection: rehearsal, target, words: () => words });
    const ask = providerOf(target.provider).createAsk(target, portsWith(fetch ? { fetch } : {}));
    return { target, ask: rehearsal ? rehearsal.unsent(target)(ask) : ask };
  });
  const journal: QuestionRecord[] = [];
  const write: QuestionObserver = { ended: record => void journal.push(record) };
  const made = house([], {
    clock,
    circuits,
    sources,
    limits: () => ({ connectMs: 900, firstTokenMs: 1_100, idleMs: 300 }),
    retrying: () => ({ maxRetries: 0, baseDelayMs: 1, maxDelayMs: 1 }),
    caching: () => false,
    observers: [rehearsal?.observed(write) ?? write],
    ...(ledger && { budget: { ...budget, ledger } }),
  });
  return {
    ...made,
    journal,
    circuits,
    rehearsal,
    ended: () => ended,
    ask: rehearsal?.mark(made.client.ask) ?? made.client.ask,
  };
}

/** Asks one question and gives its attempts. */
async function attempts(client: ReturnType<typeof clientFor>, id = 'q1'): Promise<readonly AttemptNote[]> {
  const { question, notes } = ask({ id, watched: true, until: clock.now() + 10_000 });
  await client.ask(question).catch(() => undefined);
  return notes.filter(note => note.kind === 'attempt');
}

const kindsOf = async (client: ReturnType<typeof clientFor>): Promise<readonly (FailureKind | 'answered')[]> =>
  (await attempts(client)).map(({ outcome }) => outcome);

for (const wire of wires) {
  for (const fault of injectableFaults) {
    test(`${fault} on the ${wire} wire fails as the real thing does, and nothing is sent`, async () => {
      const target = targetOn(wire);
      practice.clear();
      const rehearsed = await kindsOf(clientFor([target], { ...once, fault }));
      assert.equal(practice.requests.length, 0);
      const real = realFaults[fault];
      if (real === undefined) return assert.deepEqual(rehearsed, [knownKinds[fault]]);
      practice.fault(peerOf(wire), real);
      assert.deepEqual(rehearsed, await kindsOf(clientFor([target])));
      practice.heal();
    });
  }
}

test('a refused connection elsewhere is unreachable, and one on this machine is a server that does not run', async () => {
  const here = targetOn('openai');
  const elsewhere = targetAt('openai', 'https://api.example/v1', { loopback: false });
  const script = { ...once, fault: 'refused' } as const;
  const kinds = [await kindsOf(clientFor([here], script)), await kindsOf(clientFor([elsewhere], script))];
  assert.deepEqual(kinds.flat(), ['server-not-running', 'unreachable']);
});

test('the rehearsal ends with its last question, and the next one is answered', async () => {
  const client = clientFor([targetOn('openai')], { ...once, fault: 'outage', questions: 2 });
  const outcomes = [await attempts(client, 'q1'), await attempts(client, 'q2'), await attempts(client, 'q3')];
  assert.deepEqual(
    outcomes.flat().map(({ outcome }) => outcome),
    ['overloaded', 'overloaded', 'answered'],
  );
  assert.deepEqual([client.rehearsal?.isOver, client.ended()], [true, 1]);
});

test('what is rehearsed at one target leaves the others to answer, and says so attempt by attempt', async () => {
  const [first, second] = [targetOn('anthropic'), targetOn('openai')];
  const client = clientFor([first, second], { ...once, fault: 'wrong-key', at: { target: first.id } });
  const seen = await attempts(client);
  assert.deepEqual(
    seen.map(({ target, outcome, failure, spent }) => [target, outcome, isInjected(failure), spent]),
    [
      [first.id, 'auth', true, 'nothing'],
      [second.id, 'answered', false, 'exact'],
    ],
  );
});

for (const fault of injectableFaults) {
  test(`${fault} is booked by nobody, and what another target is then really asked is`, async () => {
    const ledger = machine({ dayTokens: 1_000_000 }).window();
    const [first, second] = [targetOn('anthropic'), targetOn('openai')];
    await attempts(clientFor([first], { ...once, fault }, ledger));
    const played = today(ledger);
    await attempts(clientFor([first, second], { ...once, fault, at: { target: first.id } }, ledger));
    const [{ attempts: booked } = { attempts: 0 }] = ledger.overview();
    assert.deepEqual([played, booked], [[0, 0], 1]);
  });
}

test('the journal knows which attempts and which end were rehearsed', async () => {
  const client = clientFor([targetOn('openai')], { ...once, fault: 'no-credit' });
  await attempts(client);
  const told = client.journal.map(({ notes, end }) => JSON.stringify([...notes, end]));
  assert.equal(told.join().match(/"rehearsed":"no-credit"/g)?.length, 2); // the attempt, and why the last resort stepped in
});

test('a rehearsal elsewhere leaves this machine alone', async () => {
  const client = clientFor([targetOn('openai-compatible')], { ...once, fault: 'offline', at: 'elsewhere' });
  assert.deepEqual(await kindsOf(client), ['answered']);
});

test('a rehearsal that was ended plays no more', async () => {
  const client = clientFor([targetOn('openai')], { ...once, fault: 'outage' });
  client.rehearsal?.end();
  assert.deepEqual(await kindsOf(client), ['answered']);
});

test('a body that has fallen silent breaks off when the request is given up, as a real one does', async () => {
  const rehearsal = { script: { ...once, fault: 'stall' }, plays: () => true } as const;
  const fetch = injectedFetch({ injection: rehearsal, target: targetOn('openai'), words: () => words });
  const stop = new AbortController();
  const reader = (await fetch('http://127.0.0.1/', { signal: stop.signal })).body?.getReader() ?? assert.fail();
  await reader.read();
  const next = reader.read();
  stop.abort(new Failure('cancelled'));
  await assert.rejects(next, { kind: 'cancelled' });
});

test('a user who stops a rehearsed question has stopped it, and nothing stays behind', async () => {
  const client = clientFor([targetOn('openai')], { ...once, fault: 'stall' });
  const { question, events, notes, stop } = ask({ watched: true, until: clock.now() + 10_000 });
  const answer = client.ask(question).catch((error: unknown) => error);
  while (!events.some(({ kind }) => kind === 'text')) await new Promise(resolve => setImmediate(resolve));
  stop.abort(new Failure('cancelled'));
  const failure = await answer;
  assert.ok(failure instanceof Failure && failure.kind === 'cancelled' && !isInjected(failure));
  assert.deepEqual(
    notes.flatMap(note => (note.kind === 'attempt' ? [isInjected(note.failure)] : [])),
    [false],
  );
});
