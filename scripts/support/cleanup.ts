import { say } from './say.ts';

type Task = () => Promise<void> | void;

/** What has to be undone at the end, last first, however the end comes. */
export class Cleanup {
  readonly #tasks: Task[] = [];

  add(task: Task): void {
    this.#tasks.push(task);
  }

  /** Runs every task once; one that fails is said and does not keep the others from running. */
  async run(): Promise<void> {
    for (let task = this.#tasks.pop(); task !== undefined; task = this.#tasks.pop()) {
      try {
        await task();
      } catch (error) {
        say(`could not tidy up: ${String(error)}`);
      }
    }
  }
}

/** Resolves at the first request to end (Ctrl+C, kill, closed terminal); further ones are heard and ignored. */
export function interrupted(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(undefined));
  return promise;
}
