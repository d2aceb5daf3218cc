import * as vscode from 'vscode';
import type { Context, TestFile } from '../../assist/assistance.ts';
import { familyOf } from '../../core/confidence/reading/languages.ts';
import { frameworkIn, testManifests } from '../../assist/testFiles/framework.ts';
import { isTestPath, testPlace } from '../../assist/testFiles/testPath.ts';
import type { FindingsIn, ReadableText } from '../asking/readableText.ts';
import { readFile } from '../asking/readableText.ts';
import { otherText } from '../asking/otherText.ts';
import { workspaceFile } from '../asking/workspaceFile.ts';

/** Where tests of a document go, and the secrets of what is sent of other files for it. */
export interface FoundTestFile {
  readonly testFile: TestFile;
  readonly uri: vscode.Uri;
  readonly secrets: NonNullable<Context['secrets']>;
}

/** So many files are looked at by their names. */
const mostFiles = 2_000;
/** The beginning of another test file shows how they look here, characters. */
const longestExample = 3_000;
/** Tests that are longer are not put to, characters. */
const longestTests = 100_000;
const withoutThese = '**/{node_modules,vendor,dist,build,out,target,.venv,venv,coverage}/**';

/**
 * Finds the file in which tests of this document stand, or would stand by what its project does. Outside of the open folders,
 * and in ones that are not trusted, nothing else is read: a new file beside it then.
 */
export async function testFileFor(document: ReadableText, findingsIn: FindingsIn): Promise<FoundTestFile> {
  const { languageId: language, uri } = document;
  const file = workspaceFile(uri);
  const path = file?.path ?? uri.path.split('/').at(-1) ?? '';
  const folder = file?.folder.uri ?? vscode.Uri.joinPath(uri, '..');
  const tests = file && vscode.workspace.isTrusted ? await testsIn(file.folder, path, language) : [];
  const isOwn = familyOf(language) === 'rust' && !path.startsWith('tests/');
  const place = isOwn ? { path, exists: true } : testPlace(path, language, { tests });
  const target = vscode.Uri.joinPath(folder, place.path);
  const known = place.exists ? await otherText(target, findingsIn) : undefined;
  const own = isOwn ? { text: document.text(), secrets: [] } : known;
  const text = own && own.text.length <= longestTests ? own.text : undefined;
  const example =
    'example' in place && place.example !== undefined ? await exampleOf(folder, place.example, findingsIn) : undefined;
  const framework = frameworkIn(language, [
    text ?? '',
    example?.text ?? '',
    ...(await manifests(folder, path, language)),
  ]);
  const isTaken = text === undefined && (await exists(target));
  const free = isTaken ? await freeName(folder, place.path) : place.path;
  return {
    testFile: {
      path: free,
      language,
      ...(text !== undefined && { text }),
      ...(framework !== undefined && { framework }),
      ...(example && { example: { path: example.path, text: example.text } }),
    },
    uri: text === undefined ? untitled(vscode.Uri.joinPath(folder, free)) : target,
    secrets: [...(own?.secrets ?? []), ...(example?.secrets ?? [])],
  };
}

/** A file that is there only once the user saves it. */
const untitled = (uri: vscode.Uri): vscode.Uri =>
  uri.scheme === 'file' ? uri.with({ scheme: 'untitled' }) : uri.with({ scheme: 'untitled', authority: '' });

async function testsIn(folder: vscode.WorkspaceFolder, path: string, language: string): Promise<readonly string[]> {
  const extension = path.slice(path.lastIndexOf('.') + 1);
  const extensions = alike.find(each => each.includes(extension)) ?? [extension];
  const pattern = new vscode.RelativePattern(folder, `**/*.{${extensions.join(',')}}`);
  const only = extensions.length === 1 ? new vscode.RelativePattern(folder, `**/*.${extension}`) : pattern;
  const found = await vscode.workspace.findFiles(only, withoutThese, mostFiles);
  return found
    .map(uri => vscode.workspace.asRelativePath(uri, false))
    .filter(each => each !== path && isTestPath(each, language));
}

const alike: readonly (readonly string[])[] = [
  ['ts', 'tsx', 'mts', 'cts', 'js', 'jsx', 'mjs', 'cjs'],
  ['c', 'cc', 'cpp', 'cxx', 'h', 'hh', 'hpp'],
];

async function exampleOf(folder: vscode.Uri, path: string, findingsIn: FindingsIn) {
  const other = await otherText(vscode.Uri.joinPath(folder, path), findingsIn);
  if (!other) return undefined;
  const end = other.text.lastIndexOf('\n', longestExample);
  return {
    ...other,
    path,
    text: other.text.length <= longestExample ? other.text : other.text.slice(0, Math.max(end, 0)),
  };
}

/** What the manifests say, those nearest to the file first. */
async function manifests(folder: vscode.Uri, path: string, language: string): Promise<readonly string[]> {
  const names = testManifests[familyOf(language) ?? ''] ?? [];
  const parts = path.split('/').slice(0, -1);
  const folders = parts.map((_, at) => parts.slice(0, parts.length - at)).concat([[]]);
  const texts = await Promise.all(
    folders.slice(-6).flatMap(each => names.map(name => readFile(vscode.Uri.joinPath(folder, ...each, name)))),
  );
  return texts.filter(text => text !== undefined);
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return false;
    throw error;
  }
}

/** A file that is there and must not be read, or is too long, is not written over. */
async function freeName(folder: vscode.Uri, path: string): Promise<string> {
  const dot = path.lastIndexOf('.');
  const named = (count: number): string => `${path.slice(0, dot)}.${count}${path.slice(dot)}`;
  let count = 2;
  while (count < 100 && (await exists(vscode.Uri.joinPath(folder, named(count))))) count += 1;
  return named(count);
}
