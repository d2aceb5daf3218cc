import { readFileSync } from 'node:fs';
import path from 'node:path';
import { folderIn, overspentBy, type Told } from '../../test/core/budget/ledger/ledgerCrowd.ts';

/** By workspace and by operation. */
export type JsonLedger = Record<string, Record<string, { readonly tokens: number; readonly isSettled: boolean }>>;

/** What is left of what the writers were told, and by how much they went over. */
export function jsonVerdict(place: string, told: readonly Told[]) {
  const entries = JSON.parse(readFileSync(path.join(folderIn(place), 'ledger.json'), 'utf8')) as JsonLedger;
  const settled = told.filter(({ what }) => what === 'settled');
  const lost = settled.filter(({ op, workspace }) => entries[workspace]?.[op]?.isSettled !== true).length;
  return { settled: settled.length, lost, overspent: overspentBy(told) };
}
