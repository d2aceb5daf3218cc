import type * as vscode from 'vscode';

/** What a badge counts. */
export interface Counted {
  readonly count: () => number;
  /** The same in words: what a screen reader says, and what is shown when the mouse rests on it. */
  readonly text: (count: number) => string;
  /** Calls back after each change. The returned function ends that. */
  readonly onDidChange: (listener: () => void) => () => void;
}

/** Shows a number on a view, none while there is nothing to count, until disposed. */
export function showBadge(
  view: Pick<vscode.TreeView<unknown>, 'badge'>,
  { count, text, onDidChange }: Counted,
): vscode.Disposable {
  const draw = (): void => {
    const value = count();
    if (value === (view.badge?.value ?? 0)) return;
    view.badge = value === 0 ? undefined : { value, tooltip: text(value) };
  };
  const stop = onDidChange(draw);
  draw();
  return { dispose: stop };
}
