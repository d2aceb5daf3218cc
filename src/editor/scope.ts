import * as vscode from 'vscode';
import type { Hash } from '../core/questionKey.ts';

/**
 * Which workspace this is and whether it is trusted, as an opaque string: answers are remembered within it only
 * (decisions 16: the workspace file's URI, or the sorted folders; an empty window is a workspace of its own).
 */
export function scope(hash: Hash): string {
  const { workspaceFile, workspaceFolders, isTrusted } = vscode.workspace;
  const folders = (workspaceFolders ?? []).map(({ uri }) => uri.toString()).sort();
  const place = workspaceFile && workspaceFile.scheme !== 'untitled' ? workspaceFile.toString() : folders.join(' ');
  return `${hash(place || vscode.env.sessionId)} ${isTrusted ? 'trusted' : 'restricted'}`;
}
