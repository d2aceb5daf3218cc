import * as l10n from '@vscode/l10n';
import {
  looks,
  type ChartView,
  type MarkView,
  type PointsDrawing,
  type TableView,
} from '../../../shared/dashboardProtocol.ts';
import { wholeNumber, dayAndTimeTexts, dayTexts, timeTexts } from '../../text/numberText.ts';
import { duration } from '../../text/time.ts';
import { circuitLanes, type CircuitSpan } from './circuitLanes.ts';
import { dayBegin } from '../../platform/localDays.ts';
import type { Palette } from './palette.ts';
import { reasonText } from './reasonText.ts';
import type { TimelinePoint } from '../sums/recentEntries.ts';

/** The table names the latest so many; the points show all. */
const mostTableRows = 200;

export interface TimelineSources {
  /** In the order of time. */
  readonly points: readonly TimelinePoint[];
  readonly spans: readonly CircuitSpan[];
  readonly from: number;
  readonly to: number;
  readonly palette: Palette;
}

/** Every question as a point: when, how long, who answered, how it went; and when circuits were open. */
export function timelineChart(sources: TimelineSources): Pick<ChartView, 'drawing' | 'table'> {
  const { points, spans } = sources;
  return {
    ...(points.length + spans.length > 0 && { drawing: pointsOf(sources) }),
    table: tableOf(sources),
  };
}

function pointsOf({ points, spans, from, to, palette }: TimelineSources): PointsDrawing {
  const named = palette.seriesOf(points.flatMap(({ by }) => by ?? []));
  const hasUnanswered = points.some(({ by }) => by === undefined);
  const series = [...named, ...(hasUnanswered ? [{ name: l10n.t('No model answered'), look: looks.wrong }] : [])];
  const placeOf = new Map(series.map(({ look }, at) => [look, at]));
  const marks = new Map<string, { readonly at: number; readonly mark: MarkView }>();
  const markOf = (point: TimelinePoint): number => {
    const text = wentText(point, palette);
    const known = marks.get(text) ?? { at: marks.size, mark: { text, form: formOf(point) } };
    marks.set(text, known);
    return known.at;
  };
  return {
    kind: 'points',
    ...{ from, to, ticks: ticksOf(from, to), series },
    at: points.map(({ at }) => at),
    tookMs: points.map(({ tookMs }) => tookMs),
    of: points.map(({ by }) => placeOf.get(by === undefined ? looks.wrong : palette.lookOf(by)) ?? 0),
    mark: points.map(markOf),
    marks: [...marks.values()].map(({ mark }) => mark),
    forms: formsOf(points),
    lanes: circuitLanes(spans, palette),
  };
}

function formsOf(points: readonly TimelinePoint[]): PointsDrawing['forms'] {
  const used = new Set(points.map(formOf));
  return [
    { form: 'ringed', name: l10n.t('Another than the first choice') } as const,
    { form: 'hollow', name: l10n.t('Earlier answer, from memory') } as const,
  ].filter(({ form }) => used.has(form));
}

const formOf = ({ went }: TimelinePoint): MarkView['form'] => {
  if (went === 'fallback') return 'ringed';
  return went === 'memory' ? 'hollow' : 'filled';
};

/** How a question went, without its time and its model. */
function wentText({ went, insteadOf, passedOver, failure }: TimelinePoint, palette: Palette): string {
  switch (went) {
    case 'first':
      return l10n.t('first choice');
    case 'memory':
      return l10n.t('earlier answer');
    case 'cancelled':
      return l10n.t('stopped by you');
    case 'fallback':
      return l10n.t(
        'instead of {0}: {1}',
        insteadOf === undefined ? l10n.t('the first choice') : palette.nameOf(insteadOf),
        passedOver === undefined ? '' : reasonText(passedOver),
      );
    case 'failed':
      return failure === undefined ? l10n.t('not answered') : l10n.t('not answered: {0}', reasonText(failure));
    case 'without-model':
      return failure === undefined
        ? l10n.t('answered without a model')
        : l10n.t('answered without a model: {0}', reasonText(failure));
  }
}

/** Hours of one day, midnights of several: both by the local clock. */
export function ticksOf(from: number, to: number): readonly (readonly [at: number, label: string])[] {
  const isOneDay = to - from < 26 * 3_600_000;
  const moments: number[] = [];
  const day = new Date(from);
  for (let step = 0; step < 60; step += 1) {
    const at = isOneDay
      ? new Date(day.getFullYear(), day.getMonth(), day.getDate(), step * 2).getTime()
      : new Date(day.getFullYear(), day.getMonth(), day.getDate() + step).getTime();
    if (at >= to) break;
    if (at >= from && at !== moments.at(-1)) moments.push(at);
  }
  const labels = isOneDay ? timeTexts(moments) : dayTexts(moments);
  return moments.map((at, index) => [at, labels[index] ?? '']);
}

function tableOf({ points, from, to, palette }: TimelineSources): TableView {
  const shown = points.slice(-mostTableRows).toReversed();
  const moments = shown.map(({ at }) => at);
  const times = dayBegin(from) === dayBegin(to - 1) ? timeTexts(moments) : dayAndTimeTexts(moments);
  return {
    caption:
      points.length > shown.length
        ? l10n.t('The latest {0} of {1} questions, newest first', wholeNumber(shown.length), wholeNumber(points.length))
        : l10n.t('Questions, newest first'),
    columns: [l10n.t('Time'), l10n.t('Answered by'), l10n.t('Took'), l10n.t('How it went')],
    rows: shown.map((point, at) => [
      times[at] ?? '',
      point.by === undefined ? '–' : palette.nameOf(point.by),
      duration(point.tookMs),
      wentText(point, palette),
    ]),
    hasNumbers: false,
  };
}
