import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { liveThrough, openWitness } from './ledgerCrowd.ts';

/** How many windows are killed and replaced; STEADFAST_LOG_ROUNDS sets another number. */
const kills = Number(process.env['STEADFAST_LOG_ROUNDS'] ?? 6);

const root = mkdtempSync(path.join(os.tmpdir(), 'steadfast-ledger-processes-'));
after(() => rmSync(root, { recursive: true, force: true }));

for (const [name, periodMs] of Object.entries({ 'on one file': 1e12, 'with a new file every half second': 500 })) {
  test(`F175 F177 eight windows, killed at any moment, lose no settled token, count none twice and overspend nothing, ${name}`, async () => {
    const place = mkdtempSync(path.join(root, 'crowd-'));
    const script = path.join(import.meta.dirname, 'ledgerWriter.ts');
    const witness = await openWitness(place, periodMs);
    const told = await liveThrough({ place, script, periodMs, writers: 8, budgets: 10, kills });
    const { settled, refused, ...faults } = await witness.judge(told);
    assert.ok(settled > 0 && refused > 0, `${settled} settled, ${refused} refused: the budget was not used up`);
    assert.deepEqual(faults, { lost: 0, duplicates: 0, overspent: 0, miscounted: 0, disputed: 0 });
  });
}
