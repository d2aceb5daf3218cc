import { chmod, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { build } from './build.ts';
import { projectRoot } from '../support/projectRoot.ts';
import { runMain } from '../support/runMain.ts';
import { say } from '../support/say.ts';

/**
 * Builds for production and packs `steadfast-VERSION.vsix`; gives its path. What goes in: `.vscodeignore`. The same source
 * gives the same bytes, whenever and wherever it is packed, so anybody can compare what is published with what they build.
 */
export async function packExtension(root = projectRoot): Promise<string> {
  await build({ production: true, root });
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { version: string };
  const packagePath = path.join(root, `steadfast-${version}.vsix`);
  for (const file of await listFiles({ cwd: root, packageManager: PackageManager.None }))
    await chmod(path.join(root, file), 0o644);
  await atNoTime(() =>
    createVSIX({
      cwd: root,
      packagePath,
      dependencies: false,
      rewriteRelativeLinks: false,
      allowMissingRepository: true,
    }),
  );
  const { size } = await stat(packagePath);
  say(`packed ${packagePath}, ${(size / 1024 / 1024).toFixed(2)} MB`);
  return packagePath;
}

/** Times in a zip are local ones, so both the time and the zone are set: 1980 is the first year that a zip knows. */
async function atNoTime<T>(work: () => Promise<T>): Promise<T> {
  const fixed = { SOURCE_DATE_EPOCH: String(Date.UTC(1980, 0, 1) / 1_000), TZ: 'UTC' };
  const before = Object.keys(fixed).map(name => [name, process.env[name]] as const);
  Object.assign(process.env, fixed);
  try {
    return await work();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  }
}

if (import.meta.main) {
  runMain(async () => {
    console.log(await packExtension());
    return 0;
  });
}
