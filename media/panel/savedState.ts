/** What VS Code gives in a webview. */
export interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

/** What survives hiding the panel and reloading the window. The extension finds the turns again by `panel`. */
export interface SavedState {
  readonly panel: string;
  /** Half-written follow-ups of other conversations that this page has shown, by their panel. */
  readonly drafts: Readonly<Record<string, string>>;
  /** The follow-up that was being written. */
  readonly draft: string;
  /** Where the reader was, pixels from the top. */
  readonly scrollTop: number;
  /** Was that the end? What came meanwhile is followed then. */
  readonly atEnd: boolean;
}

/** The state of before, as far as it is one of this panel. What was being written in another is kept for when that comes back. */
export function readSavedState(vscode: VsCodeApi, panel: string): SavedState {
  const saved: unknown = vscode.getState();
  const before =
    typeof saved === 'object' && saved !== null ? (saved as Partial<Record<keyof SavedState, unknown>>) : {};
  const { panel: of = panel, draft, scrollTop, atEnd } = before;
  const drafts = readDrafts(before.drafts);
  const words = typeof draft === 'string' ? draft : '';
  if (of === panel) return { panel, drafts, draft: words, scrollTop: Number(scrollTop) || 0, atEnd: atEnd === true };
  if (words !== '') drafts[String(of)] = words;
  return { panel, drafts, draft: drafts[panel] ?? '', scrollTop: 0, atEnd: false };
}

const mostDrafts = 20;

function readDrafts(saved: unknown): Record<string, string> {
  const entries = typeof saved === 'object' && saved !== null ? Object.entries(saved) : [];
  const words = entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(words.slice(-mostDrafts));
}
