import * as l10n from '@vscode/l10n';
import { verdictOf, type Thresholds } from '../../core/confidence/verdict.ts';
import type { Failure } from '../../core/model/failure.ts';
import type { Task } from '../../core/model/purpose.ts';
import type { TurnView } from '../../shared/protocol.ts';
import { failureMessage } from '../text/failureMessage.ts';
import type { Presenter } from '../../assist/assistance.ts';
import type { AskRequest } from '../asking/askRequest.ts';
import type { Note } from '../../core/model/note.ts';
import type { Asking } from '../../core/model/asking.ts';
import type { Answer } from '../../core/model/answer.ts';
import type { AnswerEvent } from '../../core/model/answerEvent.ts';

/** One question of a conversation and what came of it so far. Made anew at every change, never changed in place. */
export interface Turn {
  readonly id: string;
  /** What heads the turn: the user's words, or task and place. */
  readonly title: string;
  readonly form: 'prose' | 'code';
  /** What was wanted; undefined: nothing can be set for it from its answer. */
  readonly task?: Task;
  /** Where its answer is shown besides the panel. */
  readonly presenter: Presenter;
  readonly phase: TurnView['phase'];
  readonly status: string;
  readonly text: string;
  readonly partials: TurnView['partials'];
  readonly notes: readonly Note[];
  /** What the user should know of what was asked about. */
  readonly remark?: string;
  /** What the user should know of how it was asked: what of a prompt file is not followed. */
  readonly remarks?: readonly string[];
  readonly tookMs: number;
  /** Who is being asked, since when and for how long; undefined: nobody yet. */
  readonly asking?: Asking;
  /** It reasons already and writes nothing yet. */
  readonly isThinking?: boolean;
  /** Another target could be asked instead of the one that is being asked. */
  readonly hasNext?: boolean;
  readonly answer?: Answer;
  readonly failure?: Failure;
  /** The answer's code cannot be used as it stands: the text held none. */
  readonly unusable?: string;
  /** Why its edit was shown and cannot be applied: the file is guarded, read-only, or has changed. The code can be copied. */
  readonly onlyShown?: string | undefined;
  /** Its edit was shown as a diff, to be accepted. */
  readonly proposed?: boolean;
  /** What the user should see in its edit before accepting it. */
  readonly cautions?: readonly string[];
  /** How often its answer has been continued, in this turn and in those before it. */
  readonly continuations?: number;
  /** Its text holds what looks like a secret. */
  readonly holdsSecret?: boolean;
  /** It was about a line only; this asks the same about the function around it, which is known now. */
  readonly whole?: AskRequest;
  /** Its question is kept for later. */
  readonly queued?: boolean;
  /** A later turn has answered its question. */
  readonly isAnsweredLater?: boolean;
  /** What the user decided about a doubted answer. */
  readonly decision?: 'used' | 'kept' | 'approved' | 'discarded';
  /** Why just this model was asked; undefined: it was its turn. */
  readonly choice?: ModelChoice;
  /** The turn whose answer this one is compared with, in the same conversation. */
  readonly comparedWith?: string;
  /** How far both answers agree; undefined: there is only one. */
  readonly comparison?: Comparison;
}

/** What is said where the user has had another model asked. */
export interface ModelChoice {
  /** 'You chose GPT'. */
  readonly label: string;
  /** What it will likely take: said until there is an answer, which tells what it took. */
  readonly expected?: string;
  /** What else is said of its answer. */
  readonly answered: string;
  /** What is said where there is none. */
  readonly unanswered: string;
}

/** How far two answers agree, in words. */
export interface Comparison {
  readonly title: string;
  readonly lines: readonly string[];
}

/** A turn that has just begun. */
export const newTurn = (
  begun: Pick<Turn, 'id' | 'title' | 'form' | 'status'> & Partial<Pick<Turn, 'presenter' | 'task'>>,
): Turn => ({
  presenter: begun.form === 'code' ? 'diff' : 'panel',
  ...begun,
  phase: 'working',
  text: '',
  partials: [],
  notes: [],
  tookMs: 0,
});

/** The turn after an event of its answer being written. */
export function applyEvent(turn: Turn, event: AnswerEvent, labelOf: (target: string) => string): Turn {
  switch (event.kind) {
    case 'text':
      return { ...turn, text: turn.text + event.text, status: writingText(turn) };
    case 'thinking':
      return turn.text === '' && !turn.isThinking ? { ...turn, isThinking: true, status: l10n.t('Thinking…') } : turn;
    case 'restart': {
      const { happened } = failureMessage(event.because, labelOf);
      const label = l10n.t('Incomplete: {0} {1} starts again.', happened, event.next);
      return { ...turn, text: '', partials: [...turn.partials, { label, text: turn.text }] };
    }
    case 'connected':
    case 'sent':
    case 'limits':
      return turn;
  }
}

/** Only of code can it be promised that it will be checked. */
const writingText = ({ form }: Turn): string =>
  form === 'code' ? l10n.t('Writing… not yet checked') : l10n.t('Writing…');

/** Is it waiting for the first word of a target that the user need not wait for? */
export const canPassOver = ({ phase, hasNext, text }: Turn): boolean =>
  phase === 'working' && hasNext === true && text === '';

/** Was code asked for, and nobody has judged what came? Then it is never used as code, whatever the user decides. */
export const isUnjudgedCode = ({ form, answer }: Turn): boolean => form === 'code' && !answer?.confidence;

/** May the answer's code be copied, inserted or applied now? */
export function isUsable(turn: Turn, thresholds: Thresholds): boolean {
  if (turn.phase !== 'done' || !turn.answer || turn.answer.finish === 'refused' || turn.unusable) return false;
  if (isUnjudgedCode(turn)) return false;
  if (turn.decision === 'used' || turn.decision === 'approved') return true;
  if (turn.decision === 'discarded') return false;
  return verdictOf(turn.answer.confidence, thresholds) === 'pass';
}

/** Is there something in the answer that may be shown elsewhere, to be accepted: an edit, names, a message? */
export const hasResult = (turn: Turn, thresholds: Thresholds): boolean =>
  turn.presenter !== 'panel' && (isWithoutModel(turn) ? hasDraft(turn) : isUsable(turn, thresholds));

/** Is its text what the editor knows, because no model answered? */
export const isWithoutModel = ({ answer }: Turn): boolean => answer?.freshness === 'offline';

/** Can something be done with it nevertheless, once the user has looked at it? */
const hasDraft = ({ phase, answer, unusable, decision }: Turn): boolean =>
  phase === 'done' && answer?.draft !== undefined && unusable === undefined && decision !== 'discarded';

/** The turn when an attempt begins: which target is asked, and whether again. One that stands in for another was said already. */
export function applyAsking(turn: Turn, asking: Asking, labelOf: (target: string) => string): Turn {
  const label = labelOf(asking.target);
  const begun: Turn = { ...turn, asking, isThinking: false };
  if (asking.attempt === 1) return { ...begun, status: l10n.t('Asking {0}…', label) };
  if (asking.target !== turn.asking?.target) return begun;
  return { ...begun, status: l10n.t('Asking {0} again… (attempt {1})', label, asking.attempt) };
}

/** Is everything of a conversation found again under Recent Answers? */
export const isKeptElsewhere = (turns: readonly Turn[]): boolean =>
  turns.every(
    ({ phase, text, partials }) => phase === 'done' || (phase !== 'working' && text === '' && partials.length === 0),
  );

/** Id of the target that gave the latest answer of a model; undefined: none has. */
export const lastAnswerer = (turns: readonly Turn[]): string | undefined =>
  turns.findLast(({ answer }) => answer && answer.insteadOf === undefined)?.answer?.from;
