import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import type { Assistance, Context } from '../../assist/assistance.ts';
import { codeMark } from '../../assist/codeMark.ts';
import type { AskRequest } from '../../interaction/asking/askRequest.ts';
import type { User } from '../../interaction/platform/user.ts';
import { CannotAsk } from '../../interaction/asking/cannotAsk.ts';
import { askForWords, type Estimating } from './askForWords.ts';
import { gatherContext } from '../asking/gatherContext.ts';
import { usesOf } from '../asking/usesOf.ts';
import { editPlace } from '../asking/gatherContext.ts';
import type { ReadingRules } from '../asking/gatherContext.ts';
import { calledAt, type CalledAt } from './calledAt.ts';
import { gatherChanges } from '../scm/gatherChanges.ts';
import { gatherCommit } from '../scm/gatherCommit.ts';
import { gatherFiles, withoutFiles } from './gatherFiles.ts';
import { gatherName } from '../rename/gatherName.ts';
import { testFileFor } from '../tests/testFileFor.ts';
import { withUses } from '../../interaction/asking/withUses.ts';
import type { ReadableText } from '../asking/readableText.ts';

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

/** What preparing a request needs of the world. */
export type PrepareParts = ReadingRules & Estimating & { readonly user: Pick<User, 'pick' | 'pickSeveral'> };

/**
 * Reads what is asked about, at the cursor or where `argument` says, and asks the user for the words; undefined when the user
 * gave none.
 */
export async function prepare(
  assistance: Assistance,
  parts: PrepareParts,
  argument?: unknown,
): Promise<AskRequest | undefined> {
  const { words, from = 'code' } = assistance.gather;
  if (from === 'changes' || from === 'commit') return askedAboutChanges(assistance, parts, argument);
  if (from === 'files') return askedAboutFiles(assistance, parts);
  const at = await calledAt(argument);
  const editor = at ? editorAt(at) : editorToAskAbout();
  refuseWhereOff(editor.document, parts);
  parts.beginInstructions?.(editor.document.uri);
  const found = await gathered(assistance, { editor, at }, parts);
  const asked = { ...found, context: await parts.added.withAdded(found.context) };
  const isReported = words === 'problem' && asked.context.diagnostics.length > 0;
  const input = words === 'none' || isReported ? '' : await askForWords(words, asked, parts);
  if (input === undefined) return undefined;
  const used = await withUses({ ...found, context: { ...found.context, input } }, usesOf);
  return { ...asked, context: await parts.added.withAdded(used) };
}

/** Throws a CannotAsk where the user has switched Steadfast off. */
export function refuseWhereOff(document: vscode.TextDocument, { isOn }: Pick<ReadingRules, 'isOn'>): void {
  if (!isOn(document)) throw new CannotAsk(l10n.t('Steadfast is switched off here (setting steadfast.enabled).'));
}

async function askedAboutChanges(
  assistance: Assistance,
  parts: PrepareParts,
  argument: unknown,
): Promise<AskRequest | undefined> {
  const gather = assistance.gather.from === 'commit' ? gatherCommit : gatherChanges;
  const changes = await gather(argument, parts);
  if (!changes) return undefined;
  const { context, root, closed } = changes;
  return { assistance, context, closed, place: { uri: root.toString(), start: 0 } };
}

async function askedAboutFiles(assistance: Assistance, parts: PrepareParts): Promise<AskRequest | undefined> {
  const found = await gatherFiles(assistance, parts);
  if (!found) return undefined;
  const withAdded = async (context: Context): Promise<Context> => withoutFiles(await parts.added.withAdded(context));
  const asked = { ...found, context: await withAdded(found.context) };
  const input = await askForWords('instruction', asked, parts);
  if (input === undefined) return undefined;
  return { ...asked, context: await withAdded({ ...found.context, input }) };
}

interface At {
  readonly editor: Pick<vscode.TextEditor, 'document' | 'selection'>;
  readonly at: CalledAt | undefined;
}

/** What an assistance asks about, as its row says. */
async function gathered(assistance: Assistance, { editor, at }: At, parts: PrepareParts): Promise<AskRequest> {
  const { from, testFile } = assistance.gather;
  const { document, selection } = editor;
  if (from === 'name') return askedAboutName(assistance, editor, parts);
  const start = new vscode.Selection(selection.start, selection.start);
  const {
    context,
    document: readable,
    range,
  } = await gatherContext(
    { document, selection: from === 'declaration' ? start : from === 'file' ? orAll(editor) : selection },
    parts,
    { ...assistance.gather, pointed: at?.range },
  );
  const asked = {
    assistance,
    context,
    place: editPlace(readable, range, context.code),
    ...(at?.isAgain === true && { isAgain: true }),
  };
  return testFile === true ? withTestFile(asked, readable, parts) : asked;
}

/** The whole document where nothing is selected. */
function orAll({ document, selection }: At['editor']): vscode.Selection {
  if (!selection.isEmpty) return selection;
  const { start, end } = document.validateRange(new vscode.Range(0, 0, document.lineCount, 0));
  return new vscode.Selection(start, end);
}

async function askedAboutName(
  assistance: Assistance,
  { document, selection }: At['editor'],
  parts: PrepareParts,
): Promise<AskRequest> {
  const cursor = new vscode.Selection(selection.active, selection.active);
  const { context, document: readable } = await gatherContext(
    { document, selection: cursor },
    parts,
    assistance.gather,
  );
  const found = await gatherName(readable, selection.active);
  const symbol = { name: found.name, kind: found.kind };
  return { assistance, context: { ...context, symbol }, place: editPlace(readable, found.range, found.name) };
}

/** The edit goes to the file of the tests, and its code is that of the whole file. */
async function withTestFile(
  asked: AskRequest,
  readable: ReadableText,
  { findingsIn }: PrepareParts,
): Promise<AskRequest> {
  const { testFile, uri, secrets: more } = await testFileFor(readable, findingsIn);
  const { text = '' } = testFile;
  const secrets = [...(asked.context.secrets ?? []), ...more];
  const context = { ...asked.context, testFile, ...(secrets.length > 0 && { secrets }) };
  return { ...asked, context, place: { uri: uri.toString(), start: 0, mark: codeMark(text, text, 0) } };
}

/** As if its place were selected; a whole file where none is named. */
function editorAt({ document, range }: CalledAt): At['editor'] {
  const all = document.validateRange(new vscode.Range(0, 0, document.lineCount, 0));
  const { start, end } = range ?? all;
  return { document, selection: range ? new vscode.Selection(start, start) : new vscode.Selection(start, end) };
}

/** The one with the focus; when a panel has that, the only one that can be seen. */
export function editorToAskAbout(): vscode.TextEditor {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  if (activeTextEditor) return activeTextEditor;
  const [seen, ...others] = visibleTextEditors.filter(({ document }) => document.uri.scheme !== 'output');
  if (!seen) throw new CannotAsk(l10n.t('Open a file and select the code you want to ask about.'));
  if (others.length > 0) throw new CannotAsk(l10n.t('Click into the file you want to ask about, then ask again.'));
  return seen;
}
