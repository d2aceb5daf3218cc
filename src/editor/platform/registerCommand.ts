import * as vscode from 'vscode';
import type { CommandId, ContextKey } from '../../interaction/platform/commandIds.ts';

/**
 * Registers a command of the manifest. Whoever calls it may be another extension, so what it is called with is unknown
 * until checked.
 */
export function registerCommand(id: CommandId, execute: (argument?: unknown) => unknown): vscode.Disposable {
  return vscode.commands.registerCommand(id, execute);
}

/** Tells VS Code's when-clauses a fact about us. */
export async function setContext(key: ContextKey, value: boolean): Promise<void> {
  await vscode.commands.executeCommand('setContext', key, value);
}
