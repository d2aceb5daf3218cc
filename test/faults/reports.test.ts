import assert from 'node:assert/strict';
import { test } from 'node:test';
import '@anthropic-ai/sdk';
import 'openai';
import { playEdit } from './reports/playEdit.ts';
import { playModels } from './reports/playModels.ts';
import { playWire } from './reports/playWire.ts';
import { reportCases, type EditCase, type WireCase, type WireExpected } from './reports/reportCase.ts';

for (const report of reportCases()) {
  test(`${report.name} (${report.report}): ${report.kind.replace(/^\d+ /, '')}`, async () => {
    if (report.type === 'wire') return holdsWire(report);
    if (report.type === 'edit') return holdsEdit(report);
    assert.deepEqual(await playModels(report), report.expect.models);
  });
}

async function holdsWire(report: WireCase): Promise<void> {
  const seen = await playWire(report);
  const { failure, textLacks, atLeastWaitMs, ...equal } = report.expect;
  const compared = Object.keys(equal) as (keyof WireExpected)[];
  const wanted = Object.fromEntries(compared.map(name => [name, seen[name]]));
  assert.deepEqual(wanted, equal, JSON.stringify(seen));
  if (failure !== undefined) assert.ok([failure].flat().includes(String(seen.failure)), JSON.stringify(seen));
  if (textLacks !== undefined) assert.ok(!String(seen.text).includes(textLacks), String(seen.text));
  if (atLeastWaitMs !== undefined) assert.ok(Number(seen.atLeastWaitMs) >= atLeastWaitMs, JSON.stringify(seen));
}

async function holdsEdit(report: EditCase): Promise<void> {
  const seen = await playEdit(report);
  const { replacement, doubted } = report.expect;
  if (replacement !== undefined) assert.equal(seen.replacement, replacement, seen.signs.join());
  if (doubted !== undefined) assert.equal(seen.doubted, doubted, seen.signs.join());
}
