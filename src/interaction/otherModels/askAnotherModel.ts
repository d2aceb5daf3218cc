import * as l10n from '@vscode/l10n';
import type { Target } from '../../core/model/target.ts';
import { isUnderWay, stillAnsweredText } from '../conversation/isUnderWay.ts';
import type { Turn } from '../conversation/turn.ts';
import { plainLabel } from '../text/cleanText.ts';
import { pickOther, type PickedOther } from './pickOther.ts';
import type { AskedTurn, OtherModelParts } from './otherModelParts.ts';

/**
 * Asks a model of the user's choice what was asked in a turn, past remembered answers. Only that one is asked, and only this once: what
 * is asked next goes its usual way (microsoft/vscode#308221).
 */
export async function askAnotherModel({ conversation, turn, asked }: AskedTurn, parts: OtherModelParts): Promise<void> {
  if (turn.phase === 'working') return parts.user.tell(stillAnsweredText());
  if (isUnderWay(asked, conversation)) return;
  const targets = parts.targets().filter(({ id }) => id !== answererOf(turn));
  if (targets.length === 0)
    return parts.user.tell(
      l10n.t('There is no other model to ask. Add one with Add Model… in the Steadfast status menu.'),
    );
  const expected = await parts.askService.expect(asked).catch(() => []); // without it the list says less
  const title = l10n.t('Which model should answer the same question?');
  const picked = await pickOther({ title, targets, expected }, parts);
  if (!picked || isUnderWay(asked, conversation)) return;
  await conversation.ask(asked, { title: turn.title, fresh: true, ...only(picked) });
}

/** This one alone, and the words for that. */
function only({ target, expected, mayGoOver }: PickedOther) {
  const label = plainLabel(target.label);
  return {
    only: [target.id],
    ...(mayGoOver && { overBudget: true }),
    choice: {
      label: l10n.t('You chose {0}', label),
      answered: l10n.t('{0} was chosen for this answer only. Your next question is asked in the usual order.', label),
      unanswered: l10n.t('No other model was asked, because you chose {0}.', label),
      ...(expected !== undefined && { expected }),
    },
  };
}

/** Who has its answer there already; whoever failed may be tried once more. */
const answererOf = ({ answer }: Turn): Target['id'] | undefined => (answer?.insteadOf ? undefined : answer?.from);
