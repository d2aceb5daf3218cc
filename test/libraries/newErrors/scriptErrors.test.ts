import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { projectRoot } from '../../../scripts/support/projectRoot.ts';
import { ScriptErrors } from '../../../src/libraries/newErrors/scriptErrors.ts';
import { systemClock } from '../../../src/libraries/systemClock.ts';
import { VirtualClock } from '../../support/virtualClock.ts';
import { compilerFile } from './compilerFile.ts';

const workerFile = path.join(projectRoot, 'src/libraries/newErrors/worker.ts');
const check = { language: 'typescript', before: 'let a = 1;\n', after: 'let a = b;\n' };
const never = new AbortController().signal;

/** Runs with a compiler of these lines in place of the real one, in a folder of its own. */
async function withCompiler(lines: string, run: (file: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'compiler-'));
  try {
    const file = path.join(folder, 'typescript.cjs');
    await writeFile(file, lines);
    await run(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

test('what an edit would break is found in a thread of its own, again and again', async () => {
  const errors = new ScriptErrors({ workerFile, compilerFile, clock: systemClock });
  const awake = setInterval(() => undefined, 1_000); // the thread keeps nothing alive
  try {
    const results = await Promise.all([errors.newErrors(check, never), errors.newErrors(check, never)]);
    for (const found of results) assert.deepEqual(found, [{ line: 1, message: "Cannot find name 'b'." }]);
  } finally {
    clearInterval(awake);
    errors.dispose();
  }
});

test('without a compiler, in another language or for a very long file nothing is said', async () => {
  const without = new ScriptErrors({ workerFile, compilerFile: undefined, clock: systemClock });
  assert.equal(await without.newErrors(check, never), undefined);
  const errors = new ScriptErrors({ workerFile, compilerFile, clock: systemClock });
  assert.equal(await errors.newErrors({ ...check, language: 'python' }, never), undefined);
  assert.equal(await errors.newErrors({ ...check, after: 'x'.repeat(300_000) }, never), undefined);
  errors.dispose();
});

test('who has left waits for nothing', async () => {
  const errors = new ScriptErrors({ workerFile, compilerFile, clock: systemClock });
  assert.equal(await errors.newErrors(check, AbortSignal.abort()), undefined);
  const leaving = new AbortController();
  const found = errors.newErrors(check, leaving.signal);
  leaving.abort();
  assert.equal(await found, undefined);
  errors.dispose();
});

test('a compiler that does not end is given up at the limit', async () => {
  await withCompiler('for (;;);', async file => {
    const clock = new VirtualClock();
    const errors = new ScriptErrors({ workerFile, compilerFile: file, clock });
    const found = errors.newErrors(check, never);
    await clock.pass(10_000);
    assert.equal(await found, undefined);
    errors.dispose();
  });
});

test('a compiler that cannot be loaded says nothing, and one that ends its thread is left alone after two times', async () => {
  const awake = setInterval(() => undefined, 1_000);
  try {
    await withCompiler('throw new Error("no compiler");', async file => {
      const errors = new ScriptErrors({ workerFile, compilerFile: file, clock: systemClock });
      assert.equal(await errors.newErrors(check, never), undefined);
      errors.dispose();
    });
    await withCompiler('setImmediate(() => { throw new Error("broken"); }); module.exports = {};', async file => {
      const errors = new ScriptErrors({ workerFile, compilerFile: file, clock: systemClock });
      for (let time = 0; time < 3; time += 1) assert.equal(await errors.newErrors(check, never), undefined);
      errors.dispose();
    });
  } finally {
    clearInterval(awake);
  }
});
