import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectRoot } from '../../scripts/support/projectRoot.ts';
import { liveThrough, openWitness, type CrowdOptions, type Told } from '../../test/core/budget/ledger/ledgerCrowd.ts';
import type { Figures } from '../harness/bench.ts';
import { spread } from '../harness/statistics.ts';
import { jsonVerdict } from './jsonLedger.ts';

const crowd = { periodMs: 1e12, writers: 8, budgets: 300, kills: 100 };
/** Windows that nobody kills, each asking 40 times a second: enough to meet, not enough to fill the machine. */
const calm = { periodMs: 1e12, writers: 8, budgets: 300, kills: 0, pauseMs: 25, linesAfter: 4_000 };
/** By then a window has loaded all that it needs. */
const warmUp = 5;
const slowestMs = 10;

/** Eight windows on one ledger, a hundred of them killed: what is lost, counted twice and overspent (C7), and how long it takes. */
export async function ledgerProcesses(): Promise<Figures> {
  const root = mkdtempSync(path.join(os.tmpdir(), 'steadfast-bench-ledger-'));
  try {
    const killed = {
      ours: await ledgerTrial(path.join(root, 'ledger'), crowd),
      json: await jsonTrial(path.join(root, 'json'), crowd),
    };
    const undisturbed = {
      ours: await ledgerTrial(path.join(root, 'calm-ledger'), calm),
      json: await jsonTrial(path.join(root, 'calm-json'), calm),
    };
    const parts = [lossFigures(killed), timeFigures(undisturbed)];
    return { preface, rows: parts.flatMap(({ rows }) => rows), goals: parts.flatMap(({ goals }) => goals) };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const preface = [
  '8 windows as processes, 100 of them killed by SIGKILL and replaced; 300 budgets of 60 tokens.',
  'Times: 8 windows that nobody kills, each asking 40 times a second. Baseline: a JSON file, read, changed and renamed.',
];

type Crowd = Omit<CrowdOptions, 'place' | 'script'>;

async function ledgerTrial(place: string, options: Crowd) {
  const witness = await openWitness(place, options.periodMs);
  const script = path.join(projectRoot, 'test/core/budget/ledger/ledgerWriter.ts');
  const told = await liveThrough({ ...options, place, script });
  return { told, verdict: await witness.judge(told) };
}

async function jsonTrial(place: string, options: Crowd) {
  const script = path.join(projectRoot, 'bench/money/jsonWriter.ts');
  const told = await liveThrough({ ...options, place, script });
  return { told, verdict: jsonVerdict(place, told) };
}

interface Trials {
  readonly ours: Awaited<ReturnType<typeof ledgerTrial>>;
  readonly json: Awaited<ReturnType<typeof jsonTrial>>;
}

function lossFigures({ ours, json }: Trials): Figures {
  const [mine, other] = [ours.verdict, json.verdict];
  const miscounted = mine.miscounted + mine.disputed;
  const granted = json.told.reduce((sum, { what, tokens }) => sum + (what === 'granted' ? tokens : 0), 0);
  return {
    rows: [
      { measure: 'settles acknowledged', steadfast: `${mine.settled}`, baseline: `${other.settled}` },
      { measure: 'of them lost', steadfast: `${mine.lost}`, baseline: share(other.lost, other.settled) },
      { measure: 'counted twice', steadfast: `${mine.duplicates}` },
      { measure: 'tokens overspent', steadfast: `${mine.overspent}`, baseline: share(other.overspent, granted) },
      { measure: 'budgets counted too low, too high or otherwise', steadfast: `${miscounted}` },
    ],
    goals: [
      { name: 'C7 settles lost', value: mine.lost, limit: 0 },
      { name: 'C7 settles counted twice', value: mine.duplicates, limit: 0 },
      { name: 'C7 tokens overspent', value: mine.overspent, limit: 0 },
      { name: 'C7 budgets counted too low, too high or otherwise', value: miscounted, limit: 0 },
    ],
  };
}

function timeFigures({ ours, json }: Trials): Figures {
  const [mine, other] = [ours, json].map(({ told }) => spread(admissionsOf(told)));
  if (!mine || !other) throw new Error('nothing was measured');
  const late = spread(ours.told.filter(({ what }) => what !== 'granted').map(({ lateMs }) => lateMs));
  const lateness = `timers of the same processes were late by ${show(late.p99)} at p99`;
  return {
    rows: [
      { measure: 'admission p50', steadfast: show(mine.p50), baseline: show(other.p50) },
      { measure: 'admission p99', steadfast: show(mine.p99), baseline: show(other.p99), remark: lateness },
    ],
    goals: [{ name: 'C7 admission p99', value: mine.p99, limit: slowestMs, unit: 'ms', because: lateness }],
  };
}

const admissionsOf = (told: readonly Told[]): readonly number[] =>
  told.filter(({ what, count }) => what !== 'settled' && count >= warmUp).map(({ tookMs }) => tookMs);

const show = (ms: number): string => `${ms.toFixed(2)} ms`;

const share = (count: number, of: number): string => `${count} (${((100 * count) / of).toFixed(0)} %)`;
