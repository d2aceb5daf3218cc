import * as vscode from 'vscode';
import type { CallPlace } from '../../../assist/facts.ts';
import { askServices, type Patience } from '../languageServices.ts';

/** What calls a function, and what it calls. */
export interface Calls {
  readonly callers: readonly CallPlace[];
  readonly callees: readonly CallPlace[];
}

/** As the call hierarchy knows it, as far as it says so in time; some servers take half a minute for it. */
export async function callPlaces(uri: vscode.Uri, at: vscode.Position, patience: Patience): Promise<Calls> {
  const command = 'vscode.prepareCallHierarchy';
  const [item] = (await askServices<readonly vscode.CallHierarchyItem[]>(patience, command, uri, at)) ?? [];
  if (!item) return { callers: [], callees: [] };
  const [incoming, outgoing] = await Promise.all([
    askServices<readonly vscode.CallHierarchyIncomingCall[]>(patience, 'vscode.provideIncomingCalls', item),
    askServices<readonly vscode.CallHierarchyOutgoingCall[]>(patience, 'vscode.provideOutgoingCalls', item),
  ]);
  return {
    callers: (incoming ?? []).map(({ from }) => placeOf(from)),
    callees: (outgoing ?? []).map(({ to }) => placeOf(to)),
  };
}

function placeOf({ name, uri, selectionRange }: vscode.CallHierarchyItem): CallPlace {
  const line = selectionRange.start.line + 1;
  if (vscode.workspace.getWorkspaceFolder(uri))
    return { name, file: vscode.workspace.asRelativePath(uri, false), line };
  return { name, file: uri.path.split('/').at(-1) ?? '', line, isOutside: true };
}
