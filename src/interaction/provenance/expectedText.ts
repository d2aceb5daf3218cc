import * as l10n from '@vscode/l10n';
import type { RouteOption } from '../../core/model/note.ts';
import { money } from '../text/budgetText.ts';
import { duration, waitTime } from '../text/time.ts';
import { skipText } from './skipText.ts';

/** What keeps a target from being asked, and for how long yet. */
export const heldText = (held: NonNullable<RouteOption['held']>, ms: number | undefined): string =>
  ms === undefined ? skipText(held) : l10n.t('{0}, for another {1}', skipText(held), waitTime(ms));

type Expected = Pick<RouteOption, 'expectedMs' | 'costUsd' | 'failureShare'>;

/** 'about 4 s', 'about $0.012': how long an answer likely takes and what it costs. What is not known is never told as nothing. */
export const expectedTexts = ({ expectedMs, costUsd, failureShare }: Expected): readonly string[] => [
  expectedMs === undefined ? l10n.t('time not known') : l10n.t('about {0}', duration(expectedMs)),
  costText(costUsd),
  ...(failureShare === undefined ? [] : [l10n.t('{0}% of its latest attempts failed', Math.round(100 * failureShare))]),
];

function costText(costUsd: number | undefined): string {
  if (costUsd === undefined) return l10n.t('price not known');
  return costUsd === 0 ? l10n.t('free of charge') : l10n.t('about {0}', money(costUsd));
}
