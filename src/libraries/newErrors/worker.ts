import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type ts from 'typescript';
import type { ErrorCheck, NewError } from '../../core/confidence/reading/newErrors.ts';
import type { ThreadReply, ThreadRequest } from '../threads/requestThread.ts';
import { newErrorsIn, type Compiler } from './scriptCheck.ts';

/** What the thread is started with. */
export interface WorkerStart {
  /** The path of `typescript.js`, with its library beside it. */
  readonly compilerFile: string;
}

/** The compiler is loaded with the first check: a thread of its own, for it takes a second and cannot pause. */
let compiler: Compiler | undefined;

function loadedCompiler(): Compiler {
  const { compilerFile } = workerData as WorkerStart;
  const folder = path.dirname(compilerFile);
  return {
    ts: createRequire(compilerFile)(compilerFile) as typeof ts,
    libraryText: name => {
      if (!/^lib(?:\.[\w.]+)?\.d\.ts$/.test(name)) return undefined;
      try {
        return readFileSync(path.join(folder, name), 'utf8');
      } catch {
        return undefined; // another version of the library has other files
      }
    },
  };
}

parentPort?.on('message', ({ id, request: check }: ThreadRequest<ErrorCheck>) => {
  compiler ??= loadedCompiler(); // without one the thread ends, and who has begun it hears of it
  let result: readonly NewError[] | undefined;
  try {
    result = newErrorsIn(compiler, check);
  } catch {
    result = undefined; // nothing is said of what the compiler cannot take
  }
  parentPort?.postMessage({ id, ...(result && { result }) } satisfies ThreadReply<readonly NewError[]>);
});
