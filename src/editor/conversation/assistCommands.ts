import * as vscode from 'vscode';
import type { Clock } from '../../core/model/clock.ts';
import { assistances } from '../../assist/tasks/all.ts';
import type { Assistance } from '../../assist/assistance.ts';
import type { AskRequest } from '../../interaction/asking/askRequest.ts';
import type { Conversation } from '../../interaction/conversation/conversation.ts';
import type { Turn } from '../../interaction/conversation/turn.ts';
import { titleText } from '../../interaction/text/assistanceText.ts';
import { shownMessage } from '../../interaction/text/cleanText.ts';
import type { Estimating } from '../request/askForWords.ts';
import type { PromptFileParts } from '../instructions/promptFiles.ts';
import { registerCommand } from '../platform/registerCommand.ts';
import { wholeFunction } from '../asking/wholeFunction.ts';
import type { User } from '../../interaction/platform/user.ts';
import type { ReadingRules } from '../asking/gatherContext.ts';
import { type Telling, prepare, refusalTold } from '../request/prepareRequest.ts';

/** What the commands of the assistances need of the world. */
export interface AssistParts extends ReadingRules, Telling, Estimating, Pick<PromptFileParts, 'user'> {
  readonly user: Telling['user'] & PromptFileParts['user'] & Pick<User, 'pick' | 'pickSeveral'>;
  readonly begin: () => Conversation;
  readonly show: (conversation: Conversation, title: string) => void;
  /** How long a turn has waited, and for what; empty: nothing to say. */
  readonly waiting: (turn: Turn) => string;
  readonly clock: Clock;
}

/** One command per row of the table of assistances. */
export function registerAssistCommands(parts: AssistParts): readonly vscode.Disposable[] {
  const closing = new AbortController();
  const watching = { ...parts, signal: closing.signal };
  return [
    { dispose: () => closing.abort() },
    ...assistances.map(assistance =>
      registerCommand(`steadfast.${assistance.task}`, argument => start(assistance, watching, argument)),
    ),
    registerCommand('steadfast.runPromptFile', () => startPromptFile(watching)),
  ];
}

/** Until the signal aborts it is watched whether more becomes known. */
type WatchingParts = AssistParts & { readonly signal: AbortSignal };

function start(assistance: Assistance, parts: WatchingParts, argument: unknown): Promise<void> {
  return refusalTold(parts, async () => {
    const asked = await prepare(assistance, parts, argument);
    if (asked) await run(asked, parts);
  });
}

function startPromptFile(parts: WatchingParts): Promise<void> {
  return refusalTold(parts, async () => {
    const { choosePromptFile } = await import('../instructions/promptFiles.ts');
    const prepared = await choosePromptFile(parts);
    if (prepared) await run(prepared.asked, parts, prepared.title);
  });
}

/** Answers to read open their panel at once; others have one only when there is more to say than is shown where they belong. */
async function run(asked: AskRequest, parts: WatchingParts, named?: string): Promise<void> {
  const { begin, show, waiting } = parts;
  const conversation = begin();
  const { presenter, title: kind } = asked.assistance;
  const title = named ?? titleText(kind, asked.context);
  if (presenter === 'panel') show(conversation, title);
  const work = async (): Promise<Turn> => {
    const asking = conversation.ask(asked, { title });
    if (presenter === 'panel' && asked.context.isLineOnly && named === undefined)
      void offerWhole(asked, conversation, parts);
    return asking;
  };
  const turn = await (presenter === 'panel' ? work() : withProgress(title, { conversation, waiting }, work));
  const { cautions = [], remarks = [] } = turn;
  const hasMore = cautions.length + remarks.length > 0;
  const shownElsewhere = turn.phase === 'cancelled' || (turn.phase === 'done' && turn.proposed && !hasMore);
  if (presenter !== 'panel' && !shownElsewhere) show(conversation, title);
}

/** Offers to ask about the function that the question's line stands in, when a language service that came late knows it. */
async function offerWhole(asked: AskRequest, conversation: Conversation, parts: WatchingParts): Promise<void> {
  const turn = conversation.turns.at(-1);
  const whole = turn && (await wholeFunction(asked, parts));
  if (whole) conversation.learnt(turn.id, { whole });
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
    void vscode.window.withProgress(
      { location, title: shownMessage(title), cancellable: true },
      async (progress, token) => {
        token.onCancellationRequested(() => conversation.stop());
        const tell = (): void =>
          progress.report({ message: conversation.turns.map(turn => goingOn(turn, waiting)).at(-1) ?? '' });
        const ticker = setInterval(tell, 1_000);
        tell();
        await done.finally(() => clearInterval(ticker));
      },
    );
  }, progressAfterMs);
  return done.finally(() => clearTimeout(timer));
}
