import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';

/** A program in a process group of its own, which ends with us however we end. */
export interface Program {
  readonly child: ChildProcessByStdio<Writable, Readable, Readable>;
  /** Ends the whole group: politely, after five seconds by force. */
  stop(): Promise<void>;
}

/**
 * The shell waits for the end of its stdin, which is our end of a pipe: when this process dies, by `kill -9` too, the
 * pipe closes and the group is told to end.
 */
const lifeline = 'exec 3<&0; "$@" </dev/null 3<&- & program=$!; (cat <&3 >/dev/null; kill -TERM 0) & wait $program';

/** Starts a program behind a lifeline. POSIX only. */
export function startProgram(command: readonly string[], env: NodeJS.ProcessEnv): Program {
  const child = spawn('/bin/sh', ['-c', lifeline, 'sh', ...command], {
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  return { child, stop: () => stopGroup(child.pid) };
}

async function stopGroup(group: number | undefined): Promise<void> {
  const forceAt = performance.now() + 5000;
  let signal: NodeJS.Signals = 'SIGTERM';
  while (signalGroup(group, signal) && signal !== 'SIGKILL') {
    await setTimeout(50);
    if (performance.now() > forceAt) signal = 'SIGKILL';
  }
}

/** Whether there was anybody left to hear it. */
function signalGroup(group: number | undefined, signal: NodeJS.Signals): boolean {
  if (group === undefined) return false;
  try {
    return process.kill(-group, signal);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
    throw error;
  }
}
