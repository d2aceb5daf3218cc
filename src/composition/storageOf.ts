import type * as vscode from 'vscode';
import type { WindowServices } from './windowServices.ts';

/** The workspace's own folder; an empty window has none and uses the user's. */
export const storageOf = ({ context }: Pick<WindowServices, 'context'>): vscode.Uri =>
  context.storageUri ?? context.globalStorageUri;
