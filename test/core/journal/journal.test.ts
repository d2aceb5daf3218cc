import assert from 'node:assert/strict';
import { Failure } from '../../../src/core/model/failure.ts';
import { test } from 'node:test';
import type { Parts } from '../../../src/core/client.ts';
import { Journal } from '../../../src/core/journal/journal.ts';
import type { JournalEntry, QuestionEntry } from '../../../src/core/journal/journalEntry.ts';
import { journalLine } from '../../../src/core/journal/journalLine.ts';
import { house } from '../../support/house.ts';
import { ask, scripted, type Scripted } from '../../support/scripted.ts';

/** A whole client whose questions are entered into a journal. */
function world(sources: readonly Scripted[], more: Partial<Parts> = {}) {
  const kept: JournalEntry[] = [];
  const rooms = house(sources, {
    observers: [
      { noted: (id, note) => journal.observer.noted?.(id, note), ended: record => journal.observer.ended?.(record) },
    ],
    ...more,
  });
  const { clock, circuits } = rooms;
  const journal: Journal = new Journal({
    clock,
    workspace: () => 'w1',
    costOf: (target, usage) => (target === 'first' ? usage.inputTokens / 1_000 : undefined),
    savingsOf: ({ end }) =>
      'answer' in end && end.answer.freshness === 'cached' ? [{ cause: 'cache', tokens: 15, estimated: false }] : [],
    circuitOf: id => {
      const source = sources.find(({ target }) => target.id === id);
      return source ? circuits.of(source.target).state.is : 'closed';
    },
    sink: { append: entry => kept.push(entry) },
  });
  const entered = async (): Promise<QuestionEntry> => {
    await clock.pass(100);
    const entry = journal.entries.findLast(each => each.kind === 'question');
    assert.ok(entry);
    return entry;
  };
  return { ...rooms, journal, kept, entered };
}

test('a question is entered with its attempt, its tokens, its cost and how far it is to be trusted', async () => {
  const { client, clock, entered } = world([scripted('first', { says: 'hello' })]);
  await client.ask(ask().question);
  assert.deepEqual(await entered(), {
    ...{ kind: 'question', id: 'question-1', at: clock.wall() - 100, tookMs: 0, workspace: 'w1', promptLength: 13 },
    ...{ task: 'ask', first: 'first', outcome: 'answered', from: 'first', model: 'first', freshness: 'live' },
    ...{ finish: 'stop', cache: 'missed', confidence: { tier: 'unchecked', score: 0.9, signs: [] } },
    attempts: [
      {
        ...{ number: 1, target: 'first', startMs: 0, connectMs: 0, firstTokenMs: 0, tookMs: 0, outcome: 'answered' },
        ...{ spent: 'exact', inputTokens: 10, outputTokens: 5, usd: 0.01 },
      },
    ],
    decisions: [],
  });
});

test('that another target answered is entered with who was passed over, why, and what was decided on the way', async () => {
  const { client, entered } = world([
    scripted('first', { fails: 'rate-limited', details: { status: 429, retryAfterMs: 60_000 } }),
    scripted('second', { says: 'hello' }),
  ]);
  await client.ask(ask().question);
  const { fallback, attempts, decisions } = await entered();
  assert.deepEqual(
    { fallback, decisions, failed: attempts[0]?.status, wanted: attempts[0]?.retryAfterMs, cost: attempts[1]?.usd },
    {
      fallback: { insteadOf: 'first', because: 'rate-limited' },
      decisions: [{ kind: 'fallback', target: 'first', other: 'second', because: 'rate-limited', ms: 60_000 }],
      ...{ failed: 429, wanted: 60_000, cost: undefined },
    },
  );
});

test('the circuit is entered as it let the attempt in and as it stood after the question', async () => {
  const { client, clock, entered } = world([scripted('first', 'server-not-running')]);
  const pairs: unknown[] = [];
  for (const words of ['a', 'b', 'c', 'd', 'e', 'later']) {
    if (words === 'later') await clock.pass(6_000);
    await client.ask(ask({ words, until: clock.now() + 30_000 }).question);
    pairs.push(...(await entered()).attempts.map(({ circuitBefore, circuitAfter }) => [circuitBefore, circuitAfter]));
  }
  assert.deepEqual(pairs.slice(-3), [
    [undefined, undefined],
    [undefined, 'open'],
    ['half-open', 'open'],
  ]);
});

test('waiting for the limiter is entered as time in the queue of the attempt that it held back', async () => {
  const { journal, entered } = world([]);
  journal.observer.ended?.({
    ...{ id: 'q', at: 0, tookMs: 900, promptLength: 1, maxOutputTokens: 1_000, complexity: 0, first: 'first' },
    notes: [
      { kind: 'waited', target: 'first', delayMs: 400.4, because: 'requests' },
      { kind: 'attempt', target: 'first', number: 1, outcome: 'server', tookMs: 100, spent: 'nothing' },
      { kind: 'attempt', target: 'first', number: 2, outcome: 'answered', tookMs: 300, spent: 'exact' },
    ],
    end: { answer: (await answered()).answer },
  });
  assert.deepEqual(
    (await entered()).attempts.map(({ queueMs }) => queueMs),
    [400, undefined],
  );
});

test('which of our limits an attempt ended at is entered', async () => {
  const { journal, entered } = world([]);
  const failure = new Failure('silent', { target: 'first', facts: { limitMs: 8_000 } });
  journal.observer.ended?.({
    ...{ id: 'q', at: 0, tookMs: 8_000, promptLength: 1, maxOutputTokens: 1_000, complexity: 0, first: 'first' },
    notes: [{ kind: 'attempt', target: 'first', number: 1, outcome: 'silent', tookMs: 8_000, spent: 'input', failure }],
    end: { failure },
  });
  assert.equal((await entered()).attempts[0]?.limitMs, 8_000);
});

async function answered() {
  const { client, journal } = house([scripted('first', { says: 'hello' })]);
  await client.ask(ask().question);
  const end = journal[0]?.end;
  assert.ok(end && 'answer' in end);
  return end;
}

test('the verdict of the cache tells a hit from a miss, and both from not looking', async () => {
  const { client, entered } = world([scripted('first', { says: 'hello' })]);
  const verdicts: string[] = [];
  for (const changes of [{}, {}, { fresh: true }, { words: 'what is the latest version?' }]) {
    await client.ask(ask(changes).question);
    verdicts.push((await entered()).cache);
  }
  assert.deepEqual(verdicts, ['missed', 'hit', 'asked-again', 'not-cacheable']);
});

test('a cache that is off is no miss', async () => {
  const { client, entered } = world([scripted('first', { says: 'hello' })], { caching: () => false });
  await client.ask(ask().question);
  assert.equal((await entered()).cache, 'off');
});

test('what was asked while a failure is rehearsed is entered as such', async () => {
  const { journal, entered } = world([]);
  journal.observe({ circuitOf: () => 'closed' }).ended?.({
    ...{ id: 'q', at: 0, tookMs: 1, promptLength: 1, maxOutputTokens: 1_000, complexity: 0, notes: [] },
    end: await answered(),
  });
  assert.equal((await entered()).rehearsed, true);
});

test('no prompt, no answer and no word of a provider is entered, whatever became of the question', async () => {
  const secret = 'SECRET-9f8e7d6c';
  const said = {
    said: `${secret} said`,
    partial: `${secret} partial`,
    cause: new Error(secret),
    facts: { body: secret },
  };
  const sources = [
    scripted('first', { fails: 'auth', details: said }),
    scripted('second', { fails: 'stalled', details: said, afterText: secret }),
    scripted('third', { says: `${secret} answer` }),
  ];
  const { client, kept, entered } = world(sources);
  await client.ask(ask({ words: `${secret} question`, watched: true }).question);
  await entered();
  assert.equal(
    kept.some(entry => JSON.stringify(entry).includes(secret) || journalLine(entry).includes(secret)),
    false,
  );
  assert.equal(kept.length, 1);
});

test('a window keeps its latest five hundred entries, and the sink has all', async () => {
  const { journal, kept } = world([]);
  for (let at = 0; at < 600; at += 1)
    journal.add({ kind: 'circuit', at, target: 'first', before: 'closed', after: 'open' });
  assert.deepEqual([journal.entries.length, journal.entries[0]?.at, kept.length], [500, 100, 600]);
});
