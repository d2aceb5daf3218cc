import { Worker } from 'node:worker_threads';
import type { Clock } from '../../core/model/clock.ts';

/** What goes to the thread and what comes back. */
export interface ThreadRequest<Request> {
  readonly id: number;
  readonly request: Request;
}
export interface ThreadReply<Result> {
  readonly id: number;
  /** undefined: it could not be found out. */
  readonly result?: Result;
}

export interface RequestThreadParts {
  /** The script of the thread. */
  readonly workerFile: string;
  /** What it is started with. */
  readonly data: unknown;
  /** A request that takes longer ends the thread, which hears nothing while it works, ms. */
  readonly limitMs: number;
  readonly mostMegabytes: number;
  readonly clock: Pick<Clock, 'after'>;
}

/** A thread goes when nobody has asked for so long, ms. */
const idleMs = 60_000;
/** Who breaks that often is left alone until the window is loaded anew. */
const mostBreaks = 2;

/**
 * A thread of our own that answers requests, there only while it is used. What breaks it, or takes too long, is not answered; it
 * never rejects.
 */
export class RequestThread<Request, Result> {
  readonly #parts: RequestThreadParts;
  readonly #waiting = new Map<number, (result: Result | undefined) => void>();
  #worker: Worker | undefined;
  #count = 0;
  #breaks = 0;
  #stopTimer: () => void = () => undefined;

  constructor(parts: RequestThreadParts) {
    this.#parts = parts;
  }

  /** The answer; undefined: there is none, or nobody waits any more. */
  async ask(request: Request, signal?: AbortSignal): Promise<Result | undefined> {
    const worker = signal?.aborted === true ? undefined : this.#running();
    if (!worker) return undefined;
    const id = (this.#count += 1);
    const { promise, resolve } = Promise.withResolvers<Result | undefined>();
    const leave = (): void => resolve(undefined);
    this.#waiting.set(id, resolve);
    signal?.addEventListener('abort', leave, { once: true });
    this.#stopTimer();
    const stopTimer = this.#parts.clock.after(this.#parts.limitMs, () => this.#end());
    worker.postMessage({ id, request } satisfies ThreadRequest<Request>);
    try {
      return await promise;
    } finally {
      stopTimer();
      signal?.removeEventListener('abort', leave);
      this.#waiting.delete(id);
      this.#stopTimer();
      if (this.#worker) this.#stopTimer = this.#parts.clock.after(idleMs, () => this.#end());
    }
  }

  #running(): Worker | undefined {
    const { workerFile, data, mostMegabytes } = this.#parts;
    if (this.#breaks >= mostBreaks) return undefined;
    if (this.#worker) return this.#worker;
    const worker = new Worker(workerFile, {
      workerData: data,
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
      env: {},
      stdout: true,
      stderr: true,
    });
    worker.unref();
    worker.on('message', ({ id, result }: ThreadReply<Result>) => this.#waiting.get(id)?.(result));
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
