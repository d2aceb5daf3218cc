// The baseline of ledgerProcesses: the same duties on one JSON file that is read, changed and written, as globalState is.
import { randomUUID } from 'node:crypto';
import { openSync, writeSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { budgetTokens } from '../../test/core/budget/ledger/ledgerWindow.ts';
import type { JsonLedger } from './jsonLedger.ts';

const [folder = '', acknowledged = '', , budgets = '', pauseMs = ''] = process.argv.slice(2);
const file = path.join(folder, 'ledger.json');
const descriptor = openSync(acknowledged, 'a');
const say = (...words: readonly (string | number)[]): void => void writeSync(descriptor, `${words.join(' ')}\n`);
let isOver = false;
process.stdin.once('data', () => (isOver = true));

async function change(step: (entries: JsonLedger) => void): Promise<void> {
  const entries = JSON.parse(await readFile(file, 'utf8').catch(() => '{}')) as JsonLedger;
  step(entries);
  const temporary = `${file}.${randomUUID()}`;
  await writeFile(temporary, JSON.stringify(entries));
  await rename(temporary, file);
}

for (let count = 0; !isOver; count += 1) {
  const op = randomUUID();
  const workspace = `w${Math.floor(Math.random() * Number(budgets))}`;
  const tokens = 1 + Math.floor(Math.random() * 20);
  let isGranted = false;
  const startedAt = performance.now();
  await change(entries => {
    const all = Object.values(entries[workspace] ?? {});
    isGranted = all.reduce((sum, entry) => sum + entry.tokens, 0) + tokens <= budgetTokens;
    if (isGranted) entries[workspace] = { ...entries[workspace], [op]: { tokens, isSettled: false } };
  });
  const tookMs = performance.now() - startedAt;
  say(isGranted ? 'granted' : 'refused', op, workspace, tokens, tookMs, count, 0);
  await pause(Number(pauseMs));
  if (!isGranted) continue;
  await change(entries => (entries[workspace] = { ...entries[workspace], [op]: { tokens, isSettled: true } }));
  say('settled', op, workspace, tokens, 0, count, 0);
}
process.stdout.write(JSON.stringify({ kept: true }), () => process.exit());
