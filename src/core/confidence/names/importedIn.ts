/** By family, lines that import something, and what it is called in them. */
const patterns: Readonly<Record<string, RegExp>> = {
  python: /^[ \t]*import ([\w., \t]+)$/gm,
  go: /^(?:import )?[ \t]*(?:[\w.]+ )?"([\w./-]+)"[ \t]*$/gm,
  rust: /\buse (?:std|core|alloc)::(\w+)[;,]/g,
  java: /^import (?:static )?([\w.*]+);/gm,
};

/**
 * What a text imports under its own name: modules of Python, paths of Go, modules of Rust's library, classes of Java. In time that grows
 * with the text.
 */
export function importedIn(family: string, text: string): ReadonlySet<string> {
  const pattern = patterns[family];
  const found = pattern ? [...text.matchAll(pattern)].map(([, named = '']) => named) : [];
  if (family !== 'python') return new Set(found);
  const modules = found.flatMap(line => line.split(',')).map(each => each.trim());
  return new Set(modules.filter(each => !each.includes(' ')).flatMap(each => [each, each.split('.', 1)[0] ?? '']));
}
