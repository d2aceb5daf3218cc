import { openSync, writeSync } from 'node:fs';
import { feedbackWindow, said } from '../feedbackScene.ts';

/** Run by `killed.test.ts` and killed by it: a window in which something is said again and again, with a line for each word that is kept. */
const [folder = '', acknowledged = '', periodMs = ''] = process.argv.slice(2);
const { feedback } = feedbackWindow(folder, Number(periodMs));
const descriptor = openSync(acknowledged, 'a');
for (;;) {
  const id = crypto.randomUUID();
  await feedback.give(id, said());
  writeSync(descriptor, `${id}\n`);
  await new Promise(resolve => setTimeout(resolve, 5));
}
