import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

const [, , act = '', pidFile = ''] = process.argv;

/**
 * A lane that does what its first argument says. One that never ends has started a process in a group of its own, as a
 * browser is, which does not listen when it is asked to end; its number stands in the file of the second argument.
 */
const acts: Readonly<Record<string, () => void>> = {
  ends: () => {
    process.send?.({ is: 'ready' });
    process.send?.({ is: 'ended', result: { code: 0, words: '3 passed' } }, () => process.exit());
  },
  'dies without a word': () => process.exit(0),
  'never sets up': () => startDeaf(() => undefined),
  'never ends': () => startDeaf(() => process.send?.({ is: 'ready' })),
};

function startDeaf(then: () => void): void {
  const deaf = spawn(process.execPath, [path.join(import.meta.dirname, 'deafProcess.ts')], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  deaf.stdout.once('data', (pid: Buffer) => {
    writeFileSync(pidFile, pid);
    then();
  });
}

acts[act]?.();
