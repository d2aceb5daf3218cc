import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LaneRequest, LaneResult } from '../../../scripts/lanes/lane.ts';
import { withSecondTry } from '../../../scripts/lanes/secondTry.ts';

/** A lane that ends as scripted, and what was asked of it. */
function lane(...endings: readonly LaneResult[]) {
  const asked: LaneRequest[] = [];
  const play = async (request: LaneRequest): Promise<LaneResult> =>
    endings[asked.push(request) - 1] ?? { code: 9, words: 'once too often' };
  return { asked, play };
}

const red = (...failedIn: readonly string[]): LaneResult => ({
  ...{ code: 1, words: '5 passed, 1 failed', failed: ['opens (test/a.test.ts): late'] },
  failedIn,
});
const green: LaneResult = { code: 0, words: '2 passed, 0 failed' };

test('what is green is played once', async () => {
  const { asked, play } = lane(green);
  assert.deepEqual(await withSecondTry({ only: [] }, play), green);
  assert.equal(asked.length, 1);
});

test('only the files in which something failed are played once more, and that they passed then is told by name', async () => {
  const { asked, play } = lane(red('test/a.test.ts'), green);
  assert.deepEqual(await withSecondTry({ only: [], grep: 'opens' }, play), {
    code: 0,
    words: '5 passed, 1 failed; of these once more: 2 passed, 0 failed',
    failed: ['only at the second try: opens (test/a.test.ts): late'],
  });
  assert.deepEqual(asked[1], { only: ['test/a.test.ts'], grep: 'opens' });
});

test('what fails twice fails', async () => {
  const { play } = lane(red('test/a.test.ts'), red('test/a.test.ts'));
  const { code, failed } = await withSecondTry({ only: [] }, play);
  assert.deepEqual([code, failed], [1, ['opens (test/a.test.ts): late']]);
});

test('a second try in which no test ran is no success', async () => {
  const { play } = lane(red('test/a.test.ts'), { code: 123, words: 'no test ran' });
  assert.equal((await withSecondTry({ only: [] }, play)).code, 123);
});

for (const [case_, ending] of [
  ['it is not known where', red()],
  ['it is in more places than chance explains', red('a', 'b', 'c', 'd')],
] as const)
  test(`nothing is played once more when ${case_}`, async () => {
    const { asked, play } = lane(ending);
    assert.deepEqual(await withSecondTry({ only: [] }, play), ending);
    assert.equal(asked.length, 1);
  });
