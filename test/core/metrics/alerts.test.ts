import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { QuestionEntry } from '../../../src/core/journal/journalEntry.ts';
import { Alerts } from '../../../src/core/metrics/alerts.ts';
import { VirtualClock } from '../../support/virtualClock.ts';
import { attemptEntry, questionEntry } from '../journal/entries.ts';

/** Questions that end half a minute after each other; what is said because of each. */
function watch(usual?: number) {
  const clock = new VirtualClock();
  const alerts = new Alerts({ clock, usualFirstTokenMs: () => usual });
  const said: string[] = [];
  const ask = (times: number, entry: QuestionEntry): readonly string[] => {
    const before = said.length;
    for (let time = 0; time < times; time += 1) {
      clock.jump(30_000);
      said.push(...alerts.add(entry).map(({ alert, is, target = '' }) => `${alert} ${is} ${target}`.trim()));
    }
    return said.slice(before);
  };
  return { clock, alerts, ask };
}

const good = questionEntry();
const fallback = questionEntry({ from: 'gpt', fallback: { insteadOf: 'claude', because: 'server' } });
const failed = questionEntry({ outcome: 'silent', attempts: [attemptEntry({ outcome: 'silent' })] });
const slow = questionEntry({ attempts: [attemptEntry({ firstTokenMs: 9_000 })] });
const retried = questionEntry({ attempts: [attemptEntry({ outcome: 'server' }), attemptEntry({ number: 2 })] });

test('a few of anything are no alert', () => {
  const { ask } = watch(1_000);
  assert.deepEqual(
    [fallback, failed, slow, retried].flatMap(entry => ask(1, entry)),
    [],
  );
});

test('that most answers come from another model is raised once, however long it lasts', () => {
  const { ask } = watch();
  assert.deepEqual(ask(60, fallback), ['fallbacks raised']);
});

test('it is over when hardly any does, and not a moment after the threshold was crossed', () => {
  const { ask } = watch();
  ask(10, fallback);
  assert.deepEqual(ask(12, good), []); // 10 of 22
  assert.deepEqual(ask(30, good), ['fallbacks cleared']);
});

// https://github.com/fluxcd/notification-controller/issues/284
test('a share that moves around its threshold raises it once', () => {
  const { ask } = watch();
  const said = Array.from({ length: 40 }, (_, index) => ask(1, index % 2 === 0 ? fallback : good)).flat();
  assert.deepEqual(said, ['fallbacks raised']);
});

test('what is a quarter of an hour old is no news', () => {
  const { ask, clock } = watch();
  ask(7, fallback);
  clock.jump(900_000);
  assert.deepEqual(ask(1, fallback), []);
});

test('questions that no model answers are raised, those that the user stopped are not', () => {
  const { ask } = watch();
  assert.deepEqual(ask(20, questionEntry({ outcome: 'cancelled' })), []);
  assert.deepEqual(ask(6, failed), ['errors raised']);
});

test('that every second request is a repeat is raised', () => {
  const { ask } = watch();
  assert.deepEqual(ask(10, retried), ['retries raised']);
});

test('a target that starts three times later than usual is named, and cleared when it is as usual again', () => {
  const { ask } = watch(1_000);
  assert.deepEqual(ask(8, slow), ['slow raised claude']);
  assert.deepEqual(ask(8, good), ['slow cleared claude']);
});

test('without knowing what is usual nothing is slow', () => {
  assert.deepEqual(watch().ask(20, slow), []);
});

test('a clock that was set back is said at once, one that slept is not', () => {
  const { ask, clock } = watch();
  ask(1, good);
  clock.sleep(3_600_000);
  assert.deepEqual(ask(1, good), []);
  clock.sleep(-1_800_000);
  assert.deepEqual(ask(1, good), ['clock raised']);
});

test('what was only rehearsed raises nothing', () => {
  assert.deepEqual(watch().ask(40, { ...failed, rehearsed: true }), []);
});

test('two targets that fail one request in ten by chance raise nothing in a thousand questions', () => {
  const { ask } = watch(1_000);
  let state = 11;
  const random = () => (state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296) / 4_294_967_296;
  const said = Array.from({ length: 1_000 }, () => {
    const first = random() < 0.1;
    return ask(1, first && random() < 0.1 ? failed : first ? (random() < 0.5 ? fallback : retried) : good);
  });
  assert.deepEqual(said.flat(), []);
});

test('what is wrong now can be asked for', () => {
  const { ask, alerts } = watch();
  ask(10, fallback);
  assert.deepEqual(
    alerts.active.map(({ alert, value }) => [alert, value]),
    [['fallbacks', 1]],
  );
});

test('how quick a target is beside its usual time is told with each question, and whether that is slow', () => {
  const speeds: (readonly [number, boolean])[] = [];
  const alerts = new Alerts({
    clock: new VirtualClock(),
    usualFirstTokenMs: () => 1_000,
    onSpeed: ({ firstTokenMs, isSlow }) => speeds.push([firstTokenMs, isSlow]),
  });
  for (let time = 0; time < 6; time += 1) alerts.add(slow);
  for (let time = 0; time < 6; time += 1) alerts.add(good);
  assert.deepEqual(
    [speeds.length, speeds[4], speeds[5], speeds.at(-1)?.[1]],
    [12, [9_000, false], [9_000, true], false],
  );
});
