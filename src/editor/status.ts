import * as vscode from 'vscode';
import { describe } from '../core/status.ts';
import { viewStatus, type StatusSources } from '../core/statusView.ts';
import type { StatusFeed } from './followStatus.ts';
import { isEnabledFor } from './settings.ts';
import { showStatusBar } from './statusBar.ts';
import { registerStatusMenu } from './statusMenu.ts';

export interface StatusParts extends Omit<StatusSources, 'surroundings'> {
  readonly localOnly: () => boolean;
  /** Calls back after settings or keys have changed. The returned function ends that. */
  readonly onDidChange: (listener: () => void) => () => void;
}

/** The status bar item, its menu, and the commands that act on circuits. */
export function registerStatus(parts: StatusParts): vscode.Disposable {
  const feed = createStatusFeed(parts);
  return vscode.Disposable.from(showStatusBar(feed), registerStatusMenu({ ...parts, feed }));
}

/** The status as circuits, questions, settings and the window make it. */
export function createStatusFeed(parts: StatusParts): StatusFeed {
  const sources: StatusSources = { ...parts, surroundings: () => surroundings(parts.localOnly()) };
  return {
    clock: parts.clock,
    status: () => describe(viewStatus(sources)),
    onDidChange: listener => {
      const ends = [parts.circuits, parts.activity, parts].map(each => each.onDidChange(listener));
      const window = vscode.Disposable.from(
        vscode.workspace.onDidGrantWorkspaceTrust(listener),
        vscode.window.onDidChangeActiveTextEditor(listener),
      );
      return () => {
        window.dispose();
        for (const end of ends) end();
      };
    },
  };
}

function surroundings(localOnly: boolean) {
  const document = vscode.window.activeTextEditor?.document;
  return { localOnly, restricted: !vscode.workspace.isTrusted, enabled: !document || isEnabledFor(document) };
}
