import { spawn, type SpawnOptionsWithoutStdio } from 'node:child_process';
import { once } from 'node:events';

/** What a command that came to its end left behind. `code` is 1 when a signal ended it. */
export interface Finished {
  readonly code: number;
  readonly output: string;
}

/** Runs a command to its end and gives its exit code and all that it printed. */
export async function runCommand(
  command: string,
  commandArguments: readonly string[],
  options: SpawnOptionsWithoutStdio = {},
): Promise<Finished> {
  const child = spawn(command, commandArguments, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  const [code] = (await once(child, 'close')) as [number | null];
  return { code: code ?? 1, output };
}

/** Runs a command that has to succeed; otherwise throws with what it printed. */
export async function mustRun(
  command: string,
  commandArguments: readonly string[],
  options: SpawnOptionsWithoutStdio = {},
): Promise<string> {
  const { code, output } = await runCommand(command, commandArguments, options);
  if (code !== 0) throw new Error(`${command} ${commandArguments.join(' ')} failed with ${code}\n${output}`);
  return output;
}
