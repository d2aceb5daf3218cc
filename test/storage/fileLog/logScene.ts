import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import type { LogRecord, SharedLog } from '../../../src/core/shared/sharedLog.ts';
import { FileLog, type FileLogOptions } from '../../../src/storage/fileLog.ts';
import { byDay } from '../../../src/storage/period.ts';
import { VirtualClock } from '../../support/virtualClock.ts';

export const periodMs = 24 * 60 * 60 * 1000;

const root = mkdtempSync(path.join(os.tmpdir(), 'steadfast-log-'));
after(() => rmSync(root, { recursive: true, force: true }));

/** A folder of its own, with as many windows on its log as wanted, all on one clock unless given another. */
export function logScene() {
  const folder = path.join(mkdtempSync(path.join(root, 'scene-')), 'data');
  const clock = new VirtualClock();
  const troubles: string[] = [];
  const at = (name: string) => path.join(folder, name);
  const window = (options: Partial<FileLogOptions> = {}) =>
    new FileLog({
      folder,
      name: 'log',
      period: byDay,
      keep: 3,
      clock,
      carryOver: () => [],
      onTrouble: trouble => troubles.push(trouble),
      ...options,
    });
  const today = () => `log-${byDay(clock.wall())}.log`;
  const names = () => readdirSync(folder).toSorted();
  const textOf = (name: string) => readFileSync(at(name), 'latin1');
  const makeFolder = () => mkdirSync(folder, { recursive: true });
  return { folder, clock, troubles, at, window, today, names, textOf, makeFolder };
}

export const say = (text: string): LogRecord => ({ kind: 'word', text });

/** What is heard of `say`, from now on. */
export function wordsOf(log: SharedLog): string[] {
  const words: string[] = [];
  log.subscribe('word', ({ text }) => words.push(String(text)));
  return words;
}

/** What a window that is opened now hears. */
export async function wordsIn({ window }: Pick<ReturnType<typeof logScene>, 'window'>): Promise<readonly string[]> {
  const log = window();
  const words = wordsOf(log);
  await log.refresh();
  log.close();
  return words;
}
