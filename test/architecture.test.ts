import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import ts from 'typescript';

const root = path.join(import.meta.dirname, '..');

interface Import {
  /** Path below src, '/' as separator. */
  readonly file: string;
  /** What it imports: a path below src for our own files, else the module's name. */
  readonly target: string;
  readonly isType: boolean;
}

const files = globSync('src/**/*.ts', { cwd: root }).map(file => file.replaceAll('\\', '/').slice('src/'.length));
const imports = files.flatMap(importsOf);

/** Every import of a file, types too, dynamic ones too, whether or not a bundle reaches it. */
function importsOf(file: string): readonly Import[] {
  const text = readFileSync(path.join(root, 'src', file), 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, isType: boolean) => {
    if (!specifier || !ts.isStringLiteral(specifier)) return;
    const own = specifier.text.startsWith('.');
    const target = own ? path.posix.join(path.posix.dirname(file), specifier.text) : specifier.text;
    found.push({ file, target, isType });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, node.importClause?.isTypeOnly ?? false);
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Imports of files below `room` that `allowed` does not let through, as readable lines. */
const offences = (room: string, allowed: (target: string, one: Import) => boolean) =>
  imports
    .filter(one => one.file.startsWith(room) && !allowed(one.target, one))
    .map(({ file, target }) => `${file} imports ${target}`);

const within =
  (...rooms: readonly string[]) =>
  (target: string): boolean =>
    rooms.some(room => target.startsWith(room));

test('core imports only core and lru-cache', () => {
  assert.deepEqual(offences('core/', within('core/', 'lru-cache')), []);
});

test('core speaks no Node and no browser: what it needs of the world is passed in', () => {
  const worldly =
    /\b(process|Buffer|setTimeout|setInterval|setImmediate|performance|Date\.now|Math\.random|fetch)\b(?=[.(])/;
  const found = files
    .filter(file => file.startsWith('core/'))
    .filter(file => worldly.test(withoutComments(readFileSync(path.join(root, 'src', file), 'utf8'))));
  assert.deepEqual(found, []);
});

test('only client.ts imports layers by value, so only it knows their order', () => {
  const found = imports
    .filter(
      ({ file, target, isType }) => target.startsWith('core/layers/') && !isType && !file.startsWith('core/layers/'),
    )
    .filter(({ file }) => file !== 'core/client.ts')
    .map(({ file, target }) => `${file} imports ${target}`);
  assert.deepEqual(found, []);
});

test('a provider imports core, its neighbours and exactly its own SDK', () => {
  const sdks: Readonly<Record<string, string>> = {
    'providers/openai.ts': 'openai',
    'providers/anthropic.ts': '@anthropic-ai/sdk',
    'providers/vscodeLm.ts': 'vscode',
  };
  const allowed = (target: string, { file }: Import) =>
    within('core/', 'providers/', 'node:')(target) ||
    (sdks[file] !== undefined && (target === sdks[file] || target.startsWith(`${sdks[file]}/`)));
  assert.deepEqual(offences('providers/', allowed), []);
});

test('assist imports assist, core and small pure libraries', () => {
  assert.deepEqual(offences('assist/', within('assist/', 'core/', 'diff', 'ignore')), []);
});

test('storage imports core and Node', () => {
  assert.deepEqual(offences('storage/', within('storage/', 'core/', 'node:')), []);
});

test('shared imports nothing of ours', () => {
  assert.deepEqual(offences('shared/', within('shared/', 'valibot')), []);
});

test('libraries import core for its types only, and never the editor', () => {
  const allowed = (target: string, { isType }: Import) =>
    !within('editor/', 'interaction/', 'providers/', 'assist/', 'vscode')(target) &&
    (isType || !target.startsWith('core/'));
  assert.deepEqual(offences('libraries/', allowed), []);
});

test('the editor imports neither providers nor storage', () => {
  assert.deepEqual(
    offences('editor/', target => !within('providers/', 'storage/')(target)),
    [],
  );
});

test('interaction, what a person meets, imports no vscode by value: plain Node can run it', () => {
  const allowed = (target: string, { isType }: Import) =>
    within('interaction/', 'assist/', 'core/', 'shared/', '@vscode/l10n', 'valibot', '../package.json')(target) ||
    (isType && target === 'vscode');
  assert.deepEqual(offences('interaction/', allowed), []);
});

test('vscode by value only in the editor, in vscodeLm and in the composition root', () => {
  const found = imports
    .filter(({ file, target, isType }) => target === 'vscode' && !isType && !file.startsWith('editor/'))
    .map(({ file }) => file);
  assert.deepEqual(found.sort(), [
    'composition/askingServices.ts',
    'composition/clientFactory.ts',
    'composition/sharedServices.ts',
    'composition/windowServices.ts',
    'extension.ts',
    'providers/vscodeLm.ts',
  ]);
});

test('nobody imports the composition root, and only it imports the table of providers', () => {
  const isRoot = (file: string): boolean => file === 'extension.ts' || file.startsWith('composition/');
  const found = imports
    .filter(({ file }) => !isRoot(file))
    .filter(({ target }) => isRoot(target) || target === 'providers/all.ts')
    .map(({ file, target }) => `${file} imports ${target}`);
  assert.deepEqual(found, []);
});

test('one way in: only the ask service makes questions, and the test of a target, which is past it on purpose', () => {
  const found = imports.filter(({ target }) => target === 'assist/createQuestion.ts').map(({ file }) => file);
  assert.deepEqual(found.sort(), ['editor/setup/setup.ts', 'interaction/asking/askService.ts']);
});

test('only vscodeUser.ts shows messages: everybody else speaks with the person through the port', () => {
  assert.deepEqual(filesSaying(/\.show(Information|Warning|Error)Message\(/), ['editor/platform/vscodeUser.ts']);
});

test('only readSettings.ts reads configuration', () => {
  assert.deepEqual(filesSaying(/getConfiguration\(/), ['editor/settings/readSettings.ts']);
});

test('only keyStore.ts touches secret storage', () => {
  assert.deepEqual(filesSaying(/\bSecretStorage\b/), ['interaction/targets/keyStore.ts']);
});

test('no file carries invisible characters', () => {
  const hidden = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/u;
  assert.deepEqual(filesSaying(hidden), []);
});

function filesSaying(pattern: RegExp): readonly string[] {
  return files.filter(file => pattern.test(withoutComments(readFileSync(path.join(root, 'src', file), 'utf8'))));
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}
