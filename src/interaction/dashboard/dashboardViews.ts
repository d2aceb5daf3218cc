import * as l10n from '@vscode/l10n';
import {
  dashboardVersion,
  maxPoints,
  type ChartView,
  type DashboardLabels,
  type DashboardRange,
  type DashboardView,
} from '../../shared/dashboardProtocol.ts';
import { wholeNumber, dayTexts, numberLanguage } from '../text/numberText.ts';
import { budgetCharts } from './charts/budgetCharts.ts';
import { circuitLanes, circuitSpans, laneNotes } from './charts/circuitLanes.ts';
import { costChart } from './charts/costChart.ts';
import type { DashboardMoment, DashboardSources } from './sums/dashboardSources.ts';
import { wholeOf, type DaySum } from './sums/daySums.ts';
import { latencyChart } from './charts/latencyChart.ts';
import { daysOfMonth, lastDays, type LocalDay } from '../platform/localDays.ts';
import { cacheChart, savedChart } from './charts/memoryCharts.ts';
import { Palette } from './charts/palette.ts';
import { reasonText } from './charts/reasonText.ts';
import { confidenceChart, fallbackChart } from './charts/shareCharts.ts';
import { SlotSums } from './sums/slotSums.ts';
import { timelineChart } from './charts/timelineChart.ts';
import { slotsBetween, timelineSlots } from './charts/timelineSlots.ts';

const daysOf: Readonly<Record<DashboardRange, number>> = { today: 1, week: 7, month: 30 };
/** A chart by day shows at least so many, because one column is no chart. */
const fewestDays = 7;

/** All that the dashboard shows, for a range and a moment; the same whatever the journal's size. */
export class DashboardViews {
  readonly #sources: DashboardSources;
  readonly #sums = new SlotSums();
  #palette: Palette;
  #range: DashboardRange = 'today';

  constructor(sources: DashboardSources) {
    this.#sources = sources;
    this.#palette = new Palette(sources.labelOf);
  }

  view(range: DashboardRange, wallMs: number): DashboardView {
    if (range !== this.#range) this.#palette = new Palette(this.#sources.labelOf);
    this.#range = range;
    const shown = lastDays(wallMs, Math.max(fewestDays, daysOf[range]));
    const ofMonth = daysOfMonth(wallMs);
    const inRange = shown.slice(-daysOf[range]);
    const { metrics } = this.#sources;
    const begin = Math.min(shown[0]?.at ?? wallMs, ofMonth[0]?.at ?? wallMs);
    const slots = metrics.slots(begin, Math.max(shown.at(-1)?.to ?? wallMs, ofMonth.at(-1)?.to ?? wallMs));
    const moment = { ...this.#sources, wallMs, sumsOf: (days: readonly LocalDay[]) => this.#sums.of(slots, days) };
    return {
      version: dashboardVersion,
      language: numberLanguage(),
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      title: l10n.t('Steadfast dashboard'),
      range,
      labels: dashboardLabels(),
      basis: basisOf(moment, inRange[0]?.at ?? wallMs),
      charts: chartsOf(moment, { shown, inRange, palette: this.#palette }),
    };
  }
}

interface Shown {
  /** The days of the charts by day. */
  readonly shown: readonly LocalDay[];
  readonly inRange: readonly LocalDay[];
  readonly palette: Palette;
}

function chartsOf(moment: DashboardMoment, { shown, inRange, palette }: Shown): readonly ChartView[] {
  const sums = moment.sumsOf(shown);
  const whole = wholeOf(sums.slice(-inRange.length));
  palette.see(new Map([...whole.targets].map(([id, { answered, attempts }]) => [id, answered * 1_000 + attempts])));
  const labels = dayTexts(shown.map(({ at }) => at));
  return [
    timelineOf(moment, { inRange, whole, palette }),
    latencyChart(sums, labels),
    costChart(sums, labels, palette),
    ...budgetCharts(moment),
    cacheChart(sums, labels),
    savedChart(sums, labels),
    fallbackChart(whole),
    confidenceChart(whole),
  ];
}

interface InRange extends Pick<Shown, 'inRange' | 'palette'> {
  readonly whole: DaySum;
}

function timelineOf(moment: DashboardMoment, { inRange, whole, palette }: InRange): ChartView {
  const { entries, circuitOf, wallMs } = moment;
  const [from, to] = [inRange[0]?.at ?? wallMs, inRange.at(-1)?.to ?? wallMs];
  const points = entries.recent.points(from, to);
  const circuits = entries.recent.circuits(to);
  const spans = circuitSpans({ circuits, points, circuitOf, from, to: Math.min(to, Math.max(from, wallMs)) });
  const isWhole = points.length <= maxPoints && entries.recent.isWholeSince(from);
  const stretches = slotsBetween(from, to);
  const drawn = isWhole
    ? timelineChart({ points, spans, from, to, palette })
    : timelineSlots({ stretches, spans, palette, sums: moment.sumsOf(stretches) });
  return {
    id: 'timeline',
    title: l10n.t('Questions'),
    summary: summaryOf(whole),
    notes: [
      ...(isWhole ? [] : [l10n.t('There are too many questions to draw each, so they are counted by time.')]),
      ...laneNotes(circuitLanes(spans, palette)),
    ],
    ...drawn,
  };
}

/** '42 questions, 3 answered by another model than the first choice, most often because: rate limit.' */
function summaryOf({ questions, fallbacks, unanswered, reasons }: DaySum): string {
  if (questions === 0) return l10n.t('Nothing was asked in this time.');
  const asked = questions === 1 ? l10n.t('One question') : l10n.t('{0} questions', wholeNumber(questions));
  const [most] = [...reasons].toSorted(([, one], [, other]) => other - one);
  const parts = [
    asked,
    ...(fallbacks === 0 ? [l10n.t('none answered by another model than the first choice')] : []),
    ...(fallbacks > 0 && most
      ? [
          l10n.t(
            '{0} answered by another model than the first choice, most often because: {1}',
            wholeNumber(fallbacks),
            reasonText(most[0]),
          ),
        ]
      : []),
    ...(unanswered > 0 ? [l10n.t('{0} not answered by any model', wholeNumber(unanswered))] : []),
  ];
  return `${parts.join(', ')}.`;
}

/** Since when there are numbers, where that is later than the range begins. */
function basisOf({ metrics: { since } }: DashboardMoment, from: number): string {
  if (since === undefined) return l10n.t('Nothing has been asked yet. The charts fill as you ask.');
  const [day = ''] = dayTexts([since]);
  return since > from
    ? l10n.t('Since {0}, as far as the journal reaches. Only from this machine.', day)
    : l10n.t('From the journal on this machine, whole days by the local clock.');
}

const dashboardLabels = (): DashboardLabels => ({
  range: l10n.t('Time'),
  ranges: { today: l10n.t('Today'), week: l10n.t('7 days'), month: l10n.t('30 days') },
  showTable: l10n.t('Show as table'),
  showChart: l10n.t('Show as chart'),
  keys: l10n.t('Arrow keys go from value to value.'),
});
