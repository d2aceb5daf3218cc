import path from 'node:path';
import { say } from '../../scripts/support/say.ts';
import type { Figures, Row } from '../harness/bench.ts';
import { runProcess } from '../harness/processes.ts';
import { median } from '../harness/statistics.ts';
import { startStreamServer } from '../support/streamServer.ts';
import type { WireName } from '../support/streams.ts';

/** What each side measured in one process, by name. */
type Samples = Readonly<Record<string, readonly number[]>>;

const processes = 5;

/** What the layers cost beside others that do the same duties (P2, P3), and whether long streams cost in proportion. */
export async function layers(): Promise<Figures> {
  const parts = [
    policyFigures(await repeated('policies')),
    memoryFigures(await repeated('remembering')),
    await growthFigures(),
  ];
  return { rows: parts.flatMap(({ rows }) => rows), goals: parts.flatMap(({ goals }) => goals) };
}

function policyFigures(runs: readonly Samples[]): Figures {
  const toClosure = ratioOf(runs, 'Steadfast', 'hand-written');
  const toCockatiel = ratioOf(runs, 'Steadfast', 'cockatiel');
  const because = (to: string): string =>
    `layers of this kind that decide nothing are at ${ratioOf(runs, 'bare bones', to).toFixed(2)}`;
  return {
    rows: sideRows('layers around a resolved promise', runs, 'hand-written'),
    goals: [
      {
        name: 'P3 layers around a resolved promise / hand-written closure',
        value: toClosure,
        limit: 4,
        because: because('hand-written'),
      },
      {
        name: 'P3 the same / cockatiel, five policies',
        value: toCockatiel,
        limit: 0.25,
        because: because('cockatiel'),
      },
    ],
  };
}

function memoryFigures(runs: readonly Samples[]): Figures {
  return {
    rows: sideRows('all layers and memory, 4 KB prompt', runs, 'cockatiel'),
    goals: [
      {
        name: 'P2 all layers, no network / cockatiel + sha256 + LRU',
        value: ratioOf(runs, 'Steadfast', 'cockatiel'),
        limit: 0.8,
      },
    ],
  };
}

/** A row a side; the ratio is to the side `to`. */
function sideRows(measure: string, runs: readonly Samples[], to: string): readonly Row[] {
  const names = Object.keys(runs[0] ?? {});
  return names.map(name => {
    const ratios = runs.map(run => middle(run, name) / middle(run, to));
    const value = `${median(runs.map(run => middle(run, name))).toFixed(2)} µs`;
    const isOurs = ['Steadfast', 'with secrets looked for', 'bare bones'].includes(name);
    return {
      measure: `${measure}: ${name}`,
      steadfast: isOurs ? value : '',
      baseline: isOurs ? '' : value,
      ratio: median(ratios).toFixed(3),
      remark: `to ${to}; ${runs.length} processes, ${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`,
    };
  });
}

async function growthFigures(): Promise<Figures> {
  const server = await startStreamServer();
  try {
    const parts: Figures[] = [];
    for (const wire of ['openai', 'anthropic'] as const) {
      const [short, long] = [server.baseUrl(wire, 'burst'), server.baseUrl(wire, 'flood')];
      parts.push(growthOf(wire, await repeated('growth', 3, wire, short, long)));
    }
    return { rows: parts.flatMap(({ rows }) => rows), goals: parts.flatMap(({ goals }) => goals) };
  } finally {
    server.stop();
  }
}

function growthOf(wire: WireName, runs: readonly Samples[]): Figures {
  const growth = (name: string): number => ratioOf(runs, `${name} long`, `${name} short`);
  const show = (name: string): string =>
    `${growth(name).toFixed(1)} times (${median(runs.map(run => middle(run, `${name} long`))).toFixed(0)} ms)`;
  const others = Object.keys(runs[0] ?? {}).flatMap(name =>
    name.endsWith(' long') ? [name.replace(' long', '')] : [],
  );
  return {
    rows: others
      .filter(name => name !== 'Steadfast')
      .map(name => ({
        measure: `CPU of 20 000 pieces / 2 000, ${wire}: ${name}`,
        steadfast: show('Steadfast'),
        baseline: show(name),
      })),
    goals: [{ name: `20 000 pieces / 2 000, ${wire}`, value: growth('Steadfast'), limit: 11 }],
  };
}

async function repeated(what: string, times = processes, ...more: readonly string[]): Promise<readonly Samples[]> {
  say(`${what} ${more[0] ?? ''}`);
  const runs: Samples[] = [];
  for (let process = 0; process < times; process += 1) {
    runs.push((await runProcess(path.join(import.meta.dirname, 'layersProcess.ts'), what, ...more)) as Samples);
  }
  return runs;
}

const middle = (run: Samples, name: string): number => median(run[name] ?? []);

/** The median, over the processes, of the ratio of the medians. */
const ratioOf = (runs: readonly Samples[], name: string, to: string): number =>
  median(runs.map(run => middle(run, name) / middle(run, to)));
