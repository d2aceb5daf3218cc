import * as vscode from 'vscode';
import { assistances } from '../../assist/all.ts';
import type { Assistance } from '../../assist/assistance.ts';
import type { AskRequest } from '../../interaction/asking/askRequest.ts';
import type { Conversation } from '../../interaction/conversation/conversation.ts';
import { titleText } from '../../interaction/text/assistanceText.ts';
import { registerCommand } from '../platform/registerCommand.ts';
import { type ReadingRules, type Telling, prepare, refusalTold } from '../asking/prepareRequest.ts';

/** What the commands of the assistances need of the world. */
export interface AssistParts extends ReadingRules, Telling {
  readonly begin: () => Conversation;
  readonly show: (conversation: Conversation, title: string) => void;
}

/** One command per row of the table of assistances. */
export function registerAssistCommands(parts: AssistParts): readonly vscode.Disposable[] {
  return assistances.map(assistance => registerCommand(`steadfast.${assistance.task}`, () => start(assistance, parts)));
}

function start(assistance: Assistance, parts: AssistParts): Promise<void> {
  return refusalTold(parts, async () => {
    const asked = await prepare(assistance, parts);
    if (asked) await run(asked, parts);
  });
}

/** Answers to read open their panel at once; a diff has one only when there is more to say than it shows. */
async function run(asked: AskRequest, { begin, show }: AssistParts): Promise<void> {
  const conversation = begin();
  const { presenter, title: kind } = asked.assistance;
  const title = titleText(kind, asked.context);
  if (presenter === 'panel') show(conversation, title);
  const turn = await withProgress(title, conversation, () => conversation.ask(asked, { title }));
  const shownElsewhere =
    turn.phase === 'cancelled' || (turn.phase === 'done' && turn.proposed && !turn.cautions?.length);
  if (presenter === 'diff' && !shownElsewhere) show(conversation, title);
}

/** After so long a user looks for a way to stop, ms. */
const progressAfterMs = 10_000;

/** Shows cancellable progress when the work takes long; before that the status bar spins. */
async function withProgress<T>(title: string, conversation: Conversation, work: () => Promise<T>): Promise<T> {
  const done = work();
  const timer = setTimeout(() => {
    const location = vscode.ProgressLocation.Notification;
    void vscode.window.withProgress({ location, title, cancellable: true }, (_progress, token) => {
      token.onCancellationRequested(() => conversation.stop());
      return Promise.resolve(done);
    });
  }, progressAfterMs);
  return done.finally(() => clearTimeout(timer));
}
