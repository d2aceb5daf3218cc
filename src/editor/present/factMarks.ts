import * as vscode from 'vscode';
import type { FindNewErrors } from '../../core/confidence/reading/newErrors.ts';
import type { Sign } from '../../core/model/answer.ts';
import { type LineFact, lineFacts } from '../../interaction/conversation/factsView.ts';
import { lineInDiff } from '../../assist/placing/factLine.ts';
import { isTabOf, openDiff, type PendingEdit, type PendingFile, takenIn } from './pendingEdit.ts';
import { newErrorSigns } from '../../interaction/edits/newErrorSigns.ts';
import { proposedText, textNow } from './proposedChange.ts';

/**
 * Tells at the lines of an edit's diff what it changes that is easily overlooked. One kind of decoration for all, set when a diff
 * appears and when what it shows has changed, so that nothing flickers; VS Code takes it away with the editor.
 */
export class FactMarks implements vscode.Disposable {
  readonly #pending: () => PendingEdit | undefined;
  readonly #find: FindNewErrors;
  /** A long line hides its end in a narrow editor, so the code itself is marked, too; there the words come to who points at it. */
  readonly #note = vscode.window.createTextEditorDecorationType({
    textDecoration: 'underline dotted',
    overviewRulerColor: new vscode.ThemeColor('editorInfo.foreground'),
    overviewRulerLane: vscode.OverviewRulerLane.Right,
    after: { color: new vscode.ThemeColor('descriptionForeground'), fontStyle: 'italic', margin: '0 0 0 2em' },
  });
  readonly #disposables: readonly vscode.Disposable[];
  /** What was found about a pending edit while it was shown. */
  readonly #late = new WeakMap<PendingEdit['proposal'], readonly LineFact[]>();

  constructor(pending: () => PendingEdit | undefined, find: FindNewErrors) {
    this.#pending = pending;
    this.#find = find;
    this.#disposables = [
      this.#note,
      vscode.window.onDidChangeVisibleTextEditors(() => this.draw()),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.draw(document)),
    ];
  }

  /** Sets the marks in every editor that shows what is proposed; `only`: where this document is shown. */
  draw(only?: vscode.TextDocument): void {
    const pending = this.#pending();
    for (const file of pending?.files ?? []) {
      const shown = vscode.window.visibleTextEditors.filter(
        ({ document }) => document.uri.toString() === file.preview.toString() && (only ?? document) === document,
      );
      for (const editor of shown)
        editor.setDecorations(this.#note, pending ? notesOf(pending, file, this.#late.get(pending.proposal)) : []);
    }
  }

  /** Asks a compiler about an edit that is shown; what it finds stands at its lines and in the answer. */
  async look(pending: PendingEdit, signal: AbortSignal): Promise<void> {
    const signs = await lateErrors(pending, this.#find, signal);
    const { proposal } = pending;
    if (signs.length === 0 || signal.aborted || !('late' in proposal)) return;
    this.#late.set(proposal, lineFacts(signs));
    this.draw();
    proposal.late?.(signs);
  }

  /** Shows the line of a fact about an answer (1-based, of its code) in its diff; false: that is not open, or the change is left out. */
  async reveal(question: string, line: number): Promise<boolean> {
    const pending = this.#pending();
    const [file] = pending?.files ?? [];
    if (!pending || !file || pending.proposal.question !== question) return false;
    const found = lineOfFact(pending, file, line);
    if (found === undefined) return false;
    const shown = new Set([file.preview.toString()]);
    const group = vscode.window.tabGroups.all.find(({ tabs }) => tabs.some(tab => isTabOf(tab, shown)));
    await openDiff(pending, new vscode.Range(found, 0, found, 0), group?.viewColumn); // else where the panel is
    return true;
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }
}

/** Where a line of the proposed code (1-based) stands in the diff's right side, 0-based. */
function lineOfFact(pending: PendingEdit, file: PendingFile, line: number): number | undefined {
  const { proposal } = pending;
  const text = textNow(file.document);
  const hunks = file.change.hunksIn(text);
  if (!('place' in proposal) || typeof hunks === 'string') return undefined;
  const { original, replacement, place, noteLine } = proposal;
  return lineInDiff(
    noteLine !== undefined && line >= noteLine ? line + 1 : line,
    { original, replacement, mark: place.mark },
    { text, hunks, isTaken: takenIn(pending, file) },
  );
}

function notesOf(
  pending: PendingEdit,
  file: PendingFile,
  late: readonly LineFact[] = [],
): readonly vscode.DecorationOptions[] {
  const facts = 'facts' in pending.proposal ? (pending.proposal.facts ?? []) : [];
  const placed = [...facts, ...late].flatMap(({ line, text }) => {
    const found = lineOfFact(pending, file, line);
    return found === undefined ? [] : [{ found, text }];
  });
  if (placed.length === 0) return [];
  const lines = proposedText(textNow(file.document), file.change, takenIn(pending, file)).split('\n');
  return [...Map.groupBy(placed, ({ found }) => found)].map(([line, told]) => {
    const words = told.map(({ text }) => text).join(' ');
    const hoverMessage = new vscode.MarkdownString().appendText(words);
    const indent = /^\s*/.exec(lines[line] ?? '')?.[0].length ?? 0;
    const range = new vscode.Range(line, indent, line, Number.MAX_SAFE_INTEGER); // VS Code ends it where the line ends
    return { range, hoverMessage, renderOptions: { after: { contentText: words } } };
  });
}

/** What a compiler says of an edit of one file that is shown, as facts; it comes late or not at all. Never rejects. */
async function lateErrors(pending: PendingEdit, find: FindNewErrors, signal: AbortSignal): Promise<readonly Sign[]> {
  const { proposal, files } = pending;
  const [file, ...others] = files;
  if (!file || others.length > 0 || !('place' in proposal)) return [];
  const before = textNow(file.document);
  const after = proposedText(before, file.change, takenIn(pending, file));
  if (after === before) return [];
  const found = await find({ language: file.document.languageId, before, after }, signal);
  const signs = newErrorSigns(found ?? [], { replacement: proposal.replacement, mark: proposal.place.mark }, after);
  return signs.map(sign => withoutNote(sign, proposal.noteLine));
}

/** With the line of the answer's own code, which knows nothing of a note above it. */
function withoutNote(sign: Sign, noteLine: number | undefined): Sign {
  const { line } = sign.facts;
  const isBelow = noteLine !== undefined && typeof line === 'number' && line > noteLine;
  return isBelow ? { ...sign, facts: { ...sign.facts, line: line - 1 } } : sign;
}
