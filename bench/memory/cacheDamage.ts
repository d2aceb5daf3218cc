import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { say } from '../../scripts/support/say.ts';
import type { CachedAnswer } from '../../src/core/cache/cachedAnswer.ts';
import { systemClock as clock } from '../../src/libraries/systemClock.ts';
import { AnswerSegments } from '../../src/storage/answerSegments.ts';
import type { Figures } from '../harness/bench.ts';

const segmentBytes = 20_000;

interface Count {
  opens: number;
  /** Opening threw, or said that the disk is of no use. */
  failures: number;
  /** Answers that were given though they are not what was kept. */
  damaged: number;
  /** Whole answers that were not given, beyond those that the damage stands in. */
  lost: number;
}

/** C8: a segment that was cut at any byte, or has any one byte changed, opens, and no damaged answer is given. */
export async function cacheDamage(): Promise<Figures> {
  say('cache: damage');
  const root = mkdtempSync(path.join(os.tmpdir(), 'steadfast-damage-'));
  try {
    const segment = await wholeSegment(path.join(root, 'whole'));
    const cut = await everyPrefix(path.join(root, 'cut'), segment);
    const changed = await everyChange(path.join(root, 'changed'), segment);
    return figuresOf(segment.length, cut, changed);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const open = (folder: string, onTrouble = () => undefined): AnswerSegments =>
  new AnswerSegments({ folder, clock, maxBytes: () => 32 * 1024 * 1024, onTrouble });

const textOf = (key: string): string => `Answer ${key}: “it adds”.\n`.repeat(1 + (Number(key) % 12));

async function wholeSegment(folder: string): Promise<Buffer> {
  const store = open(folder);
  const usage = { inputTokens: 10, outputTokens: 5, cachedInputTokens: 0, exact: true };
  const bytes = (): Buffer => readFileSync(path.join(folder, readdirSync(folder)[0] ?? ''));
  for (let index = 0; index === 0 || bytes().length < segmentBytes; index += 1) {
    const key = String(index);
    await store.append({ key, at: clock.wall(), text: textOf(key), model: 'bench-model', usage });
  }
  return bytes();
}

async function everyPrefix(folder: string, segment: Buffer): Promise<Count> {
  const count: Count = { opens: 0, failures: 0, damaged: 0, lost: 0 };
  const file = place(folder);
  for (let length = 0; length <= segment.length; length += 1) {
    if (length > 0) writeSync(file, segment, length - 1, 1, length - 1);
    const lines = linesIn(segment.subarray(0, length));
    await look(folder, Math.max(0, lines - 1), count);
  }
  closeSync(file);
  return count;
}

/** Each byte in turn has one bit changed, another one than its neighbour. */
async function everyChange(folder: string, segment: Buffer): Promise<Count> {
  const count: Count = { opens: 0, failures: 0, damaged: 0, lost: 0 };
  const file = place(folder);
  writeSync(file, segment);
  const head = segment.indexOf(0x0a);
  const whole = linesIn(segment) - 1;
  for (let at = 0; at < segment.length; at += 1) {
    const bit = 1 << (at % 8);
    writeSync(file, Buffer.of((segment[at] ?? 0) ^ bit), 0, 1, at);
    // a change of the first line makes all of it nobody's, one of a line break damages two answers
    await look(folder, at <= head ? 0 : whole - (segment[at] === 0x0a ? 2 : 1), count);
    writeSync(file, segment, at, 1, at);
  }
  ftruncateSync(file, 0);
  closeSync(file);
  return count;
}

function place(folder: string): number {
  mkdirSync(folder, { recursive: true });
  return openSync(path.join(folder, 'answers-other-1.seg'), 'w');
}

async function look(folder: string, expected: number, count: Count): Promise<void> {
  const found: CachedAnswer[] = [];
  count.opens += 1;
  try {
    const store = open(folder, () => void (count.failures += 1));
    await store.read({ kept: kept => found.push(kept), cleared: () => undefined });
  } catch {
    count.failures += 1; // counted: it is what this bench is about
  }
  count.damaged += found.filter(({ key, text }) => text !== textOf(key)).length;
  count.lost += Math.max(0, expected - found.length);
}

const linesIn = (bytes: Buffer): number => bytes.toString('latin1').split('\n').length - 1;

function figuresOf(bytes: number, cut: Count, changed: Count): Figures {
  const show = ({ opens, failures, damaged, lost }: Count): string =>
    `${opens} opens: ${failures} failed, ${damaged} damaged answers given, ${lost} whole ones missing`;
  const all = (name: keyof Count): number => cut[name] + changed[name];
  return {
    rows: [
      { measure: 'cache segment cut at every byte', steadfast: show(cut), remark: `${bytes} bytes` },
      { measure: 'cache segment with every byte changed', steadfast: show(changed), remark: 'one bit at a time' },
    ],
    goals: [
      { name: 'C8 damaged answers given', value: all('damaged'), limit: 0 },
      { name: 'C8 segments that did not open', value: all('failures'), limit: 0 },
      { name: 'C8 whole answers beside the damage that were lost', value: all('lost'), limit: 0 },
    ],
  };
}
