import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import type { Assistance } from '../../assist/assistance.ts';
import type { Hash } from '../../core/cache/questionKey.ts';
import { lineOnlyText } from '../../interaction/text/lineOnlyText.ts';
import type { AskRequest } from '../../interaction/asking/askRequest.ts';
import { CannotAsk, gatherContext } from './gatherContext.ts';

/** What decides whether a document may be read for a question. */
export interface ReadingRules {
  /** Excluded by the user's ignore files. */
  readonly ignored: (uri: vscode.Uri) => Promise<boolean>;
  /** Off by setting, here or for this language. */
  readonly isOn: (document: vscode.TextDocument) => boolean;
  readonly hash: Hash;
}

/** Does the work; a reason not to ask at all is told the user. */
export async function refusalTold(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof CannotAsk)) throw error;
    void vscode.window.showWarningMessage(error.message);
  }
}

/** Reads the editor and asks the user for the words; undefined when the user gave none. */
export async function prepare(assistance: Assistance, parts: ReadingRules): Promise<AskRequest | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) throw new CannotAsk(l10n.t('Open a file and select the code you want to ask about.'));
  if (!parts.isOn(editor.document))
    throw new CannotAsk(l10n.t('Steadfast is switched off here (setting steadfast.enabled).'));
  const ignored = await parts.ignored(editor.document.uri);
  const { context, document, range } = await gatherContext(editor, { ignored: () => ignored, hash: parts.hash });
  const input = assistance.asksFor === 'nothing' ? '' : await askForWords(assistance.asksFor, lineOnlyText(context));
  if (input === undefined) return undefined;
  const place = { uri: document.uri.toString(), start: document.offsetAt(range.start) };
  return { assistance, context: { ...context, input }, place };
}

async function askForWords(
  asksFor: 'question' | 'instruction',
  prompt: string | undefined,
): Promise<string | undefined> {
  const box =
    asksFor === 'question'
      ? { title: l10n.t('Ask about this code'), placeHolder: l10n.t('What would you like to know?') }
      : { title: l10n.t('Edit this code'), placeHolder: l10n.t('What shall change?') };
  const words = await vscode.window.showInputBox({ ...box, ...(prompt !== undefined && { prompt }) });
  return words?.trim() === '' ? undefined : words?.trim();
}
