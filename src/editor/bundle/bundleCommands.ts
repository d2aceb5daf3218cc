import * as vscode from 'vscode';
import { exportBundle, type ExportBundleParts } from '../../interaction/bundle/exportBundle.ts';
import { registerCommand } from '../platform/registerCommand.ts';
import { BundleDocument } from './bundleDocument.ts';

/** What collecting diagnostics needs of the world besides the editor. */
export type BundleCommandParts = Pick<ExportBundleParts<vscode.Uri>, 'collect' | 'onFailure' | 'user' | 'zip'>;

/** The command that collects diagnostics; what it collects with is loaded with its first use. One at a time. */
export function registerBundleCommands(load: () => Promise<BundleCommandParts>): readonly vscode.Disposable[] {
  const text = new BundleDocument();
  let running: Promise<void> | undefined;
  const run = async (): Promise<void> =>
    exportBundle<vscode.Uri>({
      ...(await load()),
      show: told => text.show(told),
      askPlace,
      save: async (place, bytes) => vscode.workspace.fs.writeFile(place, bytes),
      reveal: async place => vscode.commands.executeCommand('revealFileInOS', place),
    });
  return [
    text,
    registerCommand('steadfast.exportDiagnostics', () => (running ??= run().finally(() => (running = undefined)))),
  ];
}

async function askPlace(name: string): Promise<vscode.Uri | undefined> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  return vscode.window.showSaveDialog({
    filters: { Zip: ['zip'] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder.uri, '..', name) }), // beside the project, not in it
  });
}
