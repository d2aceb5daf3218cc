import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { panelType } from './interaction/panel/panelType.ts';
import { commandIds } from './interaction/platform/commandIds.ts';
import { registerCodeActions } from './editor/conversation/codeActions.ts';
import { isEnabledFor, onDidChangeSettings } from './editor/settings/readSettings.ts';
import { showStatus } from './editor/status/statusFeed.ts';
import { createWindowServices } from './composition/windowServices.ts';
import type { Assistant } from './editor/assistant.ts';

/** Lays the foundation and asks nothing: no request, no SDK, no awaited read before the user acts. */
export function activate(context: vscode.ExtensionContext): void {
  if (vscode.l10n.bundle) l10n.config({ contents: vscode.l10n.bundle });
  const foundation = createWindowServices(context);
  const { channel, keys, live } = foundation;
  const open = openOnce(async () => {
    const { openAssistant: openHouse } = await import('./composition/assistantServices.ts');
    return () => openHouse(foundation);
  });
  context.subscriptions.push(
    channel,
    keys,
    onDidChangeSettings(() => live.refresh()),
    keys.onDidChange(origin => live.keyChanged(origin)),
    showStatus(foundation),
    registerCodeActions(isEnabledFor),
    open.commands,
    vscode.window.registerWebviewPanelSerializer(panelType, {
      deserializeWebviewPanel: async (panel, state) => (await open.house()).revive(panel, state),
    }),
  );
}

/**
 * Until one of our commands is called, stand-ins hold its place; the first call opens the house and is then carried out, and
 * so are those that come while it is loaded. The stand-ins leave in the very step in which the commands move in.
 */
function openOnce(load: () => Promise<() => Assistant>) {
  const standIns = vscode.Disposable.from(
    ...commandIds.map(id =>
      vscode.commands.registerCommand(id, async (...given: readonly unknown[]) => {
        await house();
        return vscode.commands.executeCommand(id, ...given);
      }),
    ),
  );
  const open = async (): Promise<Assistant> => {
    const openHouse = await load();
    standIns.dispose();
    return openHouse();
  };
  let opening: Promise<Assistant> | undefined;
  const house = (): Promise<Assistant> => (opening ??= open());
  return { commands: standIns, house };
}
