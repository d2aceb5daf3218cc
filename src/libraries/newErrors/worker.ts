import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type ts from 'typescript';
import type { ErrorCheck, NewError } from '../../core/confidence/reading/newErrors.ts';
import { newErrorsIn, type Compiler } from './scriptCheck.ts';

/** What the thread is started with. */
export interface WorkerStart {
  /** The path of `typescript.js`, with its library beside it. */
  readonly compilerFile: string;
}

/** A check that is asked for, and what came of it. */
export interface CheckRequest {
  readonly id: number;
  readonly check: ErrorCheck;
}
export interface CheckResult {
  readonly id: number;
  /** undefined: the file does not parse, or the compiler broke. */
  readonly errors?: readonly NewError[];
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

parentPort?.on('message', ({ id, check }: CheckRequest) => {
  compiler ??= loadedCompiler(); // without one the thread ends, and who has begun it hears of it
  let errors: readonly NewError[] | undefined;
  try {
    errors = newErrorsIn(compiler, check);
  } catch {
    errors = undefined; // nothing is said of what the compiler cannot take
  }
  parentPort?.postMessage({ id, ...(errors && { errors }) } satisfies CheckResult);
});
