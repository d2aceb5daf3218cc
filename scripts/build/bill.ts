import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Metafile } from 'esbuild';
import { projectRoot } from '../support/projectRoot.ts';
import { runMain } from '../support/runMain.ts';
import { say } from '../support/say.ts';

/** A package of which something is in what users get. */
export interface Bundled {
  readonly name: string;
  readonly version: string;
  /** As its package.json says it, an SPDX expression; 'unknown' when it says nothing. */
  readonly license: string;
}

/** The packages of a build, by name: of each esbuild has taken at least one byte. */
export async function bundledPackages({ outputs }: Metafile, root = projectRoot): Promise<readonly Bundled[]> {
  const files = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
  );
  const folders = new Set(files.flatMap(file => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []));
  const found = await Promise.all([...folders].map(folder => packageAt(path.join(root, folder))));
  const byIdentity = new Map(found.map(each => [`${each.name}@${each.version}`, each]));
  return [...byIdentity.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function packageAt(folder: string): Promise<Bundled> {
  const read = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as Partial<Bundled>;
  return { name: read.name ?? path.basename(folder), version: read.version ?? '0', license: read.license ?? 'unknown' };
}

/** A bill of materials in CycloneDX 1.6 (ECMA-424). The same build gives the same bill: it has no time and no serial number. */
export function billOf(version: string, packages: readonly Bundled[]): object {
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', name: 'steadfast', version } },
    components: packages.map(({ name, version: of, license }) => ({
      type: 'library',
      name,
      version: of,
      licenses: [{ expression: license }],
      purl: `pkg:npm/${name.replace('@', '%40')}@${of}`,
    })),
  };
}

if (import.meta.main) {
  runMain(async () => {
    const text = (file: string) => readFile(path.join(projectRoot, file), 'utf8');
    const { version } = JSON.parse(await text('package.json')) as { version: string };
    const packages = await bundledPackages(JSON.parse(await text('dist/meta.json')) as Metafile);
    const file = path.join(projectRoot, `steadfast-${version}.cdx.json`);
    await writeFile(file, `${JSON.stringify(billOf(version, packages), null, 2)}\n`);
    say(`${file}: ${packages.length} packages`);
    return 0;
  });
}
