import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportedErrorSigns, type PlacedProblem } from '../../../src/interaction/edits/reportedErrorSigns.ts';

const error = (message: string, line: number, more: Partial<PlacedProblem> = {}): PlacedProblem => ({
  ...{ severity: 'error', source: 'Pylance', code: '', message, line },
  ...more,
});
const lines = { first: 10, last: 14 };

test('a new error is told with who reports it, and with its line in the code of the answer', () => {
  assert.deepEqual(reportedErrorSigns([], [error('"x" is not defined', 12)], lines), [
    { code: 'new-error', weight: 'fact', facts: { message: '"x" is not defined', source: 'Pylance', line: 3 } },
  ]);
});

test('of one elsewhere in the file no line is told', () => {
  assert.deepEqual(reportedErrorSigns([], [error('wrong', 30)], lines)[0]?.facts, {
    message: 'wrong',
    source: 'Pylance',
  });
});

test('what was there before is not new, wherever it is now; a second one of the same words is', () => {
  const [before] = [error('wrong', 3)];
  assert.deepEqual(reportedErrorSigns([before], [error('wrong', 12)], lines), []);
  assert.equal(reportedErrorSigns([before], [error('wrong', 12), error('wrong', 13)], lines).length, 1);
});

test('warnings are no errors, and five errors are enough', () => {
  const many = Array.from({ length: 9 }, (_, index) => error(`wrong ${String.fromCharCode(97 + index)}`, index));
  const found = reportedErrorSigns([], [error('odd', 1, { severity: 'warning' }), ...many], lines);
  assert.deepEqual([found.length, found[0]?.facts['message']], [5, 'wrong a']);
});
