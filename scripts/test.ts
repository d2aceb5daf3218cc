import path from 'node:path';
import { parseArgs } from 'node:util';
import { lanes, type LaneName } from './lanes/all.ts';
import type { Lane, LaneRequest, LaneResult } from './lanes/lane.ts';
import { runLaneProcess } from './lanes/laneProcess.ts';
import { interrupted } from './support/cleanup.ts';
import { forgetProviders } from './support/environment.ts';
import { projectRoot } from './support/projectRoot.ts';
import { Refusal } from './support/refusal.ts';
import { runMain } from './support/runMain.ts';
import { say } from './support/say.ts';

/** What can be asked for, and the lanes that it means: `npm test -- NAME [--grep WORDS] [FILE or SCENE …]`. */
const suites: Readonly<Record<string, readonly LaneName[]>> = {
  all: ['check', 'unit', 'faults', 'simulation', 'editor', 'browser'],
  check: ['check'],
  unit: ['unit'],
  faults: ['faults'],
  simulation: ['simulation'],
  mutations: ['mutations'],
  editor: ['editor', 'browser'],
  desktop: ['desktop'],
  fresh: ['fresh'],
};

/** To download a browser and VS Code's server over a slow net. */
const setUpLimitMs = 20 * 60_000;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { grep: { type: 'string' } } });
  const [name = 'all', ...only] = positionals;
  const names = suites[name];
  if (names === undefined) throw new Refusal(`no tests called ${name}; there are ${Object.keys(suites).join(', ')}`);
  forgetProviders();
  return play(names, { only, ...values });
}

/** Plays every lane, also after one that failed, and sums up at the end. */
async function play(names: readonly LaneName[], request: LaneRequest): Promise<number> {
  const stop = new AbortController();
  void interrupted().then(() => stop.abort());
  const results: LaneResult[] = [];
  const lines: string[] = [];
  for (const name of names) {
    if (stop.signal.aborted) break;
    const startedAt = performance.now();
    say(`${name} …`);
    const result = await playLane(name, request, stop.signal);
    results.push(result);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    lines.push(`${mark(result, request)} ${name}: ${result.words} (${seconds} s)`);
    lines.push(...(result.failed ?? []).map(each => `         ${each}`));
  }
  console.log(`\n${lines.join('\n')}`);
  return exitCode(results, request);
}

function playLane(name: LaneName, request: LaneRequest, signal: AbortSignal): Promise<LaneResult> {
  const { limitMinutes, graceSeconds = 5 }: Lane = lanes[name];
  return runLaneProcess({
    command: [path.join(projectRoot, 'scripts/lanes/playLane.ts'), name, JSON.stringify(request)],
    limitMs: limitMinutes * 60_000,
    setUpLimitMs,
    graceMs: graceSeconds * 1_000,
    signal,
  });
}

/** The first code that is not 0; but who asks for some tests only may find them in one lane and not in another. */
function exitCode(results: readonly LaneResult[], request: LaneRequest): number {
  const played = results.filter(result => !isPassedOver(result, request));
  return (played.length === 0 ? results : played).find(({ code }) => code !== 0)?.code ?? 0;
}

const isPassedOver = ({ code }: LaneResult, { grep, only }: LaneRequest): boolean =>
  code === 123 && (grep !== undefined || only.length > 0);

function mark(result: LaneResult, request: LaneRequest): string {
  if (isPassedOver(result, request)) return '-     ';
  return result.code === 0 ? 'ok    ' : 'FAILED';
}

runMain(main);
