import path from 'node:path';
import { circles } from './circles.ts';
import type { SourceTree } from './sourceTree.ts';

/** Files that import each other in a circle, by value or for types: 'a.ts → b.ts → a.ts'. */
export function fileCircles({ sources }: SourceTree): readonly string[] {
  const own = new Set(sources.map(source => source.path));
  const graph = new Map(
    sources.map(({ path: file, imports }) => [
      file,
      new Set(imports.map(({ target }) => target).filter(target => own.has(target) && target !== file)),
    ]),
  );
  return circles(graph).map(way => [...way, way[0]].join(' → '));
}

/** Folders that import each other in a circle; each step is told by an import: 'a/x.ts → b, b/y.ts → a'. */
export function folderCircles({ sources }: SourceTree): readonly string[] {
  const own = new Set(sources.map(source => source.path));
  const steps = new Map<string, Map<string, string>>();
  for (const { path: file, imports } of sources) {
    const from = path.posix.dirname(file);
    const ways = steps.get(from) ?? new Map<string, string>();
    steps.set(from, ways);
    for (const { target } of imports) {
      const to = path.posix.dirname(target);
      if (own.has(target) && to !== from && !ways.has(to)) ways.set(to, file);
    }
  }
  const graph = new Map([...steps].map(([from, ways]) => [from, new Set(ways.keys())]));
  return circles(graph).map(way =>
    way.map((from, at) => stepOf(from, way[(at + 1) % way.length] ?? from, steps)).join(', '),
  );
}

const stepOf = (from: string, to: string, steps: ReadonlyMap<string, ReadonlyMap<string, string>>): string =>
  `${steps.get(from)?.get(to) ?? from} → ${to}`;

/** Folders with more files than so many, whatever files: 'a: 21 files'. */
export function crowdedFolders({ files }: SourceTree, most: number): readonly string[] {
  const folders = Object.entries(Object.groupBy(files, file => path.posix.dirname(file)));
  return folders.flatMap(([folder, inside = []]) =>
    inside.length > most ? [`${folder}: ${inside.length} files`] : [],
  );
}

/** Functions with more parameters than so many: 'a.ts:7 move takes 4'. */
export function longParameterLists({ sources }: SourceTree, most: number): readonly string[] {
  return sources.flatMap(({ path: file, functions }) =>
    functions
      .filter(({ parameters }) => parameters > most)
      .map(({ name, line, parameters }) => `${file}:${line} ${name || 'a function'} takes ${parameters}`),
  );
}

/** Names that several files export: 'Row in a.ts, b.ts'. */
export function repeatedExports({ sources }: SourceTree): readonly string[] {
  const places = new Map<string, string[]>();
  for (const { path: file, exports } of sources)
    for (const name of exports) places.set(name, [...(places.get(name) ?? []), file]);
  return [...places].flatMap(([name, files]) => (files.length > 1 ? [`${name} in ${files.join(', ')}`] : []));
}
