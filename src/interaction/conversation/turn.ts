import * as l10n from '@vscode/l10n';
import { verdictOf, type Thresholds } from '../../core/confidence/verdict.ts';
import type { Failure } from '../../core/model/failure.ts';
import type { TurnView } from '../../shared/protocol.ts';
import { failureMessage } from '../text/failureMessage.ts';
import type { Note } from '../../core/model/note.ts';
import type { Answer } from '../../core/model/answer.ts';
import type { AnswerEvent } from '../../core/model/answerEvent.ts';

/** One question of a conversation and what came of it so far. Made anew at every change, never changed in place. */
export interface Turn {
  readonly id: string;
  /** What heads the turn: the user's words, or task and place. */
  readonly title: string;
  readonly form: 'prose' | 'code';
  readonly phase: TurnView['phase'];
  readonly status: string;
  readonly text: string;
  readonly partials: TurnView['partials'];
  readonly notes: readonly Note[];
  /** What the user should know of what was asked about. */
  readonly remark?: string;
  readonly tookMs: number;
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
  /** Its question is kept for later. */
  readonly queued?: boolean;
  /** What the user decided about a doubted answer. */
  readonly decision?: 'used' | 'kept' | 'approved' | 'discarded';
}

/** A turn that has just begun. */
export const newTurn = (begun: Pick<Turn, 'id' | 'title' | 'form' | 'status'>): Turn => ({
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
      return { ...turn, text: turn.text + event.text, status: l10n.t('Writing… not yet checked') };
    case 'thinking':
      return turn.text === '' ? { ...turn, status: l10n.t('Thinking…') } : turn;
    case 'restart': {
      const { happened } = failureMessage(event.because, labelOf);
      const label = l10n.t('Incomplete. {0} {1} starts again from the beginning.', happened, event.next);
      return { ...turn, text: '', partials: [...turn.partials, { label, text: turn.text }] };
    }
    case 'connected':
    case 'sent':
    case 'limits':
      return turn;
  }
}

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

/** Is the answer an edit that may be shown as a diff, to be accepted? */
export const hasEdit = (turn: Turn, thresholds: Thresholds): boolean =>
  turn.form === 'code' && isUsable(turn, thresholds);
