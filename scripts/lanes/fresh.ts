import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { readCarriedSettings } from '../fresh/carriedSettings.ts';
import { createDebianRoot, whyNoDebianRoot } from '../fresh/debianRoot.ts';
import type { FreshMachine } from '../fresh/freshMachine.ts';
import { createHiddenMachine } from '../fresh/hiddenMachine.ts';
import { findMinimumNode } from '../fresh/minimumNode.ts';
import { Programs } from '../fresh/programs.ts';
import { Cleanup, interrupted } from '../support/cleanup.ts';
import { Refusal } from '../support/refusal.ts';
import { say } from '../support/say.ts';
import type { LaneRequest, LaneResult } from './lane.ts';

/**
 * Plays the unit lane and one scene of the editor on a machine that has never seen this project: an empty Debian, or where
 * none can be made, this machine with what was prepared hidden. The scene may be named: `npm test -- fresh SCENE`.
 */
export async function fresh({ only: [scene = 'restricted'] }: LaneRequest): Promise<LaneResult> {
  if (process.platform === 'win32') throw new Refusal('no fresh machine can be played on Windows');
  const cleanup = new Cleanup();
  try {
    return await Promise.race([play(scene, cleanup), interrupted().then(() => ({ code: 130, words: 'interrupted' }))]);
  } finally {
    await cleanup.run();
  }
}

async function play(scene: string, cleanup: Cleanup): Promise<LaneResult> {
  const machine = await createMachine(cleanup);
  say(machine.words);
  const steps = [
    { name: 'unit', command: ['npm', 'test', '--', 'unit'] },
    { name: `editor ${scene}`, command: ['npm', 'test', '--', 'editor', scene] },
  ];
  const words: string[] = [];
  let firstBad = 0;
  for (const { name, command } of steps) {
    const startedAt = performance.now();
    say(`fresh: ${command.join(' ')}`);
    const code = await machine.run(command);
    words.push(`${name} ${code === 0 ? 'passed' : `FAILED (${code})`} in ${seconds(startedAt)}`);
    firstBad ||= code;
  }
  return { code: firstBad, words: `${words.join(', ')}, ${machine.words}` };
}

async function createMachine(cleanup: Cleanup): Promise<FreshMachine> {
  const node = await findMinimumNode();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'steadfast-fresh-'));
  const programs = new Programs();
  cleanup.add(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
  cleanup.add(() => programs.stop());
  const ingredients = { node, carried: await readCarriedSettings(node), folder, programs };
  const reason = await whyNoDebianRoot();
  if (reason === undefined) return createDebianRoot(ingredients);
  say(`no empty Debian can be made: ${reason}`);
  return createHiddenMachine(ingredients);
}

const seconds = (startedAt: number): string => `${((performance.now() - startedAt) / 1_000).toFixed(0)} s`;
