import * as vscode from 'vscode';
import { documentAt } from '../present/documentWriter.ts';
import { isObject } from '../../core/shared/isObject.ts';

/** Where a command shall do its work, when something else than the cursor says it. */
export interface CalledAt {
  readonly document: vscode.TextDocument;
  /** undefined: the whole document. */
  readonly range?: vscode.Range;
  /** It is asked about what an edit has left: it is not offered once more. */
  readonly isAgain: boolean;
}

/** Whoever calls a command may be another extension: what is neither a place of ours nor a file of the workspace is none. */
export async function calledAt(argument: unknown): Promise<CalledAt | undefined> {
  if (argument instanceof vscode.Uri) return fileAt(argument);
  if (!isObject(argument) || typeof argument['document'] !== 'string') return undefined;
  const { document: uri, range, isAgain } = argument;
  const document = vscode.workspace.textDocuments.find(each => each.uri.toString() === uri);
  if (!document || !isFourNumbers(range)) return undefined;
  const [startLine, start, endLine, end] = range;
  const wanted = new vscode.Range(startLine, start, endLine, end);
  return { document, range: document.validateRange(wanted), isAgain: isAgain === true };
}

/** A file that is chosen in the explorer. */
async function fileAt(uri: vscode.Uri): Promise<CalledAt | undefined> {
  if (!vscode.workspace.getWorkspaceFolder(uri)) return undefined;
  const document = await documentAt(uri);
  return document && { document, isAgain: false }; // a folder, or a file that is no text: there is nothing to ask about
}

const isFourNumbers = (range: unknown): range is [number, number, number, number] =>
  Array.isArray(range) && range.length === 4 && range.every(each => Number.isInteger(each) && each >= 0);
