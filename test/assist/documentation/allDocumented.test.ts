import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeMark } from '../../../src/assist/codeMark.ts';
import { allDocumented, type DocumentedCode } from '../../../src/assist/documentation/allDocumented.ts';
import { documented } from '../../../src/assist/documentation/documented.ts';
import { atOnce } from '../../../src/core/shared/steps.ts';

const lines = (...each: readonly string[]): string => each.join('\n');

/** What a model answered for these lines of a text, 0-based. */
function answered(
  text: string,
  language: string,
  [first, last, answer]: readonly [number, number, string],
): DocumentedCode {
  const all = text.split('\n');
  const start = all.slice(0, first).reduce((sum, line) => sum + line.length + 1, 0);
  const original = all.slice(first, last + 1).join('\n');
  return {
    original,
    mark: codeMark(text, original, start),
    replacement: documented(original, answer, language) ?? original,
  };
}

function whole(text: string, given: readonly DocumentedCode[], language: string): string {
  const { start, original, replacement } = atOnce(allDocumented(text, given, language));
  assert.equal(text.slice(start, start + original.length), original);
  return text.slice(0, start) + replacement + text.slice(start + original.length);
}

const cart = lines('export class Cart {', '  add() {}', '', '  @log()', '  drop() {', '    return 1;', '  }', '}', '');

/** The text with these answers in it. */
const wholeOf = (text: string, language: string, ...given: readonly Parameters<typeof answered>[2][]): string =>
  whole(
    text,
    given.map(each => answered(text, language, each)),
    language,
  );

test('a class and its methods have their comments in one text, whatever the order in which they came', () => {
  const [drops, ofCart, adds] = ['/**\n * Drops.\n */', '/** A cart. */', '/** Adds. */'] as const;
  assert.equal(
    wholeOf(cart, 'typescript', [3, 6, drops], [0, 7, ofCart], [1, 1, adds]),
    lines(
      '/** A cart. */',
      'export class Cart {',
      '  /** Adds. */',
      '  add() {}',
      '',
      '  /**',
      '   * Drops.',
      '   */',
      '  @log()',
      '  drop() {',
      '    return 1;',
      '  }',
      '}',
      '',
    ),
  );
});

test('docstrings of a class and of its first method, which stands in one line, do not meet', () => {
  const text = lines('class Cart:', '    def add(self): return 1', '', 'def total():', '    return 0');
  const [ofCart, adds, sums] = ['"""A cart."""', '"""Adds."""', '"""Sums."""'] as const;
  assert.equal(
    wholeOf(text, 'python', [0, 1, ofCart], [1, 1, adds], [3, 4, sums]),
    lines(
      'class Cart:',
      '    """A cart."""',
      '    def add(self):',
      '        """Adds."""',
      '        return 1',
      '',
      'def total():',
      '    """Sums."""',
      '    return 0',
    ),
  );
});

test('line ends stay what they are', () => {
  const text = 'export function one() {}\r\nexport function two() {\r\n}\r\n';
  const given = [
    answered(text, 'typescript', [0, 0, '/** One. */']),
    answered(text, 'typescript', [1, 2, '/**\n * Two.\n */']),
  ];
  assert.equal(
    whole(text, given, 'typescript'),
    '/** One. */\r\nexport function one() {}\r\n/**\r\n * Two.\r\n */\r\nexport function two() {\r\n}\r\n',
  );
});

test('what was changed meanwhile is left out, what has only moved is found', () => {
  const given = [
    answered(cart, 'typescript', [1, 1, '/** Adds. */']),
    answered(cart, 'typescript', [3, 6, '/** Drops. */']),
  ];
  const now = `// new\n${cart.replace('return 1', 'return 2')}`;
  const { used, astray, replacement } = atOnce(allDocumented(now, given, 'typescript'));
  assert.deepEqual([used, astray, replacement], [[given[0]], [given[1]], '  /** Adds. */\n  add() {}']);
});

test('what would change code in the whole text is left out, and the rest is taken', () => {
  const text = lines('const text = `', 'export function one() {}', '`;', 'export function two() {}');
  const given = [
    answered(text, 'typescript', [1, 1, '/** One. */']),
    answered(text, 'typescript', [3, 3, '/** Two. */']),
  ];
  const { used, unfit } = atOnce(allDocumented(text, given, 'typescript'));
  assert.deepEqual([used, unfit], [[given[1]], [given[0]]]);
});

test('where all is astray there is nothing to put', () => {
  const given = [answered(cart, 'typescript', [1, 1, '/** Adds. */'])];
  const { used, original, replacement } = atOnce(allDocumented('', given, 'typescript'));
  assert.deepEqual([used, original, replacement], [[], '', '']);
});
