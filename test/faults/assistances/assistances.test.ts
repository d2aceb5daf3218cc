import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allAssistanceCases, playAssistance } from './playAssistance.ts';
import { playedTasks } from './assistanceCase.ts';

/** So many reports at least were looked up for each assistance. */
const leastReports = 10;

for (const [task, report] of allAssistanceCases)
  test(`${task}: ${report.name}: ${report.must} (${report.source})`, async () => {
    assert.deepEqual(await playAssistance(task, report), report.expect);
  });

test('each assistance has ten reports or more, and each case says where it was reported', () => {
  const sourcesOf = (task: string): readonly string[] =>
    allAssistanceCases.filter(([each]) => each === task).map(([, { source }]) => source);
  assert.deepEqual(
    playedTasks.filter(task => new Set(sourcesOf(task)).size < leastReports),
    [],
  );
  const all = allAssistanceCases.flatMap(([, { source, alsoReported = [] }]) => [source, ...alsoReported]);
  assert.deepEqual(
    all.filter(source => !/^https:\/\/github\.com\/[^/]+\/[^/]+\/(?:issues|pull)\/\d+$/.test(source)),
    [],
  );
});
