import { AnswerSegments } from '../../../src/storage/answerSegments.ts';
import { VirtualClock } from '../../support/virtualClock.ts';

/** Run by answerSegmentsProcesses.test.ts: keeps answers until it is killed, and says after each that it was kept. */
const [folder = '', name = ''] = process.argv.slice(2);
const store = new AnswerSegments({
  folder,
  clock: new VirtualClock(),
  maxBytes: () => 16 * 1024 * 1024,
  onTrouble: trouble => process.stdout.write(`trouble ${trouble}\n`),
});
const usage = { inputTokens: 1, outputTokens: 1, cachedInputTokens: 0, exact: true };
for (let index = 0; ; index += 1) {
  const key = `${name}-${index}`;
  await store.append({ key, at: 1, text: `${key} `.repeat(1 + ((index * 37) % 400)), model: 'model', usage });
  process.stdout.write(`kept ${key}\n`);
}
