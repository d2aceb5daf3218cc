import type * as vscode from 'vscode';

/** As our own offers write it: plain data, because arguments of commands may be kept and sent. */
export interface CommandPlace {
  /** Of an open document. */
  readonly document: string;
  /** 0-based: first line, first character, last line, last character. */
  readonly range: readonly [number, number, number, number];
  readonly isAgain?: true;
}

export const commandPlace = (document: vscode.TextDocument, { start, end }: vscode.Range): CommandPlace => ({
  document: document.uri.toString(),
  range: [start.line, start.character, end.line, end.character],
});
