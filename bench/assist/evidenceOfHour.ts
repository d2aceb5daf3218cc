import { readFileSync } from 'node:fs';
import type { Evidence, FoundText } from '../../src/assist/evidence/evidence.ts';
import type { EvidencePiece } from '../../src/assist/evidence/evidencePiece.ts';
import { behindEarlier, LastingDefinitions } from '../../src/assist/evidence/lastingDefinitions.ts';
import type { AskedAt } from './hour.ts';

/** Where names are defined that the code could use. */
const elsewhere = [
  'src/core/model/prompt.ts',
  'src/core/model/answer.ts',
  'src/core/model/target.ts',
  'src/core/model/note.ts',
];
const definitionLines = 14;
const editLines = 5;
const mostEdits = 4;
/** Lines that are asked about share what they use with those near them. */
const nearLines = 40;
/** As the editor has it. */
const room = { characters: 8_000, files: 7 };

/**
 * What the editor would find besides, in the course of an hour: three definitions from other files, which lines near each other
 * share in part, behind those of the questions before; the places in other files that were changed last; what the project is
 * made with, and the open files.
 */
export function evidenceOfHour(lasting = new LastingDefinitions()): (asked: AskedAt) => Evidence {
  return ({ file, first, atMs, changed }) => {
    const near = Math.floor(first / nearLines);
    const found = [near, near + 1, first].map(at => definitionAt(at));
    const definitions = behindEarlier(lasting.earlier(file, atMs), found, room);
    lasting.note(file, definitions, atMs);
    const edits = changed.filter(each => each.file !== file).slice(0, mostEdits);
    return {
      project: ['language: TypeScript 5.9', 'package manager: npm', 'tests: node:test', 'formatter: prettier'],
      definitions: definitions.map(each => each.found),
      edits: edits.map(each => linesAt(each.file, each.line, editLines)),
      openFiles: [file, ...elsewhere],
    };
  };
}

/** Nothing of what went along before goes along again. */
export class ForgottenDefinitions extends LastingDefinitions {
  override earlier(): readonly EvidencePiece[] {
    return [];
  }
}

function definitionAt(at: number): EvidencePiece {
  const file = elsewhere[at % elsewhere.length] ?? '';
  const lines = readFileSync(file, 'utf8').split('\n').length;
  const first = (at * 11) % Math.max(1, lines - definitionLines);
  return {
    kind: 'definitions',
    found: linesAt(file, first, definitionLines),
    secrets: [],
    source: { file, hash: 'the same for an hour' },
  };
}

function linesAt(file: string, first: number, most: number): FoundText {
  const lines = readFileSync(file, 'utf8').split('\n');
  return { file, line: first + 1, language: 'typescript', text: lines.slice(first, first + most).join('\n') };
}
