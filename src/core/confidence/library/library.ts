import { familyOf } from '../reading/languages.ts';

/** What a language brings along, as far as it is known here. */
export interface Library {
  /** Known everywhere without being declared. */
  readonly globals: ReadonlySet<string>;
  /** Packages and modules that need no installation. */
  readonly packages: ReadonlySet<string>;
  /** What a module, a package or a namespace has; undefined: it is not known. */
  readonly membersOf: (owner: string) => ReadonlySet<string> | undefined;
  /** The same of a type or an object that is global. */
  readonly membersOfType: (type: string) => ReadonlySet<string> | undefined;
}

const sources: Readonly<Record<string, () => Promise<string>>> = {
  script: async () => (await import('./tables/scriptLibrary.ts')).scriptLibrary,
  python: async () => (await import('./tables/pythonLibrary.ts')).pythonLibrary,
  go: async () => (await import('./tables/goLibrary.ts')).goLibrary,
  rust: async () => (await import('./tables/rustLibrary.ts')).rustLibrary,
  java: async () => (await import('./tables/javaLibrary.ts')).javaLibrary,
  c: async () => (await import('./tables/cppLibrary.ts')).cppLibrary,
};

const loaded = new Map<string, Promise<Library>>();

/** The library of a language, loaded with the first question that needs it; undefined: none is known. */
export function libraryOf(language: string): Promise<Library> | undefined {
  const family = familyOf(language) ?? '';
  const load = sources[family];
  if (!load) return undefined;
  const known = loaded.get(family) ?? load().then(text => readLibrary(text, family));
  loaded.set(family, known);
  return known;
}

/**
 * A table has a line for each owner, its name first: `*globals`, `*packages`, `=Type`, or a module. Several stand on one line
 * between `;`. What an owner has is taken apart when somebody asks for it.
 */
function readLibrary(text: string, family: string): Library {
  const rows = new Map<string, string>();
  for (const row of text.split(/\n| ; /)) {
    const end = row.indexOf(' ');
    rows.set(end < 0 ? row : row.slice(0, end), end < 0 ? '' : row.slice(end + 1));
  }
  const sets = new Map<string, ReadonlySet<string> | undefined>();
  const setOf = (owner: string): ReadonlySet<string> | undefined => {
    if (!sets.has(owner)) {
      const row = rows.get(owner);
      sets.set(owner, row === undefined ? undefined : new Set(row.split(' ')));
    }
    return sets.get(owner);
  };
  const globals = setOf('*globals') ?? new Set<string>();
  return {
    globals: family === 'script' ? globals.union(new Set(Object.getOwnPropertyNames(globalThis))) : globals,
    packages: setOf('*packages') ?? new Set(),
    membersOf: owner => setOf(owner),
    membersOfType: type => setOf(`=${type}`),
  };
}
