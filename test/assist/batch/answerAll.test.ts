import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { answerAll, type BatchReply } from '../../../src/assist/batch/answerAll.ts';

const letters = Array.from('abcdefghijklm');

type Reply = BatchReply<string, string>;

const answered = (...items: readonly string[]): Reply => ({
  is: 'answered',
  results: new Map(items.map(item => [item, item.toUpperCase()])),
});
const failed: Reply = { is: 'failed', isFinal: false };

/** Plays these replies one after the other; what is asked after them is answered. */
async function world(items: string, replies: readonly Reply[], { size = 3, cancelAfter = Infinity } = {}) {
  const asked: string[] = [];
  const stop = new AbortController();
  const outcome = await answerAll<string, string>(Array.from(items), {
    limits: { size, fits: () => true },
    signal: stop.signal,
    ask: (some, manner) => {
      if (asked.push(some.join('') + (manner === 'first' ? '' : ` ${manner}`)) === cancelAfter) stop.abort();
      return Promise.resolve(replies[asked.length - 1] ?? answered(...some));
    },
  });
  return { asked, ...outcome, results: outcome.results.map(([, result]) => result).join('') };
}

test('all are asked about in batches, and the results are in order', async () => {
  const { asked, results } = await world('abcde', [answered('c', 'a', 'b')]);
  assert.deepEqual([asked, results], [['abc', 'de'], 'ABCDE']);
});

test('what a batch leaves out is asked again alone, before the next batch, and takes its place', async () => {
  const { asked, results, without } = await world('abcdef', [answered('b')]);
  assert.deepEqual([asked, results, without], [['abc', 'a alone', 'c alone', 'def'], 'ABCDEF', []]);
});

test('what has no result alone either is asked in plain words, then told, and holds nothing up', async () => {
  const { asked, results, without } = await world('abcd', [answered('a', 'b'), answered(), answered()]);
  assert.deepEqual([asked, results, without], [['abc', 'c alone', 'c plain', 'd'], 'ABD', ['c']]);
});

test('where nothing of a batch could be used, its items are asked in plain words', async () => {
  const { asked, results } = await world('abc', [answered()]);
  assert.deepEqual([asked, results], [['abc', 'a plain', 'b plain', 'c plain'], 'ABC']);
});

test('one that was never in a batch is asked once', async () => {
  const { asked, without } = await world('ab', [answered()], { size: 1 });
  assert.deepEqual([asked, without], [['a', 'b'], ['a']]);
});

test('a batch that nobody answers is not taken apart: its items would find nobody either', async () => {
  const { asked, results, unanswered } = await world('abcdef', [failed]);
  assert.deepEqual([asked, results, unanswered], [['abc', 'def'], 'DEF', [['a', 'b', 'c']]]);
});

test('after two failures in a row no more is asked, and the rest is told in its batches', async () => {
  const { asked, unanswered, notAsked } = await world('abcdefghij', [failed, failed]);
  assert.deepEqual(
    [asked, unanswered.map(group => group.join('')), notAsked.map(group => group.join(''))],
    [
      ['abc', 'def'],
      ['abc', 'def'],
      ['ghi', 'j'],
    ],
  );
});

test('what would fail like this for all ends it at once', async () => {
  const { asked, notAsked } = await world('abcd', [{ is: 'failed', isFinal: true }]);
  assert.deepEqual([asked, notAsked], [['abc'], [['d']]]);
});

test('one that must not be asked about is told, and the others go on', async () => {
  const { results, without } = await world('ab', [{ is: 'unasked' }], { size: 1 });
  assert.deepEqual([results, without], ['B', ['a']]);
});

test('stopped in the midst, what came before stays', async () => {
  const { results, stopped, notAsked, isCancelled } = await world('abcdefg', [
    answered('a', 'b', 'c'),
    { is: 'cancelled' },
  ]);
  assert.deepEqual([results, stopped.join(''), notAsked, isCancelled], ['ABC', 'def', [['g']], true]);
});

test('cancelled between two questions, no more is asked', async () => {
  const { asked, results, notAsked, isCancelled } = await world('abcd', [], { cancelAfter: 1 });
  assert.deepEqual([asked, results, notAsked, isCancelled], [['abc'], 'ABC', [['d']], true]);
});

test('whatever the replies, each item is told of exactly once, in order, and none has the result of another', async () => {
  const reply = fc.oneof(
    fc.constant(failed),
    fc.constant<Reply>({ is: 'cancelled' }),
    fc.constant<Reply>({ is: 'unasked' }),
    fc.subarray(letters).map(some => answered(...some)),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(reply, { maxLength: 12 }), fc.integer({ min: 1, max: 5 }), async (replies, size) => {
      const outcome = await answerAll<string, string>(letters, {
        limits: { size, fits: () => true },
        signal: new AbortController().signal,
        ask: some => {
          const next = replies.shift() ?? answered(...some);
          if (next.is !== 'answered') return Promise.resolve(next);
          return Promise.resolve({
            is: 'answered',
            results: new Map([...next.results].filter(([item]) => some.includes(item))),
          });
        },
      });
      const { results, without, unanswered, notAsked, stopped } = outcome;
      const all = [...results.map(([item]) => item), ...without, ...unanswered.flat(), ...notAsked.flat(), ...stopped];
      assert.deepEqual(all.toSorted().join(''), 'abcdefghijklm');
      assert.ok(results.every(([item, result]) => result === item.toUpperCase()));
      assert.deepEqual(
        results.map(([item]) => item),
        results.map(([item]) => item).toSorted(),
      );
    }),
  );
});
