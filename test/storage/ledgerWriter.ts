import { openSync, writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { ledgerWindow, workspace } from './ledgerWindow.ts';

/**
 * Run by ledgerCrowd.ts, often killed by it: a window that reserves and settles, and leaves a line in its own file for each
 * step that it was told of. Until a line comes on its input; then it says whether all was kept.
 */
const [folder = '', acknowledged = '', periodMs = ''] = process.argv.slice(2);
const { log, ledger } = ledgerWindow({ folder, periodMs: Number(periodMs) });
const told: { op: string; day: string }[] = [];
log.hear('reserve', ({ op, day }, own) => own && told.push({ op: String(op), day: String(day) }));

const descriptor = openSync(acknowledged, 'a');
const say = (...words: readonly (string | number)[]): void => void writeSync(descriptor, `${words.join(' ')}\n`);
let isOver = false;
process.stdin.once('data', () => (isOver = true));
for (let count = 0; !isOver; count += 1) {
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
  const { op, day } = told.splice(0).at(-1) ?? { op: '', day: '' };
  if ('because' in outcome) {
    say('refused', op, day, tokens, tookMs, count);
    await pause(2);
    continue;
  }
  say('granted', op, day, tokens, tookMs, count);
  await pause(1);
  const usage = { inputTokens: tokens, outputTokens: 0, cachedInputTokens: 0, exact: true };
  await Promise.all([outcome.settle(usage), outcome.settle(usage)]);
  say('settled', op, day, tokens, 0, count);
}
process.stdout.write(JSON.stringify({ kept: ledger.kept }), () => process.exit());
