import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectRoot } from '../../scripts/projectRoot.ts';
import { liveThrough, openWitness, type Told, type Verdict } from '../../test/storage/ledgerCrowd.ts';
import type { Figures } from '../bench.ts';
import type { Goal } from '../goal.ts';
import { spread } from '../statistics.ts';
import { jsonVerdict } from './jsonLedger.ts';

const crowd = { periodMs: 1e12, writers: 8, kills: 100 };
const slowestMs = 10;

/** Eight windows on one ledger, a hundred of them killed: what is lost, counted twice and overspent (C7), and how long it takes. */
export async function ledgerProcesses(): Promise<Figures> {
  const root = mkdtempSync(path.join(os.tmpdir(), 'steadfast-bench-ledger-'));
  try {
    const ours = await ledgerTrial(path.join(root, 'ledger'));
    const json = await jsonTrial(path.join(root, 'json'));
    return figuresOf(ours, json);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function ledgerTrial(place: string) {
  const witness = await openWitness(place, crowd.periodMs);
  const script = path.join(projectRoot, 'test/storage/ledgerWriter.ts');
  const told = await liveThrough({ ...crowd, place, script });
  return { told, verdict: await witness.judge(told) };
}

async function jsonTrial(place: string) {
  const script = path.join(projectRoot, 'bench/money/jsonWriter.ts');
  const told = await liveThrough({ ...crowd, place, script });
  return { told, verdict: jsonVerdict(place, told) };
}

type Trials = [Awaited<ReturnType<typeof ledgerTrial>>, Awaited<ReturnType<typeof jsonTrial>>];

function figuresOf(...[ours, json]: Trials): Figures {
  const [mine, other] = [ours.verdict, json.verdict];
  const admission = spread(admissionsOf(ours.told, later));
  const opening = spread(admissionsOf(ours.told, first));
  const baseline = spread(admissionsOf(json.told, later));
  const show = (ms: number): string => `${ms.toFixed(2)} ms`;
  return {
    preface: [
      '8 windows as processes, 100 of them killed by SIGKILL and replaced; a budget that is used up every half second',
    ],
    rows: [
      {
        measure: 'settles acknowledged',
        steadfast: `${mine.settled}`,
        baseline: `${other.settled}`,
        remark: 'baseline: a JSON file, read, changed and renamed',
      },
      { measure: 'of them lost', steadfast: `${mine.lost}`, baseline: share(other.lost, other.settled) },
      { measure: 'counted twice', steadfast: `${mine.duplicates}` },
      {
        measure: 'tokens overspent',
        steadfast: `${mine.overspent}`,
        baseline: share(other.overspent, tokensOf(json.told)),
        remark: 'of all that were granted',
      },
      { measure: 'days counted too low or too high', steadfast: `${mine.forgotten + mine.disputed}` },
      { measure: 'admission p50', steadfast: show(admission.p50), baseline: show(baseline.p50) },
      { measure: 'admission p99', steadfast: show(admission.p99), baseline: show(baseline.p99) },
      {
        measure: 'first admission of a window p50',
        steadfast: show(opening.p50),
        remark: 'reads what the others have written',
      },
    ],
    goals: goalsOf(mine, admission.p99),
  };
}

const goalsOf = (mine: Verdict, admissionMs: number): readonly Goal[] => [
  { name: 'C7 settles lost', value: mine.lost, limit: 0 },
  { name: 'C7 settles counted twice', value: mine.duplicates, limit: 0 },
  { name: 'C7 tokens overspent', value: mine.overspent, limit: 0 },
  { name: 'C7 days counted too low or too high', value: mine.forgotten + mine.disputed, limit: 0 },
  { name: 'C7 admission p99', value: admissionMs, limit: slowestMs, unit: 'ms' },
];

const first = ({ count }: Told): boolean => count === 0;
const later = ({ count }: Told): boolean => count > 0;

const admissionsOf = (told: readonly Told[], which: (each: Told) => boolean): readonly number[] =>
  told.filter(each => each.what !== 'settled' && which(each)).map(({ tookMs }) => tookMs);

const tokensOf = (told: readonly Told[]): number =>
  told.reduce((sum, { what, tokens }) => sum + (what === 'granted' ? tokens : 0), 0);

const share = (count: number, of: number): string => `${count} (${((100 * count) / of).toFixed(0)} %)`;
