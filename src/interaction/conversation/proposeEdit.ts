import * as l10n from '@vscode/l10n';
import type { AskRequest, EditPlace, Proposal, ProposalShown } from '../asking/askRequest.ts';
import { answerSummary, type TargetFacts } from '../text/answerSummary.ts';
import type { Turn } from './turn.ts';

/** What showing an edit needs of the world. */
export interface ProposeParts extends TargetFacts {
  readonly propose: (proposal: Proposal) => Promise<ProposalShown>;
}

/** Shows the edit that a turn's answer holds. Resolves with what the turn should say of it. */
export async function proposeEdit(
  turn: Turn,
  { assistance, context, place }: AskRequest & { readonly place: EditPlace },
  { propose, ...facts }: ProposeParts,
): Promise<Partial<Turn>> {
  const { answer, text, title } = turn;
  const outcome = assistance.read(text, context);
  if (outcome.kind !== 'replacement')
    return { unusable: l10n.t('The answer contains no code that could replace the selection.') };
  const { refusal, cautions } = await propose({
    place,
    original: context.code,
    replacement: outcome.code,
    title,
    summary: answer ? answerSummary({ ...turn, answer }, facts) : '',
  });
  return { cautions, onlyShown: refusal, ...(refusal === undefined && { proposed: true }) };
}
