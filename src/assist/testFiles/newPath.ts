import { familyOf } from '../../core/confidence/reading/languages.ts';
import { affixesOf, affixIn, noAffix } from './affixes.ts';
import { scripts, type Named } from './named.ts';

/** Is a folder of this name one of tests? */
export const isTestFolder = (name: string): boolean =>
  /^(?:tests?|specs?|__tests__|unittests?|testing)$/i.test(name) || /\.(?:[Tt]ests?|[Ss]pecs?)$|[a-z]Tests$/.test(name);

/** The path of a new test of this file, where these tests are there, the nearest first. */
export function newPath(source: Named, language: string, tests: readonly Named[]): string {
  const [like] = tests;
  const affix = (like && affixIn(like.stem, affixesOf(language))) ?? affixesOf(language)[0] ?? noAffix;
  const extension =
    like && !scripts.test(source.extension) && /^\.(?:c|cc|cpp|cxx)$/.test(like.extension)
      ? like.extension
      : testExtension(source.extension);
  const name = affix.before + source.stem + affix.after + extension;
  const folder = like
    ? folderLike(like.folder, source.folder, isFlat(tests, language))
    : usualFolder(source.folder, familyOf(language) ?? '');
  return folder === '' ? name : `${folder}/${name}`;
}

/** A header is tested by a file of code. */
const testExtension = (extension: string): string => (/^\.(?:h|hh|hpp)$/.test(extension) ? '.cpp' : extension);

/** Stand all tests of a project in one folder, where folders need not be those of the sources? */
const isFlat = (tests: readonly Named[], language: string): boolean =>
  tests.length > 1 &&
  new Set(tests.map(({ folder }) => folder)).size === 1 &&
  !['java', 'kotlin', 'scala', 'go'].includes(familyOf(language) ?? '');

/** The folder for a test of a file in `folder`, as another test stands in `test`. */
function folderLike(test: string, folder: string, isAlone: boolean): string {
  const parts = test.split('/');
  const at = parts.findIndex(each => isTestFolder(each));
  if (at < 0) return folder; // beside their files
  const [mark = ''] = parts.slice(at, at + 1);
  if (mark === '__tests__' && at === parts.length - 1) return folder === '' ? mark : `${folder}/${mark}`;
  const root = parts.slice(0, at + 1).join('/');
  const isRoot = at === parts.length - 1;
  const own = folder.split('/').filter(each => each !== '');
  const above = parts.slice(0, at);
  const inside = own.slice(above.every((each, index) => own[index] === each) ? above.length : 0);
  if (isRoot) return root;
  const rest = parts.slice(at + 1);
  // 'test/java/…' beside 'main/java/…': the folders behind the mark are those behind the one of the sources
  const behind =
    /^(?:src|lib|source|sources|main|app)$/i.test(inside[0] ?? '') && rest[0] !== inside[0] ? inside.slice(1) : inside;
  const isBelow = rest.every((each, index) => behind[index] === each);
  return isAlone && isBelow ? test : [root, ...behind].join('/');
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
