import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chosenProblems, isOfferedAtOnce, type ReportedProblem } from '../../../src/assist/problems/chosenProblems.ts';

const problem = (line: number, character = 0, more: Partial<ReportedProblem> = {}): ReportedProblem => ({
  range: { start: { line, character }, end: { line, character: character + 1 } },
  severity: 0,
  source: 'ts',
  code: 2304,
  message: "Cannot find name 'b'.",
  ...more,
});

// https://github.com/microsoft/vscode-chat-customizations-evaluation/issues/144
test('two alike at two columns are two, the very same one is one', () => {
  const { chosen, leftOut } = chosenProblems([problem(4, 2), problem(4, 8), problem(4, 8)], 20);
  assert.deepEqual([chosen.map(({ range }) => range.start.character), leftOut], [[2, 8], 0]);
});

test('what differs in who reports it, in its code, its words or its severity is another problem', () => {
  const code = { value: 2304, target: { toString: () => 'https://example.com' } };
  const others = [{ source: 'eslint' }, { code: 1 }, { code }, { message: 'b' }, { severity: 1 }];
  assert.equal(chosenProblems([problem(1), ...others.map(more => problem(1, 0, more))], 20).chosen.length, 6);
});

// https://github.com/dyad-sh/dyad/issues/1565
test('of many problems the gravest are chosen, in the order of their places, and the others are counted', () => {
  const many = Array.from({ length: 94 }, (_, at) => problem(94 - at, 0, { severity: at < 3 ? 0 : 2 }));
  const { chosen, leftOut } = chosenProblems(many, 20);
  const lines = chosen.map(({ range }) => range.start.line);
  assert.deepEqual([chosen.length, leftOut, lines.slice(-3)], [20, 74, [92, 93, 94]]);
  assert.deepEqual(
    lines,
    [...lines].sort((one, other) => one - other),
  );
});

// https://github.com/vscodenpa/testissues/issues/51717
// https://github.com/microsoft/vscode-copilot-release/issues/735
// https://github.com/microsoft/vscode-copilot-release/issues/865
test('a light bulb stands at errors and warnings, not at every hint', () => {
  const of = (...severities: readonly number[]) => isOfferedAtOnce(severities.map(severity => ({ severity })));
  assert.deepEqual(
    [of(0), of(1), of(2), of(3), of(2, 3), of(3, 1), of()],
    [true, true, false, false, false, true, false],
  );
});
