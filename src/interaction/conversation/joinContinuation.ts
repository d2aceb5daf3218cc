import * as l10n from '@vscode/l10n';
import { splice } from '../../assist/continue.ts';
import type { AskRequest } from '../asking/askRequest.ts';
import type { Turn } from './turn.ts';

/** What a turn that continues another has besides its own: both texts as one, or apart when it is not clear where they join. */
export function joinContinuation(
  text: string,
  continues: AskRequest['continues'],
): Partial<Pick<Turn, 'text' | 'partials'>> {
  if (!continues) return {};
  const continued = continues.text;
  const whole = splice(continued, text);
  if (whole !== undefined) return { text: whole, partials: [] };
  return { text, partials: [{ label: l10n.t('The part that had arrived before'), text: continued }] };
}
