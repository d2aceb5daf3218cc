import * as l10n from '@vscode/l10n';
import type * as vscode from 'vscode';
import { CannotAsk } from '../../interaction/asking/cannotAsk.ts';
import { fileName } from '../asking/workspaceFile.ts';
import { registerCommand } from '../platform/registerCommand.ts';
import { calledAt } from '../request/calledAt.ts';
import { editorToAskAbout, refusalTold } from '../request/prepareRequest.ts';
import type { DocumentFileParts } from './documentFile.ts';

/** The command that documents a file: one file is documented once at a time. */
export function registerDocumentFile(parts: DocumentFileParts): vscode.Disposable {
  const underWay = new Set<string>();
  return registerCommand('steadfast.documentFile', argument =>
    refusalTold(parts, async () => {
      const document = (await calledAt(argument))?.document ?? editorToAskAbout().document;
      const uri = document.uri.toString();
      if (underWay.has(uri)) throw new CannotAsk(l10n.t('{0} is being documented already.', fileName(document.uri)));
      underWay.add(uri);
      try {
        await (await import('./documentFile.ts')).documentFile(document, parts);
      } finally {
        underWay.delete(uri);
      }
    }),
  );
}
