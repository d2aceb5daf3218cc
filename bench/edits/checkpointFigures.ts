import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { DocumentScans } from '../../src/core/secrets/documentScans.ts';
import { RecordList } from '../../src/core/shared/recordList.ts';
import { readCheckpoint, type Checkpoint } from '../../src/interaction/checkpoints/checkpoint.ts';
import { Checkpoints, mostCheckpoints, type FileToChange } from '../../src/interaction/checkpoints/checkpoints.ts';
import { pace } from '../../src/interaction/platform/pace.ts';
import { scanSecrets } from '../../src/libraries/secrets.ts';
import { createFiles } from '../../src/storage/files.ts';
import { playHistory } from '../../test/assist/checkpoints/histories.ts';
import type { Figures, Row } from '../harness/bench.ts';
import type { Goal } from '../harness/goal.ts';
import { blocksOf, idleBlocks } from '../memory/blocks.ts';

const histories = 1_000;
const runs = 5;
/** So much text is changed, characters. */
const changedLength = 10_000_000;
/** The longest that keeping it may stand in the way of the editor at once, ms. */
const longestBlockMs = 50;

/** What taking back loses, and what keeping a large change costs the editor. */
export async function checkpointFigures(): Promise<Figures> {
  const lost = lostInHistories();
  const kept = await keepingFigures();
  return { rows: [lost.row, ...kept.rows], goals: [lost.goal, ...kept.goals] };
}

function lostInHistories(): { readonly row: Row; readonly goal: Goal } {
  const ends = Array.from({ length: histories }, (_, at) => playHistory(at + 1));
  const sum = (count: (end: (typeof ends)[number]) => number): number => ends.reduce((all, end) => all + count(end), 0);
  const lost = sum(end => end.lost);
  const row = {
    measure: `typed characters lost in ${histories} histories`,
    steadfast: String(lost),
    remark: `${sum(({ steps }) => steps)} steps: applying, typing, undoing, taking back, taking back the taking back; ${sum(({ stuck }) => stuck)} edits that could not be taken back untouched`,
  };
  return { row, goal: { name: 'checkpoints typed characters lost', value: lost, limit: 0 } };
}

/** A change of every line, spread over files of this length. */
const spreads: Readonly<Record<string, number>> = {
  '1 file': changedLength,
  '100 files': 100_000,
  '1000 files': 10_000,
};

async function keepingFigures(): Promise<Figures> {
  const idle = await idleBlocks(runs);
  const rows: Row[] = [];
  let longest = 0;
  for (const [name, length] of Object.entries(spreads)) {
    const files = filesOf(length);
    const startedAt = performance.now();
    const blocks = await blocksOf(() => keep(files), runs);
    const eachMs = (performance.now() - startedAt) / runs;
    longest = Math.max(longest, blocks.p50);
    rows.push({
      measure: `10 MB changed in ${name}: longest block while it is kept`,
      steadfast: `${blocks.p50.toFixed(1)} ms`,
      baseline: `${idle.p50.toFixed(1)} ms`,
      remark: `${eachMs.toFixed(0)} ms until it may be applied, searched for secrets and on the disk; beside it a loop without work`,
    });
  }
  return {
    rows,
    goals: [{ name: 'checkpoints longest block of 10 MB', value: longest, limit: longestBlockMs, unit: 'ms' }],
  };
}

/** Each line gets another word, and each edit replaces the whole file. */
function filesOf(length: number): readonly FileToChange[] {
  return Array.from({ length: changedLength / length }, (_, file) => {
    let text = '';
    for (let line = 0; text.length < length; line += 1)
      text += `  const value${line} = compute(${line * 7_919}, items[${file}].name); // of this line\n`;
    const replaced = [{ start: 0, end: text.length, text: text.replaceAll('value', 'amount') }];
    return { uri: `file:///work/${file}.ts`, text, replaced };
  });
}

async function keep(files: readonly FileToChange[]): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'steadfast-bench-checkpoints-'));
  const store = createFiles(folder, () => undefined);
  const scans = new DocumentScans(scanSecrets);
  const list = new RecordList<Checkpoint>({
    store,
    name: 'checkpoints.json',
    limit: mostCheckpoints,
    wall: () => Date.now(),
    read: readCheckpoint,
    onTrouble: trouble => {
      throw new Error(`not kept: ${trouble}`);
    },
  });
  const checkpoints = new Checkpoints({
    list,
    store,
    mask: title => Promise.resolve(title),
    findingsIn: (name, text) => scans.findingsIn(name, text),
    wall: () => Date.now(),
    newId: () => crypto.randomUUID(),
    pace,
  });
  try {
    await checkpoints.keep({ title: 'edit', summary: '', files });
    const [kept] = await checkpoints.all();
    if (!kept || kept.isUnwritten) throw new Error('the change is not on the disk');
  } finally {
    await rm(folder, { recursive: true });
  }
}
