import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Activity } from '../../../src/core/status/activity.ts';
import { recordOf, targetOf } from '../../support/scripted.ts';
import { VirtualClock } from '../../support/virtualClock.ts';
import type { AttemptNote, Note } from '../../../src/core/model/note.ts';

function world() {
  const clock = new VirtualClock();
  const activity = new Activity(clock);
  const chain = ['one', 'two', 'three'].map(id => targetOf(id));
  const hear = (...notes: readonly Note[]) => notes.forEach(note => activity.noted('q', note));
  const place = () => activity.working && [activity.working.target, activity.working.position, activity.working.of];
  let told = 0;
  activity.onDidChange(() => (told += 1));
  return { clock, activity, chain, hear, place, told: () => told };
}

const attempt = (target: string, outcome: AttemptNote['outcome'], more: Partial<AttemptNote> = {}): AttemptNote => ({
  kind: 'attempt',
  target,
  number: 1,
  outcome,
  tookMs: 100,
  spent: 'nothing',
  ...more,
});

test('the first target of the chain is being asked until it is said otherwise', async () => {
  const { clock, activity, chain, place } = world();
  activity.began('q', chain);
  await clock.pass(750);
  assert.deepEqual(place(), ['one', 1, 3]);
});

test('work that is over within a second is not worth a word', async () => {
  const { clock, activity, chain, place, told } = world();
  activity.began('q', chain);
  await clock.pass(700);
  assert.equal(place(), undefined);
  activity.ended(recordOf());
  const before = told();
  await clock.pass(1_000);
  assert.deepEqual([told() - before, clock.waiting], [0, 0]);
});

test('somebody is told when work begins to be worth a word', async () => {
  const { clock, activity, chain, told } = world();
  activity.began('q', chain);
  const before = told();
  await clock.pass(750);
  assert.equal(told() - before, 1);
});

test('skipped targets are passed over at once', () => {
  const { activity, chain, hear, place } = world();
  activity.began('q', chain);
  hear({ kind: 'skipped', target: 'one', because: 'circuit-open' });
  assert.deepEqual(place(), ['two', 2, 3]);
});

test('a target that is skipped while another works changes nothing', () => {
  const { activity, chain, hear, place } = world();
  activity.began('q', chain);
  hear({ kind: 'fallback', from: 'one', to: 'two', because: 'server' });
  hear({ kind: 'skipped', target: 'three', because: 'no-key' });
  assert.deepEqual(place(), ['two', 2, 3]);
});

test('when nobody is asked nobody works', () => {
  const { activity, chain, hear, place } = world();
  activity.began('q', chain);
  for (const { id } of chain) hear({ kind: 'skipped', target: id, because: 'circuit-open' });
  assert.equal(place(), undefined);
});

test('the offline rules are nobody being asked', () => {
  const { activity, chain, hear, place } = world();
  activity.began('q', chain);
  hear({ kind: 'fallback', from: 'one', to: 'two', because: 'server' });
  hear({ kind: 'last-resort', by: 'offline', because: 'server' });
  assert.equal(place(), undefined);
});

test('of several questions the latest is shown, and the older one when it has ended', () => {
  const { activity, chain, hear, place } = world();
  activity.began('q', chain);
  hear({ kind: 'fallback', from: 'one', to: 'three', because: 'server' });
  activity.began('later', chain);
  activity.noted('later', { kind: 'fallback', from: 'one', to: 'two', because: 'server' });
  assert.deepEqual(place(), ['two', 2, 3]);
  activity.ended(recordOf({ id: 'later' }));
  assert.deepEqual(place(), ['three', 3, 3]);
});

test('the median is that of the latest fifty answers', () => {
  const { activity, chain, hear } = world();
  activity.began('q', chain);
  for (let each = 0; each < 50; each += 1) hear(attempt('one', 'answered', { tookMs: 9_000 }));
  for (let each = 0; each < 50; each += 1) hear(attempt('one', 'answered', { tookMs: each }));
  assert.equal(activity.p50Ms('one'), 24);
});

test('a cancelled attempt is no failure of the target', () => {
  const { activity, chain, hear } = world();
  activity.began('q', chain);
  hear(attempt('one', 'cancelled'), attempt('one', 'out-of-time'));
  assert.equal(activity.lastFailure('one'), undefined);
});

test('a failure is forgotten after ten minutes', async () => {
  const { clock, activity, chain, hear } = world();
  activity.began('q', chain);
  hear(attempt('one', 'server'));
  assert.equal(activity.lastFailure('one')?.kind, 'server');
  await clock.pass(600_000);
  assert.equal(activity.lastFailure('one'), undefined);
});

test('how a target did lately is known by its id; of one that was never asked nothing is', () => {
  const { activity, chain, hear } = world();
  activity.began('q', chain);
  hear(attempt('one', 'answered', { tookMs: 900, firstTokenMs: 300 }));
  hear(attempt('two', 'server'));
  const [one, two, three] = ['one', 'two', 'three'].map(id => activity.paceOf(id));
  assert.deepEqual([one?.usual?.firstTokenMs, one?.failureShare], [300, 0]);
  assert.deepEqual([two?.usual, two?.failureShare], [undefined, 0.5]);
  assert.deepEqual([three?.isStale, three?.failureShare], [true, 0]);
});
