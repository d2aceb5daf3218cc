import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { filledFile, opened } from '../../test/core/budget/ledger/ledgerDamaged.ts';
import type { Figures } from '../harness/bench.ts';

const minBytes = 20_000;

/** A ledger of 20 KB, cut at every byte and with every byte changed: does it open, and does it count what is whole (C8)? */
export async function ledgerDamage(): Promise<Figures> {
  const root = mkdtempSync(path.join(os.tmpdir(), 'steadfast-bench-damage-'));
  try {
    const bytes = await filledFile(root, minBytes);
    const startedAt = performance.now();
    const [cut, changed] = [await tried(root, bytes, prefixOf), await tried(root, bytes, changedAt)];
    const tookMs = (performance.now() - startedAt) / (2 * bytes.length);
    return {
      rows: [
        {
          measure: 'prefixes of a ledger opened',
          steadfast: `${bytes.length}`,
          remark: `${cut} with other totals than its whole records say`,
        },
        { measure: 'single bytes changed', steadfast: `${bytes.length}`, remark: `${changed} with other totals` },
        { measure: 'one opening', steadfast: `${tookMs.toFixed(2)} ms`, remark: 'with writing the file' },
      ],
      goals: [{ name: 'C8 ledger: damaged files that do not open or count wrong', value: cut + changed, limit: 0 }],
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

type Damage = (bytes: Buffer, index: number) => Buffer;

const prefixOf: Damage = (bytes, index) => bytes.subarray(0, index);

const changedAt: Damage = (bytes, index) => {
  const changed = Buffer.from(bytes);
  changed[index] = (changed[index] ?? 0) ^ (1 << (index % 8));
  return changed;
};

/** How many of all such damages are not survived. */
async function tried(folder: string, bytes: Buffer, damage: Damage): Promise<number> {
  let failures = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const outcome = await opened(folder, damage(bytes, index)).catch(() => 'threw');
    if (outcome !== 'right') failures += 1;
  }
  return failures;
}
