import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changedTokens } from '../../../../src/core/confidence/changes/changedTokens.ts';
import { codeTokens } from '../../../../src/core/confidence/reading/codeTokens.ts';
import { lexiconOf } from '../../../../src/core/confidence/reading/lexicons.ts';
import { atOnce } from '../../../../src/core/shared/steps.ts';

function changes(before: string, after: string, language = 'typescript'): readonly string[] {
  const lexicon = lexiconOf(language) ?? assert.fail();
  const [own, written] = [before, after].map(code => atOnce(codeTokens(code, lexicon)));
  return changedTokens(own ?? [], written ?? []).map(({ code, facts }) => [code, ...Object.values(facts)].join(' '));
}

test('operators, literals, conditions, waiting and order are told apart', () => {
  assert.deepEqual(changes('a && b', 'a || b'), ['operator-changed && ||']);
  assert.deepEqual(changes('x = true', 'x = false'), ['literal-changed true false']);
  assert.deepEqual(changes("x = 'one'", "x = 'two'"), ["literal-changed 'one' 'two'"]);
  assert.deepEqual(changes('if (a)', 'if (!a)'), ['condition-negated']);
  assert.deepEqual(changes('if not a:', 'if a:', 'python'), ['condition-negated']);
  assert.deepEqual(changes('a and b', 'a or b', 'python'), ['operator-changed and or']);
  assert.deepEqual(changes('load().await?', 'load()?', 'rust'), ['await-gone']);
  assert.deepEqual(changes('f(a.b, c)', 'f(c, a.b)'), ['arguments-swapped']);
});

test('several changes of a line are told each, and one that comes twice once', () => {
  assert.deepEqual(changes('a < 1 && b', 'a > 2 || b'), [
    'operator-changed < >',
    'literal-changed 1 2',
    'operator-changed && ||',
  ]);
  assert.deepEqual(changes('a + b + c', 'a - b - c'), ['operator-changed + -']);
});

test('what is only added, renamed or put into another shape is no such change', () => {
  assert.deepEqual(changes('f(a)', 'f(a, b)'), []);
  assert.deepEqual(changes('f(a)', 'await f(a)'), []);
  assert.deepEqual(changes('f(a)', 'g(a)'), []);
  assert.deepEqual(changes('f(a, b)', 'f(b, c)'), []);
  assert.deepEqual(changes('a = "<"', 'a = b'), []);
  assert.deepEqual(changes('a.b.c', 'a.c'), []);
  assert.deepEqual(changes('load()..next', 'load().next', 'rust'), []);
});

test('of a text nothing is an operator', () => {
  assert.deepEqual(changes('"+"', '"-"'), ['literal-changed "+" "-"']);
});

test('long texts are not shown', () => {
  assert.deepEqual(changes(`'${'a'.repeat(40)}'`, "'b'"), ['literal-changed']);
});

test('SQL writes its operators in capitals, and a condition that is gone is told where nothing else has changed', () => {
  assert.deepEqual(changes('WHERE b = 1 AND c = 2', 'WHERE b = 1 OR c = 2', 'sql'), ['operator-changed AND OR']);
  assert.deepEqual(changes('DELETE FROM a WHERE id = 1;', 'DELETE FROM a;', 'sql'), ['condition-shorter']);
  assert.deepEqual(changes('if (a && b) {', 'if (a) {'), ['condition-shorter']);
  assert.deepEqual(changes('return a(x) || b(x);', 'return either(x);'), []);
});

test('a sign of negation behind a value turns no condition', () => {
  assert.deepEqual(changes('return x!', 'return x', 'swift'), []);
  assert.deepEqual(changes('f(a.b!.c)', 'f(a.b.c)'), []);
  assert.deepEqual(changes('return !x;', 'return x;'), ['condition-negated']);
});

test('operators of other kinds are no exchange', () => {
  assert.deepEqual(changes('Foo* make()', 'Ptr<Foo> make()', 'cpp'), []);
  assert.deepEqual(changes('a & b', 'a && b', 'cpp'), ['operator-changed & &&']);
  assert.deepEqual(changes('a << b', 'a < b', 'cpp'), ['operator-changed << <']);
});

test('where a loop goes on, and the sides of an operator, are told', () => {
  assert.deepEqual(changes('if (a) continue;', 'if (a) break;'), ['operator-changed continue break']);
  assert.deepEqual(changes('sort((a, b) => a.price - b.price)', 'sort((a, b) => b.price - a.price)'), [
    'arguments-swapped',
  ]);
  assert.deepEqual(changes('a + b', 'b + a'), []);
});
