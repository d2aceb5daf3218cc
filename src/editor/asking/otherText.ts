import * as vscode from 'vscode';
import type { KnownSecret } from '../../core/model/knownSecret.ts';
import { knownIn, knownSecrets } from '../../core/secrets/knownSecrets.ts';
import { inSteps } from '../../core/shared/steps.ts';
import { CannotAsk } from '../../interaction/asking/cannotAsk.ts';
import { pace } from '../../interaction/platform/pace.ts';
import { type FindingsIn, mayBeRead, readDocument, readFile } from './readableText.ts';

/** The text of a file that goes along with a question, and the secrets that were found in it. */
export interface OtherText {
  readonly text: string;
  readonly languageId: string;
  readonly secrets: readonly KnownSecret[];
}

/** Another file of a trusted workspace, whole; undefined: it cannot or must not be read, or is too long. */
export async function otherText(uri: vscode.Uri, findingsIn: FindingsIn): Promise<OtherText | undefined> {
  if ((await readFile(uri)) === undefined || !(await mayBeRead(uri))) return undefined;
  try {
    const document = await vscode.workspace.openTextDocument(uri);
    const { searched } = await readDocument(document, new vscode.Range(0, 0, document.lineCount, 0), findingsIn);
    const { text, findings } = searched;
    return { text, languageId: document.languageId, secrets: await secretsIn(text, findings) };
  } catch (error) {
    if (error instanceof CannotAsk) return undefined; // it holds little but secrets, or cannot be searched
    if (error instanceof Error && 'code' in error) return undefined; // it is no text
    throw error;
  }
}

/** The secrets of a text that goes whole. */
export async function secretsIn(
  text: string,
  findings: Parameters<typeof knownSecrets>[1],
): Promise<readonly KnownSecret[]> {
  return inSteps(knownIn(knownSecrets(text, findings), [text]), pace);
}
