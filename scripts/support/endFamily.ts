import { setTimeout as pause } from 'node:timers/promises';
import { familyOf, listProcesses, type Process } from './processes.ts';

/**
 * Ends a process and everything that it started. It is asked first, and has `graceMs` to tidy up; then what is left of its
 * family is asked, and at last forced. Gives the processes that ran when this began, without the first one. Who gives its
 * own number ends only what it started.
 */
export async function endFamily(root: number, graceMs: number): Promise<readonly Process[]> {
  const family = familyOf(root, await listProcesses());
  if (root !== process.pid) {
    send([root], 'SIGTERM');
    await gone([root], graceMs);
  }
  const late = (await familyNow(family)).filter(pid => !family.some(process => process.pid === pid));
  const others = [...family.map(({ pid }) => pid), ...late].filter(pid => pid !== process.pid);
  const patienceMs = Math.min(graceMs, 5_000);
  send(others, 'SIGTERM');
  await gone(others, patienceMs);
  send(others, 'SIGKILL');
  await gone(others, patienceMs);
  return family.filter(({ pid }) => pid !== root);
}

/** What the members of a family have started by now. */
async function familyNow(family: readonly Process[]): Promise<readonly number[]> {
  const all = await listProcesses();
  return [...new Set(family.flatMap(({ pid }) => familyOf(pid, all).map(process => process.pid)))];
}

function send(pids: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error; // it is gone already
    }
  }
}

/** Waits until none of these processes runs any more, or the time is up. */
async function gone(pids: readonly number[], withinMs: number): Promise<void> {
  const end = performance.now() + withinMs;
  while (performance.now() < end && (await listProcesses()).some(({ pid }) => pids.includes(pid))) await pause(50);
}
