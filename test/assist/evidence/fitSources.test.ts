import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitSources } from '../../../src/assist/evidence/fitSources.ts';

const from = (file: string) => ({ source: { file, hash: `digest of ${file}` } });

test('what comes from one file more than an answer can name is left out, and what comes from a known one stays', () => {
  const { pieces, used } = fitSources([from('b'), from('c'), from('a'), {}], [from('a').source], 2);
  assert.deepEqual(pieces, [from('b'), from('a'), {}]);
  assert.deepEqual(
    used.map(({ file }) => file),
    ['a', 'b'],
  );
});
