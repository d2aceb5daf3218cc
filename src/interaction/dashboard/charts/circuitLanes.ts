import * as l10n from '@vscode/l10n';
import type { CircuitEntry, CircuitState } from '../../../core/journal/journalEntry.ts';
import type { LaneView } from '../../../shared/dashboardProtocol.ts';
import type { TimelinePoint } from '../sums/recentEntries.ts';
import { timeTexts } from '../../text/numberText.ts';
import type { Palette } from './palette.ts';

/** Longer than a circuit rests before it lets a question try again (`restAfter`), ms. */
const longestRestMs = 300_000;
const mostLanes = 6;
const mostSpans = 200;

/** When a circuit was not closed, wall-clock ms. */
export interface CircuitSpan {
  readonly target: string;
  readonly from: number;
  readonly to: number;
  readonly state: Exclude<CircuitState, 'closed'>;
}

export interface SpanSources {
  /** In the order of time. */
  readonly circuits: readonly CircuitEntry[];
  /** Questions since the first of them, in the order of time. */
  readonly points: readonly TimelinePoint[];
  readonly circuitOf: (target: string) => CircuitState;
  readonly from: number;
  readonly to: number;
}

/**
 * When circuits were not closed between two moments. One whose end no window has seen ends with the target's next answer, or
 * goes on to the end while it stands so now, else it ends after the longest rest.
 */
export function circuitSpans({ circuits, points, circuitOf, from, to }: SpanSources): readonly CircuitSpan[] {
  const byTarget = Map.groupBy(circuits, ({ target }) => target);
  const spans = [...byTarget].flatMap(([target, entries]) =>
    entries.flatMap(({ at, after: state }, index): readonly CircuitSpan[] => {
      if (state === 'closed') return [];
      const end = entries[index + 1]?.at ?? unseenEnd(target, at);
      const [begin, until] = [Math.max(at, from), Math.min(end, to)];
      return until > begin ? [{ target, from: begin, to: until, state }] : [];
    }),
  );
  return spans;

  function unseenEnd(target: string, at: number): number {
    if (circuitOf(target) !== 'closed') return to;
    const answered = points.find(point => point.at >= at && point.by === target && point.went !== 'memory');
    return Math.min(answered?.at ?? Infinity, at + longestRestMs);
  }
}

/** The spans as lanes, the targets that were out longest; `xOf` gives the place of a moment. */
export function circuitLanes(
  spans: readonly CircuitSpan[],
  palette: Palette,
  xOf: (at: number) => number = at => at,
): readonly LaneView[] {
  const byTarget = [...Map.groupBy(spans, ({ target }) => target)].toSorted(
    ([, one], [, other]) => lasted(other) - lasted(one),
  );
  return byTarget.slice(0, mostLanes).map(([target, own]) => {
    const shown = own.slice(-mostSpans);
    const begins = timeTexts(shown.map(({ from }) => from));
    const ends = timeTexts(shown.map(({ to }) => to));
    return {
      name: l10n.t('{0}: paused', palette.nameOf(target)),
      look: palette.lookOf(target),
      spans: shown.map(({ from, to, state }, at) => ({
        from: xOf(from),
        to: xOf(to),
        text: stateText(state, begins[at] ?? '', ends[at] ?? ''),
      })),
    };
  });
}

/** The latest of them as sentences, for who cannot see the lanes. */
export const laneNotes = (lanes: readonly LaneView[]): readonly string[] =>
  lanes.flatMap(({ name, spans }) => (spans.length === 0 ? [] : [`${name}: ${latestOf(spans)}`]));

const mostTold = 3;

function latestOf(spans: LaneView['spans']): string {
  const told = spans.slice(-mostTold).map(({ text }) => text);
  const before = spans.length - told.length;
  return [...(before > 0 ? [l10n.t('{0} times before', before)] : []), ...told].join('; ');
}

const lasted = (spans: readonly CircuitSpan[]): number => spans.reduce((sum, { from, to }) => sum + to - from, 0);

function stateText(state: CircuitSpan['state'], begin: string, end: string): string {
  switch (state) {
    case 'open':
      return l10n.t('paused after failures, {0}–{1}', begin, end);
    case 'half-open':
      return l10n.t('being tried again, {0}–{1}', begin, end);
    case 'paused':
      return l10n.t('paused by you, {0}–{1}', begin, end);
  }
}
