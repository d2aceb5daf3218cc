import { openSync, writeSync } from 'node:fs';
import { keptNow, learningWindow } from './learningWindow.ts';

/** Run by `processes.test.ts`, often killed by it: a window that learns, and leaves a line in a file for each answer once it is kept. */
const [folder = '', acknowledged = '', periodMs = ''] = process.argv.slice(2);
const { learning } = learningWindow(folder, Number(periodMs));
const descriptor = openSync(acknowledged, 'a');
let isOver = false;
process.stdin.once('data', () => (isOver = true));
while (!isOver) {
  const id = crypto.randomUUID();
  await learning.learn(id, keptNow());
  writeSync(descriptor, `${id}\n`);
  await new Promise(resolve => setTimeout(resolve, 5));
}
process.exit();
