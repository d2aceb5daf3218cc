import { setTimeout as pause } from 'node:timers/promises';
import { familyOf, listProcesses, type Process } from './processes.ts';

export interface Ending {
  /** How long the first process may take to tidy up behind itself. */
  readonly graceMs: number;
  /** How long the others may take after they were asked to end, before they are forced to. Default: 3 s. */
  readonly patienceMs?: number;
}

/**
 * Ends a process and everything that it started. It is asked first, so that it can tidy up; then what is left of its
 * family is asked, and at last forced. Gives the processes that ran when this began, without the first one. Who gives its
 * own number ends only what it started.
 */
export async function endFamily(root: number, { graceMs, patienceMs = 3_000 }: Ending): Promise<readonly Process[]> {
  const family = familyOf(root, await listProcesses());
  if (root !== process.pid) {
    send([root], 'SIGTERM');
    await gone([root], graceMs);
  }
  const late = (await familyNow(family)).filter(pid => !family.some(process => process.pid === pid));
  const others = [...family.map(({ pid }) => pid), ...late].filter(pid => pid !== process.pid);
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
  for (const pid of pids) if (isThere(pid)) trySignal(pid, signal);
}

async function gone(pids: readonly number[], withinMs: number): Promise<void> {
  const end = performance.now() + withinMs;
  while (pids.some(isThere) && performance.now() < end) await pause(20);
}

const isThere = (pid: number): boolean => trySignal(pid, 0);

/** Whether there was such a process. */
function trySignal(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
    throw error;
  }
}
