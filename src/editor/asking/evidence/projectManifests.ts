import * as vscode from 'vscode';
import type { UsedFile } from '../../../core/model/usedFile.ts';
import type { Hash } from '../../../core/cache/questionKey.ts';
import { factLines, manifestNames, manifestsOf, projectFacts } from '../../../assist/evidence/project/projectFacts.ts';
import { digestOf } from '../otherFiles.ts';
import { readFile } from '../readableText.ts';
import { workspaceFile } from '../workspaceFile.ts';

/** What a project is made with, and the file that says so. */
export interface KnownProject {
  readonly facts: readonly string[];
  readonly source: UsedFile;
}

const deepestFolder = 12;
const mostKnown = 200;

/** Reads the manifests of the workspace: each once, until one of them changes. */
export class ProjectManifests implements vscode.Disposable {
  readonly #hash: Hash;
  readonly #known = new Map<string, Promise<KnownProject | undefined>>();
  readonly #watching: vscode.Disposable;

  constructor(hash: Hash) {
    this.#hash = hash;
    const watcher = vscode.workspace.createFileSystemWatcher(`**/{${manifestNames.join(',')}}`);
    const forget = (): void => this.#known.clear();
    this.#watching = vscode.Disposable.from(
      watcher,
      watcher.onDidChange(forget),
      watcher.onDidCreate(forget),
      watcher.onDidDelete(forget),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => {
        if (manifestNames.includes(uri.path.split('/').at(-1) ?? '')) forget();
      }),
    );
  }

  dispose(): void {
    this.#watching.dispose();
  }

  /** The project that a file belongs to, by the nearest manifest above it; undefined: none tells. */
  of(uri: vscode.Uri, language: string): Promise<KnownProject | undefined> {
    const file = workspaceFile(uri);
    const names = manifestsOf(language);
    if (!file || names.length === 0 || !vscode.workspace.isTrusted) return Promise.resolve(undefined);
    const folder = file.path.split('/').slice(0, -1);
    const key = [file.folder.uri.toString(), ...folder, names.join()].join('/');
    const known = this.#known.get(key);
    if (known) return known;
    if (this.#known.size >= mostKnown) this.#known.clear();
    const reading = this.#read(file.folder.uri, folder.slice(0, deepestFolder), names);
    this.#known.set(key, reading);
    return reading;
  }

  async #read(top: vscode.Uri, folder: readonly string[], names: readonly string[]): Promise<KnownProject | undefined> {
    for (let depth = folder.length; depth >= 0; depth -= 1) {
      const here = vscode.Uri.joinPath(top, ...folder.slice(0, depth));
      for (const name of names) {
        const uri = vscode.Uri.joinPath(here, name);
        const text = await readFile(uri);
        if (text === undefined) continue;
        const beside = (await Promise.all([here, top].map(namesIn))).flat();
        const facts = factLines(projectFacts({ name, text, beside }));
        if (facts.length === 0) continue;
        const file = uri.toString();
        return { facts, source: { file, hash: digestOf(file, text, this.#hash) } };
      }
    }
    return undefined;
  }
}

async function namesIn(folder: vscode.Uri): Promise<readonly string[]> {
  try {
    return (await vscode.workspace.fs.readDirectory(folder)).slice(0, 1_000).map(([name]) => name);
  } catch {
    return []; // it has gone meanwhile
  }
}
