import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noBreakBlanksIn } from '../../../src/core/unicode/noBreakBlanks.ts';

const placesIn = (code: string): readonly number[] => noBreakBlanksIn(code).map(({ index }) => index);

test('blanks that do not break are found where code stands', () => {
  assert.deepEqual(placesIn('const\u00A0a\u2007=\u202F1;'), [5, 7, 9]);
  assert.deepEqual(placesIn('say("a") +\u00A0b'), [10]);
  assert.deepEqual(placesIn('x = 1 # note\ny =\u00A02'), [16]);
});

test('in quotes and comments they are typography', () => {
  const quoted = [
    'say("Vraiment\u00A0?", \'10\u202F000\u00A0€\', `a\u00A0b`)',
    '// 10\u00A0000 €\n/* a\u00A0b\n c\u00A0d */',
    'def f():\n  """Dit\n  bonjour\u00A0!"""',
    '# l’été\u00A0: chaud',
    '"with \\" quote\u00A0!"',
    '<!-- a\n\u00A0b -->',
    '-- a\u00A0b',
  ];
  for (const code of quoted) assert.deepEqual(placesIn(code), [], code);
});

test('an apostrophe ends with its line', () => {
  assert.deepEqual(placesIn("it's\nb\u00A0c"), [6]);
});

test('between Mongolian letters the narrow one is spelling', () => {
  assert.deepEqual(placesIn('ᠮᠣᠩᠭᠣᠯ\u202Fᠤᠨ'), []);
});
