import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { build } from './build.ts';
import { projectRoot } from '../support/projectRoot.ts';
import { runMain } from '../support/runMain.ts';
import { say } from '../support/say.ts';

/** Builds for production and packs `steadfast-VERSION.vsix`; gives its path. What goes in: `.vscodeignore`. */
export async function packExtension(): Promise<string> {
  await build({ production: true });
  const { version } = JSON.parse(await readFile(path.join(projectRoot, 'package.json'), 'utf8')) as { version: string };
  const packagePath = path.join(projectRoot, `steadfast-${version}.vsix`);
  await createVSIX({
    cwd: projectRoot,
    packagePath,
    dependencies: false,
    rewriteRelativeLinks: false,
    allowMissingRepository: true,
  });
  const { size } = await stat(packagePath);
  say(`packed ${packagePath}, ${(size / 1024 / 1024).toFixed(2)} MB`);
  return packagePath;
}

if (import.meta.main) {
  runMain(async () => {
    console.log(await packExtension());
    return 0;
  });
}
