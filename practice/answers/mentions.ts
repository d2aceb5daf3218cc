import { lineNumber } from '../code/change.ts';
import type { ReadSource } from '../code/readSource.ts';
import { tick } from '../wording/words.ts';

const MOST_LINES = 8;

/** The lines in which a name stands, as a Markdown list: first where it is declared, then where it is used. */
export function mentionsOf({ code, masked, language, units, firstLine }: ReadSource, name: string): string {
  const lines = code.split('\n');
  const pattern = new RegExp(`(?<![\\w$])${name.replace(/\$/g, '\\$&')}(?![\\w$])`, 'g');
  // In JSON and plain text names stand inside of strings.
  const searched = language.bodies === 'none' ? code : masked.text;
  const places = [...new Set([...searched.matchAll(pattern)].map(({ index }) => lineNumber(code, index)))];
  const unit = units.find(candidate => candidate.name === name);
  const declared = unit === undefined ? declarationOf(lines, places, name) : lineNumber(code, unit.start);
  const shown = places.slice(0, MOST_LINES).map(line => {
    const role = line === declared ? 'declared' : 'used';
    return `- line ${line + firstLine - 1}, ${role}: ${tick(lines[line - 1] ?? '')}`;
  });
  const rest = places.length - shown.length;
  return [...shown, ...(rest > 0 ? [`- and ${rest} more`] : [])].join('\n') || 'It is not in this code.';
}

function declarationOf(lines: readonly string[], places: readonly number[], name: string): number | undefined {
  const sign = new RegExp(
    `\\b(?:const|let|var|class|interface|type|struct|enum|def|func|fn)\\s+(?:mut\\s+)?${name}\\b|^\\s*["']?${name}["']?\\s*(?:\\??:|:?=)(?!=)`,
  );
  return places.find(line => sign.test(lines[line - 1] ?? ''));
}
