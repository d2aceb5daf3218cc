import fs from 'node:fs';
import * as vscode from 'vscode';

type Reader = (file: unknown, ...rest: readonly unknown[]) => unknown;

const readers = ['readFile', 'open', 'readFileSync', 'openSync', 'createReadStream', 'readdir', 'readdirSync'];

/** Notes the files of the opened folder that anything in this extension host reads by Node's own means, until the end. */
export function watchReads(): { readonly files: readonly string[]; end(): void } {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '\0';
  const files: string[] = [];
  const note = (file: unknown): void => {
    const name = file instanceof URL ? file.pathname : String(file);
    if (name.startsWith(folder)) files.push(name);
  };
  const undo = [fs, fs.promises].map(module => watch(module as unknown as Record<string, unknown>, note));
  return { files, end: () => undo.forEach(back => back()) };
}

function watch(module: Record<string, unknown>, note: (file: unknown) => void): () => void {
  const own = readers.flatMap(name =>
    typeof module[name] === 'function' ? [[name, module[name] as Reader] as const] : [],
  );
  for (const [name, read] of own) {
    module[name] = (file: unknown, ...rest: readonly unknown[]) => {
      note(file);
      return read.call(module, file, ...rest);
    };
  }
  return () => Object.assign(module, Object.fromEntries(own));
}
