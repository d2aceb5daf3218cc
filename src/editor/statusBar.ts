import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Clock } from '../core/clock.ts';
import type { Severity, Status } from '../core/status.ts';
import { Settled } from './settled.ts';
import { isSamePicture, pictureHoldsMs, pictureOf, type StatusPicture } from './statusPicture.ts';
import { tooltipCommands } from './statusTooltip.ts';

/** What the status bar shows, and when to look again. */
export interface StatusFeed {
  readonly clock: Clock;
  readonly status: () => Status;
  /** Calls back after every change that the status may depend on. The returned function ends that. */
  readonly onDidChange: (listener: () => void) => () => void;
}

/** Shows the status in the status bar, without flicker, until disposed. */
export function showStatusBar(feed: StatusFeed): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('steadfast.status', vscode.StatusBarAlignment.Right);
  item.name = l10n.t('Steadfast');
  item.command = 'steadfast.showMenu';
  const stop = follow(feed, picture => paint(item, picture));
  return vscode.Disposable.from(item, { dispose: stop });
}

/** Calls `show` with each picture that lasts long enough to be seen. The returned function ends that. */
export function follow({ clock, status, onDidChange }: StatusFeed, show: (picture: StatusPicture) => void): () => void {
  const settled = new Settled(clock, isSamePicture, show);
  let cancelTimer: (() => void) | undefined;
  const look = (): void => {
    const now = status();
    settled.propose(pictureOf(now));
    cancelTimer?.();
    const holdsMs = pictureHoldsMs(now);
    cancelTimer = holdsMs === Infinity ? undefined : clock.after(holdsMs, look);
  };
  const stopListening = onDidChange(look);
  look();
  return () => {
    stopListening();
    cancelTimer?.();
    settled.dispose();
  };
}

/** Only these two backgrounds exist for status bar items. */
const backgrounds: Readonly<Record<Exclude<Severity, 'none'>, string>> = {
  warning: 'statusBarItem.warningBackground',
  error: 'statusBarItem.errorBackground',
};

export function paint(item: vscode.StatusBarItem, { text, tooltip, label, severity }: StatusPicture): void {
  item.text = text;
  item.tooltip = tooltipOf(tooltip);
  item.accessibilityInformation = { label };
  item.backgroundColor = severity === 'none' ? undefined : new vscode.ThemeColor(backgrounds[severity]);
  item.show();
}

function tooltipOf(markdown: string): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString(markdown, true);
  tooltip.isTrusted = { enabledCommands: tooltipCommands };
  return tooltip;
}
