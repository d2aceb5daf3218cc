import { openSync, writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { ledgerWindow } from './ledgerWindow.ts';

/**
 * Run by ledgerCrowd.ts, often killed by it: a window that reserves and settles, and leaves a line in its own file for each
 * step that it was told of. Until a line comes on its input; then it says whether all was kept.
 */
const [folder = '', acknowledged = '', periodMs = '', budgets = '', pauseMs = ''] = process.argv.slice(2);
const { log, ledger } = ledgerWindow({ folder, periodMs: Number(periodMs) });
let op = '';
log.subscribe('reserve', (record, own) => own && (op = String(record['op'])));

const descriptor = openSync(acknowledged, 'a');
const say = (...words: readonly (string | number)[]): void => void writeSync(descriptor, `${words.join(' ')}\n`);
/** Rests, and gives how late it was called back: what the machine itself is late by. */
async function rest(): Promise<number> {
  const startedAt = performance.now();
  await pause(Number(pauseMs));
  return performance.now() - startedAt - Number(pauseMs);
}
let isOver = false;
process.stdin.once('data', () => (isOver = true));
for (let count = 0; !isOver; count += 1) {
  const workspace = `w${Math.floor(Math.random() * Number(budgets))}`;
  const tokens = 1 + Math.floor(Math.random() * 20);
  const startedAt = performance.now();
  const outcome = await ledger.reserve({
    workspace,
    inputTokens: tokens,
    outputTokens: 0,
    price: undefined,
    forMs: 1_000,
  });
  const tookMs = performance.now() - startedAt;
  if ('because' in outcome) {
    say('refused', op, workspace, tokens, tookMs, count, await rest());
    continue;
  }
  say('granted', op, workspace, tokens, tookMs, count, 0);
  const lateMs = await rest();
  const usage = { inputTokens: tokens, outputTokens: 0, cachedInputTokens: 0, exact: true };
  await Promise.all([outcome.settle(usage), outcome.settle(usage)]);
  say('settled', op, workspace, tokens, 0, count, lateMs);
}
process.stdout.write(JSON.stringify({ kept: ledger.kept }), () => process.exit());
