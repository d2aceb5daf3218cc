import { Worker } from 'node:worker_threads';
import type { Clock } from '../../core/model/clock.ts';
import type { ErrorCheck, FindNewErrors, NewError } from '../../core/confidence/reading/newErrors.ts';
import { isScript } from './scriptCheck.ts';
import type { CheckRequest, CheckResult, WorkerStart } from './worker.ts';

export interface ScriptErrorsParts {
  /** The script of the thread. */
  readonly workerFile: string;
  /** The path of the compiler that VS Code ships; undefined: none was found. */
  readonly compilerFile: string | undefined;
  readonly clock: Pick<Clock, 'after'>;
}

/** A check takes 0.2 s, the first one 2 s; one that takes longer than this is given up, ms. */
const limitMs = 10_000;
/** The compiler holds some 200 MB, so it goes when nobody has asked for so long, ms. */
const idleMs = 60_000;
/** A longer file is not looked at, characters. */
const longestFile = 256 * 1024;
const mostMegabytes = 512;
/** Who breaks that often is left alone until the window is loaded anew. */
const mostBreaks = 2;

/**
 * What an edit of TypeScript or JavaScript would break, by the compiler that VS Code ships, in a thread of its own that is there
 * only while it is used. A sign that comes late or not at all: it never holds anything up and never rejects.
 */
export class ScriptErrors {
  readonly #parts: ScriptErrorsParts;
  readonly #waiting = new Map<number, (errors: readonly NewError[] | undefined) => void>();
  #worker: Worker | undefined;
  #count = 0;
  #breaks = 0;
  #stopTimer: () => void = () => undefined;

  constructor(parts: ScriptErrorsParts) {
    this.#parts = parts;
  }

  /** The errors that are new after the edit; undefined: it could not be found out, or nobody waits any more. */
  readonly newErrors: FindNewErrors = async (check, signal) => this.#find(check, signal);

  async #find(check: ErrorCheck, signal: AbortSignal): Promise<readonly NewError[] | undefined> {
    const isShort = check.before.length <= longestFile && check.after.length <= longestFile;
    const worker = isScript(check.language) && isShort && !signal.aborted ? this.#running() : undefined;
    if (!worker) return undefined;
    const id = (this.#count += 1);
    const { promise, resolve } = Promise.withResolvers<readonly NewError[] | undefined>();
    const leave = (): void => resolve(undefined);
    this.#waiting.set(id, resolve);
    signal.addEventListener('abort', leave, { once: true });
    this.#stopTimer();
    const stopTimer = this.#parts.clock.after(limitMs, () => this.#end()); // a thread at work hears nothing
    worker.postMessage({ id, check } satisfies CheckRequest);
    try {
      return await promise;
    } finally {
      stopTimer();
      signal.removeEventListener('abort', leave);
      this.#waiting.delete(id);
      this.#stopTimer();
      if (this.#worker) this.#stopTimer = this.#parts.clock.after(idleMs, () => this.#end());
    }
  }

  #running(): Worker | undefined {
    const { workerFile, compilerFile } = this.#parts;
    if (compilerFile === undefined || this.#breaks >= mostBreaks) return undefined;
    if (this.#worker) return this.#worker;
    const worker = new Worker(workerFile, {
      workerData: { compilerFile } satisfies WorkerStart,
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
      env: {},
      stdout: true,
      stderr: true,
    });
    worker.unref();
    worker.on('message', ({ id, errors }: CheckResult) => this.#waiting.get(id)?.(errors));
    worker.on('error', () => {
      this.#breaks += 1;
      this.#end();
    });
    this.#worker = worker;
    return worker;
  }

  #end(): void {
    this.#stopTimer();
    const worker = this.#worker;
    this.#worker = undefined;
    void worker?.terminate();
    for (const resolve of this.#waiting.values()) resolve(undefined);
  }

  dispose(): void {
    this.#end();
  }
}
