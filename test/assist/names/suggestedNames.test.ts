import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { suggestedNames } from '../../../src/assist/names/suggestedNames.ts';

const offered = (names: readonly string[], current = 'oldName', language = 'typescript'): readonly string[] =>
  suggestedNames(JSON.stringify(names), { current, language, taken: new Set() }).map(({ name }) => name);

test('at most five are offered, none longer than can be read', () => {
  assert.equal(offered(['a1', 'b1', 'c1', 'd1', 'e1', 'f1']).length, 5);
  assert.deepEqual(offered(['a'.repeat(41), 'b'.repeat(40)]), ['b'.repeat(40)]);
});

test('what stands before the present name stays before a better one', () => {
  assert.deepEqual(offered(['size', '#size'], '#length'), ['#size']);
  assert.deepEqual(offered(['bookCount'], '_count', 'python'), ['_book_count']);
});

test('a name that only says that it is new is none; one that no longer says it may be', () => {
  assert.deepEqual(offered(['NewOldName', 'betterOldName', 'oldName2'], 'oldName'), []);
  assert.deepEqual(offered(['label'], 'newLabel'), ['label']);
});

test('a name in which something stands that nobody sees is none', () => {
  for (const unseen of ['\u3164', '\uffa0', '\u115f', '\u200d', '\u200c', '\ufe0f', '\u{e0100}', '\u{e0041}', '\u00ad'])
    assert.deepEqual(
      offered([`count${unseen}Size`, unseen]).filter(name => name.includes(unseen)),
      [],
      JSON.stringify(unseen),
    );
});

test('whatever is suggested, each name that is offered is one word of the language', () => {
  const words = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('a b', 'x-y', '`a`', 'f()', 'naïveName', 'a_b'),
  );
  fc.assert(
    fc.property(fc.array(words), names => {
      for (const name of offered(names)) assert.match(name, /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u);
    }),
  );
});
