import * as vscode from 'vscode';
import { assistances } from '../../assist/all.ts';
import type { Assistance } from '../../assist/assistance.ts';
import type { AskRequest } from '../../interaction/asking/askRequest.ts';
import type { Conversation } from '../../interaction/conversation/conversation.ts';
import type { Turn } from '../../interaction/conversation/turn.ts';
import { titleText } from '../../interaction/text/assistanceText.ts';
import type { Estimating } from '../asking/askForWords.ts';
import { registerCommand } from '../platform/registerCommand.ts';
import { type ReadingRules, type Telling, prepare, refusalTold } from '../asking/prepareRequest.ts';

/** What the commands of the assistances need of the world. */
export interface AssistParts extends ReadingRules, Telling, Estimating {
  readonly begin: () => Conversation;
  readonly show: (conversation: Conversation, title: string) => void;
  /** How long a turn has waited, and for what; empty: nothing to say. */
  readonly waiting: (turn: Turn) => string;
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
async function run(asked: AskRequest, { begin, show, waiting }: AssistParts): Promise<void> {
  const conversation = begin();
  const { presenter, title: kind } = asked.assistance;
  const title = titleText(kind, asked.context);
  if (presenter === 'panel') show(conversation, title);
  const work = () => conversation.ask(asked, { title });
  const turn = await (presenter === 'panel' ? work() : withProgress(title, { conversation, waiting }, work));
  const shownElsewhere =
    turn.phase === 'cancelled' || (turn.phase === 'done' && turn.proposed && !turn.cautions?.length);
  if (presenter === 'diff' && !shownElsewhere) show(conversation, title);
}

interface Waiting {
  readonly conversation: Conversation;
  readonly waiting: AssistParts['waiting'];
}

const goingOn = (turn: Turn, waiting: AssistParts['waiting']): string =>
  [turn.status, waiting(turn)].filter(words => words !== '').join(' ');

/** After so long a user looks for a way to stop, ms. */
const progressAfterMs = 10_000;

/** Shows cancellable progress when the work takes long, and what is waited for; before that the status bar spins. */
async function withProgress<T>(title: string, { conversation, waiting }: Waiting, work: () => Promise<T>): Promise<T> {
  const done = work();
  const timer = setTimeout(() => {
    const location = vscode.ProgressLocation.Notification;
    void vscode.window.withProgress({ location, title, cancellable: true }, async (progress, token) => {
      token.onCancellationRequested(() => conversation.stop());
      const tell = (): void =>
        progress.report({ message: conversation.turns.map(turn => goingOn(turn, waiting)).at(-1) ?? '' });
      const ticker = setInterval(tell, 1_000);
      tell();
      await done.finally(() => clearInterval(ticker));
    });
  }, progressAfterMs);
  return done.finally(() => clearTimeout(timer));
}
