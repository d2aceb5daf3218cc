import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import type { Assistance } from '../../assist/assistance.ts';
import { codeMark } from '../../assist/codeMark.ts';
import type { Hash } from '../../core/cache/questionKey.ts';
import type { AskRequest, EditPlace } from '../../interaction/asking/askRequest.ts';
import type { User } from '../../interaction/platform/user.ts';
import { CannotAsk } from '../../interaction/asking/cannotAsk.ts';
import { askForWords, type Estimating } from './askForWords.ts';
import { gatherContext } from './gatherContext.ts';
import { usesOf } from './usesOf.ts';
import { withUses } from '../../interaction/asking/withUses.ts';
import type { FindingsIn, ReadableText } from './readableText.ts';

/** What decides whether a document may be read for a question. */
export interface ReadingRules {
  readonly findingsIn: FindingsIn;
  /** Off by setting, here or for this language. */
  readonly isOn: (document: vscode.TextDocument) => boolean;
  readonly hash: Hash;
  /** Begins to read the instruction files for a document. */
  readonly beginInstructions?: (uri: vscode.Uri) => void;
}

/** Whom it is told. */
export interface Telling {
  readonly user: Pick<User, 'warn'>;
}

/** Does the work; a reason not to ask at all is told the user. */
export async function refusalTold({ user }: Telling, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof CannotAsk)) throw error;
    user.warn(error.message);
  }
}

/** Reads the editor and asks the user for the words; undefined when the user gave none. */
export async function prepare(
  assistance: Assistance,
  parts: ReadingRules & Estimating,
): Promise<AskRequest | undefined> {
  const editor = editorToAskAbout();
  if (!parts.isOn(editor.document))
    throw new CannotAsk(l10n.t('Steadfast is switched off here (setting steadfast.enabled).'));
  parts.beginInstructions?.(editor.document.uri);
  const { context, document, range } = await gatherContext(editor, parts);
  const place = editPlace(document, range, context.code);
  const { words } = assistance.gather;
  const asked = { assistance, context, place };
  const input = words === 'none' ? '' : await askForWords(words, asked, parts);
  if (input === undefined) return undefined;
  return { ...asked, context: await withUses({ ...asked, context: { ...context, input } }, usesOf) };
}

/** The one with the focus; when a panel has that, the only one that can be seen. */
function editorToAskAbout(): vscode.TextEditor {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  if (activeTextEditor) return activeTextEditor;
  const [seen, ...others] = visibleTextEditors.filter(({ document }) => document.uri.scheme !== 'output');
  if (!seen) throw new CannotAsk(l10n.t('Open a file and select the code you want to ask about.'));
  if (others.length > 0) throw new CannotAsk(l10n.t('Click into the file you want to ask about, then ask again.'));
  return seen;
}

/** Where the code stands, with what tells it from equal code; without that when it was changed while more was gathered. */
export function editPlace(document: ReadableText, range: vscode.Range, code: string): EditPlace {
  const [text, start] = [document.text(), document.offsetAt(range.start)];
  const mark = text.startsWith(code, start) ? codeMark(text, code, start) : undefined;
  return { uri: document.uri.toString(), start, ...(mark && { mark }) };
}
