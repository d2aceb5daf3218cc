import { existsSync, globSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build as esbuild, transform, type BuildOptions, type Metafile } from 'esbuild';
import { withoutTools } from './withoutTools.ts';
import { projectRoot } from '../support/projectRoot.ts';
import { runMain } from '../support/runMain.ts';
import { say } from '../support/say.ts';

export interface BuildRequest {
  /** Minified and without source maps, as it is packed for users. */
  readonly production: boolean;
  /** Another folder than this project with `src/extension.ts` and the rest: for tests of the build itself. */
  readonly root?: string;
}

/** Builds `dist/`: the extension, a file for each of its lazy imports, the webviews' scripts, and `meta.json`. */
export async function build({ production, root = projectRoot }: BuildRequest): Promise<Metafile> {
  const mode: BuildOptions = { minify: production, sourcemap: !production, legalComments: 'none' };
  const metafile = joined([await buildExtension(root, mode), await buildMedia(root, mode)]);
  await writeFile(path.join(root, 'dist/meta.json'), JSON.stringify(metafile));
  await removeOthers(root, 'dist', ['dist/meta.json', ...Object.keys(metafile.outputs)]);
  return metafile;
}

/** Builds `out/test/scenes/`: the runner and every test that runs inside the extension host. */
export async function buildEditorTests(): Promise<void> {
  const { metafile } = await esbuild({
    ...forHost(projectRoot),
    entryPoints: ['test/scenes/support/runner.ts', ...globSync('test/scenes/**/*.test.ts', { cwd: projectRoot })],
    external: ['vscode', 'mocha'],
    outbase: '.',
    outdir: 'out',
    sourcemap: 'inline',
    metafile: true,
  });
  await removeOthers(projectRoot, 'out', Object.keys(metafile.outputs));
}

/** Files of earlier builds go last, so that a VS Code that runs from this folder meanwhile finds what it looks for. */
async function removeOthers(root: string, folder: string, kept: readonly string[]): Promise<void> {
  const files = globSync(`${folder}/**/*.*`, { cwd: root }).map(file => file.replaceAll(path.sep, '/'));
  for (const file of files.filter(file => !kept.includes(file))) await rm(path.join(root, file));
}

/** What runs in the extension host is CommonJS: only there can it `require` VS Code's API. */
function forHost(root: string): BuildOptions {
  return {
    absWorkingDir: root,
    preserveSymlinks: true, // where packages really lie would be in the names of files
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    logLevel: 'warning',
  };
}

/**
 * Bundles the extension so that every dynamic `import()` is loaded when it is reached and not before. What several parts
 * share lies in chunks of its own, once, so `instanceof` holds everywhere. esbuild splits ES modules only; each file is
 * made CommonJS afterwards, its dynamic imports lazy requires.
 */
async function buildExtension(root: string, mode: BuildOptions): Promise<Metafile> {
  const { outputFiles, metafile } = await esbuild({
    ...forHost(root),
    ...mode,
    ...(mode.sourcemap && { sourcemap: 'inline' }),
    format: 'esm',
    splitting: true,
    entryPoints: { extension: 'src/extension.ts', ...threads(root) },
    outdir: 'dist',
    external: ['vscode'],
    plugins: [withoutTools],
    metafile: true,
    write: false,
  });
  await mkdir(path.join(root, 'dist'), { recursive: true });
  for (const file of outputFiles) {
    const { code } = await transform(file.text, {
      format: 'cjs',
      platform: 'node',
      target: 'node22',
      supported: { 'dynamic-import': false },
      minify: mode.minify ?? false,
      legalComments: 'none',
      sourcemap: mode.sourcemap ? 'inline' : false,
    });
    const harmless = withoutCodeFromText(code);
    await writeFile(file.path, harmless);
    const output = metafile.outputs[path.relative(root, file.path).replaceAll(path.sep, '/')];
    if (output) output.bytes = Buffer.byteLength(harmless);
  }
  return metafile;
}

/** Scripts that run in threads of their own, by their names in `dist/`; a project that is only built to be tried may have none. */
const threads = (root: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(threadScripts).filter(([, script]) => existsSync(path.join(root, script))));
const threadScripts = {
  newErrorsWorker: 'src/libraries/newErrors/worker.ts',
  treeWorker: 'src/libraries/treeSitter/treeThread.ts',
};

/** An old way to name the global object, which makes code of a text: nothing in the bundle does that. */
const withoutCodeFromText = (code: string): string =>
  code.replace(/\bFunction\((["'])return this\1\)\(\)/g, 'globalThis');

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
