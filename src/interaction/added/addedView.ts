import * as l10n from '@vscode/l10n';
import type { AddedView } from '../../shared/protocol.ts';
import { tokenCount } from '../text/budgetText.ts';
import { cleanLine } from '../text/cleanText.ts';
import type { AddedItem } from './addedItem.ts';

/** What was added, as the panel shows it. */
export const addedView = ({ id, name, tokens }: AddedItem): AddedView => ({
  id,
  name: `#${cleanLine(name, 60)}`,
  tokens: l10n.t('≈ {0} tokens', tokenCount(tokens)),
  remove: l10n.t('Remove {0}, about {1} tokens', cleanLine(name, 60), tokenCount(tokens)),
});
