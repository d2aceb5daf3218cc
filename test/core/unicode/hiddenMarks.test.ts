import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { hiddenIn, hiddenInSteps } from '../../../src/core/unicode/hiddenText.ts';
import { atOnce } from '../../../src/core/shared/steps.ts';
import {
  hiddenMarksFor as hiddenMarksInSteps,
  type HiddenMarks,
  marksIn,
} from '../../../src/core/unicode/hiddenMarks.ts';
import { hiddenTexts } from './hiddenTexts.ts';
import { legitimateTexts } from './legitimateTexts.ts';

const hiddenMarksFor = (texts: readonly string[]): HiddenMarks | undefined => atOnce(hiddenMarksInSteps(texts));

test('where nothing is hidden there are no marks', () => {
  assert.equal(hiddenMarksFor(Object.values(legitimateTexts)), undefined);
});

test('a mark names the characters in the place where they hide', () => {
  const text = 'a\u200Bb /*\u202E\u2066x';
  const marks = hiddenMarksFor([text]);
  assert.equal(marks?.mark(text), 'a⟦hidden U+200B⟧b /*⟦hidden U+202E U+2066⟧x');
  assert.deepEqual([marks.count, marks.kinds], [3, ['invisible', 'direction']]);
});

test('a long message is one short mark', () => {
  const message = '\u{E0041}'.repeat(5_000);
  const text = `x${message}y`;
  assert.equal(hiddenMarksFor([text])?.mark(text), 'x⟦hidden U+E0041 and 4999 more, no. 1⟧y');
});

test('what is known to have been hidden is marked whole, and put back to the letter', () => {
  const texts = hiddenTexts.map(([, text]) => text);
  const marks = hiddenMarksFor(texts);
  for (const text of texts) {
    const shown = marks?.mark(text) ?? '';
    assert.deepEqual(hiddenIn(shown), [], shown);
    assert.equal(marks?.restore(shown), text);
  }
});

test('any text is shown without hidden characters, and comes back as it was', () => {
  const pieces = fc.constantFrom(
    'a',
    ' ',
    '\n',
    'م',
    '👩',
    '\u200D',
    '\u200B',
    '\u202E',
    '\u{E0041}',
    '\uD800',
    '⟦hidden ',
    'U+200B⟧',
    '\uFE0F',
  );
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: fc.oneof(pieces, fc.string({ unit: 'binary' })) }), { maxLength: 4 }),
      texts => {
        const marks = hiddenMarksFor(texts);
        for (const text of texts) {
          const shown = marks?.mark(text) ?? text;
          assert.deepEqual(hiddenIn(shown), []);
          assert.equal(marks?.restore(shown) ?? shown, text);
        }
      },
    ),
    { numRuns: 500 },
  );
});

test('a text that speaks of marks itself is not taken for one', () => {
  const text = 'the mark ⟦hidden U+200B⟧ and a real\u200Bone';
  const marks = hiddenMarksFor([text]);
  const shown = marks?.mark(text) ?? '';
  assert.match(shown, /^the mark ⟦hidden U\+200B⟧ and a real⟦hidden-[a-z0-9]{7} U\+200B⟧one$/);
  assert.equal(marks?.restore(shown), text);
  assert.equal(marksIn(shown).length, 2);
});

test('a mark that nobody hid anything behind stays as it is', () => {
  assert.equal(hiddenMarksFor(['a\u200Bb'])?.restore('⟦hidden U+202E⟧'), '⟦hidden U+202E⟧');
});

test('another search may be made while one goes on', () => {
  const work = hiddenInSteps('\u200B'.repeat(3_000));
  work.next();
  assert.equal(hiddenIn('a\u200Bb').length, 1);
  assert.equal(atOnce(work).length, 3_000);
});
