import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { transform } from 'esbuild';
import { mutations as known } from '../../test/mutations/all.ts';
import type { Mutation } from '../../test/mutations/mutation.ts';
import { Cleanup, interrupted } from '../support/cleanup.ts';
import { startProgram, type Program } from '../support/lifeline.ts';
import { projectRoot } from '../support/projectRoot.ts';
import type { LaneRequest, LaneResult } from './lane.ts';

/** What the tests need of the project; its packages are linked. */
const copied = ['src', 'test', 'practice', 'scripts', 'package.json', 'package.nls.json', 'tsconfig.json'];
/** Longer than a test takes on a busy machine: one that is not done by then waits for ever, and so has noticed. */
const longestTestMs = 15_000;
/** A test that runs in circles does not hear its time limit; starting takes time too. */
const longestFileMs = 4 * longestTestMs;
/** The simulation plays fewer schedules, and the same ones each time. */
const simulation = { STEADFAST_SIMULATION_RUNS: '1000', STEADFAST_SIMULATION_SEED: '1' };

/**
 * Breaks one rule after another in a copy of the project and expects the tests named for it to fail. `--grep` chooses by
 * name, and what else is given by file. Fails when a mutation is not noticed, or no longer fits the code.
 */
export async function mutations({ grep = '', only }: LaneRequest): Promise<LaneResult> {
  const chosen = known.filter(
    ({ name, file }) => name.includes(grep) && (only.length === 0 || only.some(part => file.includes(part))),
  );
  if (chosen.length === 0) return { code: 123, words: 'no mutation' };
  const misfits = await findMisfits(chosen);
  for (const misfit of misfits) console.log(misfit);
  if (misfits.length > 0) return { code: 1, words: `${misfits.length} mutations do not fit the code any more` };
  const cleanup = new Cleanup();
  const running = new Set<Program>();
  const waiting = [...chosen];
  try {
    const copies = await Promise.all(Array.from({ length: availableParallelism() }, () => copyProject(cleanup)));
    cleanup.add(async () => {
      waiting.length = 0;
      await Promise.all([...running].map(program => program.stop()));
    });
    return await Promise.race([
      tryAll(waiting, copies, running),
      interrupted().then(() => ({ code: 130, words: 'interrupted' })),
    ]);
  } finally {
    await cleanup.run();
  }
}

async function findMisfits(chosen: readonly Mutation[]): Promise<readonly string[]> {
  const found = chosen.map(async mutation => {
    const { name, file, from } = mutation;
    const code = await readFile(path.join(projectRoot, file), 'utf8');
    const times = code.split(from).length - 1;
    if (times !== 1) return [`${name}: what it changes stands ${times} times in ${file}`];
    return (await isCode(mutate(code, mutation))) ? [] : [`${name}: what it makes of ${file} is no TypeScript`];
  });
  return (await Promise.all(found)).flat();
}

const mutate = (code: string, { from, to }: Mutation): string => code.replace(from, () => to);

async function isCode(text: string): Promise<boolean> {
  try {
    await transform(text, { loader: 'ts', logLevel: 'silent' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'errors' in error) return false;
    throw error;
  }
}

async function tryAll(waiting: Mutation[], copies: readonly string[], running: Set<Program>): Promise<LaneResult> {
  const tests = [...new Set(waiting.flatMap(mutation => mutation.tests))];
  if (!(await isGreen(copies[0] ?? '', tests, running)))
    return { code: 1, words: 'the tests fail without any mutation' };
  const all = waiting.length;
  let caught = 0;
  const work = async (copy: string): Promise<void> => {
    for (let mutation = waiting.shift(); mutation; mutation = waiting.shift()) {
      const isCaught = !(await isGreenWith(mutation, copy, running));
      if (isCaught) caught += 1;
      console.log(`${isCaught ? 'caught     ' : 'NOT NOTICED'} ${mutation.name} (${mutation.file})`);
    }
  };
  await Promise.all(copies.map(work));
  return { code: caught === all ? 0 : 1, words: `${caught} of ${all} mutations caught` };
}

async function copyProject(cleanup: Cleanup): Promise<string> {
  const copy = await mkdtemp(path.join(tmpdir(), 'steadfast-mutations-'));
  cleanup.add(() => rm(copy, { recursive: true, force: true, maxRetries: 5 }));
  for (const name of copied) await cp(path.join(projectRoot, name), path.join(copy, name), { recursive: true });
  await symlink(path.join(projectRoot, 'node_modules'), path.join(copy, 'node_modules'), 'dir');
  return copy;
}

async function isGreenWith(mutation: Mutation, copy: string, running: Set<Program>): Promise<boolean> {
  const file = path.join(copy, mutation.file);
  const code = await readFile(file, 'utf8');
  await writeFile(file, mutate(code, mutation));
  try {
    return await isGreen(copy, mutation.tests, running);
  } finally {
    await writeFile(file, code);
  }
}

/** Do all of these tests pass in this copy? */
async function isGreen(copy: string, tests: readonly string[], running: Set<Program>): Promise<boolean> {
  const command = [
    '/bin/sh',
    '-c',
    'cd "$0" && exec "$@"',
    copy,
    process.execPath,
    '--test',
    `--test-timeout=${longestTestMs}`,
    ...tests,
  ];
  const program = startProgram(command, { ...process.env, ...simulation });
  const { child } = program;
  running.add(program);
  child.stdout.resume();
  child.stderr.resume();
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const limitMs = tests.length * longestFileMs;
  const timer = setTimeout(() => void program.stop().then(() => resolve(false)), limitMs);
  child.once('close', code => resolve(code === 0));
  const isPassed = await promise;
  clearTimeout(timer);
  running.delete(program);
  return isPassed;
}
