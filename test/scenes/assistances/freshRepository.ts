import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import * as vscode from 'vscode';
import { questions } from '../support/assistance.ts';
import { fileNamed, writeFile } from '../support/documents.ts';
import { until } from '../support/until.ts';

interface Repository {
  readonly rootUri: vscode.Uri;
  readonly inputBox: { value: string };
  status(): Promise<void>;
}

interface GitApi {
  readonly repositories: readonly Repository[];
  openRepository(root: vscode.Uri): Promise<unknown>;
}

async function gitApi(): Promise<GitApi> {
  const exported = await vscode.extensions.getExtension<{ getAPI(version: 1): GitApi }>('vscode.git')?.activate();
  return exported?.getAPI(1) ?? assert.fail('there is no Git extension');
}

/** What was sent, as text. */
export const sent = async (): Promise<string> => (await questions()).map(({ body }) => body).join('\n');

/** A repository of its own below the opened folder. */
export class Fresh {
  static #count = 0;
  readonly folder = `fresh-${(Fresh.#count += 1)}`;
  #repository: Repository | undefined;

  git(...words: readonly string[]): void {
    const somebody = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.com'];
    execFileSync('git', [...somebody, ...words], { cwd: fileNamed(this.folder).fsPath });
  }

  async write(files: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, text] of Object.entries(files)) await writeFile(`${this.folder}/${name}`, text);
  }

  /** With these files in its first commit; without any it has none. */
  async begin(files: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.write({ '.keep': '', ...files });
    this.git('init', '--quiet', '--initial-branch=main');
    if (Object.keys(files).length > 0) {
      this.git('add', '--force', '.');
      this.git('commit', '--quiet', '--message=feat: begin');
    } else await vscode.workspace.fs.delete(fileNamed(`${this.folder}/.keep`));
  }

  /** Asks for a message by the button of this repository. */
  async ask(): Promise<string> {
    const repository = await this.#open();
    await vscode.commands.executeCommand('steadfast.commitMessage', { rootUri: repository.rootUri });
    return repository.inputBox.value;
  }

  /** Has the commit reviewed that the person picks. */
  async review(): Promise<void> {
    const { rootUri } = await this.#open();
    await vscode.commands.executeCommand('steadfast.reviewCommit', { rootUri });
  }

  async #open(): Promise<Repository> {
    const api = await gitApi();
    const root = fileNamed(this.folder);
    await api.openRepository(root);
    const isOwn = ({ rootUri }: Repository): boolean => rootUri.path === root.path;
    const repository = (this.#repository = await until('the repository', () => api.repositories.find(isOwn)));
    await repository.status();
    return repository;
  }

  async end(): Promise<void> {
    if (this.#repository) await vscode.commands.executeCommand('git.close', this.#repository.rootUri);
    rmSync(fileNamed(this.folder).fsPath, { recursive: true, force: true });
  }
}
