import * as l10n from '@vscode/l10n';
import type { AskRequest, EditPlace, Proposal, ProposalShown } from '../asking/askRequest.ts';
import type { Turn } from './turn.ts';

/** Shows the edit that a turn's answer holds. Resolves with what the turn should say of it. */
export async function proposeEdit(
  { text, title }: Turn,
  { assistance, context, place }: AskRequest & { readonly place: EditPlace },
  propose: (proposal: Proposal) => Promise<ProposalShown>,
): Promise<Partial<Turn>> {
  const outcome = assistance.read(text, context);
  if (outcome.kind !== 'replacement')
    return { unusable: l10n.t('The answer contains no code that could replace the selection.') };
  const { refusal, cautions } = await propose({
    place,
    original: context.code,
    replacement: outcome.code,
    title,
  });
  return { cautions, onlyShown: refusal, ...(refusal === undefined && { proposed: true }) };
}
