// Over 200 lines with its comments: all that a turn shows, in the order in which it stands.
import * as l10n from '@vscode/l10n';
import { type Thresholds, verdictOf } from '../../core/confidence/verdict.ts';
import type { Failure } from '../../core/model/failure.ts';
import type { Action, ActionView, Notice, TurnView } from '../../shared/protocol.ts';
import { actionText } from '../text/actionText.ts';
import { degradationText } from '../text/answerText.ts';
import { failureMessage } from '../text/failureMessage.ts';
import { doubtNotice } from '../doubts/doubtNotice.ts';
import { isContinuable } from './continueTurn.ts';
import { canAskLater, queuedNotice, withDeferral } from './deferral.ts';
import { factsView } from './factsView.ts';
import { insteadTitle, laterWords, mendingActions, similarWords } from '../offline/insteadOf.ts';
import { isData, readableAnswer } from './readableAnswer.ts';
import { reliabilityLines } from '../feedback/reliabilityText.ts';
import { withChoice, withRemarks } from './remarks.ts';
import { placeActions } from '../panel/placeActions.ts';
import { settingActions, type SettingSurroundings } from './settingActions.ts';
import { type Turn, canPassOver, hasResult, isUnjudgedCode, isUsable, isWithoutModel } from './turn.ts';
import type { Answer } from '../../core/model/answer.ts';
import type { CostOf } from '../text/answerSummary.ts';
import { provenance, triedInVain } from '../provenance/provenance.ts';
import { whyText } from '../provenance/whyText.ts';

/** What drawing a turn needs to know besides the turn. */
export interface TurnSurroundings extends SettingSurroundings {
  readonly thresholds: Thresholds;
  /** Label of a target id; the id itself when it is not configured any more. */
  readonly labelOf: (target: string) => string;
  readonly costOf?: CostOf;
  /** Is there a target stronger than the one that answered? */
  readonly strongerThan: (target: string) => boolean;
  /** How many targets could be asked. */
  readonly targets: number;
}

/** What the panel shows of a turn. */
export function turnView(turn: Turn, around: TurnSurroundings): TurnView {
  const said = withRemarks(turn.remarks, withCautions(turn.cautions ?? [], noticeOf(turn, around)));
  const why = (turn.answer ?? turn.failure) ? whyText(turn.notes, around.labelOf) : undefined;
  const notice = turn.queued ? queuedNotice(said) : said;
  const facts = factsView(turn);
  return {
    id: turn.id,
    question: turn.title,
    phase: turn.phase,
    status: turn.queued ? l10n.t('Kept for later') : turn.status,
    text: turn.decision === 'discarded' ? '' : readableAnswer(turn),
    partials: turn.partials,
    provenance: withChoice(turn, [
      ...(turn.remark === undefined ? [] : [turn.remark]),
      ...(turn.answer ? provenance({ ...turn, answer: turn.answer }, around) : []),
      ...reliabilityLines(turn, around.reliabilityOf),
      ...(turn.failure ? triedInVain(turn.notes, around) : []),
      ...(turn.holdsSecret ? [l10n.t('It seems to contain a secret. The secret is masked in the saved copy.')] : []),
    ]),
    actions: placeActions([
      ...withDeferral(actionsOf(turn, around), turn),
      ...(turn.whole && turn.phase !== 'working' ? [actionView('askWhole', false)] : []),
      ...settingActions(turn, around),
    ]),
    code:
      isUsable(turn, around.thresholds) && turn.answer?.freshness !== 'offline' && !isData(turn.presenter)
        ? 'offered'
        : 'withheld',
    ...(why && { why }),
    ...(notice && { notice }),
    ...(facts && { facts }),
    ...(turn.comparison && turn.decision !== 'discarded' && { comparison: turn.comparison }),
  };
}

function noticeOf(turn: Turn, around: TurnSurroundings): Notice | undefined {
  if (turn.failure && turn.phase === 'failed') return failureNotice(turn, turn.failure, around.labelOf);
  const { answer } = turn;
  if (!answer) return undefined;
  if (answer.finish === 'refused')
    return information(l10n.t('The provider declined to answer'), [
      turn.notes.some(note => note.kind === 'fallback' && note.because === 'declined')
        ? l10n.t('Another provider was asked too, and gave no answer either.')
        : l10n.t('This is its answer, not an error, so no other model was asked.'),
    ]);
  return doubtNotice(turn, answer, around.thresholds) ?? lesser(turn, answer, around);
}

/** What an edit adds is said first, whatever else there is to say. */
function withCautions(cautions: readonly string[], notice: Notice | undefined): Notice | undefined {
  if (cautions.length === 0) return notice;
  const lines = [...cautions, ...(notice ? [notice.title, ...notice.lines] : [])];
  const { advice = '' } = notice ?? {};
  return {
    kind: notice?.kind ?? 'disclaimer',
    title: l10n.t('Look at this before you accept the edit'),
    lines,
    advice,
  };
}

function failureNotice({ choice }: Turn, failure: Failure, labelOf: (target: string) => string): Notice {
  const words = failureMessage(failure, labelOf);
  const others = (failure.details.others ?? []).map(other => failureMessage(other, labelOf).happened);
  const { requestId, partial } = failure.details;
  return {
    kind: 'failure',
    title: words.happened,
    lines: [
      ...others,
      ...(choice ? [choice.unanswered] : []),
      ...(partial ? [l10n.t('The part that arrived is shown below. It is incomplete.')] : []),
      ...(requestId ? [l10n.t('Request id: {0}', requestId)] : []),
    ],
    advice: words.todo,
  };
}

function lesser(turn: Turn, answer: Answer, { labelOf }: TurnSurroundings): Notice | undefined {
  if (turn.unusable) return information(l10n.t('Shown, not applied'), [turn.unusable]);
  if (turn.onlyShown !== undefined) return information(l10n.t('Shown, not applied'), [turn.onlyShown]);
  if (answer.insteadOf) {
    const { happened, todo } = failureMessage(answer.insteadOf, labelOf);
    const others = (answer.insteadOf.details.others ?? []).map(other => failureMessage(other, labelOf).happened);
    const alike = answer.freshness === 'similar' ? [similarWords()] : [];
    const chosen = turn.choice ? [turn.choice.unanswered] : [];
    const later = isWithoutModel(turn) && canAskLater(turn) ? [laterWords()] : [];
    const lines = [...alike, happened, ...others, ...chosen, ...later];
    return { kind: 'degraded', title: insteadTitle(answer), lines, advice: todo };
  }
  if (answer.degraded.length === 0) return undefined;
  return { kind: 'degraded', title: l10n.t('Limited answer'), lines: answer.degraded.map(degradationText) };
}

const information = (title: string, lines: readonly string[]): Notice => ({ kind: 'information', title, lines });

function actionsOf(turn: Turn, around: TurnSurroundings): readonly ActionView[] {
  if (turn.phase === 'working')
    return [actionView('stop', true), ...(canPassOver(turn) ? [actionView('askNext', false)] : [])];
  if (turn.phase === 'cancelled') return [actionView('askAgain', true)];
  if (turn.failure) {
    const { buttons } = failureMessage(turn.failure, around.labelOf);
    const onward = isContinuable(turn) ? [actionView('continue', true)] : [];
    const again = actionView('askAgain', onward.length === 0);
    const others = buttons.filter(action => action !== 'tryAnother' || around.targets > 1);
    const chosen = around.targets > 1 ? [actionView('askAnother', false)] : [];
    return [...onward, again, ...others.map(action => actionView(action, false)), ...chosen];
  }
  const { answer } = turn;
  if (!answer) return [actionView('askAgain', true)];
  const again: Action[] = ['askAgain', ...(around.targets > 1 ? (['tryAnother'] as const) : [])];
  if (turn.decision === 'discarded') return again.map(action => actionView(action, false));
  if (isWithoutModel(turn)) return withoutModelActions(turn, again, around);
  if (isUsable(turn, around.thresholds)) {
    const onward: Action[] = [
      ...(hasResult(turn, around.thresholds) ? (['showEdit'] as const) : []),
      ...(isContinuable(turn) ? (['continue'] as const) : []),
    ];
    const wanted = answer.insteadOf
      ? [...mendingActions(answer.insteadOf, again, around.labelOf), ...onward]
      : (['copy', ...onward, 'askAgain', ...otherModels(turn, around)] as const);
    return wanted.map((action, index) => actionView(action, index === 0));
  }
  if (answer.finish === 'refused')
    return [
      ...again.map(action => actionView(action, action === 'tryAnother')),
      ...(around.targets > 1 ? [actionView('askAnother', false)] : []),
    ];
  if (turn.unusable || isUnjudgedCode(turn)) return again.map(action => actionView(action, false));
  const onward = isContinuable(turn) ? [actionView('continue', true)] : [];
  return [...onward, ...doubtActions(turn, answer, { around, rephraseFirst: onward.length === 0 })];
}

/** What the user can do about it first, then the draft, where there is one: it is called what it is. */
function withoutModelActions(turn: Turn, again: readonly Action[], around: TurnSurroundings): readonly ActionView[] {
  const { insteadOf } = turn.answer ?? {};
  const wanted = insteadOf ? mendingActions(insteadOf, again, around.labelOf) : again;
  const draft = { ...actionView('showEdit', false), label: l10n.t('Show Draft') };
  return [
    ...wanted.map((action, index) => actionView(action, index === 0)),
    ...(hasResult(turn, around.thresholds) ? [draft] : []),
  ];
}

/** One of the user's choice, and one to compare with; of an answer that was compared, the other one. */
function otherModels({ comparedWith }: Turn, { targets }: TurnSurroundings): readonly Action[] {
  if (targets < 2) return [];
  return comparedWith === undefined ? ['askAnother', 'secondOpinion'] : ['showBoth', 'askAnother'];
}

function doubtActions(
  turn: Turn,
  answer: Answer,
  { around, rephraseFirst }: { readonly around: TurnSurroundings; readonly rephraseFirst: boolean },
): readonly ActionView[] {
  const forReview = verdictOf(answer.confidence, around.thresholds) === 'review';
  const wanted: Action[] = [
    forReview ? 'approve' : 'useAnyway',
    ...(around.strongerThan(answer.from) ? (['askStronger'] as const) : []),
    ...otherModels(turn, around).filter(action => action !== 'askAnother'),
    'rephrase',
    ...(forReview ? [] : (['keepForReview'] as const)),
    'discard',
  ];
  return wanted.map(action => ({
    ...actionView(action, rephraseFirst && action === 'rephrase'),
    ...(forReview && action === 'discard' && { label: l10n.t('Reject') }), // as the view calls it
  }));
}

const actionView = (action: Action, primary: boolean): ActionView => ({ action, primary, label: actionText(action) });
