import { parseArgs } from 'node:util';
import { forgetProviders } from './support/environment.ts';
import { browser } from './lanes/browser.ts';
import { check } from './lanes/check.ts';
import { desktop } from './lanes/desktop.ts';
import { editor } from './lanes/editor.ts';
import { faults } from './lanes/faults.ts';
import type { Lane, LaneRequest, LaneResult } from './lanes/lane.ts';
import { mutations } from './lanes/mutations.ts';
import { simulation } from './lanes/simulation.ts';
import { unit } from './lanes/unit.ts';
import { Refusal } from './support/refusal.ts';
import { runMain } from './support/runMain.ts';
import { say } from './support/say.ts';

/** What can be asked for, and the lanes that it means: `npm test -- NAME [--grep WORDS] [FILE or SCENE …]`. */
const suites: Readonly<Record<string, Readonly<Record<string, Lane>>>> = {
  all: { check, unit, faults, simulation, editor, browser },
  check: { check },
  unit: { unit },
  faults: { faults },
  simulation: { simulation },
  mutations: { mutations },
  editor: { editor, browser },
  desktop: { desktop },
};

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { grep: { type: 'string' } } });
  const [name = 'all', ...only] = positionals;
  const lanes = suites[name];
  if (lanes === undefined) throw new Refusal(`no tests called ${name}; there are ${Object.keys(suites).join(', ')}`);
  forgetProviders();
  return play(lanes, { only, ...values });
}

/** Plays every lane, also after one that failed, and sums up at the end. */
async function play(lanes: Readonly<Record<string, Lane>>, request: LaneRequest): Promise<number> {
  const results: LaneResult[] = [];
  const lines: string[] = [];
  for (const [name, lane] of Object.entries(lanes)) {
    const startedAt = performance.now();
    say(`${name} …`);
    const result = await runLane(lane, request);
    results.push(result);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    lines.push(`${mark(result, request)} ${name}: ${result.words} (${seconds} s)`);
  }
  console.log(`\n${lines.join('\n')}`);
  return exitCode(results, request);
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

/** A lane that cannot run at all has failed; the others shall run nevertheless. */
async function runLane(lane: Lane, request: LaneRequest): Promise<LaneResult> {
  try {
    return await lane(request);
  } catch (error) {
    if (!(error instanceof Refusal)) console.error(error);
    return { code: 1, words: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) };
  }
}

runMain(main);
