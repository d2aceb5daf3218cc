import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { assistances } from '../../assist/all.ts';
import type { Assistance } from '../../assist/assistance.ts';
import type { Hash } from '../../core/cache/questionKey.ts';
import type { Asked } from '../asking/askRequest.ts';
import { gather, Refusal } from '../asking/gatherContext.ts';
import type { Conversation } from './conversation.ts';
import { lineOnlyText } from '../text/lineOnlyText.ts';
import { registerCommand } from '../platform/registerCommand.ts';

export interface AssistParts {
  readonly begin: () => Conversation;
  readonly show: (conversation: Conversation, title: string) => void;
  /** Excluded by the user's ignore files. */
  readonly ignored: (uri: vscode.Uri) => Promise<boolean>;
  /** Off by setting, here or for this language. */
  readonly isOn: (document: vscode.TextDocument) => boolean;
  readonly hash: Hash;
}

/** One command per row of the table of assistances. */
export function registerAssistCommands(parts: AssistParts): readonly vscode.Disposable[] {
  return assistances.map(assistance => registerCommand(`steadfast.${assistance.task}`, () => start(assistance, parts)));
}

function start(assistance: Assistance, parts: AssistParts): Promise<void> {
  return refusalTold(async () => {
    const asked = await prepare(assistance, parts);
    if (asked) await run(asked, parts);
  });
}

/** Does the work; a reason not to ask at all is told the user. */
export async function refusalTold(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    void vscode.window.showWarningMessage(error.message);
  }
}

/** Reads the editor and asks the user for the words; undefined when the user gave none. */
export async function prepare(
  assistance: Assistance,
  parts: Pick<AssistParts, 'ignored' | 'isOn' | 'hash'>,
): Promise<Asked | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) throw new Refusal(l10n.t('Open a file and select the code you want to ask about.'));
  if (!parts.isOn(editor.document))
    throw new Refusal(l10n.t('Steadfast is switched off here (setting steadfast.enabled).'));
  const ignored = await parts.ignored(editor.document.uri);
  const { context, document, range } = await gather(editor, { ignored: () => ignored, hash: parts.hash });
  const input = assistance.asksFor === 'nothing' ? '' : await askForWords(assistance.asksFor, lineOnlyText(context));
  if (input === undefined) return undefined;
  const place = { uri: document.uri.toString(), start: document.offsetAt(range.start) };
  return { assistance, context: { ...context, input }, place };
}

/** Answers to read open their panel at once; an edit opens one only when there is more to say than its diff. */
async function run(asked: Asked, { begin, show }: AssistParts): Promise<void> {
  const conversation = begin();
  const title = titleOf(asked);
  if (asked.assistance.form === 'prose') show(conversation, title);
  const turn = await withProgress(title, conversation, () => conversation.ask(asked, { title }));
  const shownElsewhere = turn.phase === 'cancelled' || (turn.phase === 'done' && turn.proposed);
  if (asked.assistance.form === 'code' && !shownElsewhere) show(conversation, title);
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

/** 'Explain cart.ts:12–20', or the user's own words with the place. */
function titleOf({ assistance, context }: Asked): string {
  const place = `${context.file.split('/').at(-1) ?? ''}:${context.startLine}–${context.endLine}`;
  return assistance.task === 'explain' ? l10n.t('Explain {0}', place) : `${context.input} (${place})`;
}

const patienceMs = 10_000; // experience: cancellable progress after ten seconds

/** Shows cancellable progress when the work takes long; before that the status bar spins. */
async function withProgress<T>(title: string, conversation: Conversation, work: () => Promise<T>): Promise<T> {
  const done = work();
  const timer = setTimeout(() => {
    const location = vscode.ProgressLocation.Notification;
    void vscode.window.withProgress({ location, title, cancellable: true }, (_progress, token) => {
      token.onCancellationRequested(() => conversation.stop());
      return Promise.resolve(done);
    });
  }, patienceMs);
  return done.finally(() => clearTimeout(timer));
}
