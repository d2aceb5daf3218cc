import * as l10n from '@vscode/l10n';
import type { Target } from '../../core/model/target.ts';
import { isResting } from '../../core/status/status.ts';
import type { TargetStatus } from '../../core/status/targetStatus.ts';
import type { ExpectedAsk } from '../asking/expectations.ts';
import type { Choice } from '../platform/user.ts';
import { expectedTexts, heldText } from '../provenance/expectedText.ts';
import { targetState } from '../status/statusText.ts';
import { classText } from '../targets/classText.ts';
import { tokenCount } from '../text/budgetText.ts';
import { plainLabel } from '../text/cleanText.ts';
import { overBudgetText } from './overBudget.ts';

/** What is known of those who may be chosen. */
export interface ChoiceFacts {
  readonly statuses: readonly TargetStatus[];
  /** Of each that this is known of. */
  readonly expected: readonly ExpectedAsk[];
}

/**
 * The models that may be asked, each with how strong it is, and below that what stands against it and what it takes. One that rests is listed,
 * too: it may be what the user wants, and a list that it is missing from looks broken (NousResearch/hermes-agent#105333).
 */
export const otherModelChoices = (targets: readonly Target[], facts: ChoiceFacts): readonly Choice<Target>[] =>
  targets.map(target => ({
    label: plainLabel(target.label),
    description: classText(target.class),
    ...detailOf(target, facts),
    value: target,
  }));

function detailOf(target: Target, { statuses, expected }: ChoiceFacts): Pick<Choice<Target>, 'detail'> {
  const own = expected.find(each => each.target.id === target.id);
  const status = statuses.find(({ id }) => id === target.id);
  const told = [...obstacles(own, status), ...(own ? [expectedText(own)] : [])];
  return told.length === 0 ? {} : { detail: plainLabel(told.join(' · '), 200) };
}

/** What stands against asking it comes first, for the end of a line may be cut off. */
function obstacles(own: ExpectedAsk | undefined, status: TargetStatus | undefined): readonly string[] {
  const { held, heldMs } = own?.option ?? {};
  const isToldBefore = held === 'budget' && own?.overBudget !== undefined;
  return [
    ...(own?.tooLong ? [tooLongText(own.tooLong)] : []),
    ...(own?.overBudget ? [overBudgetText(own.overBudget)] : []),
    ...(status && isResting(status) ? [targetState(status)] : held && !isToldBefore ? [heldText(held, heldMs)] : []),
  ];
}

/** 'about 4 s, about $0.012', as it is told of the answer; of several requests how many. */
export const expectedText = ({ option, requests }: ExpectedAsk): string =>
  [...expectedTexts(option), ...(requests > 1 ? [l10n.t('in {0} requests', requests)] : [])].join(', ');

const tooLongText = ({ tokens, limit }: NonNullable<ExpectedAsk['tooLong']>): string =>
  l10n.t('too long for it: ≈ {0} tokens, at most {1}', tokenCount(tokens), tokenCount(limit));
