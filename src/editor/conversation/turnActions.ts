// Over 200 lines with its comments: what each button of a turn does, one after another.
import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { type CodeBlock, codeBlocks } from '../../shared/codeBlocks.ts';
import { doubtsIn } from '../../core/confidence/verdict.ts';
import type { Action } from '../../shared/protocol.ts';
import { onlyThese, type Again } from '../../interaction/otherModels/onlyThese.ts';
import { titleText } from '../../interaction/text/assistanceText.ts';
import type { AskRequest, EditPlace } from '../../interaction/asking/askRequest.ts';
import { continueTurn } from '../../interaction/conversation/continueTurn.ts';
import { readableAnswer } from '../../interaction/conversation/readableAnswer.ts';
import type { Conversation } from '../../interaction/conversation/conversation.ts';
import { isUnderWay } from '../../interaction/conversation/isUnderWay.ts';
import { bothTexts, type BothTexts } from '../../interaction/otherModels/bothTexts.ts';
import type { AlwaysUse, AlwaysUseAction } from '../../interaction/taskModels/alwaysUse.ts';
import { isFeedbackAction, type FeedbackAction } from '../../interaction/feedback/feedbackActions.ts';
import type { GiveFeedback } from '../../interaction/feedback/giveFeedback.ts';
import type { OtherModelParts } from '../../interaction/otherModels/otherModelParts.ts';
import { type Turn, isUsable } from '../../interaction/conversation/turn.ts';
import type { User } from '../../interaction/platform/user.ts';
import type { TurnSurroundings } from '../../interaction/conversation/turnView.ts';
import type { Checkpoints } from '../../interaction/checkpoints/checkpoints.ts';
import { marksIn } from '../../core/unicode/hiddenMarks.ts';
import { type AnsweredCode, isWithinLine } from '../present/insertInto.ts';
import { type CodeNote, notNotedText } from '../../interaction/doubts/doubtNote.ts';
import { notedBlock, notedText, type TakenCode } from '../../interaction/doubts/notedAnswer.ts';
import type { SignCode } from '../../core/model/answer.ts';

/** What the buttons of a turn need of the world. */
export interface ActionParts extends OtherModelParts {
  readonly user: Pick<User, 'confirm' | 'offer' | 'pick' | 'tell' | 'wait' | 'warn'>;
  /** Which edits stand in their files. */
  readonly checkpoints: Pick<Checkpoints, 'all'>;
  /** Puts code where the cursor is; resolves with the reason when that was not done, '' when the user knows it. */
  readonly insert: (editor: vscode.TextEditor | undefined, answered: AnsweredCode) => Promise<string | undefined>;
  /** What is to be noted in the code of a turn; undefined: nothing is, ever. */
  readonly codeNote?: CodeNote;
  /** Tells what was done, without a box: in the status bar, and to who hears the panel. */
  readonly mention: (words: string) => void;
  /** Shows two answers beside each other. */
  readonly showBoth: (both: BothTexts) => Promise<void>;
  readonly surroundings: () => TurnSurroundings;
  /** Sets the model of an answer for its task, or takes that away. */
  readonly alwaysUse: AlwaysUse;
  /** Keeps what the user says of an answer; gives the words for that. */
  readonly giveFeedback: GiveFeedback;
  /** Puts a turn on the review list, or takes it off. */
  readonly review: (conversation: Conversation, turn: Turn, waits: boolean) => Promise<void>;
  /** Keeps the question of a turn for later, or keeps it no longer. */
  readonly defer: (conversation: Conversation, turn: Turn, isWanted: boolean) => Promise<void>;
}

/** A turn of a conversation, by its id. */
export interface TurnPlace {
  readonly conversation: Conversation;
  readonly id: string;
}

/** One of the code blocks of an answer, counted from 0. */
export interface CodeInTurn {
  readonly turn: Turn;
  readonly block: number;
  /** Where it was asked about; undefined: nowhere. */
  readonly place?: EditPlace | undefined;
}

/** The turn that something is done to, and what was asked in it. */
interface ActedOn {
  readonly conversation: Conversation;
  readonly turn: Turn;
  readonly asked: AskRequest;
}

/** Does what a button of a turn, or the command of the same name, says. */
export async function perform(action: Action, { conversation, id }: TurnPlace, parts: ActionParts): Promise<void> {
  const turn = conversation.turns.find(candidate => candidate.id === id);
  const asked = conversation.askedIn(id);
  if (!turn || !asked) return;
  if (isCommand(action)) return command(action, turn);
  if (isForTask(action)) return parts.alwaysUse(action, { answer: turn.answer, task: asked.assistance.task });
  const on: ActedOn = { conversation, turn, asked };
  if (isFeedbackAction(action)) return rate(action, on, parts);
  if (isOfOthers(action)) return withOther(action, on, parts);
  switch (action) {
    case 'stop':
    case 'askNext':
      return action === 'stop' ? conversation.stop(id) : conversation.passOver(id);
    case 'copy':
    case 'insert':
      return action === 'copy' ? copy(turn, parts) : insertCode({ turn, block: 0, place: asked.place }, parts);
    case 'showEdit':
      return conversation.showEdit(id);
    case 'continue':
    case 'askWhole':
      return action === 'continue' ? continueTurn(conversation, turn, asked) : askWhole(on);
    case 'askAgain':
    case 'askOverBudget':
    case 'tryAnother':
    case 'askStronger':
    case 'rephrase':
      return again(action, on, parts);
    case 'useAnyway':
    case 'approve':
    case 'discard':
    case 'keepForReview':
      return decide(action, on, parts);
    case 'checkByRunning':
      return (await import('../execution/checkTurn.ts')).checkTurn(conversation, turn, parts);
    case 'askLater':
    case 'forgetLater':
      return parts.defer(conversation, turn, action === 'askLater');
  }
}

/** Keeps what the user says of an answer, and says so. */
async function rate(action: FeedbackAction, { turn, asked }: ActedOn, parts: ActionParts): Promise<void> {
  parts.mention(await parts.giveFeedback(action, { ...turn, task: asked.assistance.task }));
}

/** What a turn leads to outside of its conversation. */
const commands = ['setKey', 'addTarget', 'detectLocal', 'openSettings', 'showLog', 'setBudget'] as const;
type CommandAction = (typeof commands)[number];

const isCommand = (action: Action): action is CommandAction => commands.some(each => each === action);

const isForTask = (action: Action): action is AlwaysUseAction => action === 'alwaysUse' || action === 'doNotAlwaysUse';

/** Runs the command of the same name, about the target that the turn tells of. */
async function command(action: CommandAction, { failure, answer }: Turn): Promise<void> {
  const about = failure ?? answer?.insteadOf;
  await vscode.commands.executeCommand(`steadfast.${action}`, about?.details.target);
}

type OthersAction = Extract<Action, 'askAnother' | 'secondOpinion' | 'showBoth'>;

const isOfOthers = (action: Action): action is OthersAction =>
  action === 'askAnother' || action === 'secondOpinion' || action === 'showBoth';

/** Has another model answer, or shows its answer beside the first; where that is gone there is nothing to show. */
async function withOther(action: OthersAction, on: ActedOn, parts: ActionParts) {
  if (action === 'askAnother')
    return (await import('../../interaction/otherModels/askAnotherModel.ts')).askAnotherModel(on, parts);
  if (action === 'secondOpinion')
    return (await import('../../interaction/otherModels/askSecondOpinion.ts')).askSecondOpinion(on, parts);
  const { conversation, turn: second, asked } = on;
  const first = conversation.turns.find(({ id }) => id === second.comparedWith);
  return first && parts.showBoth(bothTexts({ first, second, asked }, parts.labelOf));
}

async function askWhole({ conversation, turn }: ActedOn): Promise<void> {
  const { whole } = turn;
  if (whole === undefined || isUnderWay(whole, conversation)) return;
  await conversation.ask(whole, { title: titleText(whole.assistance.title, whole.context) });
}

/** Copies or inserts one code block of an answer that may be used. */
export async function useCode(use: 'copy' | 'insert', code: CodeInTurn, parts: ActionParts): Promise<void> {
  if (use === 'insert') return insertCode(code, parts);
  const block = usableBlock(code, parts);
  if (block) await take(notedBlock(block, parts.codeNote?.(code.turn)), parts);
}

async function again(action: Again, { conversation, turn, asked }: ActedOn, parts: ActionParts): Promise<void> {
  if (isUnderWay(asked, conversation)) return; // a second press means the same question
  const only = onlyThese(action, turn, parts.targets());
  if (only?.length === 0) return parts.user.tell(nobodyWords(action));
  await conversation.ask(asked, {
    title: turn.title,
    fresh: true,
    ...(only && { only: only.map(({ id }) => id) }),
    ...(action === 'rephrase' && { doubts: doubtsOf(turn) }),
    ...(action === 'askOverBudget' && { overBudget: true }),
  });
}

const nobodyWords = (action: Again): string =>
  action === 'askStronger'
    ? l10n.t('There is no stronger model to ask. Add one with Add Model… in the Steadfast status menu.')
    : l10n.t('There is no other model to ask. Add one with Add Model… in the Steadfast status menu.');

const doubtsOf = (turn: Turn): readonly SignCode[] =>
  doubtsIn(turn.answer?.confidence?.signs ?? []).map(({ code }) => code);

type Decision = Extract<Action, 'useAnyway' | 'approve' | 'discard' | 'keepForReview'>;

const decisions = { useAnyway: 'used', approve: 'approved', discard: 'discarded', keepForReview: 'kept' } as const;

async function decide(action: Decision, { conversation, turn }: ActedOn, parts: ActionParts): Promise<void> {
  await conversation.decide(turn.id, decisions[action]);
  const decided = conversation.turns.find(({ id }) => id === turn.id) ?? turn;
  await parts.review(conversation, decided, action === 'keepForReview');
}

async function copy(turn: Turn, parts: ActionParts): Promise<void> {
  if (!isUsable(turn, parts.surroundings().thresholds)) return;
  await take(notedText(readableAnswer(turn), parts.codeNote?.(turn)), parts);
}

async function take({ code, isNoteLost }: TakenCode, { mention }: ActionParts): Promise<void> {
  await vscode.env.clipboard.writeText(code);
  if (isNoteLost) mention(notNotedText());
}

async function insertCode(from: CodeInTurn, parts: ActionParts): Promise<void> {
  const block = usableBlock(from, parts);
  if (block === undefined) return;
  if (marksIn(block.code).length > 0) return parts.user.warn(markedCode());
  const editor = editorFor(from.place);
  const { code, isNoteLost } = noteAt(editor, block, parts.codeNote?.(from.turn));
  const line = (editor?.selection.start.line ?? 0) + 1;
  const label = { title: from.turn.title, summary: authorOf(from.turn, parts), question: from.turn.id };
  const refusal = await parts.insert(editor, { code, askedIn: from.place?.uri, label });
  if (refusal) parts.user.warn(refusal);
  if (refusal !== undefined || !editor) return;
  parts.mention([insertedWords(editor.document, line), ...(isNoteLost ? [notNotedText()] : [])].join(' '));
}

const authorOf = ({ answer }: Turn, { surroundings }: ActionParts): string =>
  answer ? surroundings().labelOf(answer.from) : '';

const insertedWords = ({ uri }: vscode.TextDocument, line: number): string =>
  l10n.t('Code inserted into {0}, line {1}.', vscode.workspace.asRelativePath(uri), line);

const markedCode = (): string =>
  l10n.t('This code holds marks in place of hidden characters, so it was not inserted. Ask for an edit instead.');

/** The one with the focus; when a panel has that, the one where it was asked, if it can be seen. */
function editorFor(place: EditPlace | undefined): vscode.TextEditor | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const asked = visibleTextEditors.find(({ document }) => document.uri.toString() === place?.uri);
  return activeTextEditor ?? asked ?? visibleTextEditors[0];
}

function usableBlock({ turn, block }: CodeInTurn, parts: ActionParts): CodeBlock | undefined {
  return isUsable(turn, parts.surroundings().thresholds) ? codeBlocks(turn.text)[block] : undefined;
}

/** Within a line there is no room for a comment of its own. */
function noteAt(editor: vscode.TextEditor | undefined, block: CodeBlock, note: string | undefined): TakenCode {
  if (note !== undefined && editor && isWithinLine(editor)) return { code: block.code, isNoteLost: true };
  return notedBlock(block, note, editor?.document.languageId);
}
