import * as l10n from '@vscode/l10n';
import type { JournalEntry } from '../../../core/journal/journalEntry.ts';
import { cellText } from './cellText.ts';
import { episodes, type Episode } from '../facts/episodes.ts';
import type { ChangedSetting } from '../facts/changedSettings.ts';
import { targetTimes, type TimesOfTarget } from '../facts/targetTimes.ts';
import { happeningText, type Naming } from './happeningText.ts';

/** Rows that a table may have; the latest are kept. */
const mostRows = 300;

/** What is told. */
export interface WhatHappened {
  readonly entries: readonly JournalEntry[];
  readonly naming: Naming;
  /** Settings that are not as they come. */
  readonly changed: readonly ChangedSetting[];
  /** How everything stood when this was made, a line each. */
  readonly standing: readonly string[];
}

/** What the journal tells, for a person: what went wrong from when to when, how everything stood in the end, and how quick each target was. Times are UTC. */
export function whatHappenedText({ entries, naming, changed, standing }: WhatHappened): string {
  const [rows, times] = [episodes(entries), targetTimes(entries)];
  const lines = [
    `# ${l10n.t('What happened')}`,
    '',
    spanText(entries),
    '',
    `## ${l10n.t('What went wrong, and what was right again')}`,
    '',
    ...(rows.length === 0
      ? [
          l10n.t(
            'No question failed, and no model was passed over or held back. Whether one was slow, the times below tell.',
          ),
        ]
      : episodeTable(rows, naming)),
    '',
    `## ${l10n.t('How it stood in the end')}`,
    '',
    ...standing.map(line => `- ${cellText(line)}`),
    '',
    `## ${l10n.t('Settings that are not as they come')}`,
    '',
    ...(changed.length === 0 ? [l10n.t('All are as they come.')] : changed.map(changedText)),
    '',
    `## ${l10n.t('How quick each model was')}`,
    '',
    ...(times.length === 0 ? [l10n.t('Nothing was asked.')] : timesTable(times, naming)),
    '',
  ];
  return lines.join('\n');
}

const changedText = ({ name, value, byDefault }: ChangedSetting): string =>
  `- ${cellText(l10n.t('{0}: {1} (by default {2})', name, JSON.stringify(value), JSON.stringify(byDefault)))}`;

function spanText(entries: readonly JournalEntry[]): string {
  const questions = entries.filter(({ kind }) => kind === 'question');
  const times = questions.map(({ at }) => at);
  if (times.length === 0) return l10n.t('No question is in the journal.');
  const first = times.reduce((least, at) => Math.min(least, at), Infinity);
  const last = times.reduce((most, at) => Math.max(most, at), -Infinity);
  return l10n.t('{0} questions from {1} to {2}. All times are UTC.', questions.length, timeText(first), timeText(last));
}

function episodeTable(rows: readonly Episode[], naming: Naming): readonly string[] {
  return [
    ...leftOut(rows.length),
    ...head([l10n.t('From'), l10n.t('To'), l10n.t('How often'), l10n.t('What')]),
    ...rows
      .slice(-mostRows)
      .map(episode =>
        row([timeText(episode.from), timeText(episode.to), String(episode.count), happeningText(episode, naming)]),
      ),
  ];
}

function timesTable(rows: readonly TimesOfTarget[], { nameOf }: Naming): readonly string[] {
  return [
    ...leftOut(rows.length),
    ...head([
      l10n.t('From'),
      l10n.t('Model'),
      l10n.t('Requests'),
      l10n.t('Answered'),
      l10n.t('Median held back'),
      l10n.t('Median until connected'),
      l10n.t('Median until first word'),
      l10n.t('Median of the whole answer'),
    ]),
    ...rows
      .slice(-mostRows)
      .map(({ at, target, attempts, answered, queueMs, connectMs, firstTokenMs, tookMs }) =>
        row([
          timeText(at),
          nameOf(target),
          String(attempts),
          String(answered),
          ...[queueMs, connectMs, firstTokenMs, tookMs].map(medianText),
        ]),
      ),
  ];
}

const leftOut = (count: number): readonly string[] =>
  count > mostRows ? [l10n.t('The latest {0} of {1} lines:', mostRows, count), ''] : [];

const medianText = (ms: number | undefined): string => (ms === undefined ? '–' : l10n.t('{0} ms', Math.round(ms)));

const head = (names: readonly string[]): readonly string[] => [
  row(names),
  row(
    names.map(() => '---'),
    false,
  ),
];

const row = (cells: readonly string[], isText = true): string =>
  `| ${cells.map(cell => (isText ? cellText(cell) : cell)).join(' | ')} |`;

/** '2026-11-30 06:12:41' */
const timeText = (at: number): string => {
  const time = new Date(at);
  return Number.isNaN(time.getTime()) ? '–' : time.toISOString().slice(0, 19).replace('T', ' ');
};
