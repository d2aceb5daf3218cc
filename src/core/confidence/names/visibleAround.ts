import { textAt } from './grammars/codeIndex.ts';
import type { NameUses } from './nameUses.ts';

/** A code in its file. */
export interface PlaceInFile {
  /** What names the rest of the file declares, and its lines. */
  readonly uses: NameUses;
  readonly lines: readonly string[];
  /** How many of the lines stand before the code. */
  readonly linesBefore: number;
  readonly code: string;
}

/**
 * The names that the rest of the file declares where they can be seen from the code: in lines that are indented less, or as much
 * where that is no class; parameters of a function in which the code stands. Told by the indentation alone.
 */
export function visibleAround({
  uses: { index, declaring },
  lines,
  linesBefore,
  code,
}: PlaceInFile): ReadonlySet<string> {
  const indent = indentOf(/^.*\S.*$/m.exec(code)?.[0] ?? '');
  const enclosing = enclosingLines(lines.slice(0, linesBefore), indent);
  const isMember = /\b(?:class|interface|enum|struct|impl)\b/.test(lines[enclosing.values().next().value ?? -1] ?? '');
  const names = new Set<string>();
  for (const at of declaring) {
    const open = index.within[at] ?? -1;
    const isParameter = textAt(index, open) === '(' && !/^(?:import|var|const|type)$/.test(textAt(index, open - 1));
    const line = (index.tokens[isParameter ? open : at]?.line ?? 1) - 1;
    const own = indentOf(lines[line] ?? '');
    const isVisible = isParameter ? enclosing.has(line) : own < indent || own === 0 || (own === indent && !isMember);
    if (isVisible) names.add(textAt(index, at));
  }
  return names;
}

/** The lines in which a code of that indentation stands, from within: each is the last one that is indented less. */
function enclosingLines(before: readonly string[], indent: number): ReadonlySet<number> {
  const found = new Set<number>();
  let least = indent;
  for (let at = before.length - 1; at >= 0 && least > 0; at -= 1) {
    const line = before[at] ?? '';
    if (line.trim() === '' || indentOf(line) >= least || /^\s*[)\]}]/.test(line)) continue;
    found.add(at);
    least = indentOf(line);
  }
  return found;
}

const indentOf = (line: string): number => /^[ \t]*/.exec(line)?.[0].length ?? 0;
