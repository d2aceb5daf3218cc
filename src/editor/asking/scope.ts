import * as vscode from 'vscode';
import type { Hash } from '../../core/cache/questionKey.ts';

/**
 * Which workspace this is, as an opaque string: budgets belong to it. It is the workspace file's URI, or the
 * sorted folders; an empty window is a workspace of its own.
 */
export function workspaceId(hash: Hash): string {
  const { workspaceFile, workspaceFolders } = vscode.workspace;
  const folders = (workspaceFolders ?? []).map(({ uri }) => uri.toString()).sort();
  const place = workspaceFile && workspaceFile.scheme !== 'untitled' ? workspaceFile.toString() : folders.join(' ');
  return hash(place || vscode.env.sessionId);
}

/** The same, and whether it is trusted: answers are remembered within that only. */
export function scope(hash: Hash): string {
  return `${workspaceId(hash)} ${vscode.workspace.isTrusted ? 'trusted' : 'restricted'}`;
}
