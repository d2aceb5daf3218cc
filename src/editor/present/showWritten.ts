import * as vscode from 'vscode';
import type { ProblemReports } from '../fix/problemReports.ts';
import { acceptedText, filesTaken, type EditDiffParts, type PendingEdit } from './pendingEdit.ts';

/** How long the status bar says who made an edit that was accepted, or that it was discarded, ms. */
export const saidMs = 8_000;

/** Shows where an edit was written, says who made it, and hands on what is reported of it. */
export async function showWritten(
  pending: PendingEdit,
  reports: ProblemReports | undefined,
  applied: EditDiffParts['applied'],
): Promise<void> {
  const { proposal } = pending;
  const [first] = filesTaken(pending);
  if (first) await vscode.window.showTextDocument(first.document, { preview: false });
  vscode.window.setStatusBarMessage(acceptedText(pending), saidMs);
  if (first && reports && 'place' in proposal) applied({ proposal, document: first.document, reports });
  else reports?.dispose();
}
