import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import type { CachedAnswer } from '../../../src/core/cache/cachedAnswer.ts';
import { AnswerSegments, type AnswerSegmentsOptions } from '../../../src/storage/answerSegments.ts';
import { VirtualClock } from '../../support/virtualClock.ts';

const root = mkdtempSync(path.join(os.tmpdir(), 'steadfast-answers-'));
after(() => rmSync(root, { recursive: true, force: true }));

/** A folder of its own, with as many windows on its answers as wanted, all on one clock. */
export function answerScene() {
  const folder = path.join(mkdtempSync(path.join(root, 'scene-')), 'answers');
  const clock = new VirtualClock();
  const troubles: string[] = [];
  const window = (options: Partial<AnswerSegmentsOptions> = {}) =>
    new AnswerSegments({
      folder,
      clock,
      maxBytes: () => 4 * 1024 * 1024,
      onTrouble: trouble => troubles.push(trouble),
      ...options,
    });
  const at = (name: string) => path.join(folder, name);
  const names = () => readdirSync(folder).toSorted();
  const segments = () => names().filter(name => name.endsWith('.seg'));
  return {
    folder,
    clock,
    troubles,
    window,
    at,
    names,
    segments,
    bytesOf: (name: string) => readFileSync(at(name)),
    put(name: string, bytes: Buffer | string) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(at(name), bytes);
    },
  };
}

export const kept = (key: string, text = `text of ${key}`, more: Partial<CachedAnswer> = {}): CachedAnswer => ({
  key,
  at: 1_000,
  text,
  model: 'model',
  usage: { inputTokens: 10, outputTokens: 5, cachedInputTokens: 0, exact: true },
  ...more,
});

/** What is heard of a window's store: keys in their order, '|' where all was forgotten. */
export async function heardBy(store: AnswerSegments): Promise<readonly string[]> {
  const heard: string[] = [];
  await store.read({ kept: ({ key }) => heard.push(key), cleared: () => heard.push('|') });
  return heard;
}
