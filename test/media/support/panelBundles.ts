import path from 'node:path';
import { build, type BuildOptions } from 'esbuild';

const common = {
  absWorkingDir: path.resolve(import.meta.dirname, '../../..'),
  bundle: true,
  format: 'iife',
  platform: 'browser',
  write: false,
} as const satisfies BuildOptions;

/** The panel's scripts and style as they are shipped, by the names of their files. */
export async function bundlePanel(): Promise<ReadonlyMap<string, string>> {
  const { outputFiles } = await build({
    ...common,
    entryPoints: ['media/panel.ts', 'media/colours.ts'],
    minify: true,
    outdir: 'dist/media',
  });
  return new Map(outputFiles.map(file => [path.basename(file.path), file.text]));
}

/** A script that declares the panel's inner parts as `parts`. */
export async function bundlePanelParts(): Promise<string> {
  const contents = `
    export { AnswerText } from './media/panel/answerText.ts';
    export { renderMarkdown } from './media/panel/renderMarkdown.ts';`;
  const stdin = { contents, resolveDir: common.absWorkingDir };
  const { outputFiles } = await build({ ...common, stdin, globalName: 'parts' });
  return outputFiles[0]?.text ?? '';
}
