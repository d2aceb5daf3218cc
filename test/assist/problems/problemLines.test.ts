import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problemLines } from '../../../src/assist/problems/problemLines.ts';

const lines = (count: number, text = 'call(one, two);'): readonly string[] => Array.from({ length: count }, () => text);

const at = (first: number, last = first) => ({ first, last });

// https://github.com/continuedev/continue/issues/1994
// https://github.com/sourcegraph/cody/issues/585
test('a problem that reaches beyond the block is asked about as a whole', () => {
  const of = (block: [number, number], problem: [number, number]) =>
    problemLines(lines(100), { block: at(...block), problem: at(...problem), line: problem[0] });
  assert.deepEqual(
    [of([10, 10], [10, 24]), of([8, 14], [10, 24]), of([20, 30], [10, 24]), of([5, 30], [10, 24])],
    [at(10, 24), at(8, 24), at(10, 30), at(5, 30)],
  );
});

// https://github.com/sourcegraph/cody/issues/2601
test('of a function that is too long for an answer the problem is asked about with lines around', () => {
  const of = (line: number) => problemLines(lines(4_000), { block: at(0, 3_999), problem: at(line), line });
  assert.deepEqual([of(2_000), of(0), of(3_999)], [at(1_970, 2_030), at(0, 30), at(3_969, 3_999)]);
});

test('many short lines are too many, too', () => {
  const place = { block: at(0, 499), problem: at(100), line: 100 };
  assert.deepEqual(problemLines(lines(500, 'f()'), place), at(70, 130));
});

test('of few lines that are long there are fewer around, and one that is too long is asked about alone', () => {
  const of = (length: number) =>
    problemLines(lines(150, 'x'.repeat(length)), { block: at(0, 149), problem: at(70), line: 70 });
  assert.deepEqual(
    [of(50), of(150), of(900), of(7_000), of(20_000)],
    [at(0, 149), at(40, 100), at(65, 75), at(70), at(70)],
  );
});

test('a problem of a whole class does not take the place of the function in which somebody asks', () => {
  const problem = at(0, 900);
  assert.deepEqual(problemLines(lines(1_000), { block: at(400, 420), problem, line: 410 }), at(400, 420));
  assert.deepEqual(problemLines(lines(1_000), { block: at(0, 900), problem, line: 410 }), at(380, 440));
});
