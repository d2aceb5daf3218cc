import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { build } from '../../scripts/build/build.ts';

export interface BuiltContest {
  /** The script, to be run by `runProcess`. */
  readonly script: string;
  remove(): Promise<void>;
}

/**
 * Builds a script of a contest as the extension is built for users: bundled, minified, its dynamic imports lazy requires.
 * From the sources `import()` would cost 5 to 10 µs each time, which nobody has to pay. Both sides are in the same bundle.
 */
export async function buildContest(script: string): Promise<BuiltContest> {
  const root = await mkdtemp(path.join(os.tmpdir(), 'steadfast-bench-'));
  await mkdir(path.join(root, 'src'));
  await writeFile(path.join(root, 'src/extension.ts'), `import ${JSON.stringify(script)};\n`);
  await build({ production: true, root });
  return { script: path.join(root, 'dist/extension.cjs'), remove: () => rm(root, { recursive: true, force: true }) };
}
