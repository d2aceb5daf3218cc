import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Severity } from '../../core/status/status.ts';
import type { StatusFeed } from '../../interaction/status/followStatus.ts';
import type { StatusPicture } from '../../interaction/status/statusPicture.ts';
import { tooltipCommands } from '../../interaction/status/tooltipCommands.ts';

/**
 * Shows the status in the status bar, without flicker, until disposed. What it says is loaded after the window's start, which
 * then has less to wait for; until then there is only the icon.
 */
export function showStatusBar(feed: StatusFeed): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('steadfast.status', vscode.StatusBarAlignment.Right);
  item.name = l10n.t('Steadfast');
  item.text = '$(steadfast-logo)';
  item.command = 'steadfast.showMenu';
  item.show();
  let stop: (() => void) | undefined;
  let isDisposed = false;
  const follow = async (): Promise<void> => {
    const { followStatus } = await import('../../interaction/status/followStatus.ts');
    if (!isDisposed) stop = followStatus(feed, picture => paint(item, picture));
  };
  follow().catch((error: unknown) => {
    paint(item, withoutStatus());
    throw error; // a fault of ours: VS Code tells it in its log
  });
  return vscode.Disposable.from(item, {
    dispose: () => {
      isDisposed = true;
      stop?.();
    },
  });
}

/** What is shown when the words of the status could not be loaded. */
function withoutStatus(): StatusPicture {
  const why = l10n.t(
    'The status of Steadfast could not be loaded. Reload the window. If that does not help, install Steadfast again.',
  );
  return { text: `$(warning) ${l10n.t('Steadfast')}`, tooltip: why, label: why, severity: 'error' };
}

/** Only these two backgrounds exist for status bar items. */
const backgrounds: Readonly<Record<Exclude<Severity, 'none'>, string>> = {
  warning: 'statusBarItem.warningBackground',
  error: 'statusBarItem.errorBackground',
};

/** Puts a picture of the status into its item. */
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
