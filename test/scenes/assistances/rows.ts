import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import type { Task } from '../../../src/core/model/purpose.ts';
import { fileNamed, open, previewsShown, putCursor, replace, select, tabsOf, writeFile } from '../support/documents.ts';
import type { Person } from '../support/person.ts';
import { until } from '../support/until.ts';

/** One assistance in the hands of a person: what they do, what they have then, and what they do meanwhile that is in its way. */
export interface AssistanceRow {
  readonly task: Task;
  /** Opens what it is asked about, and asks; resolves when the question has ended. */
  readonly ask: (person: Person) => Promise<void>;
  /** What is there in the end, in a word; '' while there is nothing. */
  readonly result: (person: Person) => Promise<string>;
  /** What `result` is when all went well. */
  readonly right: RegExp;
  /** Its result is what the panel shows. */
  readonly inPanel?: true;
  /** Changes what was asked about, while the answer is written; undefined: there is nothing that could go wrong by it. */
  readonly meddle?: () => Promise<void>;
  /** What is there of that in the end, so that it is neither lost nor hidden. undefined: what was proposed is not in the code. */
  readonly meddled?: { readonly found: (person: Person) => Promise<string>; readonly right: RegExp };
}

const price = `/** Rounds to whole cents. */
export function round(amount: number): number {
  return Math.floor(amount * 100) / 100;
}

export function show(amount: number): string {
  return amount.toFixed(2);
}
`;

let files = 0;
let current: vscode.TextEditor | undefined;

async function opened(text = price): Promise<vscode.TextEditor> {
  current = await open(`assist-${(files += 1)}.ts`, text);
  return current;
}

const meddle = async (): Promise<void> => {
  if (current) await replace(current.document, 'amount', 'sum');
};

/** What a review has put to the lines of the file. */
const findings = (): readonly vscode.Diagnostic[] =>
  current ? vscode.languages.getDiagnostics(current.document.uri).filter(({ source }) => source === 'Steadfast') : [];

async function proposed(): Promise<string> {
  const [diff] = tabsOf(vscode.TabInputTextDiff);
  return diff ? (await vscode.workspace.openTextDocument(diff.modified)).getText() : '';
}

/** What the files of a diff of several would be. */
async function proposedInFiles(): Promise<string> {
  const texts = previewsShown().map(async uri => (await vscode.workspace.openTextDocument(uri)).getText());
  return (await Promise.all(texts)).join('\n');
}

const run = (task: Task) => vscode.commands.executeCommand(`steadfast.${task}`);

/** Reports a problem as another extension would. */
export const linter = vscode.languages.createDiagnosticCollection('linter');

export function report(document: vscode.TextDocument, found: string, message: string): vscode.Diagnostic {
  const start = document.getText().indexOf(found);
  const range = new vscode.Range(document.positionAt(start), document.positionAt(start + found.length));
  const diagnostic = Object.assign(new vscode.Diagnostic(range, message), { source: 'linter', code: 'round-1' });
  linter.set(document.uri, [diagnostic]);
  return diagnostic;
}

export const git = (...words: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.com', ...words], {
    cwd: fileNamed('.').fsPath,
    encoding: 'utf8',
  });

interface Repository {
  readonly rootUri: vscode.Uri;
  readonly inputBox: { value: string };
  readonly state: { readonly indexChanges: readonly unknown[]; readonly workingTreeChanges: readonly unknown[] };
  status(): Promise<void>;
}

/** The repository of the opened folder, made with a history of conventional messages when it is not there yet. */
export async function repository(): Promise<Repository> {
  const api = await vscode.extensions
    .getExtension<{
      getAPI: (version: 1) => { repositories: Repository[]; openRepository(root: vscode.Uri): Promise<unknown> };
    }>('vscode.git')
    ?.activate();
  const known = api?.getAPI(1);
  if (!known) throw new Error('there is no Git extension');
  if (known.repositories.length === 0) {
    git('init', '--initial-branch=main');
    await writeFile('notes.txt', 'first\n');
    git('add', 'notes.txt');
    git('commit', '--message=feat: keep notes');
    for (const subject of ['fix: keep the last line', 'chore: sort notes', 'fix: read the end'])
      git('commit', '--allow-empty', `--message=${subject}`);
    await known.openRepository(fileNamed('.'));
  }
  return until('the repository', () => known.repositories[0]);
}

async function staged(): Promise<Repository> {
  const found = await repository();
  found.inputBox.value = '';
  git('reset', '--quiet');
  await writeFile('notes.txt', `first\nsecond ${(files += 1)}\n`);
  git('add', 'notes.txt');
  await found.status();
  await until('a staged change', () => found.state.indexChanges.length > 0);
  return found;
}

/** A file of the repository in which something was changed; `isCommitted`: and put into a commit. */
async function changedCart(isCommitted: boolean): Promise<void> {
  await vscode.commands.executeCommand('steadfast.clearFindings');
  const { state } = await repository();
  const name = `cart-${(files += 1)}.ts`;
  await writeFile(name, 'export const whole = (cents: number) =>\n  Math.trunc(cents);\n');
  git('add', name);
  git('commit', '--message=fix: a cart');
  await writeFile(name, 'export const whole = (price: number) =>\n  Math.floor(price * 100);\n');
  git('add', name);
  if (isCommitted) git('commit', '--message=fix: round down');
  await (await repository()).status();
  await until('the change', () => isCommitted || state.indexChanges.length > 0);
  current = await open(name);
}

/** The answer that the panel shows, once it is one. */
async function answered(person: Person): Promise<string> {
  const { phase, text, notice } = await person.reads();
  return phase === 'done' && notice === undefined ? text : '';
}

/** Asks about the first function, in these words. */
const typing = (words: string, task: Task) => async (person: Person) => {
  select(await opened(), 1, 4);
  person.types(words);
  await run(task);
};

/** What is the same of all reviews; the line is that of a change, in which there is nothing above the function. */
const reviewed: Omit<AssistanceRow, 'task' | 'ask'> = {
  result: () =>
    Promise.resolve(
      findings()
        .map(({ message, range }) => `${range.start.line} ${message}`)
        .join(),
    ),
  right: /^1 Cuts instead of rounding/,
  meddle: async () => {
    if (current) await replace(current.document, 'Math.floor', 'Math.ceil');
  },
  meddled: {
    found: person => Promise.resolve(`${findings().length} ${person.told.at(-1)?.text ?? ''}`),
    right: /^0 The review of .* has no findings to show\. .*One was left out: its code has been changed since\.$/,
  },
};

export const rows: readonly AssistanceRow[] = [
  {
    task: 'explain',
    ask: async () => {
      select(await opened(), 1, 4);
      await run('explain');
    },
    result: answered,
    right: /round/,
    inPanel: true,
  },
  {
    task: 'ask',
    ask: typing('What does it round to?', 'ask'),
    result: answered,
    right: /round/,
    inPanel: true,
  },
  {
    task: 'edit',
    ask: typing('fix the rounding bug', 'edit'),
    result: proposed,
    right: /Math\.round/,
    meddle,
  },
  {
    task: 'editFiles',
    ask: async person => {
      const { document } = await opened();
      const other = await writeFile(`assist-${(files += 1)}.ts`, price.replace('round', 'roundUp'));
      await vscode.window.showTextDocument(document);
      person.ticks(...[document.uri, other].map(uri => vscode.workspace.asRelativePath(uri)));
      person.types('fix the rounding bug');
      await run('editFiles');
    },
    result: proposedInFiles,
    right: /Math\.round.*Math\.round/s,
    meddle,
  },
  {
    task: 'fix',
    ask: async () => {
      const { document } = await opened();
      report(document, 'Math.floor', 'Half cents are lost: use Math.round.');
      if (current) putCursor(current, 'Math.floor');
      await run('fix');
    },
    result: proposed,
    right: /Math\.round/,
    meddle,
  },
  {
    task: 'docs',
    ask: async () => {
      putCursor(await opened(), 'toFixed');
      await run('docs');
    },
    result: proposed,
    right: /\/\*\*[^/]*\*\/\nexport function show/,
    meddle: async () => {
      if (current) await replace(current.document, 'toFixed(2)', 'toFixed(3)');
    },
  },
  {
    task: 'tests',
    ask: async () => {
      select(await opened(), 1, 4);
      await run('tests');
    },
    result: proposed,
    right: /import \{ round \} from[^]*test\('round gives a value'/,
    meddle: async () => {
      await writeFile(`assist-${files}.test.ts`, '// written by hand\n');
    },
    meddled: {
      found: async person => {
        const uri = fileNamed(`assist-${files}.test.ts`);
        const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
        await vscode.workspace.fs.delete(uri);
        return `${text}${(await person.reads()).notice?.lines.join(' ') ?? 'nothing was said'}`;
      },
      right: /^\/\/ written by hand\n.*There is a file assist-\d+\.test\.ts by now/,
    },
  },
  {
    task: 'rename',
    ask: async person => {
      const { document } = await opened();
      await until('a language service that renames', () =>
        vscode.commands
          .executeCommand('vscode.prepareRename', document.uri, document.positionAt(price.indexOf('round(') + 1))
          .then(
            () => true,
            () => false,
          ),
      );
      person.picks('roundValue');
      if (current) putCursor(current, 'round(');
      await run('rename');
    },
    result: () => Promise.resolve(/function (round\w+)\(/.exec(current?.document.getText() ?? '')?.[1] ?? ''),
    right: /^roundValue$/,
    meddle: async () => {
      if (current) await replace(current.document, 'function round', 'function total');
    },
  },
  {
    task: 'review',
    ask: async () => {
      await vscode.commands.executeCommand('steadfast.clearFindings');
      select(await opened(), 1, 8);
      await run('review');
    },
    ...reviewed,
    right: /^2 Cuts instead of rounding/,
  },
  {
    task: 'reviewChanges',
    ask: async () => {
      await changedCart(false);
      await run('reviewChanges');
    },
    ...reviewed,
  },
  {
    task: 'reviewCommit',
    ask: async person => {
      await changedCart(true);
      person.picks('fix: round down');
      await run('reviewCommit');
    },
    ...reviewed,
  },
  {
    task: 'commitMessage',
    ask: async () => {
      await staged();
      await run('commitMessage');
    },
    result: async () => (await repository()).inputBox.value,
    right: /^fix: change notes\.txt$/,
    meddle: async () => {
      await writeFile('notes.txt', 'something else\n');
      git('add', 'notes.txt');
    },
    meddled: {
      found: person => until('a word about it', () => person.told.at(-1)?.text),
      right: /^The changes are no longer those of when you asked/,
    },
  },
];
