import { Refusal } from './refusal.ts';
import { say } from './say.ts';

/** Runs the main function of a script, and ends the process with the exit code that it returns. */
export function runMain(main: () => Promise<number>): void {
  endWithParent();
  main().then(
    code => process.exit(code),
    (error: unknown) => {
      if (error instanceof Refusal) say(error.message);
      else console.error(error);
      process.exit(1);
    },
  );
}

/** Who started us may be killed without a word; then this process ends as if it had been told to. */
function endWithParent(): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  watch.unref();
}
