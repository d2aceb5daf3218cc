import type { Context, EarlierTurn } from '../../src/assist/assistance.ts';
import { surroundingsIn } from '../../src/assist/reading/searchedText.ts';
import { atOnce } from '../../src/core/shared/steps.ts';
import { sha256 } from '../../src/libraries/sha256.ts';
import type { AskedAt } from './hour.ts';

/** What the editor would gather for a question: the language service knows of a name in two of three cases, and of a problem in one of four. */
export function contextAt(asked: AskedAt, turns: readonly EarlierTurn[]): Context {
  const { file, language, lines, first, last, words } = asked;
  const text = lines.join('\n');
  const place = { startLine: first, endLine: last };
  const around = atOnce(surroundingsIn({ firstLine: 0, text, findings: [] }, place, []));
  const name = /[\w$]+(?=\()/.exec(lines[first] ?? '')?.[0] ?? 'value';
  return {
    file,
    language,
    code: lines.slice(first, last + 1).join('\n'),
    ...around,
    document: sha256(text),
    startLine: first + 1,
    endLine: last + 1,
    hovers:
      first % 3 === 0
        ? []
        : [`(method) ${name}(text: string, room: number): Taken | undefined\n\nTakes as much of a line as fits.`],
    diagnostics:
      first % 4 === 0
        ? [{ line: first + 2, severity: 'warning', message: `'${name}' is declared but its value is never read.` }]
        : [],
    input: words,
    turns,
  };
}
