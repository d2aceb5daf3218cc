import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import type { Ledger } from '../../../../src/core/budget/ledger.ts';
import { budgetTokens, ledgerWindow } from './ledgerWindow.ts';

export interface CrowdOptions {
  /** A folder of its own. */
  readonly place: string;
  /** The script of a writer; told a folder, a file for what it was told, and `periodMs`, `budgets`, `pauseMs`. */
  readonly script: string;
  readonly periodMs: number;
  readonly writers: number;
  /** How many workspaces they spend the budgets of. */
  readonly budgets: number;
  /** How many writers are killed and replaced, one after another. */
  readonly kills: number;
  /** How much they do undisturbed, in lines of what they were told. Default: until a budget is used up. */
  readonly linesAfter?: number;
  /** How long a writer rests between two questions, ms. Default 1. */
  readonly pauseMs?: number;
}

/** One line of what a writer was told. */
export interface Told {
  readonly what: 'granted' | 'refused' | 'settled';
  readonly op: string;
  readonly workspace: string;
  readonly tokens: number;
  readonly tookMs: number;
  /** How many questions that writer had asked before. */
  readonly count: number;
  /** How late its rest after it ended, ms: the machine's own delay. */
  readonly lateMs: number;
}

/** Between two looks at what the writers have done, ms: at most. */
const lifeMs = 20;
/** How many lines are waited for between two kills: at most, and no longer than that. */
const linesBetween = 40;
const patienceMs = 10_000;

export const folderIn = (place: string): string => path.join(place, 'data');

/** Lets writers come and go by force, and gives all that they were told. Throws when one ended by itself. */
export async function liveThrough(options: CrowdOptions): Promise<readonly Told[]> {
  const { place, script, periodMs, writers, budgets, kills, linesAfter, pauseMs = 1 } = options;
  const numbers = [periodMs, budgets, pauseMs].map(String);
  const [folder, acknowledged] = [folderIn(place), path.join(place, 'acknowledged.txt')];
  mkdirSync(folder, { recursive: true });
  writeFileSync(acknowledged, '');
  const add = () =>
    spawn(process.execPath, [script, folder, acknowledged, ...numbers], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
  let children = Array.from({ length: writers }, add);
  try {
    for (let killed = 0; killed < kills; killed += 1) {
      await someHaveSpoken(acknowledged);
      const dying = children[Math.floor((Math.random() * children.length) / 2)]; // one of the older: it is at work
      if (!dying) break;
      await kill(dying);
      children = children.filter(child => child !== dying).concat(add());
    }
    await until(acknowledged, lines => (linesAfter === undefined ? lines.some(isRefused) : lines.length >= linesAfter));
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
  /** By how many tokens budgets were overspent, by what the writers were granted. */
  readonly overspent: number;
  /** Workspaces that count less than was granted or settled, or more than could be. */
  readonly miscounted: number;
  /** Workspaces that a window which opens now counts otherwise. */
  readonly disputed: number;
}

/** A window that is there from the first record on, and judges when all is over. */
export async function openWitness(place: string, periodMs: number) {
  const options = { folder: folderIn(place), periodMs };
  const { log, ledger } = ledgerWindow(options);
  const settles = new Map<string, readonly Settle[]>();
  log.subscribe('settle', ({ op, ws, input }) => {
    const entry = { workspace: String(ws), tokens: Number(input) };
    settles.set(String(op), [...(settles.get(String(op)) ?? []), entry]);
  });
  await log.append({ kind: 'beginning' });
  const judge = async (told: readonly Told[]): Promise<Verdict> => {
    const late = ledgerWindow(options);
    await Promise.all([log.refresh(), late.log.refresh()]);
    const disputed = workspacesOf(told).filter(each => countedBy(late.ledger, each) !== countedBy(ledger, each)).length;
    return { ...verdictOn(told, settles, workspace => countedBy(ledger, workspace)), disputed };
  };
  return { judge };
}

interface Settle {
  readonly workspace: string;
  readonly tokens: number;
}

function verdictOn(
  told: readonly Told[],
  settles: ReadonlyMap<string, readonly Settle[]>,
  counted: (workspace: string) => number,
): Omit<Verdict, 'disputed'> {
  const settled = told.filter(({ what }) => what === 'settled');
  const promised = promisedIn(told);
  const real = sumBy([...settles.values()].flatMap(entries => entries.slice(0, 1)));
  const least = (workspace: string) => Math.max(promised.get(workspace) ?? 0, real.get(workspace) ?? 0);
  const isWrong = (each: string) => counted(each) < least(each) || counted(each) > budgetTokens;
  return {
    settled: settled.length,
    refused: told.filter(({ what }) => what === 'refused').length,
    lost: settled.filter(({ op, tokens }) => settles.get(op)?.[0]?.tokens !== tokens).length,
    duplicates: [...settles.values()].filter(entries => entries.length > 1).length,
    overspent: overspentBy(told),
    miscounted: workspacesOf(told).filter(isWrong).length,
  };
}

function countedBy(ledger: Ledger, workspace: string): number {
  const { used, reserved } = ledger.standing(workspace).day;
  return used + reserved;
}

const workspacesOf = (told: readonly Told[]): readonly string[] => [...new Set(told.map(({ workspace }) => workspace))];

/** By how many tokens budgets were overspent: what was granted and may have been sent. */
export const overspentBy = (told: readonly Told[]): number =>
  total([...promisedIn(told).values()].map(tokens => Math.max(0, tokens - budgetTokens)));

const promisedIn = (told: readonly Told[]): ReadonlyMap<string, number> => {
  const sent = told.filter(({ what }) => what !== 'refused');
  return sumBy([...new Map(sent.map(each => [each.op, each])).values()]);
};

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

/** Tokens by workspace. */
function sumBy(
  entries: readonly { readonly workspace: string; readonly tokens: number }[],
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { workspace, tokens } of entries) sums.set(workspace, (sums.get(workspace) ?? 0) + tokens);
  return sums;
}

function readTold(line: string): Told {
  const [what = '', op = '', workspace = '', tokens, tookMs, count, lateMs] = line.split(' ');
  if (what !== 'granted' && what !== 'refused' && what !== 'settled')
    throw new Error(`'${line}' is no line of a writer`);
  return {
    what,
    op,
    workspace,
    tokens: Number(tokens),
    tookMs: Number(tookMs),
    count: Number(count),
    lateMs: Number(lateMs),
  };
}

const isRefused = (line: string): boolean => line.startsWith('refused');

async function until(file: string, isEnough: (lines: readonly string[]) => boolean): Promise<void> {
  const end = performance.now() + 4 * patienceMs;
  while (!isEnough(readFileSync(file, 'utf8').split('\n')) && performance.now() < end) await pause(5 * lifeMs);
}

/** Waits until the writers have done something, but not for ever. */
async function someHaveSpoken(file: string): Promise<void> {
  const enough = statSync(file).size + linesBetween * 80 * Math.random();
  const end = performance.now() + patienceMs;
  do await pause(lifeMs * Math.random());
  while (statSync(file).size <= enough && performance.now() < end);
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
