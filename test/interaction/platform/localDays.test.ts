import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';
import { daysOfMonth, lastDays } from '../../../src/interaction/platform/localDays.ts';

const root = path.resolve(import.meta.dirname, '../../..');

/** What a script says that runs in a time zone of its own. */
function inZone(zone: string, script: string): unknown {
  const imports = `
    import { DashboardViews } from './src/interaction/dashboard/dashboardViews.ts';
    import { dayBegin, lastDays } from './src/interaction/platform/localDays.ts';
    import { dashboardSources, question } from './test/support/journal/journalEntries.ts';
    const tokensByDay = (entries, at) => {
      const view = new DashboardViews(dashboardSources(entries)).view('week', at);
      const { table } = view.charts.find(({ id }) => id === 'latency');
      return Object.fromEntries(table.rows.filter(row => row.at(-1) !== '0').map(row => [row[0], row.at(-1)]));
    };`;
  const output = execFileSync(
    process.execPath,
    ['--input-type=module-typescript', '-e', `${imports} console.log(JSON.stringify(${script}));`],
    {
      cwd: root,
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    },
  );
  return JSON.parse(output);
}

test('days follow each other without a gap, today last', () => {
  const days = lastDays(new Date(2026, 2, 2, 12).getTime(), 3);
  assert.deepEqual(
    days.map(({ at }) => new Date(at).getDate()),
    [28, 1, 2],
  );
  for (const [index, { at }] of days.entries()) assert.equal(at, index === 0 ? at : days[index - 1]?.to);
});

test('a month has its own number of days', () => {
  assert.deepEqual(
    [daysOfMonth(new Date(2028, 1, 10).getTime()).length, daysOfMonth(new Date(2026, 10, 30).getTime()).length],
    [29, 30],
  );
});

// pvorb/npm-stat.com #83, home-assistant/frontend #24877: a day of 23 or 25 hours was there twice, or not at all
test('days on which the clocks are changed are there once, with 23 and 25 hours', () => {
  const hours = (zone: string, noon: string) =>
    inZone(
      zone,
      `lastDays(new Date('${noon}').getTime(), 4).map(({ at, to }) => [new Date(at).getDate(), (to - at) / 3600000])`,
    );
  assert.deepEqual(hours('Europe/Berlin', '2026-03-30T12:00'), [
    [27, 24],
    [28, 24],
    [29, 23],
    [30, 24],
  ]);
  assert.deepEqual(hours('Europe/Berlin', '2026-10-26T12:00'), [
    [23, 24],
    [24, 24],
    [25, 25],
    [26, 24],
  ]);
  assert.deepEqual(hours('America/Santiago', '2026-09-07T12:00'), [
    [4, 24],
    [5, 24],
    [6, 23],
    [7, 24],
  ]); // its midnight does not exist
});

test('questions of the hour that comes twice are of one day', () => {
  const script = `tokensByDay([question(Date.parse('2026-10-25T00:30:00Z')), question(Date.parse('2026-10-25T01:30:00Z')), question(Date.parse('2026-10-25T22:59:00Z')), question(Date.parse('2026-10-25T23:00:00Z'))], Date.parse('2026-10-26T12:00:00Z'))`;
  assert.deepEqual(inZone('Europe/Berlin', script), { 'Oct 25': '3', 'Oct 26': '1' });
});

// ccusage/ccusage #349 and #778: evenings were counted to the next day, and today was empty
test('a day is that of the user, also where the clock is half an hour or a quarter off', () => {
  const script = (before: string, after: string) =>
    `tokensByDay([question(Date.parse('${before}')), question(Date.parse('${after}'))], Date.parse('2026-11-20T12:00:00Z'))`;
  assert.deepEqual(inZone('Asia/Kolkata', script('2026-11-19T18:29:59Z', '2026-11-19T18:30:00Z')), {
    'Nov 19': '1',
    'Nov 20': '1',
  });
  assert.deepEqual(inZone('Asia/Kathmandu', script('2026-11-19T18:14:59Z', '2026-11-19T18:15:00Z')), {
    'Nov 19': '1',
    'Nov 20': '1',
  });
  assert.deepEqual(inZone('America/Los_Angeles', script('2026-11-20T04:08:00Z', '2026-11-20T08:00:00Z')), {
    'Nov 19': '1',
    'Nov 20': '1',
  });
});
