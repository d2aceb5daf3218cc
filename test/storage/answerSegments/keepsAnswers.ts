import { rmSync, writeFileSync } from 'node:fs';
import { AnswerSegments } from '../../../src/storage/answerSegments.ts';
import { VirtualClock } from '../../support/virtualClock.ts';

/**
 * Run by answerSegmentsDisk.test.ts where a disk is forbidden, limited or small: keeps 200 answers, then frees the disk by
 * removing the ballast, when there is some, and keeps one more. Says as JSON what troubles there were, and what a window
 * after it finds.
 */
const [folder = '', ballast] = process.argv.slice(2);
const clock = new VirtualClock();
const troubles: string[] = [];
const open = () =>
  new AnswerSegments({
    folder,
    clock,
    maxBytes: () => 4 * 1024 * 1024,
    onTrouble: trouble => troubles.push(trouble),
  });
const usage = { inputTokens: 1, outputTokens: 1, cachedInputTokens: 0, exact: true };
const textOf = (key: string): string => `${key} `.repeat(20);
const keep = (key: string) => store.append({ key, at: 1, text: textOf(key), model: 'model', usage });

const store = open();
if (ballast !== undefined) writeFileSync(ballast, Buffer.alloc(16_384));
for (let index = 0; index < 200; index += 1) await keep(String(index));
if (ballast !== undefined) rmSync(ballast);
clock.jump(120_000);
await keep('last');

const found: string[] = [];
let damaged = 0;
await open().read({
  kept: ({ key, text }) => {
    found.push(key);
    if (text !== textOf(key)) damaged += 1;
  },
  cleared: () => undefined,
});
const isSome = found.length > 0 && found.length < 201;
process.stdout.write(JSON.stringify({ troubles, some: isSome, last: found.includes('last'), damaged }));
