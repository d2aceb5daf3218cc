import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import type { Meter } from '../../src/core/memory/standing.ts';
import { dayTokens, ledgerWindow, workspace } from './ledgerWindow.ts';

export interface CrowdOptions {
  /** A folder of its own. */
  readonly place: string;
  /** The script of a writer: its parameters are a folder, a file for what it was told, and how long a file is, ms. */
  readonly script: string;
  readonly periodMs: number;
  readonly writers: number;
  /** How many writers are killed and replaced, one after another. */
  readonly kills: number;
}

/** One line of what a writer was told. */
export interface Told {
  readonly what: 'granted' | 'refused' | 'settled';
  readonly op: string;
  readonly day: string;
  readonly tokens: number;
  readonly tookMs: number;
  /** How many questions that writer had asked before. */
  readonly count: number;
}

/** Between two kills, ms: at most. */
const lifeMs = 60;

export const folderIn = (place: string): string => path.join(place, 'data');

/** Lets writers come and go by force, and gives all that they were told. Throws when one ended by itself. */
export async function liveThrough({ place, script, periodMs, writers, kills }: CrowdOptions): Promise<readonly Told[]> {
  const [folder, acknowledged] = [folderIn(place), path.join(place, 'acknowledged.txt')];
  mkdirSync(folder, { recursive: true });
  writeFileSync(acknowledged, '');
  const add = () =>
    spawn(process.execPath, [script, folder, acknowledged, String(periodMs)], { stdio: ['pipe', 'pipe', 'inherit'] });
  let children = Array.from({ length: writers }, add);
  try {
    await oneHasSpoken(acknowledged);
    for (let killed = 0; killed < kills; killed += 1) {
      await pause(lifeMs * Math.random());
      const dying = children[Math.floor(Math.random() * children.length)];
      if (!dying) break;
      await kill(dying);
      children = children.filter(child => child !== dying).concat(add());
    }
    await pause(lifeMs * 5); // the last ones come to work, too
    await Promise.all(children.map(farewell));
  } finally {
    for (const child of children) child.kill('SIGKILL');
  }
  return readFileSync(acknowledged, 'utf8').split('\n').slice(0, -1).map(readTold);
}

/** What the files of a crowd and what its writers were told say of each other. */
export interface Verdict {
  readonly settled: number;
  readonly refused: number;
  /** Settles that were acknowledged and do not count. */
  readonly lost: number;
  /** Settles that count twice, or count something else. */
  readonly duplicates: number;
  /** By how many tokens days went over their budget, by what the writers were granted. */
  readonly overspent: number;
  /** Days that count less than was granted, or more than could be. */
  readonly forgotten: number;
  /** Of the last days, those that a window which opens now counts otherwise. */
  readonly disputed: number;
}

/** A window that is there from the first record on, and judges when all is over. */
export async function openWitness(place: string, periodMs: number) {
  let day = '';
  const { log, ledger } = ledgerWindow({ folder: folderIn(place), periodMs, dayOf: () => day });
  const settles = new Map<string, readonly Settle[]>();
  log.hear('settle', ({ op, day: when, input }) => {
    const entry = { day: String(when), tokens: Number(input) };
    settles.set(String(op), [...(settles.get(String(op)) ?? []), entry]);
  });
  await log.append({ kind: 'beginning' });
  const judge = async (told: readonly Told[]): Promise<Verdict> => {
    await log.refresh();
    const late = ledgerWindow({ folder: folderIn(place), periodMs, dayOf: () => day });
    await late.ledger.refresh();
    const standing = (when: string) => ((day = when), ledger.standing(workspace).day);
    const disputed = [...new Set(told.map(each => each.day))]
      .toSorted()
      .slice(-3)
      .filter(when => {
        const [one, other] = [standing(when), late.ledger.standing(workspace).day];
        return one.used + one.reserved !== other.used + other.reserved;
      });
    return { ...verdictOn(told, settles, standing), disputed: disputed.length };
  };
  return { judge };
}

interface Settle {
  readonly day: string;
  readonly tokens: number;
}

function verdictOn(
  told: readonly Told[],
  settles: ReadonlyMap<string, readonly Settle[]>,
  standing: (day: string) => Meter,
): Omit<Verdict, 'disputed'> {
  const days = [...new Set(told.map(each => each.day))];
  const of = (what: Told['what']) => told.filter(each => each.what === what);
  const promised = promisedIn(told);
  const real = sumBy([...settles.values()].flatMap(entries => entries.slice(0, 1)));
  return {
    settled: of('settled').length,
    refused: of('refused').length,
    lost: of('settled').filter(({ op, tokens }) => settles.get(op)?.[0]?.tokens !== tokens).length,
    duplicates: [...settles.values()].filter(entries => entries.length > 1).length,
    overspent: overspentBy(told),
    forgotten: days.filter(each => {
      const { used, reserved } = standing(each);
      return used + reserved < Math.max(promised.get(each) ?? 0, real.get(each) ?? 0) || used + reserved > dayTokens;
    }).length,
  };
}

/** By how many tokens days went over their budget: what was granted and may have been sent. */
export const overspentBy = (told: readonly Told[]): number =>
  total([...promisedIn(told).values()].map(tokens => Math.max(0, tokens - dayTokens)));

const promisedIn = (told: readonly Told[]): ReadonlyMap<string, number> => {
  const sent = told.filter(({ what }) => what !== 'refused');
  return sumBy([...new Map(sent.map(each => [each.op, each])).values()]);
};

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

/** Tokens by day. */
function sumBy(entries: readonly { readonly day: string; readonly tokens: number }[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { day, tokens } of entries) sums.set(day, (sums.get(day) ?? 0) + tokens);
  return sums;
}

function readTold(line: string): Told {
  const [what = '', op = '', day = '', tokens, tookMs, count] = line.split(' ');
  if (what !== 'granted' && what !== 'refused' && what !== 'settled')
    throw new Error(`'${line}' is no line of a writer`);
  return { what, op, day, tokens: Number(tokens), tookMs: Number(tookMs), count: Number(count) };
}

async function oneHasSpoken(file: string): Promise<void> {
  while (readFileSync(file, 'utf8') === '') await pause(20);
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) throw new Error('a writer has ended by itself');
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

async function farewell(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) throw new Error('a writer has ended by itself');
  child.stdin?.end('enough\n');
  const said = JSON.parse(child.stdout ? await textOf(child.stdout) : '') as { readonly kept: boolean };
  if (!said.kept) throw new Error('a writer could not keep its ledger');
}
