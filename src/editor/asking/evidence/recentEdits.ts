import * as vscode from 'vscode';
import { RecentRanges, type EditedRange, type LineChange } from '../../../assist/evidence/recentRanges.ts';
import type { AskedPlace } from '../gatherContext.ts';
import type { EvidencePiece } from '../../../assist/evidence/evidencePiece.ts';
import type { OtherTexts } from './otherTexts.ts';

/** More text at once is pasted or made, and is not counted, characters. */
const longestInsert = 20_000;
const mostEdits = 4;
/** Lines before and after a change. */
const aroundEdit = 1;

/** Listens to what is typed, and remembers where: numbers only. */
export class RecentEdits implements vscode.Disposable {
  readonly #ranges = new RecentRanges();
  readonly #listening = vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(event => this.#hear(event)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#ranges.forget(uri.toString())),
  );

  dispose(): void {
    this.#listening.dispose();
  }

  /** What was changed last, as it is now, as far as it may be sent and is read in time. */
  async latest(asked: AskedPlace, others: OtherTexts): Promise<readonly EvidencePiece[]> {
    const { document, range, budget } = asked;
    const own = document.uri.toString();
    const isAsked = (edit: EditedRange): boolean =>
      edit.file === own && edit.first <= range.end.line && edit.last >= range.start.line;
    const edits = this.#ranges.latest.filter(edit => !isAsked(edit)).slice(0, mostEdits);
    const found = await Promise.all(edits.map(edit => budget.within(pieceOf(edit, others))));
    return found.filter(each => each !== undefined);
  }

  #hear({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    if (!['file', 'untitled', 'vscode-remote'].includes(document.uri.scheme) || contentChanges.length === 0) return;
    this.#ranges.note(document.uri.toString(), contentChanges.map(lineChange));
  }
}

const lineChange = ({ range, text }: vscode.TextDocumentContentChangeEvent): LineChange => ({
  first: range.start.line,
  last: range.end.line,
  lines: text.length > longestInsert ? longestInsert : text.split('\n').length,
});

async function pieceOf(edit: EditedRange, others: OtherTexts): Promise<EvidencePiece | undefined> {
  const uri = vscode.Uri.parse(edit.file, true);
  const file = await others.at(uri);
  const lines = file?.text.split('\n') ?? [];
  const first = Math.max(0, edit.first - aroundEdit);
  const text = lines
    .slice(first, edit.last + aroundEdit + 1)
    .map(line => line.slice(0, 300))
    .join('\n');
  return file && text.trim() !== '' ? others.piece('edits', uri, { file, first, text }) : undefined;
}
