// The baseline of ledgerProcesses: the same duties on one JSON file that is read, changed and written, as globalState is.
import { randomUUID } from 'node:crypto';
import { openSync, writeSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { dayTokens, shortDay } from '../../test/storage/ledgerWindow.ts';
import type { JsonLedger } from './jsonLedger.ts';

const [folder = '', acknowledged = ''] = process.argv.slice(2);
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
  const day = shortDay(Date.now());
  const tokens = 1 + Math.floor(Math.random() * 20);
  let isGranted = false;
  const startedAt = performance.now();
  await change(entries => {
    const today = Object.values(entries[day] ?? {});
    isGranted = today.reduce((sum, entry) => sum + entry.tokens, 0) + tokens <= dayTokens;
    if (isGranted) entries[day] = { ...entries[day], [op]: { tokens, isSettled: false } };
  });
  const tookMs = performance.now() - startedAt;
  say(isGranted ? 'granted' : 'refused', op, day, tokens, tookMs, count);
  await pause(isGranted ? 1 : 2);
  if (!isGranted) continue;
  await change(entries => (entries[day] = { ...entries[day], [op]: { tokens, isSettled: true } }));
  say('settled', op, day, tokens, 0, count);
}
process.stdout.write(JSON.stringify({ kept: true }), () => process.exit());
