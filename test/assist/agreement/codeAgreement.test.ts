import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeAgreement, type CodeAgreement } from '../../../src/assist/agreement/codeAgreement.ts';

const relationOf = (one: string, other: string, language = 'typescript'): CodeAgreement['relation'] =>
  codeAgreement({ one, other, language }).relation;

test('the same code is told from the same code in another layout', () => {
  assert.deepEqual(
    [relationOf('const a = 1;\n', 'const a = 1;\n'), relationOf('const a = 1; // one\n\n', 'const a=1;')],
    ['identical', 'layout'],
  );
});

// https://github.com/platisd/duplicate-code-detection-tool/issues/8: comments of both must not make codes alike, or unlike
test('comments count for nothing, wherever they stand, and what only looks like one counts', () => {
  const [plain, commented] = ['f(a);\ng(b);', '/* first\n   this */ f(a); // then\n// that\ng(b);\n'];
  assert.deepEqual(
    [relationOf(plain, commented), relationOf('f("// a");', 'f("// b");'), relationOf('f(/[/*]a/);', 'f(/[/*]b/);')],
    ['layout', 'differ', 'differ'],
  );
});

test('in a language whose depth means something, a line at another depth is other code', () => {
  const [inside, outside] = ['if ready:\n    open()\n    send()\n', 'if ready:\n    open()\nsend()\n'];
  assert.deepEqual(
    [relationOf(inside, outside, 'python'), relationOf(inside, outside, 'yaml'), relationOf(inside, outside, 'nim')],
    ['differ', 'differ', 'differ'],
  );
});

test('the end of a line counts where it may end a statement', () => {
  const [one, other] = ['return total;', 'return\ntotal;'];
  assert.deepEqual([relationOf(one, other), relationOf(one, other, 'java')], ['differ', 'layout']);
});

test('the blanks of a text count', () => {
  assert.deepEqual(
    [relationOf('f("a  b");', 'f("a b");'), relationOf('say "a  b"', 'say "a b"', 'unheard-of')],
    ['differ', 'differ'],
  );
});

test('operators that blanks keep apart are not the same as one', () => {
  assert.equal(relationOf('a = b - -c;', 'a = b --c;'), 'differ');
});

test('code that differs by names of its own is said to be the same, with the names', () => {
  const one = 'function total(net, tax) {\n  const sum = net + tax;\n  return sum;\n}';
  const other = 'function total(price, tax) {\n  const result = price + tax;\n  return result;\n}';
  const { relation, names } = codeAgreement({ one, other, language: 'typescript' });
  assert.deepEqual(
    [relation, names],
    [
      'renamed',
      [
        { one: 'net', other: 'price' },
        { one: 'sum', other: 'result' },
      ],
    ],
  );
});

test('names that are not its own make other code', () => {
  assert.deepEqual(
    [
      relationOf('const a = Math.min(b, c);', 'const a = Math.max(b, c);'),
      relationOf('return true;', 'return false;'),
      relationOf('enable(port);', 'disable(port);'),
      relationOf('let a = 1; let b = 2; f(a, b);', 'let b = 1; let a = 2; f(a, b);'),
      relationOf('x = x + y;', 'y = y + y;'),
      relationOf('const self = a.min; min = 1;', 'const self = a.max; max = 1;'),
    ],
    ['differ', 'differ', 'differ', 'differ', 'differ', 'differ'],
  );
});

// https://github.com/ludo-technologies/pyscn/issues/481: codes that share no line were called the same
test('code of which no line is the same differs in all of them', () => {
  const { relation, lines, differing } = codeAgreement({ one: 'a();\nb();', other: 'c(1);\nd(2);', language: 'go' });
  assert.deepEqual([relation, lines, differing], ['differ', 2, 2]);
});

test('it counts the lines that differ, and which of the original both change', () => {
  const original = 'one();\ntwo();\nthree();\nfour();';
  const one = 'one();\nTWO();\nthree();\nFOUR();';
  const other = 'one();\nzwei();\nthree();\nfour();';
  const { relation, lines, differing, changed } = codeAgreement({ one, other, original, language: 'typescript' });
  assert.deepEqual(
    { relation, lines, differing, changed },
    {
      relation: 'differ',
      lines: 4,
      differing: 2,
      changed: { both: 1, onlyOne: 1, onlyOther: 0, addTheSamePlaces: false },
    },
  );
});

test('two that only add, at the same place, are told of', () => {
  const original = 'one();\ntwo();';
  const added = (line: string): string => `one();\n${line}\ntwo();`;
  const { changed } = codeAgreement({ one: added('a();'), other: added('b();'), original, language: 'go' });
  assert.equal(changed?.addTheSamePlaces, true);
});

test('of what is too long nobody says that it is the same but for its layout', () => {
  const long = 'f();\n'.repeat(60_000);
  const { relation, isCut } = codeAgreement({ one: long, other: `${long} `, language: 'typescript' });
  assert.deepEqual([relation, isCut], ['differ', true]);
});

test('whatever is compared, the differing lines are some of all lines, and comparing ends', () => {
  const hostile = [
    '',
    ' '.repeat(5_000_000),
    '\n'.repeat(200_000),
    'x'.repeat(5_000_000),
    '"`/'.repeat(100_000),
    'a)=>'.repeat(20_000),
    'def ('.repeat(20_000),
    'a;\nb;\n'.repeat(30_000),
    'b;\na;\nc;\n'.repeat(30_000),
    '\u0000\ud800\u202e\r\r\n',
  ];
  for (const language of ['typescript', 'python', 'unheard-of'])
    for (const [at, one] of hostile.entries()) {
      const other = hostile[(at + 1) % hostile.length] ?? '';
      const { lines, differing } = codeAgreement({ one, other, original: hostile[0], language });
      assert.ok(differing >= 0 && differing <= lines);
    }
});
