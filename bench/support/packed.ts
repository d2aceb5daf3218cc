import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import type { Metafile } from 'esbuild';
import { packExtension } from '../../scripts/build/package.ts';
import { projectRoot } from '../../scripts/support/projectRoot.ts';
import { Refusal } from '../../scripts/support/refusal.ts';

/** The extension as users get it. */
export interface Packed {
  readonly vsixBytes: number;
  /** A copy of what is in the vsix; removed at the end. */
  readonly folder: string;
  /** What esbuild says is in which file of `dist/`. */
  readonly outputs: Metafile['outputs'];
  remove(): Promise<void>;
}

/** Builds and packs the extension, and lays out in a temporary folder what an installation would. */
export async function packed(): Promise<Packed> {
  const { size } = await stat(await packExtension());
  const folder = await mkdtemp(path.join(os.tmpdir(), 'steadfast-packed-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const files = await listFiles({ cwd: projectRoot, packageManager: PackageManager.None });
    for (const file of files) await cp(path.join(projectRoot, file), path.join(folder, file), { recursive: true });
    const meta = await readFile(path.join(projectRoot, 'dist/meta.json'), 'utf8');
    const { outputs } = JSON.parse(meta) as Metafile;
    await check(folder, outputs);
    return { vsixBytes: size, folder, outputs, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** `dist/` is written by every build; figures of a mixture would be nobody's. */
async function check(folder: string, outputs: Packed['outputs']): Promise<void> {
  const isMinified = !(await readFile(path.join(folder, 'dist/extension.cjs'), 'utf8')).includes(
    '\n//# sourceMappingURL',
  );
  const scripts = Object.entries(outputs).filter(([file]) => file.endsWith('.cjs'));
  for (const [file, { bytes }] of scripts) {
    const isThere = existsSync(path.join(folder, file)) && (await stat(path.join(folder, file))).size === bytes;
    if (!isThere || !isMinified) throw new Refusal(`dist/ was built anew while it was packed (${file}): run it again`);
  }
}
