import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { dashboardType } from './interaction/dashboard/dashboardHtml.ts';
import { panelType } from './interaction/panel/panelType.ts';
import { writeNumbersIn } from './interaction/text/numberText.ts';
import { commandIds } from './interaction/platform/commandIds.ts';
import { registerKeptViews } from './editor/history/keptViews.ts';
import { registerUsageViews } from './editor/usage/usageViews.ts';
import { registerCodeLenses } from './editor/conversation/codeLenses.ts';
import { registerCodeActions } from './editor/conversation/codeActions.ts';
import { hasCodeLensesFor, isEnabledFor, onDidChangeSettings } from './editor/settings/readSettings.ts';
import { createStatusFeed, showStatus } from './editor/status/statusFeed.ts';
import { lazy } from './composition/lazy.ts';
import { loadAssistant } from './composition/loadAssistant.ts';
import { createWindowServices } from './composition/windowServices.ts';

/** Makes what lives as long as the window, and asks nothing: no request, no SDK, no awaited read before the user acts. */
export function activate(context: vscode.ExtensionContext): void {
  if (vscode.l10n.bundle) {
    l10n.config({ contents: vscode.l10n.bundle });
    writeNumbersIn(vscode.env.language); // as the words are: where those are English, numbers are too
  }
  const windowServices = createWindowServices(context);
  const { channel, keys, currentTargets } = windowServices;
  const standIns = registerStandIns(() => opened.get());
  const opened = lazy(
    async () => {
      const { openAssistant } = await loadAssistant();
      return () => openAssistant(windowServices);
    },
    () => void standIns.dispose(),
  );
  context.subscriptions.push(
    channel,
    keys,
    onDidChangeSettings(() => currentTargets.refresh()),
    keys.onDidChange(origin => currentTargets.keyChanged(origin)),
    showStatus(windowServices),
    registerCodeActions(isEnabledFor),
    registerCodeLenses(hasCodeLensesFor, onDidChangeSettings),
    registerKeptViews(async () => (await opened.get()).assistant.kept, windowServices),
    registerUsageViews(async () => (await opened.get()).assistant.usage, createStatusFeed(windowServices)),
    standIns,
    vscode.window.registerWebviewPanelSerializer(panelType, {
      deserializeWebviewPanel: async (panel, state) => (await opened.get()).assistant.revive(panel, state),
    }),
    vscode.window.registerWebviewPanelSerializer(dashboardType, {
      deserializeWebviewPanel: async panel => (await opened.get()).dashboard.revive(panel),
    }),
  );
}

/**
 * Until one of our commands is called, stand-ins hold its place; the first call loads the assistant and is then carried out,
 * and so are those that come while it is loaded.
 */
function registerStandIns(load: () => Promise<unknown>): vscode.Disposable {
  return vscode.Disposable.from(
    ...commandIds.map(id =>
      vscode.commands.registerCommand(id, async (...given: readonly unknown[]) => {
        await load();
        return vscode.commands.executeCommand(id, ...given);
      }),
    ),
  );
}
