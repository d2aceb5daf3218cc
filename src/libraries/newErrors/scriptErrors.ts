import type { Clock } from '../../core/model/clock.ts';
import type { ErrorCheck, FindNewErrors, NewError } from '../../core/confidence/reading/newErrors.ts';
import { RequestThread } from '../threads/requestThread.ts';
import { isScript } from './scriptCheck.ts';
import type { WorkerStart } from './worker.ts';

export interface ScriptErrorsParts {
  /** The script of the thread. */
  readonly workerFile: string;
  /** The path of the compiler that VS Code ships; undefined: none was found. */
  readonly compilerFile: string | undefined;
  readonly clock: Pick<Clock, 'after'>;
}

/** A check takes 0.2 s, the first one 2 s; one that takes longer than this is given up, ms. */
const limitMs = 10_000;
/** A longer file is not looked at, characters. */
const longestFile = 256 * 1024;
/** The compiler holds some 200. */
const mostMegabytes = 512;

/**
 * What an edit of TypeScript or JavaScript would break, by the compiler that VS Code ships, in a thread of its own that is there
 * only while it is used. A sign that comes late or not at all: it never holds anything up and never rejects.
 */
export class ScriptErrors {
  readonly #thread: RequestThread<ErrorCheck, readonly NewError[]> | undefined;

  constructor({ workerFile, compilerFile, clock }: ScriptErrorsParts) {
    if (compilerFile === undefined) return;
    const data = { compilerFile } satisfies WorkerStart;
    this.#thread = new RequestThread({ workerFile, data, limitMs, mostMegabytes, clock });
  }

  /** The errors that are new after the edit; undefined: it could not be found out, or nobody waits any more. */
  readonly newErrors: FindNewErrors = async (check, signal) => {
    const isShort = check.before.length <= longestFile && check.after.length <= longestFile;
    return isScript(check.language) && isShort ? this.#thread?.ask(check, signal) : undefined;
  };

  dispose(): void {
    this.#thread?.dispose();
  }
}
