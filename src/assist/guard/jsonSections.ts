import type { Steps } from '../../core/shared/steps.ts';
import { everywhere, type RiskRule } from './riskRules.ts';

/** A stretch of a line that says something only because of the object in which it stands. */
export interface SectionPart {
  readonly rule: RiskRule;
  readonly text: string;
}

/** What begins an object of dependencies (its first group), or one of addresses for imports. */
const opener =
  /["'](?:((?:dev|peer|optional|bundled?)?dependencies|overrides|resolutions|catalogs?)|imports|scopes)["']\s?:\s?(?:\{|$)/gi;

/** `user/repository`, an address, a path or an alias: all that is not a version. A lock file tells the rest in other lines. */
const dependency = everywhere([
  'registry',
  /["'](?!(?:resolved|integrity|url|license|funding)["'])([@\w./#>*-]{1,120})["'] ?: ?(?=["'](?!workspace:|catalog:)[^"'\s:/]{0,100}[:/])/,
]);
const imported = everywhere(['registry', /["']([@\w./#:*-]{1,200})["'] ?: ?(?=["']https?:)/]);

/** So many objects are looked at in one line. */
const mostInLine = 100;

/** By the number of a line: what of it stands in such an object, also in a file that is one line. */
export function* jsonSections(lines: readonly string[]): Steps<ReadonlyMap<number, readonly SectionPart[]>> {
  const found = new Map<number, readonly SectionPart[]>();
  let open: Open | undefined;
  for (const [at, line] of lines.entries()) {
    yield;
    const parts: SectionPart[] = [];
    let from = 0;
    while (parts.length < mostInLine) {
      open ??= openedIn(line, from);
      if (open === undefined) break;
      const { end, depth } = walked(line, open.from, open.depth);
      parts.push({ rule: open.rule, text: line.slice(open.from, end) });
      const isAnnounced = open.from === line.length && depth === 0; // its brace stands in the next line
      open = depth > 0 || isAnnounced ? { ...open, from: 0, depth } : undefined;
      if (open !== undefined) break;
      from = end;
    }
    if (parts.length > 0) found.set(at, parts);
  }
  return found;
}

interface Open {
  readonly rule: RiskRule;
  /** Where it begins, or goes on, in a line. */
  readonly from: number;
  /** How many braces are open. */
  readonly depth: number;
}

function openedIn(line: string, from: number): Open | undefined {
  opener.lastIndex = from;
  const found = opener.exec(line);
  if (!found) return undefined;
  return {
    rule: found[1] === undefined ? imported : dependency,
    from: opener.lastIndex,
    depth: found[0].endsWith('{') ? 1 : 0,
  };
}

/** Where the last of the open braces is closed, or the line ends, and how many are open there. */
function walked(line: string, from: number, open: number): { readonly end: number; readonly depth: number } {
  let depth = open;
  for (let at = from; at < line.length; at += 1) {
    const character = line[at];
    if (character === '{') depth += 1;
    else if (character === '}' && (depth -= 1) <= 0) return { end: at + 1, depth: 0 };
  }
  return { end: line.length, depth };
}
