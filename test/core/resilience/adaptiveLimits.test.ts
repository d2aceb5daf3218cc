import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AttemptLimits } from '../../../src/core/resilience/attemptLimits.ts';
import { adaptiveLimits, questionTimeMs } from '../../../src/core/resilience/adaptiveLimits.ts';
import { house } from '../../support/house.ts';
import { ask, scripted } from '../../support/scripted.ts';

const limits: AttemptLimits = { connectMs: 5_000, firstTokenMs: 30_000, idleMs: 30_000 };
const firstTokenMs = (loopback: boolean, p95?: number) => adaptiveLimits(limits, { loopback }, p95).firstTokenMs;

test('a server elsewhere gets what the settings say', () => {
  assert.deepEqual(adaptiveLimits(limits, { loopback: false }, 1_000), limits);
});

test('a model on this machine gets twice as long until its first token', () => {
  assert.equal(firstTokenMs(true), 60_000);
});

test('one that was seen to take long gets three times that, and never more than two minutes', () => {
  assert.deepEqual([firstTokenMs(false, 20_000), firstTokenMs(false, 90_000)], [60_000, 120_000]);
});

test('who needs longer is not cut short for another target', () => {
  const isSlow = (loopback: boolean, p95?: number) => adaptiveLimits(limits, { loopback }, p95).isSlowByNature ?? false;
  assert.deepEqual([isSlow(true), isSlow(false, 20_000), isSlow(false, 1_000)], [true, true, false]);
});

const settings = { ...limits, totalMs: 35_000 };
const timeMs = (loopback: boolean, hasOthers: boolean) =>
  questionTimeMs(settings, adaptiveLimits(settings, { loopback }, undefined), hasOthers);

test('a question has the time of the settings, and as much more as a first target that is slow by nature is waited for', () => {
  assert.deepEqual([timeMs(false, true), timeMs(true, false)], [35_000, 65_000]);
});

test('with nobody to ask it has the time of the settings', () => {
  assert.equal(questionTimeMs(settings, undefined, false), 35_000);
});

for (const [name, first] of [
  ['a local model that hangs', 'hangs'],
  ['a model elsewhere that hangs', 'hangs'],
] as const) {
  test(`behind ${name} the next one has time to answer`, async () => {
    const loopback = name.includes('local');
    const adapted = adaptiveLimits(settings, { loopback }, undefined);
    const [one, two] = [scripted('one', first), scripted('two')];
    const { client, clock } = house([one, two], { limits: () => adapted });
    const { question } = ask({ watched: true, until: clock.now() + questionTimeMs(settings, adapted, true) });
    const answered = client.ask(question);
    await clock.pass(70_000);
    assert.equal((await answered).from, 'two');
  });
}
