import assert from 'node:assert/strict';
import { test } from 'node:test';
import '@anthropic-ai/sdk';
import 'openai';
import { holdsEdit, holdsSent, holdsWire } from './reports/holdsReport.ts';
import { playModels } from './reports/playModels.ts';
import { reportCases } from './reports/reportCase.ts';

for (const report of reportCases()) {
  test(`${report.name} (${report.report}): ${report.kind.replace(/^\d+ /, '')}`, async () => {
    if (report.type === 'wire') return holdsWire(report);
    if (report.type === 'edit') return holdsEdit(report);
    if (report.type === 'sent') return holdsSent(report);
    assert.deepEqual(await playModels(report), report.expect.models);
  });
}
