/** What VS Code gives in a webview. */
export interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

/** What survives hiding the panel and reloading the window. The extension finds the turns again by `panel`. */
export interface SavedState {
  readonly panel: string;
  /** The follow-up that was being written. */
  readonly draft: string;
  /** Where the reader was, pixels from the top. */
  readonly scrollTop: number;
  /** Was that the end? What came meanwhile is followed then. */
  readonly atEnd: boolean;
}

/** The state of before, as far as it is one of this panel. */
export function readSavedState(vscode: VsCodeApi, panel: string): SavedState {
  const saved: unknown = vscode.getState();
  const { draft, scrollTop, atEnd } = typeof saved === 'object' && saved !== null ? (saved as Partial<SavedState>) : {};
  return {
    panel,
    draft: typeof draft === 'string' ? draft : '',
    scrollTop: typeof scrollTop === 'number' ? scrollTop : 0,
    atEnd: atEnd === true,
  };
}
