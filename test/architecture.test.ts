import assert from 'node:assert/strict';
import { existsSync, globSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import type { Import } from './support/sourceFile.ts';
import { readSourceTree } from './support/sourceTree.ts';
import {
  crowdedFolders,
  fileCircles,
  folderCircles,
  longParameterLists,
  repeatedExports,
} from './support/treeRules.ts';

const root = path.join(import.meta.dirname, '..');
const tree = readSourceTree(path.join(root, 'src'));
const files = tree.sources.map(source => source.path);

interface OwnImport extends Import {
  /** Below src. */
  readonly file: string;
}

const imports: readonly OwnImport[] = tree.sources.flatMap(source =>
  source.imports.map(one => ({ ...one, file: source.path })),
);

/** Imports of files below `room` that `allowed` does not let through, as readable lines. */
const offences = (room: string, allowed: (target: string, one: OwnImport) => boolean) =>
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
  assert.deepEqual(
    filesSaying(worldly).filter(file => file.startsWith('core/')),
    [],
  );
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
  const allowed = (target: string, { file }: OwnImport) =>
    within('core/', 'providers/', 'node:')(target) ||
    (sdks[file] !== undefined && (target === sdks[file] || target.startsWith(`${sdks[file]}/`)));
  assert.deepEqual(offences('providers/', allowed), []);
});

test('assist imports assist, core and small pure libraries', () => {
  assert.deepEqual(offences('assist/', within('assist/', 'core/', 'diff', 'ignore', 'valibot')), []);
});

test('storage imports core and Node', () => {
  assert.deepEqual(offences('storage/', within('storage/', 'core/', 'node:')), []);
});

test('shared imports nothing of ours', () => {
  assert.deepEqual(offences('shared/', within('shared/', 'valibot')), []);
});

test('libraries import core for its types and its steps only, and never the editor', () => {
  const allowed = (target: string, { isType }: OwnImport) =>
    !within('editor/', 'interaction/', 'providers/', 'assist/', 'vscode')(target) &&
    (isType || !target.startsWith('core/') || target === 'core/shared/steps.ts');
  assert.deepEqual(offences('libraries/', allowed), []);
});

test('the editor imports neither providers nor storage', () => {
  assert.deepEqual(
    offences('editor/', target => !within('providers/', 'storage/')(target)),
    [],
  );
});

test('interaction, what a person meets, imports no vscode by value: plain Node can run it', () => {
  const allowed = (target: string, { isType }: OwnImport) =>
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
    'composition/journalServices.ts',
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

test('the composition root hands on what is used, by name: the bag of the window’s services is never spread', () => {
  assert.deepEqual(filesSaying(/\.\.\.(windowServices|services)\b/), []);
});

test('only readSettings.ts reads configuration', () => {
  assert.deepEqual(filesSaying(/getConfiguration\(/), ['editor/settings/readSettings.ts']);
});

test('only documentWriter.ts changes documents of the user, and takes only what the guard has checked', () => {
  const changes = /\.applyEdit\(|\bWorkspaceEdit\(|\.edit\(|\.insertSnippet\(|\bTextEdit\b|NotebookEdit/;
  assert.deepEqual(filesSaying(changes), ['editor/present/documentWriter.ts']);
  const { text = '' } = tree.sources.find(source => source.path === 'editor/present/documentWriter.ts') ?? {};
  assert.match(text, /async write\(\s*file: CheckedFile,/);
});

test('nobody writes a file of the user past his editor, but the one that he names for it, and to delete the folders of our own', () => {
  const writes =
    /\bfs\.(writeFile|delete|rename|copy|createDirectory)\(|executeCommand\(\s*'(type|paste|default:type|undo)'/;
  assert.deepEqual(filesSaying(writes), [
    'editor/bundle/bundleCommands.ts',
    'editor/data/dataCommands.ts',
    'editor/feedback/openFeedback.ts',
    'editor/usage/usageCommands.ts',
  ]);
  assert.deepEqual(
    imports
      .filter(({ file, target }) => /^(node:)?fs(\/promises)?$/.test(target) && !/^(storage|composition)\//.test(file))
      .map(({ file }) => file),
    // which only look: where a link leads, who owns a port, what VS Code's own compiler knows of the language
    ['editor/asking/realUri.ts', 'libraries/linuxOwners.ts', 'libraries/newErrors/worker.ts'],
  );
});

test('only the guard makes what the writer takes', () => {
  assert.deepEqual(filesSaying(/\bnew Checked\(|as CheckedFile\b/), ['interaction/guard/fileGuard.ts']);
});

test('only keyStore.ts touches secret storage', () => {
  assert.deepEqual(filesSaying(/\bSecretStorage\b/), ['interaction/targets/keyStore.ts']);
});

test('no file carries invisible characters', () => {
  const hidden = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/u;
  const found = tree.sources.filter(({ text }) => hidden.test(text)).map(source => source.path); // comments too
  assert.deepEqual(found, []);
});

function filesSaying(pattern: RegExp): readonly string[] {
  return tree.sources.filter(({ text }) => pattern.test(withoutComments(text))).map(source => source.path);
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}

suite('the house', () => {
  test('no two files import each other in a circle, not for types either', () => {
    assert.deepEqual(fileCircles(tree), []);
  });

  test('no two folders import each other in a circle, not for types either', () => {
    assert.deepEqual(folderCircles(tree), []);
  });

  test('a folder has at most 20 files', () => {
    assert.deepEqual(crowdedFolders(tree, 20), []);
  });

  test('a function takes at most three parameters; more become one object', () => {
    assert.deepEqual(longParameterLists(tree, 3), []);
  });

  test('no name is exported twice', () => {
    assert.deepEqual(repeatedExports(tree), []);
  });

  test('no file name stands twice, but for the tables of two families', () => {
    const names = Object.entries(Object.groupBy(files, file => path.posix.basename(file)));
    const twice = names.filter(([, places = []]) => places.length > 1).map(([name]) => name);
    assert.deepEqual(twice, ['all.ts']);
  });
});

/** Every file that runs when this one is loaded, itself included; what is imported for its type alone does not. */
function reachedFrom(file: string, reached = new Set<string>()): ReadonlySet<string> {
  if (reached.has(file)) return reached;
  reached.add(file);
  for (const one of imports) if (one.file === file && !one.isType) reachedFrom(one.target, reached);
  return reached;
}

test('what needs no VS Code does not stand among what does: every file of the editor runs in VS Code only', () => {
  const pure = files.filter(file => file.startsWith('editor/') && !reachedFrom(file).has('vscode'));
  assert.deepEqual(pure, []);
});

test('npm run ask needs no VS Code: nothing that it loads belongs to the editor', () => {
  const { sources } = readSourceTree(path.join(root, 'scripts'));
  const ask = sources.find(source => source.path === 'ask.ts') ?? assert.fail();
  const ours = ask.imports.flatMap(({ target, isType }) =>
    !isType && target.startsWith('../src/') ? [target.slice('../src/'.length)] : [],
  );
  const reached = new Set(ours.flatMap(file => [...reachedFrom(file)]));
  assert.deepEqual(
    [...reached].filter(file => file.startsWith('editor/')),
    [],
  );
  assert.ok(reached.has('core/client.ts'));
});

/** Rooms of tests that are about no single file of ours. */
const ofTheWhole = ['scenes', 'browser', 'faults', 'simulation', 'mutations', 'architecture', 'profile', 'practice'];

test('a test stands at the path of what it tests', () => {
  const tests = globSync('**/*.test.ts', { cwd: import.meta.dirname }).map(file => file.replaceAll('\\', '/'));
  const placed = tests.filter(file => file.includes('/') && !ofTheWhole.includes(file.split('/')[0] ?? ''));
  const astray = placed.filter(file => !testedBy(file.slice(0, -'.test.ts'.length)));
  assert.deepEqual(astray, []);
});

/** Is there a file that a test of this path is about: at the same path, or one that is tested by a folder of tests? */
function testedBy(tested: string): boolean {
  const [room = ''] = tested.split('/');
  const from = ['scripts', 'media', 'bench'].includes(room) ? root : path.join(root, 'src');
  const parents = tested.split('/').map((_, at, parts) => parts.slice(0, at + 1).join('/'));
  return parents.some(parent => existsSync(path.join(from, `${parent}.ts`)));
}
