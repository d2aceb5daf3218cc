import { openSync, writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { periodLog } from '../../support/logs/periodLog.ts';

/**
 * Run by sharedLogProcesses.test.ts, often killed by it: a window that appends words and, of each that was acknowledged,
 * leaves a line in its own file. Until a line comes on its input; then it says as JSON what it heard.
 */
const [folder = '', name = '', acknowledged = '', periodMs = ''] = process.argv.slice(2);
const log = periodLog(Number(periodMs), {
  folder,
  name: 'log',
  keep: 100_000,
  carryOver: () => [],
  onTrouble: trouble => process.stderr.write(`${name}: ${trouble}\n`),
});
const heard: string[] = [];
log.subscribe('word', ({ text }) => heard.push(String(text)));

const descriptor = openSync(acknowledged, 'a');
let isOver = false;
process.stdin.once('data', () => (isOver = true));
for (let count = 0; !isOver; count += 1) {
  const text = `${name}.${count}`;
  const filler = 'x'.repeat((count * 37) % 300);
  await log.append({ kind: 'word', text, filler }, { flush: count % 50 === 0 });
  if (!heard.includes(text, -100)) throw new Error(`${text} was not heard`);
  if (log.durable) writeSync(descriptor, `${text}\n`); // on a machine so busy that every file is over before it is written, it goes on in memory
  await pause(1);
}
await log.refresh();
process.stdout.write(JSON.stringify({ heard, durable: log.durable }), () => process.exit());
