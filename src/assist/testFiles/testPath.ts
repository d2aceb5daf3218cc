import { familyOf } from '../../core/confidence/languages.ts';

/** Paths in a folder of the workspace, '/' as separator. */
export interface Project {
  /** Files that look like tests, as far as they were found. */
  readonly tests: readonly string[];
}

/** Where tests of a file stand, or would stand. */
export interface TestPlace {
  readonly path: string;
  readonly exists: boolean;
  /** Another test file of its kind, to show how tests look here; the nearest one. */
  readonly example?: string;
}

/** A path in its pieces: 'src/api/user.service.ts' → 'src/api', 'user.service', '.ts'. */
interface Named {
  readonly folder: string;
  readonly stem: string;
  readonly extension: string;
}

/** How a test's name is made of that of its file: `before` + stem + `after`. */
interface Affix {
  readonly before: string;
  readonly after: string;
}

const none = { before: '', after: '' };

/** By family: the ways in which names of tests are made, the most usual first; the first is taken where nothing shows which. */
const affixes: Readonly<Record<string, readonly Affix[]>> = {
  script: ['.test', '.spec', '-test', '_test', '.unit.test', '.unit', 'Test', 'Spec'].map(after => ({
    ...none,
    after,
  })),
  python: [
    { before: 'test_', after: '' },
    { before: '', after: '_test' },
    { before: 'tests_', after: '' },
  ],
  go: [{ before: '', after: '_test' }],
  java: ['Test', 'Tests', 'TestCase', 'IT', 'Spec'].map(after => ({ ...none, after })),
  kotlin: ['Test', 'Tests', 'Spec'].map(after => ({ ...none, after })),
  scala: ['Spec', 'Test', 'Suite', 'Tests'].map(after => ({ ...none, after })),
  csharp: ['Tests', 'Test', '.Tests', 'Specs'].map(after => ({ ...none, after })),
  swift: ['Tests', 'Test', 'Spec'].map(after => ({ ...none, after })),
  dart: [{ before: '', after: '_test' }],
  php: [{ before: '', after: 'Test' }],
  ruby: [
    { before: '', after: '_spec' },
    { before: '', after: '_test' },
    { before: 'test_', after: '' },
  ],
  c: [
    ...['_test', '_tests', '_unittest', '-test', '.test', 'Test', 'Tests', 'TestCase'].map(after => ({
      ...none,
      after,
    })),
    ...['test_', 'test-', 'Test', 'tests_'].map(before => ({ ...none, before })),
  ],
  rust: [
    { before: '', after: '_test' },
    { before: '', after: '_tests' },
    { before: 'test_', after: '' },
  ],
};
const usual: readonly Affix[] = [
  { before: '', after: '_test' },
  { before: 'test_', after: '' },
  { before: '', after: '.test' },
];

const affixesOf = (language: string): readonly Affix[] => affixes[familyOf(language) ?? ''] ?? usual;

const namedOf = (path: string): Named => {
  const [name = ''] = path.split('/').slice(-1);
  const folder = path.slice(0, -name.length).replace(/\/$/, '');
  const dot = name.lastIndexOf('.');
  return dot <= 0
    ? { folder, stem: name, extension: '' }
    : { folder, stem: name.slice(0, dot), extension: name.slice(dot) };
};

const affixIn = (stem: string, of: readonly Affix[]): Affix | undefined =>
  of.find(
    ({ before, after }) =>
      stem.length > before.length + after.length && stem.startsWith(before) && stem.endsWith(after),
  );

/** Is it a test by its name, in its language? */
export const isTestPath = (path: string, language: string): boolean =>
  affixIn(namedOf(path).stem, affixesOf(language)) !== undefined ||
  (isInTestFolder(path) && !['c', 'rust'].includes(familyOf(language) ?? ''));

const testFolder = /^(?:tests?|specs?|__tests__|unittests?|testing|.*\.(?:tests?|specs?)|.*Tests)$/i;
const isInTestFolder = (path: string): boolean =>
  path
    .split('/')
    .slice(0, -1)
    .some(each => testFolder.test(each));

/**
 * Where the tests of this file stand by what its project does: the file that is there; else one beside or below like those of its
 * neighbours; else as its language has it.
 */
export function testPlace(path: string, language: string, { tests }: Project): TestPlace {
  const source = namedOf(path);
  const ways = affixesOf(language);
  const names = new Set(ways.map(({ before, after }) => before + source.stem + after));
  const alike = tests.filter(test => isSameKind(namedOf(test).extension, source.extension));
  const own = alike
    .filter(test => names.has(namedOf(test).stem))
    .sort((one, other) => nearness(other, path) - nearness(one, path));
  const example = [...alike]
    .sort((one, other) => nearness(other, path) - nearness(one, path))
    .find(test => test !== own[0]);
  const shown = example === undefined ? {} : { example };
  const [found] = own;
  if (found !== undefined && (own.length === 1 || isMeant(found, path, own)))
    return { path: found, exists: true, ...shown };
  return { path: newPath(source, language, example), exists: false, ...shown };
}

/** Of several of that name the one that mirrors the file's folders is meant. */
const isMeant = (found: string, path: string, [, next = '']: readonly string[]): boolean =>
  nearness(found, path) > nearness(next, path) || namedOf(found).folder === namedOf(path).folder;

const scripts = /^\.[cm]?[jt]sx?$/;
const isSameKind = (one: string, other: string): boolean =>
  one === other ||
  (scripts.test(one) && scripts.test(other)) ||
  (/^\.(?:c|cc|cpp|cxx|h|hh|hpp)$/.test(one) && /^\.(?:c|cc|cpp|cxx|h|hh|hpp)$/.test(other));

/** How much of their folders two paths have in common, those of tests and sources apart. */
function nearness(one: string, other: string): number {
  const [first, second] = [one, other].map(path =>
    namedOf(path)
      .folder.split('/')
      .filter(each => !isNeutral(each)),
  );
  let same = 0;
  while (same < (first?.length ?? 0) && first?.[same] !== undefined && first[same] === second?.[same]) same += 1;
  const beside = namedOf(one).folder === namedOf(other).folder ? 1 : 0;
  return same * 2 + beside - Math.abs((first?.length ?? 0) - (second?.length ?? 0)) * 0.1;
}

const isNeutral = (folder: string): boolean =>
  testFolder.test(folder) || /^(?:src|lib|source|sources|main|app|java|kotlin|include)$/i.test(folder);

function newPath(source: Named, language: string, example: string | undefined): string {
  const like = example === undefined ? undefined : namedOf(example);
  const affix = (like && affixIn(like.stem, affixesOf(language))) ?? affixesOf(language)[0] ?? none;
  const extension =
    like && !scripts.test(source.extension) && /^\.(?:c|cc|cpp|cxx)$/.test(like.extension)
      ? like.extension
      : testExtension(source.extension);
  const name = affix.before + source.stem + affix.after + extension;
  const folder = like ? folderLike(like.folder, source.folder) : usualFolder(source.folder, familyOf(language) ?? '');
  return folder === '' ? name : `${folder}/${name}`;
}

/** A header is tested by a file of code. */
const testExtension = (extension: string): string => (/^\.(?:h|hh|hpp)$/.test(extension) ? '.cpp' : extension);

/** The folder for a test of a file in `folder`, as another test stands in `test`. */
function folderLike(test: string, folder: string): string {
  const parts = test.split('/');
  const at = parts.findIndex(each => testFolder.test(each));
  if (at < 0) return folder; // beside their files
  const [mark = ''] = parts.slice(at, at + 1);
  if (mark === '__tests__' && at === parts.length - 1) return folder === '' ? mark : `${folder}/${mark}`;
  const root = parts.slice(0, at + 1).join('/');
  const isFlat = at === parts.length - 1;
  const own = folder.split('/').filter(each => each !== '');
  const above = parts.slice(0, at);
  const inside = own.slice(above.every((each, index) => own[index] === each) ? above.length : 0);
  if (isFlat) return root;
  const rest = parts.slice(at + 1);
  // 'test/java/…' beside 'main/java/…': the folders behind the mark are those behind the one of the sources
  const behind =
    /^(?:src|lib|source|sources|main|app)$/i.test(inside[0] ?? '') && rest[0] !== inside[0] ? inside.slice(1) : inside;
  return [root, ...behind].join('/');
}

/** Where no other test shows it. */
function usualFolder(folder: string, family: string): string {
  const below = folder.replace(/^(?:src|lib|app)(?:\/|$)/, '');
  if (['java', 'kotlin', 'scala'].includes(family)) return folder.replace(/(^|\/)src\/main(?=\/|$)/, '$1src/test');
  if (family === 'dart') return folder.replace(/^lib(?=\/|$)/, 'test') || 'test';
  if (family === 'ruby') return ['spec', below].filter(each => each !== '').join('/');
  if (['python', 'php', 'c', 'swift', 'csharp'].includes(family)) return 'tests';
  return folder;
}
