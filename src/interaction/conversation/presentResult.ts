import * as l10n from '@vscode/l10n';
import type { Context, Outcome, Presenter } from '../../assist/assistance.ts';
import type {
  AskRequest,
  Proposal,
  ProposedFiles,
  ProposalShown,
  Reviewed,
  SuggestedMessage,
  SuggestedNames,
} from '../asking/askRequest.ts';
import { answerSummary, type TargetFacts } from '../text/answerSummary.ts';
import { partlyShown } from '../../assist/commit/partlyShown.ts';
import { silenced } from '../../assist/problems/silenced.ts';
import { lineFacts } from './factsView.ts';
import { presentEdits } from './presentEdits.ts';
import { leftOutText, silencedText } from './problemsText.ts';
import type { Turn } from './turn.ts';
import { type CodeNote, notNotedText } from '../doubts/doubtNote.ts';
import { withNote } from '../../assist/noted/withNote.ts';
import type { Sign } from '../../core/model/answer.ts';

/** What showing what an answer holds needs of the world. */
export interface PresentParts extends TargetFacts {
  /** Shows a proposed edit as a diff. */
  readonly propose: (proposal: Proposal) => Promise<ProposalShown>;
  /** Lets the user choose a name, and renames. A string says why that was not done; undefined: it was, or nothing was chosen. */
  readonly chooseName?: (suggested: SuggestedNames) => Promise<string | undefined>;
  /** Puts a message where the user commits. A string says why that was not done. */
  readonly useMessage?: (suggested: SuggestedMessage) => Promise<string | undefined>;
  /** Shows changes of several files as one diff. */
  readonly proposeAll?: (proposed: ProposedFiles) => Promise<ProposalShown>;
  /** What is to be noted in the code of a turn; default: nothing. */
  readonly codeNote?: CodeNote;
  /** Something is found about the answer while it is shown. */
  readonly late?: (signs: readonly Sign[]) => void;
  /** Shows what a review has found at its lines. A string says why that was not done. */
  readonly showFindings?: (reviewed: Reviewed) => Promise<string | undefined>;
}

/** Shows what a turn's answer holds for its task. Resolves with what the turn should say of it. */
export async function presentResult(turn: Turn, asked: AskRequest, parts: PresentParts): Promise<Partial<Turn>> {
  const { answer, text, title } = turn;
  const outcome = asked.assistance.read(answer?.draft ?? text, asked.context);
  const summary = answer ? answerSummary({ ...turn, answer }, parts) : '';
  const suggestion = { asked, title, summary, question: turn.id };
  const partly = () => partlyShown(asked.context.code, turn.notes, answer?.from ?? '');
  switch (outcome.kind) {
    case 'replacement':
      return proposed(outcome, { turn, asked, summary }, parts);
    case 'names':
      return shown(await parts.chooseName?.({ ...suggestion, names: outcome.names }));
    case 'message':
      return shown(
        await parts.useMessage?.({
          ...suggestion,
          message: outcome.text,
          partly: partly(),
        }),
      );
    case 'edits':
      return parts.proposeAll
        ? presentEdits(outcome, { turn, asked, summary, note: parts.codeNote?.(turn) }, parts.proposeAll)
        : {};
    case 'findings':
      return shown(await parts.showFindings?.({ ...suggestion, found: outcome, partly: partly() }));
    case 'note':
    case 'unusable':
      return { unusable: unusableTexts[asked.assistance.presenter]() };
  }
}

const shown = (refusal: string | undefined): Partial<Turn> =>
  refusal === undefined ? { proposed: true } : { onlyShown: refusal };

interface Answered {
  readonly turn: Turn;
  readonly asked: AskRequest;
  readonly summary: string;
}

async function proposed(
  { code, original }: Extract<Outcome, { kind: 'replacement' }>,
  { turn, asked: { assistance, context, place, isAgain }, summary }: Answered,
  { propose, late, codeNote }: PresentParts,
): Promise<Partial<Turn>> {
  if (code === (original ?? context.code)) return { unusable: l10n.t('The answer changes nothing.') };
  if (!place) return { onlyShown: l10n.t('It is not known any more where this belongs. Ask again.') };
  const note = codeNote?.(turn);
  const noted = note === undefined ? undefined : withNote(code, context.language, note);
  const { refusal, cautions } = await propose({
    task: assistance.task,
    ...(isAgain && { isAgain }),
    place,
    original: original ?? context.code,
    replacement: noted?.code ?? code,
    ...(noted && { noteLine: noted.line }),
    title: turn.title,
    summary,
    facts: lineFacts(turn.answer?.confidence?.signs ?? []),
    ...(late && { late }),
    question: turn.id,
  });
  const ofFix = assistance.task === 'fix' ? cautionsOfFix(context, original ?? context.code, code) : [];
  const ofNote = note !== undefined && !noted ? [notNotedText()] : [];
  return {
    cautions: [...ofFix, ...ofNote, ...cautions],
    onlyShown: refusal,
    ...(refusal === undefined && { proposed: true }),
  };
}

/** What it was not asked to mend, and what it silences. */
const cautionsOfFix = (
  { diagnostics, moreDiagnostics = 0 }: Context,
  before: string,
  after: string,
): readonly string[] => [
  ...(moreDiagnostics > 0 ? [leftOutText(diagnostics.length, moreDiagnostics)] : []),
  ...silenced(before, after).map(silencedText),
];

const unusableTexts: Readonly<Record<Presenter, () => string>> = {
  panel: () => '',
  edits: () => l10n.t('The answer contains no changes that could be read. Nothing was changed.'),
  diff: () => l10n.t('The answer contains no code that could replace the selection.'),
  names: () => l10n.t('The answer contains no name that could be used here.'),
  message: () => l10n.t('The answer contains no commit message.'),
  findings: () => l10n.t('The answer is not a review that could be read. Nothing is known about the code.'),
};
