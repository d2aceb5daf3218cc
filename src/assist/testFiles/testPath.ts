import { familyOf } from '../../core/confidence/reading/languages.ts';
import { affixesOf, affixIn } from './affixes.ts';
import { isTestFolder, newPath } from './newPath.ts';
import { namedOf, scripts, type Named } from './named.ts';

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

/** Is it a test by its name, in its language? */
export const isTestPath = (path: string, language: string): boolean =>
  affixIn(namedOf(path).stem, affixesOf(language)) !== undefined ||
  (isInTestFolder(path) && !['c', 'rust'].includes(familyOf(language) ?? ''));

const isInTestFolder = (path: string): boolean => path.split('/').slice(0, -1).some(isTestFolder);

/**
 * Where the tests of this file stand by what its project does: the file that is there; else one beside or below like those of its
 * neighbours; else as its language has it. In Rust that is the file itself.
 */
export function testPlace(path: string, language: string, { tests }: Project): TestPlace {
  const source = namedOf(path);
  const ways = affixesOf(language);
  const names = new Set(ways.map(({ before, after }) => before + source.stem + after));
  const alike = nearestFirst(tests, source);
  const own = alike.filter(({ named }) => names.has(named.stem));
  const [found, next] = own;
  const others = alike.filter(test => test !== found);
  const shown = others[0] === undefined ? {} : { example: others[0].path };
  const isMeant = found && (!next || found.nearness > next.nearness || found.named.folder === source.folder);
  if (isMeant) return { path: found.path, exists: true, ...shown };
  if (familyOf(language) === 'rust') return { path, exists: true, ...shown };
  return {
    path: newPath(
      source,
      language,
      others.map(({ named }) => named),
    ),
    exists: false,
    ...shown,
  };
}

interface Near {
  readonly path: string;
  readonly named: Named;
  readonly nearness: number;
}

/** Tests in files of the same kind, a file that is not its own test. */
function nearestFirst(tests: readonly string[], source: Named): readonly Near[] {
  return tests
    .map(path => ({ path, named: namedOf(path) }))
    .filter(({ named }) => isSameKind(named.extension, source.extension) && !isSame(named, source))
    .map(test => ({ ...test, nearness: nearness(test.named, source) }))
    .sort((one, other) => other.nearness - one.nearness);
}

const isSame = (one: Named, other: Named): boolean =>
  one.folder === other.folder && one.stem === other.stem && one.extension === other.extension;

const isSameKind = (one: string, other: string): boolean =>
  one === other ||
  (scripts.test(one) && scripts.test(other)) ||
  (/^\.(?:c|cc|cpp|cxx|h|hh|hpp)$/.test(one) && /^\.(?:c|cc|cpp|cxx|h|hh|hpp)$/.test(other));

/** How much of their folders two paths have in common, those of tests and sources apart. */
function nearness(test: Named, source: Named): number {
  const [first, second] = [told(test.folder), told(source.folder)];
  let same = 0;
  while (same < first.length && first[same] === second[same]) same += 1;
  const beside = test.folder === source.folder ? 1 : 0;
  const project = isProjectOf(test.folder, source.folder) ? 4 : 0;
  return same * 2 + beside + project - Math.abs(first.length - second.length) * 0.1;
}

const told = (folder: string): readonly string[] => folder.split('/').filter(each => !isNeutral(each));

/** 'Shop.Api.UnitTests' holds the tests of 'Shop.Api', and not those of 'Shop'. */
function isProjectOf(tests: string, folder: string): boolean {
  const own = folder.split('/');
  return tests
    .split('/')
    .some(each => own.includes(each.replace(/[._-]?(?:unit|integration)?[._-]?(?:tests?|specs?)$/i, '')));
}

const isNeutral = (folder: string): boolean =>
  isTestFolder(folder) || /^(?:src|lib|source|sources|main|app|java|kotlin|include)$/i.test(folder);
