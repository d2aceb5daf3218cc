import { globSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build as esbuild, type BuildOptions, type Metafile } from 'esbuild';
import { lazyChunks, type Chunks } from './lazyChunks.ts';
import { projectRoot } from './projectRoot.ts';
import { runMain } from './runMain.ts';
import { say } from './say.ts';

export interface BuildRequest {
  /** Minified and without source maps, as it is packed for users. */
  readonly production: boolean;
  /** Another folder than this project with `src/extension.ts` and the rest: for tests of the build itself. */
  readonly root?: string;
}

/** Builds `dist/`: the extension, a file for each of its lazy imports, the webviews' scripts, and `meta.json`. */
export async function build({ production, root = projectRoot }: BuildRequest): Promise<Metafile> {
  await rm(path.join(root, 'dist'), { recursive: true, force: true });
  await mkdir(path.join(root, 'dist'), { recursive: true });
  const mode: BuildOptions = { minify: production, sourcemap: !production, legalComments: 'none' };
  const metafile = joined([await buildExtension(root, mode), await buildMedia(root, mode)]);
  await writeFile(path.join(root, 'dist/meta.json'), JSON.stringify(metafile));
  return metafile;
}

/** Builds `out/test/editor/`: the runner and every test that runs inside the extension host. */
export async function buildEditorTests(): Promise<void> {
  await rm(path.join(projectRoot, 'out'), { recursive: true, force: true });
  await esbuild({
    ...forHost(projectRoot),
    entryPoints: ['test/editor/support/runner.ts', ...globSync('test/editor/**/*.test.ts', { cwd: projectRoot })],
    external: ['vscode', 'mocha'],
    outbase: '.',
    outdir: 'out',
    sourcemap: 'inline',
  });
}

/** What runs in the extension host is CommonJS: only there can it `require` VS Code's API. */
function forHost(root: string): BuildOptions {
  return {
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    logLevel: 'warning',
  };
}

async function buildExtension(root: string, mode: BuildOptions): Promise<Metafile> {
  const built: Chunks = new Map();
  const wanted: Chunks = new Map([['extension', path.join(root, 'src/extension.ts')]]);
  const metafiles: Metafile[] = [];
  while (wanted.size > built.size) {
    const next = [...wanted].filter(([name]) => !built.has(name));
    for (const [name, file] of next) built.set(name, file);
    const { metafile } = await esbuild({
      ...forHost(root),
      ...mode,
      entryPoints: Object.fromEntries(next),
      outdir: 'dist',
      external: ['vscode'],
      supported: { 'dynamic-import': false }, // becomes a lazy require
      plugins: [lazyChunks(wanted)],
      metafile: true,
    });
    metafiles.push(metafile);
  }
  const whole = joined(metafiles);
  refuseSecondCopy(whole, 'src/core/failure.ts');
  return whole;
}

/** `instanceof` tells two copies of a class apart, so a lazy chunk must not bring a copy of its own. */
function refuseSecondCopy({ outputs }: Metafile, module: string): void {
  const holders = Object.keys(outputs).filter(output => outputs[output]?.inputs[module] !== undefined);
  if (holders.length <= 1) return;
  throw new Error(
    `${module} is in ${holders.join(' and in ')}: instanceof would not recognise the other's objects. ` +
      'What is imported lazily must not import it; hand it in, or return plain data.',
  );
}

/** Every script directly in `media/` belongs to one webview; what scripts share lies in folders below. */
async function buildMedia(root: string, mode: BuildOptions): Promise<Metafile> {
  const entryPoints = globSync('media/*.ts', { cwd: root }).filter(file => !file.endsWith('.d.ts'));
  const { metafile } = await esbuild({
    ...mode,
    absWorkingDir: root,
    entryPoints,
    bundle: true,
    platform: 'browser',
    target: 'chrome138', // the Electron of VS Code 1.105
    format: 'iife',
    outdir: 'dist/media',
    logLevel: 'warning',
    metafile: true,
  });
  return metafile;
}

function joined(metafiles: readonly Metafile[]): Metafile {
  return {
    inputs: Object.assign({}, ...metafiles.map(({ inputs }) => inputs)) as Metafile['inputs'],
    outputs: Object.assign({}, ...metafiles.map(({ outputs }) => outputs)) as Metafile['outputs'],
  };
}

async function main(): Promise<number> {
  const production = process.argv.includes('--production');
  const { outputs } = await build({ production });
  for (const [file, { bytes }] of Object.entries(outputs)) {
    if (!file.endsWith('.map')) say(`${file}  ${(bytes / 1024).toFixed(1)} KB`);
  }
  return 0;
}

if (import.meta.main) runMain(main);
