import { readFileSync } from 'node:fs';
import type { Context } from '../../src/assist/assistance.ts';
import type { Evidence, FoundText } from '../../src/assist/evidence/evidence.ts';

/** Where names are defined that the code could use. */
const elsewhere = [
  'src/core/model/prompt.ts',
  'src/core/model/answer.ts',
  'src/core/model/target.ts',
  'src/core/model/note.ts',
];
const definitionLines = 14;
const editLines = 5;
/** Lines that are asked about share what they use with those near them. */
const nearLines = 40;

/**
 * What the editor would find besides: three definitions from other files, which lines near each other share in part; two
 * places that were changed last, other ones with each question that does not go on with the one before; what the project is
 * made with, and the open files.
 */
export function evidenceAt({ file, startLine }: Context): Evidence {
  const near = Math.floor(startLine / nearLines);
  return {
    project: ['language: TypeScript 5.9', 'package manager: npm', 'tests: node:test', 'formatter: prettier'],
    definitions: [near, near + 1, startLine].map(at => linesAt(at, definitionLines)),
    edits: [startLine + 1, startLine + 8].map(at => linesAt(at, editLines)),
    openFiles: [file, ...elsewhere],
  };
}

function linesAt(at: number, most: number): FoundText {
  const file = elsewhere[at % elsewhere.length] ?? '';
  const lines = readFileSync(file, 'utf8').split('\n');
  const first = (at * 11) % Math.max(1, lines.length - most);
  return { file, line: first + 1, language: 'typescript', text: lines.slice(first, first + most).join('\n') };
}
