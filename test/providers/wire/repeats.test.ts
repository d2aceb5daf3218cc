import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { Repeats } from '../../../src/providers/wire/repeats.ts';

/** What is left of events written as 'id:data'; '-' as the id: there is none. */
function left(...events: readonly string[]): string {
  const repeats = new Repeats<{ readonly data: string }>();
  const told = events
    .map(event => event.split(':'))
    .flatMap(([id, data = '']) => repeats.take(id === '-' ? undefined : id, { data }));
  return [...told, ...repeats.rest()].map(({ data }) => data).join(' ');
}

suite('an event that is sent twice', () => {
  const table: readonly (readonly [title: string, events: readonly string[], left: string])[] = [
    ['is told from others once ids have changed', ['1:a', '2:b', '2:b', '3:c'], 'a b c'],
    ['is told from others at the beginning, by the next id', ['1:a', '1:a', '1:a', '2:b'], 'a b'],
    ['is none at the beginning where the next has no id', ['1:a', '1:a', '-:b'], 'a a b'],
    ['is none the third time either', ['1:a', '2:b', '2:b', '2:b', '3:c'], 'a b c'],
    ['is none under one id, at the beginning of a text', ['7:ha', '7:ha', '7:ha'], 'ha ha ha'],
    ['is none under one id, within a text', ['7:a', '7:6', '7:6', '7:6'], 'a 6 6 6'],
    ['is none under an id for each choice', ['c0:a', 'c1:x', 'c0:6', 'c0:6'], 'a x 6 6'],
    ['is none under an id for each second, once one has had two', ['1:a', '1:b', '2:6', '2:6'], 'a b 6 6'],
    ['is none where no event has an id', ['-:6', '-:6'], '6 6'],
    ['is none where each second event has an id', ['1:6', '-:6', '2:6', '-:6', '3:6'], '6 6 6 6 6'],
    ['is none where each second event has the one id', ['7:6', '-:6', '7:6', '7:6'], '6 6 6 6'],
    ['is told from others after events without an id', ['-:a', '1:b', '-:c', '2:d', '2:d'], 'a b c d'],
  ];
  for (const [title, events, expected] of table) test(title, () => assert.equal(left(...events), expected));

  test('waits at the beginning until the next one comes', () => {
    const repeats = new Repeats<{ readonly data: string }>();
    const event = { data: '6' };
    assert.deepEqual(
      [1, 2, 3].map(() => repeats.take('7', event).length),
      [1, 0, 0],
    );
    assert.equal(repeats.take('7', { data: 'a' }).length, 3);
  });

  test('is told from others after thousands of ids', () => {
    const events = Array.from({ length: 5_000 }, (_, at) => `${String(at)}:a`);
    assert.equal(left(...events, '4999:a', '5000:b').split(' ').length, 5_001);
  });
});
