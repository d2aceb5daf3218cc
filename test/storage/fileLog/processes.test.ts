import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { FileLog } from '../../../src/storage/fileLog.ts';
import { periodLog } from '../../support/logs/periodLog.ts';

/** How often some of the writers are killed and replaced; STEADFAST_LOG_ROUNDS sets another number. */
const rounds = Number(process.env['STEADFAST_LOG_ROUNDS'] ?? 20);
const writers = 8;
const killed = 2;
/** At most so many words are waited for before the next are killed. */
const wordsPerRound = 100;

const root = mkdtempSync(path.join(os.tmpdir(), 'steadfast-log-processes-'));
after(() => rmSync(root, { recursive: true, force: true }));

const all: ChildProcess[] = [];
after(() => all.forEach(child => child.kill('SIGKILL')));

/** Several windows as processes of their own, on one log whose period is that long. */
function crowd(periodMs: number) {
  const place = mkdtempSync(path.join(root, 'crowd-'));
  const [folder, acknowledged] = [path.join(place, 'data'), path.join(place, 'acknowledged.txt')];
  writeFileSync(acknowledged, '');
  let born = 0;
  const add = (): ChildProcess => {
    const child = path.join(import.meta.dirname, 'logWriter.ts');
    const parameters = [child, folder, `w${born++}`, acknowledged, String(periodMs)];
    const one = spawn(process.execPath, parameters, { stdio: ['pipe', 'pipe', 'inherit'] });
    all.push(one);
    return one;
  };
  const window = () =>
    periodLog(periodMs, {
      folder,
      name: 'log',
      keep: 100_000,
      carryOver: () => [],
      onTrouble: trouble => assert.fail(trouble),
    });
  const acknowledgedWords = () => readFileSync(acknowledged, 'utf8').split('\n').slice(0, -1);
  return { add, window, acknowledgedWords };
}

function listenTo(log: FileLog): string[] {
  const heard: string[] = [];
  log.subscribe('word', ({ text }) => heard.push(String(text)));
  return heard;
}

async function kill(child: ChildProcess): Promise<void> {
  assert.equal(child.exitCode, null, 'it has ended by itself');
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** Lets writers come and go by force, and then says what all of them heard. */
async function liveThrough({ add, window }: ReturnType<typeof crowd>) {
  const log = window();
  const heard = listenTo(log);
  await log.append({ kind: 'beginning' }); // so that it is there from the first file on
  let children = Array.from({ length: writers }, add);
  for (let round = 0; round < rounds; round += 1) {
    const enough = heard.length + wordsPerRound * Math.random();
    for (await log.refresh(); heard.length <= enough; await log.refresh()) await pause(5);
    const dying = children.toSorted(() => Math.random() - 0.5).slice(0, killed);
    await Promise.all(dying.map(kill));
    children = children.filter(child => !dying.includes(child)).concat(dying.map(add));
  }
  const survivors = await Promise.all(children.map(farewell));
  await log.refresh();
  return { heard, survivors, durable: log.durable };
}

async function farewell(child: ChildProcess): Promise<readonly string[]> {
  assert.equal(child.exitCode, null, 'it has ended by itself');
  child.stdin?.end('enough\n');
  const said: unknown = JSON.parse(child.stdout ? await textOf(child.stdout) : '');
  const { heard, durable } = said as { heard: readonly string[]; durable: boolean };
  assert.ok(durable);
  return heard;
}

const missingIn = (heard: readonly string[], words: readonly string[]) => {
  const known = new Set(heard);
  return words.filter(word => !known.has(word));
};

for (const [name, periodMs] of Object.entries({ 'on one file': 1e12, 'with a new file all the time': 70 })) {
  test(`eight windows, killed at any moment, lose nothing that was acknowledged and agree on the order, ${name}`, async () => {
    const world = crowd(periodMs);
    const { heard, survivors, durable } = await liveThrough(world);
    assert.ok(durable);
    assert.equal(new Set(heard).size, heard.length, 'nothing twice');
    assert.deepEqual(missingIn(heard, world.acknowledgedWords()), []);
    for (const words of survivors) {
      const from = Math.max(0, heard.indexOf(words[0] ?? ''));
      assert.deepEqual(words, heard.slice(from, from + words.length));
    }
    const late = world.window();
    const lateWords = listenTo(late);
    await late.refresh();
    assert.deepEqual(lateWords, lateWords.length === 0 ? [] : heard.slice(-lateWords.length));
    if (periodMs > 1e6) assert.deepEqual(lateWords, heard);
  });
}
