import { fork, type ChildProcess } from 'node:child_process';
import { endFamily } from '../support/endFamily.ts';
import { nameOf, type Process } from '../support/processes.ts';
import { say } from '../support/say.ts';
import type { LaneResult } from './lane.ts';

/** What the process of a lane tells: that its machine is ready and its tests begin, and how they ended. */
export type LaneMessage = { readonly is: 'ready' } | { readonly is: 'ended'; readonly result: LaneResult };

export interface LaneProcess {
  /** The script that plays the lane, and its arguments. */
  readonly command: readonly [script: string, ...scriptArguments: string[]];
  /** How long its tests may take. */
  readonly limitMs: number;
  /** How long it may take to make sure of what it needs, which may have to be downloaded. */
  readonly setUpLimitMs: number;
  /** How long it may take to tidy up when it is ended early. */
  readonly graceMs: number;
  /** Ends it early, as Ctrl+C does. */
  readonly signal: AbortSignal;
}

/**
 * Plays a lane in a process of its own, so that it can be ended with all that it started: when its time is up (code 124),
 * or when `signal` says so (130). A process that ends without a result is code 125.
 */
export async function runLaneProcess(lane: LaneProcess): Promise<LaneResult> {
  const [script, ...scriptArguments] = lane.command;
  const child = fork(script, scriptArguments, { execArgv: [] });
  const { promise, resolve } = Promise.withResolvers<LaneResult>();
  const end = (words: string, code: number): void => void endEarly(child, lane.graceMs, { words, code }).then(resolve);
  const late = (phase: string, ms: number) => () => end(`${phase} not done after ${inWords(ms)}`, 124);
  let timer = setTimeout(late('its set-up was', lane.setUpLimitMs), lane.setUpLimitMs);
  let result: LaneResult | undefined;
  child.on('message', (message: LaneMessage) => {
    clearTimeout(timer);
    if (message.is === 'ready') timer = setTimeout(late('its tests were', lane.limitMs), lane.limitMs);
    else result = message.result;
  });
  child.once('error', error => resolve({ code: 125, words: error.message }));
  child.once('exit', (code, signal) => {
    const words = `its process ended with ${signal ?? code ?? 'nothing'} before its tests did`;
    if (!isEndedEarly.has(child)) resolve(result ?? { code: 125, words });
  });
  const interrupt = (): void => end('interrupted', 130);
  lane.signal.addEventListener('abort', interrupt, { once: true });
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    lane.signal.removeEventListener('abort', interrupt);
  }
}

const isEndedEarly = new WeakSet<ChildProcess>();

/** Ends the process with all that it started, and says by name what was still running. */
async function endEarly(child: ChildProcess, graceMs: number, { words, code }: LaneResult): Promise<LaneResult> {
  isEndedEarly.add(child);
  if (child.pid === undefined) return { code, words };
  say(`${words}: ending it`);
  const running = counted(await endFamily(child.pid, graceMs));
  for (const name of running) say(`  was still running: ${name}`);
  const shown = running.length > 4 ? [...running.slice(0, 4), `${running.length - 4} more`] : running;
  return { code, words: shown.length === 0 ? words : `${words}; still running: ${shown.join(', ')}` };
}

/** The names of processes, test files first, each once and with its number. */
function counted(processes: readonly Process[]): readonly string[] {
  const names = processes.map(nameOf).filter(name => name !== '');
  const isTest = (name: string): number => Number(name.endsWith('.test.ts'));
  return [...new Set(names)]
    .toSorted((one, other) => isTest(other) - isTest(one))
    .map(name => {
      const times = names.filter(each => each === name).length;
      return times === 1 ? name : `${name} (${times})`;
    });
}

const inWords = (ms: number): string => (ms < 60_000 ? `${ms / 1000} s` : `${ms / 60_000} min`);
