import * as l10n from '@vscode/l10n';
import type { Tier } from '../../../core/model/answer.ts';
import { looks, type ChartView } from '../../../shared/dashboardProtocol.ts';
import { tierText } from '../../text/trustText.ts';
import { cleanLine } from '../../text/cleanText.ts';
import { wholeNumber, percentText } from '../../text/numberText.ts';
import type { DaySum } from '../sums/daySums.ts';
import { reasonText } from './reasonText.ts';

const mostReasons = 12;

/** Why another model answered than the first choice. */
export function fallbackChart({ reasons, fallbacks, answered }: DaySum): ChartView {
  const sorted = [...reasons].filter(([, count]) => count > 0).toSorted(([, one], [, other]) => other - one);
  const rest = sorted.slice(mostReasons).reduce((sum, [, count]) => sum + count, 0);
  const named = sorted
    .slice(0, mostReasons)
    .map(([because, count]) => ({ name: reasonText(because), count, look: looks.wrong }));
  const rows = [...named, ...(rest > 0 ? [{ name: l10n.t('other reasons'), count: rest, look: looks.others }] : [])];
  const [most] = rows;
  return shareChart(
    {
      id: 'fallbacks',
      title: l10n.t('Why another model answered'),
      summary: most
        ? l10n.t(
            '{0} of {1} answers came from another model than the first choice, most often because: {2}.',
            wholeNumber(fallbacks),
            wholeNumber(answered),
            most.name,
          )
        : l10n.t('No answer came from another model than the first choice.'),
      head: l10n.t('Reason'),
    },
    rows,
  );
}

const tiers: readonly Tier[] = ['verified', 'checked', 'unchecked', 'doubtful'];
const tierLooks: Readonly<Record<Tier, number>> = {
  verified: 1,
  checked: 0,
  unchecked: looks.others,
  doubtful: looks.wrong,
};

/** How far answers could be trusted. */
export function confidenceChart({ tiers: counts }: DaySum): ChartView {
  const known = tiers.map(tier => ({ name: tierText(tier), count: counts.get(tier) ?? 0, look: tierLooks[tier] }));
  const newer = [...counts].filter(([name]) => !tiers.some(tier => tier === name));
  const rows = [...known, ...newer.map(([name, count]) => ({ name: cleanLine(name, 40), count, look: looks.others }))];
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  const doubted = counts.get('doubtful') ?? 0;
  return shareChart(
    {
      id: 'confidence',
      title: l10n.t('Confidence'),
      summary:
        total === 0
          ? l10n.t('No answer was assessed in this time.')
          : l10n.t(
              '{0} of {1} answers were doubtful ({2}).',
              wholeNumber(doubted),
              wholeNumber(total),
              percentText(doubted, total),
            ),
      head: l10n.t('Confidence'),
    },
    total === 0 ? [] : rows,
  );
}

interface ShareHead extends Pick<ChartView, 'id' | 'title' | 'summary'> {
  /** What the first column of the table is called. */
  readonly head: string;
}

interface ShareRow {
  readonly name: string;
  readonly count: number;
  readonly look: number;
}

function shareChart({ head, ...chart }: ShareHead, rows: readonly ShareRow[]): ChartView {
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  const longest = Math.max(1, ...rows.map(({ count }) => count));
  const share = (count: number): string => percentText(count, total) || '–';
  return {
    ...chart,
    notes: [],
    ...(rows.length > 0 && {
      drawing: {
        kind: 'rows',
        rows: rows.map(({ name, count, look }) => ({
          ...{ name, look },
          text: `${wholeNumber(count)} (${share(count)})`,
          share: count / longest,
        })),
      },
    }),
    table: {
      caption: chart.title,
      columns: [head, l10n.t('Answers'), l10n.t('Share')],
      rows: rows.map(({ name, count }) => [name, wholeNumber(count), share(count)]),
      hasNumbers: true,
    },
  };
}
