import { isBlank } from '../enclosing/codeLines.ts';
import type { Item, Nested } from './topLevel.ts';

/** A group of tests in a file, into which more can be put. */
export interface Container {
  readonly head: number;
  /** The line that closes it, or the one after its last. */
  readonly end: number;
}

interface Grouping {
  /** The line that begins a group. */
  readonly group: RegExp;
  /** The head of a test that cannot stand, or would be lost, outside of one. */
  readonly member: RegExp;
}

const classes: Grouping = {
  group: /^\s*(?:[\w[\]()]+ ){0,6}(?:class|struct|object) \w/,
  member: /^(?!\s*(?:[\w[\]()]+ ){0,6}(?:class|struct|interface|enum|record|object|namespace|extension|import|using) )/,
};
const groupings: Readonly<Record<string, Grouping>> = {
  script: { group: /^(?:describe|suite|context)\b/, member: /^\s*(?:it|test|specify)\b/ },
  python: { group: /^class\s/, member: /^\s*(?:async )?def \w+\(\s?(?:self|cls)\b/ },
  ruby: { group: /^(?:(?:RSpec\.)?describe|class)\b/, member: /^\s*(?:it|specify|test|context|describe|def)\b/ },
  rust: { group: /^\s*(?:pub )?mod \w+ ?\{/, member: /^/ },
  java: classes,
  kotlin: classes,
  scala: classes,
  csharp: classes,
  swift: classes,
  php: classes,
};

/** Does the language put tests into something? */
export const groupsTests = (family: string): boolean => groupings[family] !== undefined;

/** Where members cannot stand outside of a group. */
export const needsGroup = (family: string): boolean => groupings[family] === classes;

export const isMember = (family: string, line: string): boolean => groupings[family]?.member.test(line) === true;

const isGroup = (family: string, line: string): boolean => groupings[family]?.group.test(line) === true;

/** The groups of a file that are not within another one. */
export function containersIn({ code, depths }: Nested): readonly Container[] {
  const { family, lines, codeLines } = code;
  const heads = codeLines.flatMap((line, at) => (isGroup(family, line) ? [at] : []));
  const least = heads.reduce((depth, at) => Math.min(depth, depths[at] ?? 0), Infinity);
  const outer = heads.filter(at => depths[at] === least && (family !== 'rust' || isTests(lines, at)));
  let done = -1;
  return outer.flatMap(head => {
    if (head <= done) return [];
    const end = endOf({ code, depths }, head);
    done = end ?? done;
    return end === undefined ? [] : [{ head, end }];
  });
}

/** A module of Rust that is compiled for tests only. */
const isTests = (lines: readonly string[], at: number): boolean =>
  lines.slice(Math.max(at - 3, 0), at).some(line => line.includes('#[cfg(test)]')) ||
  /mod tests?\b/.test(lines[at] ?? '');

/** The group that an item is, within its own text. */
export function groupOf(nested: Nested, { head }: Item): Container | undefined {
  if (!isGroup(nested.code.family, nested.code.codeLines[head] ?? '')) return undefined;
  const end = endOf(nested, head);
  return end === undefined ? undefined : { head, end };
}

function endOf({ code, depths }: Nested, head: number): number | undefined {
  const { family, lines, codeLines } = code;
  if (family === 'python' || family === 'ruby') return endByBlanks(lines, head, family);
  const opens = (depths[head + 1] ?? 0) > (depths[head] ?? 0);
  // a brace may stand on a line of its own
  if (!opens) return /^\s*\{\s*$/.test(codeLines[head + 1] ?? '') ? endOf({ code, depths }, head + 1) : undefined;
  let at = head + 1;
  while (at < lines.length && (depths[at + 1] ?? 0) > (depths[head] ?? 0)) at += 1;
  return /^\s*[)}]/.test(lines[at] ?? '') ? at : undefined;
}

/** Up to the line that stands no further in. */
function endByBlanks(lines: readonly string[], head: number, family: string): number | undefined {
  const depth = (line = ''): number => line.length - line.trimStart().length;
  let last = head;
  for (let at = head + 1; at < lines.length; at += 1) {
    if (isBlank(lines[at])) continue;
    if (depth(lines[at]) <= depth(lines[head])) return family === 'ruby' ? at : last > head ? last + 1 : undefined;
    last = at;
  }
  return family === 'python' && last > head ? last + 1 : undefined;
}
