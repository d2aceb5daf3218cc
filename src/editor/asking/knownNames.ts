import * as vscode from 'vscode';
import type { Context } from '../../assist/assistance.ts';
import { namingManifests } from '../../assist/packages/namedPackages.ts';
import { isPythonManifest, pythonPackages, type PythonFolder } from '../../assist/packages/pythonPackages.ts';
import { scriptPackages, type PackageFolder } from '../../assist/packages/scriptPackages.ts';
import { familyOf } from '../../core/confidence/reading/languages.ts';
import type { KnownNames, PackagesAtHand } from '../../core/model/purpose.ts';
import { readFile, type ReadableText } from './readableText.ts';
import { TimeBudget } from '../../interaction/asking/timeBudget.ts';
import { workspaceFile } from './workspaceFile.ts';

/** So long manifests and folders are read for, when an answer has come, ms. */
const readingMs = 300;
/** Folders above a file that are looked at. */
const mostFolders = 12;
/** Of a folder so much is looked at. */
const mostEntries = 5_000;
/** A longer document is not kept for it, characters. */
const longestText = 500_000;

/**
 * What names there are around a range of a document, as it stands now. Which packages can be imported is read when somebody asks, in
 * trusted workspaces only. Nothing where the document is too long.
 */
export function knownNames(document: ReadableText, range: vscode.Range): Pick<Context, 'known'> {
  const text = document.text();
  if (text.length > longestText) return {};
  const before = text.slice(0, document.offsetAt(range.start));
  const after = text.slice(document.offsetAt(range.end));
  const { uri, languageId } = document;
  const known = async (): Promise<KnownNames> => {
    const packages = await new TimeBudget(readingMs).within(packagesAt(uri, languageId));
    return { before, after, ...(packages && { packages }) };
  };
  return { known };
}

async function packagesAt(uri: vscode.Uri, language: string): Promise<PackagesAtHand | undefined> {
  const file = workspaceFile(uri);
  if (!file || !vscode.workspace.isTrusted) return undefined;
  const parts = file.path.split('/').slice(0, -1).slice(0, mostFolders);
  const folders = [...parts.keys(), parts.length].map(depth =>
    vscode.Uri.joinPath(file.folder.uri, ...parts.slice(0, depth)),
  );
  const family = familyOf(language) ?? '';
  if (family === 'script') return scriptPackages(await Promise.all(folders.map(scriptFolder)));
  if (family === 'python') return pythonPackages(await Promise.all(folders.map(pythonFolder)));
  const naming = namingManifests[family];
  return naming && firstOf(folders, naming.file, naming.read);
}

/** By the nearest manifest. */
async function firstOf(
  folders: readonly vscode.Uri[],
  name: string,
  read: (text: string) => PackagesAtHand,
): Promise<PackagesAtHand | undefined> {
  for (const folder of folders.toReversed()) {
    const text = await readFile(vscode.Uri.joinPath(folder, name));
    if (text !== undefined) return read(text);
  }
  return undefined;
}

async function pythonFolder(folder: vscode.Uri): Promise<PythonFolder> {
  const beside = await namesIn(folder);
  const within = (name: string): Promise<readonly string[]> =>
    beside.includes(name) ? namesIn(vscode.Uri.joinPath(folder, name)) : Promise.resolve([]);
  const inFolder = (await within('requirements')).filter(isPythonRequirement).map(name => `requirements/${name}`);
  const named = [...beside.filter(isPythonManifest), ...inFolder].slice(0, mostManifests);
  const [texts, inSource, ...installed] = await Promise.all([
    Promise.all(named.map(name => readFile(vscode.Uri.joinPath(folder, name)))),
    within('src'),
    ...['.venv', 'venv', 'env'].filter(name => beside.includes(name)).map(name => sitePackages(folder, name)),
  ]);
  const manifests = texts.filter(text => text !== undefined);
  return { manifests, beside: [...beside, ...inSource], installed: installed.flat() };
}

const isPythonRequirement = (name: string): boolean => /\.(?:txt|in)$/.test(name);
const mostManifests = 12;

/** What is installed in a virtual environment: `lib/python3.12/site-packages`, on Windows `Lib/site-packages`. */
async function sitePackages(folder: vscode.Uri, environment: string): Promise<readonly string[]> {
  const at = (...parts: readonly string[]) => namesIn(vscode.Uri.joinPath(folder, environment, 'lib', ...parts));
  const names = await at();
  const versions = names.filter(name => name.startsWith('python'));
  const found = await Promise.all([
    ...names.filter(name => name === 'site-packages').map(name => at(name)),
    ...versions.map(version => at(version, 'site-packages')),
  ]);
  return found.flat();
}

async function scriptFolder(folder: vscode.Uri): Promise<PackageFolder> {
  const beside = await namesIn(folder);
  const read = async (name: string): Promise<readonly string[]> => {
    const text = beside.includes(name) ? await readFile(vscode.Uri.joinPath(folder, name)) : undefined;
    return text === undefined ? [] : [text];
  };
  const configs = beside.filter(name => /^[tj]sconfig(?:\.[\w-]+)?\.json$/.test(name));
  const [[manifest], texts, installed] = await Promise.all([
    read('package.json'),
    Promise.all(configs.map(read)),
    beside.includes('node_modules') ? installedIn(vscode.Uri.joinPath(folder, 'node_modules')) : [],
  ]);
  return { ...(manifest !== undefined && { manifest }), configs: texts.flat(), beside, installed };
}

/** The folders of packages, those of scopes with theirs. */
async function installedIn(folder: vscode.Uri): Promise<readonly string[]> {
  const names = await namesIn(folder);
  const scopes = names.filter(name => name.startsWith('@'));
  const scoped = scopes.map(async scope =>
    (await namesIn(vscode.Uri.joinPath(folder, scope))).map(name => `${scope}/${name}`),
  );
  return [...names, ...(await Promise.all(scoped)).flat()];
}

async function namesIn(folder: vscode.Uri): Promise<readonly string[]> {
  try {
    return (await vscode.workspace.fs.readDirectory(folder)).slice(0, mostEntries).map(([name]) => name);
  } catch {
    return []; // it has gone meanwhile, or is none
  }
}
