import type * as vscode from 'vscode';
import type { KnownSecret } from '../../core/model/knownSecret.ts';
import { knownIn, knownSecrets } from '../../core/secrets/knownSecrets.ts';
import { inSteps } from '../../core/shared/steps.ts';
import { pace } from '../../interaction/platform/pace.ts';
import { type FindingsIn, readOther } from './readableText.ts';

/** The text of a file that goes along with a question, and the secrets that were found in it. */
export interface WholeText {
  readonly text: string;
  readonly secrets: readonly KnownSecret[];
}

/** Another file of a trusted workspace, whole; undefined: it cannot or must not be read, or is too long. */
export async function otherText(uri: vscode.Uri, findingsIn: FindingsIn): Promise<WholeText | undefined> {
  const found = await readOther(uri, findingsIn);
  return found && { text: found.text, secrets: await secretsIn(found.text, found.findings) };
}

/** The secrets of a text that goes whole. */
export async function secretsIn(
  text: string,
  findings: Parameters<typeof knownSecrets>[1],
): Promise<readonly KnownSecret[]> {
  return inSteps(knownIn(knownSecrets(text, findings), [text]), pace);
}
