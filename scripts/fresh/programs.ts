import { startProgram, type Program } from '../support/lifeline.ts';

/** Commands that take long, one after another. All of them can be stopped at once, and none survives this process. */
export class Programs {
  readonly #running = new Set<Program>();

  /** Runs a command to its end, passing on what it prints, and gives its exit code. */
  async run(command: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
    const program = startProgram(command, env);
    const { child } = program;
    this.#running.add(program);
    child.stdout.pipe(process.stdout, { end: false });
    child.stderr.pipe(process.stderr, { end: false });
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    child.once('error', reject);
    child.once('close', code => resolve(code ?? 1));
    try {
      return await promise;
    } finally {
      this.#running.delete(program);
    }
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#running].map(program => program.stop()));
  }
}
