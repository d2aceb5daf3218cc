import assert from 'node:assert/strict';
import { test } from 'node:test';
import '@anthropic-ai/sdk';
import 'openai';
import { areaCases } from './areas/all.ts';
import { holdsEdit, holdsWire } from './reports/holdsReport.ts';

/** So many reports at least were looked up for each area. */
const leastReports = 10;

for (const [area, cases] of Object.entries(areaCases)) {
  for (const { name, source, must, play } of cases) {
    test(`${area}: ${name}: ${must} (${source})`, async () => {
      const named = { name, kind: must, report: source };
      await (play.type === 'wire' ? holdsWire({ ...play, ...named }) : holdsEdit({ ...play, ...named }));
    });
  }
}

test('each area has ten reports or more, and no report stands for two cases', () => {
  const all = Object.values(areaCases);
  assert.deepEqual(
    all.filter(({ length }) => length < leastReports),
    [],
  );
  const sources = all.flat().map(({ source }) => source);
  assert.equal(new Set(sources).size, sources.length);
  assert.deepEqual(
    sources.filter(source => !/^https:\/\/github\.com\/[^/]+\/[^/]+\/(?:issues|pull)\/\d+$/.test(source)),
    [],
  );
});
