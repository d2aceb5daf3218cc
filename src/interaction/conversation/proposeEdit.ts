import * as l10n from '@vscode/l10n';
import type { AskRequest, EditPlace, Proposal } from '../asking/askRequest.ts';
import type { Turn } from './turn.ts';

/** Shows the edit that a turn's answer holds. Resolves with the reason why it cannot be applied; undefined: it can. */
export async function proposeEdit(
  { text, title }: Turn,
  { assistance, context, place }: AskRequest & { readonly place: EditPlace },
  propose: (proposal: Proposal) => Promise<string | undefined>,
): Promise<string | undefined> {
  const outcome = assistance.read(text, context);
  if (outcome.kind !== 'replacement') return l10n.t('The answer contains no code that could replace the selection.');
  return propose({ place, original: context.code, replacement: outcome.code, title });
}
