import * as vscode from 'vscode';
import { registerCommand } from '../platform/registerCommand.ts';
import { ConflictDocuments } from './conflictDocuments.ts';
import type { TakeBackCommandParts } from './chooseTakeBack.ts';

/** The command that lists what was applied in this workspace; what it needs is loaded when it is first called. */
export function registerTakeBack(parts: TakeBackCommandParts): vscode.Disposable {
  const documents = new ConflictDocuments();
  const command = registerCommand('steadfast.takeBack', async () =>
    (await import('./chooseTakeBack.ts')).chooseTakeBack({ ...parts, documents }),
  );
  return vscode.Disposable.from(documents, command);
}
