import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeLabel, takenCountText } from '../../../src/interaction/edits/changeText.ts';

const text = 'const rate = 19;\nconst name = "a";\n';
const label = (start: number, end: number, put: string) =>
  changeLabel({ file: 'src/tax.ts', text, hunk: { start, end, text: put }, line: 4 });

test('a change says its file, its line, and what it puts in place of what', () => {
  assert.deepEqual(label(0, 17, 'const rate = 7;\nconst low = 5;\n'), {
    label: 'src/tax.ts, line 5',
    description: 'replaces 1 line with 2 lines',
    detail: '− const rate = 19;  + const rate = 7;',
  });
});

test('a change that only adds or removes says so', () => {
  assert.deepEqual(
    [label(0, 0, 'a();\n'), label(0, text.length, '')].map(({ description, detail }) => [description, detail]),
    [
      ['adds 1 line', '+ a();'],
      ['removes 2 lines', '− const rate = 19;'],
    ],
  );
});

test('what is hostile in code draws no icon and no second line', () => {
  const { detail } = label(0, 0, '$(alert) a\u202e\u0007b\n');
  assert.equal(detail, '+ (alert) a b');
});

test('how many are taken is said only when some are left', () => {
  assert.deepEqual([takenCountText(2, 5), takenCountText(5, 5)], ['2 of 5 changes', '']);
});
