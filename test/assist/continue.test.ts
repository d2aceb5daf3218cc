import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { continuationOf, continueInstruction, splice } from '../../src/assist/continue.ts';

const prose = 'The cart adds up its lines in cents, so that no fraction of a cent is lost on the way to the invoice.';

test('the anchor is the last forty characters at most, and begins with something to see', () => {
  const { anchor } = continuationOf(prose);
  assert.ok(prose.endsWith(anchor) && anchor.length <= 40 && /^\S/.test(anchor));
  assert.deepEqual(
    ['Short', 'with an end \n\n', '  \n', ''].map(text => continuationOf(text).anchor),
    ['Short', 'with an end', '', ''],
  );
});

test('a continuation that repeats the last words is joined where they end', () => {
  const { anchor } = continuationOf(prose.slice(0, 60));
  assert.equal(splice(prose.slice(0, 60), anchor + prose.slice(60)), prose);
});

test('a remark before the repeated words is left out', () => {
  const { anchor } = continuationOf(prose.slice(0, 60));
  assert.equal(splice(prose.slice(0, 60), `Sure, I go on:\n\n${anchor}${prose.slice(60)}`), prose);
});

test('a continuation that repeats more than it was asked to is not said twice', () => {
  assert.equal(splice(prose.slice(0, 80), prose.slice(10)), prose);
});

test('one that repeats a part of the last words is joined behind that part', () => {
  assert.equal(splice(prose.slice(0, 60), prose.slice(45)), prose);
});

test('where nothing is repeated it is not guessed how the two join', () => {
  assert.equal(splice(prose.slice(0, 60), 'of a cent is lost on the way to the invoice.'), undefined);
  assert.equal(splice(prose.slice(0, 60), ''), undefined);
});

test('a few letters that agree by chance are no repetition', () => {
  assert.equal(splice('It is kept in a cart', 'carts are emptied at night.'), undefined);
});

test('words that come back only far into the continuation are not where it goes on', () => {
  const { anchor } = continuationOf(prose);
  assert.equal(splice(prose, `${'Something else entirely. '.repeat(12)}${anchor} And so on.`), undefined);
});

test('spaces at the break are neither lost nor doubled', () => {
  assert.deepEqual(
    [
      splice('one two three four ', 'two three four five'),
      splice('a list of things:\n\n', 'a list of things:\n\n- one'),
    ],
    ['one two three four five', 'a list of things:\n\n- one'],
  );
});

test('the instruction holds the last words in a fence that they cannot close', () => {
  const partial = 'and then ```` closes it';
  const instruction = continueInstruction(partial);
  assert.match(instruction, /`{5}text\nand then ```` closes it\n`{5}$/);
});

/** A text of words, as answers are, in which forty characters are not likely to come twice. */
const text = fc
  .array(
    fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), fc.constantFrom('\n', '  ', '```', '- ')),
    {
      minLength: 8,
      maxLength: 60,
    },
  )
  .map(words => words.map((word, index) => `${index}${word}`).join(' '));

test('any text that is cut anywhere and goes on from its anchor comes out as it was', () => {
  fc.assert(
    fc.property(text, fc.double({ min: 0.3, max: 0.99, noNaN: true }), (whole, part) => {
      const cut = Math.floor(whole.length * part);
      const partial = whole.slice(0, cut);
      const { anchor } = continuationOf(partial);
      const from = partial.trimEnd().length - anchor.length;
      assert.equal(splice(partial, whole.slice(from)), whole);
    }),
  );
});

test('whatever the continuation is, nothing of the beginning is lost and nothing is invented', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), fc.nat(50), (partial, more, repeated) => {
      const continuation = partial.slice(-repeated) + more;
      const joined = splice(partial, continuation);
      if (joined === undefined) return;
      const begun = partial.trimEnd();
      assert.ok(joined.startsWith(begun));
      const added = joined.startsWith(partial) ? joined.slice(partial.length) : joined.slice(begun.length);
      assert.ok(continuation.endsWith(added) || continuation.endsWith(joined.slice(begun.length)));
    }),
  );
});

test('the anchor is never half of a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), partial => {
      assert.ok(continuationOf(partial).anchor.isWellFormed());
    }),
  );
});
