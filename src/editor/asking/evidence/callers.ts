import type * as vscode from 'vscode';
import { referencesAt } from '../languageServices.ts';
import type { AskedPlace } from '../gatherContext.ts';
import type { EvidencePiece } from '../../../assist/evidence/evidencePiece.ts';
import type { OtherTexts } from './otherTexts.ts';

const mostCallers = 8;
/** Lines before and after a use. */
const aroundUse = 2;

/** The places that use what the code declares, as far as they are known in time. */
export async function callersOf(
  asked: AskedPlace,
  at: vscode.Position,
  others: OtherTexts,
): Promise<readonly EvidencePiece[]> {
  const { document, range, budget } = asked;
  const own = document.uri.toString();
  const references = (await referencesAt(document, at, budget)).filter(
    each => !(each.uri.toString() === own && range.intersection(each.range)),
  );
  const found = await Promise.all(spread(references).map(each => budget.within(linesAround(each, others))));
  return found.filter(each => each !== undefined);
}

/** One use of each file before a second one: different callers tell more. */
function spread(references: readonly vscode.Location[]): readonly vscode.Location[] {
  const turns = new Map<string, number>();
  const inTurn = references.slice(0, 200).map(reference => {
    const file = reference.uri.toString();
    const turn = turns.get(file) ?? 0;
    turns.set(file, turn + 1);
    return { reference, turn };
  });
  return inTurn
    .toSorted((a, b) => a.turn - b.turn)
    .slice(0, mostCallers)
    .map(({ reference }) => reference);
}

async function linesAround({ uri, range }: vscode.Location, others: OtherTexts): Promise<EvidencePiece | undefined> {
  const file = await others.at(uri);
  if (!file) return undefined;
  const first = Math.max(0, range.start.line - aroundUse);
  const lines = file.text.split('\n').slice(first, range.end.line + aroundUse + 1);
  if (/^\s*(?:import|from|use|using|#\s*include)\b/.test(lines[range.start.line - first] ?? '')) return undefined;
  return others.piece('callers', uri, { file, first, text: lines.map(line => line.slice(0, 300)).join('\n') });
}
