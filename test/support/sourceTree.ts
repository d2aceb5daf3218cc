import { globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { readSourceFile, type SourceFile } from './sourceFile.ts';

/** A folder with everything below it. Paths are below it, with '/' as separator. */
export interface SourceTree {
  /** Every file, whatever is in it. */
  readonly files: readonly string[];
  /** Those with code, read. */
  readonly sources: readonly SourceFile[];
}

/** Reads a tree; `leaveOut` names folders below `root` that are somebody else's code or data. */
export function readSourceTree(root: string, leaveOut: readonly string[] = []): SourceTree {
  const files = globSync('**/*', { cwd: root })
    .map(file => file.replaceAll('\\', '/'))
    .filter(file => !leaveOut.some(folder => `${file}/`.startsWith(`${folder}/`)))
    .filter(file => statSync(path.join(root, file)).isFile())
    .toSorted();
  const isCode = (file: string): boolean => /\.[cm]?[jt]s$/.test(file);
  const sources = files.filter(isCode).map(file => readSourceFile(file, readFileSync(path.join(root, file), 'utf8')));
  return { files, sources };
}
