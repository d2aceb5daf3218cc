import * as vscode from 'vscode';
import { anchor } from '../assist/anchor.ts';
import { ask } from '../assist/ask.ts';
import type { Turn as EarlierTurn } from '../assist/assistance.ts';
import type { Facts } from '../core/ask.ts';
import type { Records } from '../core/memory/records.ts';
import type { Target } from '../core/target.ts';
import { AnswerShelf } from './answerShelf.ts';
import type { Asked } from './asked.ts';
import { registerAssistCommands, type AssistParts } from './assistCommands.ts';
import { Conversation, type ConversationParts } from './conversation.ts';
import { EditPreview } from './editPreview.ts';
import type { KeptAnswer } from './keptAnswers.ts';
import { factsAbout } from './languageServices.ts';
import { Panels } from './panels.ts';
import { registerCommand, setContext } from './registerCommand.ts';
import type { TurnSurroundings } from './turn.ts';
import { perform, strength, useCode, type ActionParts } from './turnActions.ts';

export interface DeskParts
  extends Omit<ConversationParts, 'facts' | 'propose' | 'ended'>, Pick<AssistParts, 'ignored' | 'isOn'> {
  readonly extensionUri: vscode.Uri;
  readonly recent: Records<KeptAnswer>;
  readonly review: Records<KeptAnswer>;
  /** Hides the secrets of a text that is to be written to disk. */
  readonly mask: (text: string) => Promise<string>;
}

const keptTurns = 6; // earlier turns of a conversation that are sent along with a follow-up question

/** Where the user asks and reads. */
export interface Desk extends vscode.Disposable {
  /** Fills a panel that outlived a reload. */
  revive(panel: vscode.WebviewPanel, state: unknown): Promise<void>;
}

/** The commands of the assistances, the panels, the diff, and the kept answers. */
export function registerDesk(parts: DeskParts): Desk {
  const conversations = new Set<Conversation>();
  const preview = new EditPreview();
  const surroundings = () => surroundingsOf(parts);
  const targets = () => parts.client().targets;
  const begin = (id?: string): Conversation => {
    const conversation = new Conversation(conversationParts, id);
    conversations.add(conversation);
    return conversation;
  };
  const shelf = new AnswerShelf({
    recent: parts.recent,
    review: parts.review,
    mask: parts.mask,
    wall: () => parts.clock.wall(),
    newConversation: begin,
    show: (conversation, title) => panels.show(conversation, title),
  });
  const conversationParts: ConversationParts = {
    ...parts,
    facts: factsFor,
    propose: proposal => preview.propose(proposal),
    ended: (conversation, turn, forReview) => void shelf.remember(conversation, turn, forReview),
  };
  const actions: ActionParts = { targets, surroundings, review: (...decided) => shelf.remember(...decided) };
  const panels = new Panels({
    extensionUri: parts.extensionUri,
    surroundings,
    perform: (action, conversation, turn) => perform(action, conversation, turn, actions),
    useCode: (use, turn, block) => useCode(use, turn, block, actions),
    followUp,
    restore: id => shelf.restore(id),
  });
  const show = (conversation: Conversation, title: string) => panels.show(conversation, title);
  const all = vscode.Disposable.from(
    preview,
    panels,
    ...shelf.register(),
    ...registerAssistCommands({ begin, show, ignored: parts.ignored, isOn: parts.isOn }),
    registerCommand('steadfast.acceptEdit', () => preview.accept()),
    registerCommand('steadfast.discardEdit', () => preview.discard()),
    registerCommand('steadfast.cancel', () => conversations.forEach(conversation => conversation.stop())),
    { dispose: parts.activity.onDidChange(() => void setContext('steadfast.working', isWorking(conversations))) },
    { dispose: () => conversations.forEach(conversation => conversation.stop()) },
  );
  return { revive: (panel, state) => panels.revive(panel, state), dispose: () => void all.dispose() };
}

const isWorking = (conversations: ReadonlySet<Conversation>): boolean =>
  [...conversations].some(conversation => conversation.isWorking);

function surroundingsOf({ client, thresholds, labelOf }: DeskParts): TurnSurroundings {
  const { targets } = client();
  const strengthOf = (target: Target | undefined) => strength[target?.class ?? 'simple'];
  return {
    thresholds: thresholds(),
    labelOf,
    targets: targets.length,
    strongerThan: id => {
      const answered = targets.find(target => target.id === id);
      return targets.some(target => target !== answered && strengthOf(target) > strengthOf(answered));
    },
  };
}

/** A question about the same code, with what was said before. */
async function followUp(conversation: Conversation, text: string): Promise<void> {
  const last = conversation.turns.at(-1);
  const asked = last && conversation.askedIn(last.id);
  if (!asked || conversation.isWorking) return;
  const turns: EarlierTurn[] = conversation.turns
    .filter(turn => turn.phase === 'done' && turn.decision !== 'discarded')
    .map(turn => ({ question: turn.title, answer: turn.text }))
    .slice(-keptTurns);
  const context = { ...asked.context, input: text, turns };
  await conversation.ask({ assistance: ask, context, ...(asked.place && { place: asked.place }) }, { title: text });
}

/** What the language services know about the code that was asked about, wherever it stands now. */
async function factsFor({ context, place }: Asked): Promise<Facts> {
  const nothing: Facts = {
    file: context.file,
    language: context.language,
    startLine: context.startLine,
    endLine: context.endLine,
    symbol: context.symbol?.name ?? '',
    symbolKind: context.symbol?.kind ?? '',
    hovers: context.hovers,
    diagnostics: context.diagnostics,
    references: [],
    children: [],
  };
  const document = place && vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === place.uri);
  const span = document && anchor(document.getText(), context.code, place.start);
  if (!document || !span) return nothing;
  return factsAbout(document, new vscode.Range(document.positionAt(span.start), document.positionAt(span.end)));
}
