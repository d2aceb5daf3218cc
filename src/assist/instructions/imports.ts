import { proseLines, withoutCodeSpans } from './proseLines.ts';

/** More imports of one file are not followed. */
const mostImports = 10;

/**
 * The files that a CLAUDE.md takes in with `@path`, by their paths in the workspace folder; undefined in place of a path that
 * leaves it. Addresses, names of people and of packages are none, nor is what stands in code. A file that is nothing but the name of another is
 * what git makes of a link where there are none.
 */
export function importsIn(text: string, file: string): readonly (string | undefined)[] {
  const alone = /^[^\s@#<>*]{1,200}\.md$/i.exec(text.trim())?.[0];
  const named = alone ? [alone] : proseLines(text).flatMap(line => (line.isCode ? [] : namedIn(line.text)));
  return [...new Set(named.slice(0, mostImports).map(path => pathFrom(file, path)))];
}

function namedIn(line: string): readonly string[] {
  if (!line.includes('@')) return [];
  const words = withoutCodeSpans(line).split(/[ \t]+/);
  return words.flatMap(word => {
    const [named = ''] = /^@([^@]{1,300})$/.exec(word)?.[1]?.split('#', 1) ?? [];
    const path = named.replace(/[).,;:!?]{1,3}$/, '');
    return /[^/\\]\.[a-z]{1,8}$/i.test(path) ? [path] : [];
  });
}

/** The path in the workspace folder of what a file names; undefined: it leaves the folder. */
export function pathFrom(file: string, named: string): string | undefined {
  const path = named.replaceAll('\\', '/');
  if (/^(?:[~/]|[A-Za-z]:)/.test(path)) return undefined;
  const parts = file.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.length === 0 ? undefined : parts.join('/');
}
