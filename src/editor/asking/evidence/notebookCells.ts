import type * as vscode from 'vscode';
import type { FoundText } from '../../../assist/evidence/evidence.ts';
import { knownIn, knownSecrets } from '../../../core/secrets/knownSecrets.ts';
import type { KnownSecret } from '../../../core/model/knownSecret.ts';
import { inSteps } from '../../../core/shared/steps.ts';
import { pace } from '../../../interaction/platform/pace.ts';
import { cellAndOthers } from '../notebookCell.ts';
import { openDocument, searched, type FindingsIn, type ReadableText } from '../readableText.ts';

/** The cells nearest to the one asked about have so many characters together. */
const mostCharacters = 12_000;
const mostCells = 60;

/** The cells before one, nearest last; nothing that they have put out. */
export interface CellsBefore {
  readonly cells: readonly FoundText[];
  readonly secrets: readonly KnownSecret[];
  /** What tells them from another version of them. */
  readonly identity: string;
}

const none: CellsBefore = { cells: [], secrets: [], identity: '' };

/** The cells of its notebook that stand before a document; none when it is no cell. */
export async function cellsBefore(document: ReadableText, findingsIn: FindingsIn): Promise<CellsBefore> {
  const [own, all] = cellAndOthers(document.uri);
  if (!own) return none;
  const at = all.indexOf(own);
  const cells = await nearestCells(all.slice(Math.max(0, at - mostCells), at));
  const text = cells.map(cell => cell.text).join('\n');
  if (text === '') return none;
  const found = await searched(document.uri.with({ query: 'cells' }), text, findingsIn);
  if (!found) return { ...none, identity: text };
  const secrets = await inSteps(
    knownIn(
      knownSecrets(text, found.findings),
      cells.map(cell => cell.text),
    ),
    pace,
  );
  return { cells, secrets, identity: text };
}

async function nearestCells(before: readonly vscode.NotebookCell[]): Promise<readonly FoundText[]> {
  const cells: FoundText[] = [];
  let left = mostCharacters;
  for (const { document, index } of before.toReversed()) {
    const readable = await openDocument(document.uri.toString());
    const text = readable?.text() ?? '';
    if (text.trim() === '') continue;
    left -= text.length;
    if (left < 0) break;
    cells.unshift({ file: `cell ${index + 1}`, line: 1, language: document.languageId, text });
  }
  return cells;
}
