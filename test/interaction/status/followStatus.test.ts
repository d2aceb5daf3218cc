import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Circuits } from '../../../src/core/resilience/circuits.ts';
import { describe } from '../../../src/core/status/status.ts';
import { Activity } from '../../../src/core/status/activity.ts';
import { viewStatus } from '../../../src/core/status/statusView.ts';
import { followStatus } from '../../../src/interaction/status/followStatus.ts';
import { recordOf, targetOf } from '../../support/scripted.ts';
import { VirtualClock } from '../../support/virtualClock.ts';

/** Two targets with real circuits, followed as the status bar does. */
function world() {
  const clock = new VirtualClock();
  const options = { failureThreshold: 5, windowMs: 60_000, recoveryMs: 60_000, maxRecoveryMs: 300_000 };
  const circuits = new Circuits(clock, () => options);
  const activity = new Activity(clock);
  const [claude, gpt] = [targetOf('claude', { label: 'Claude' }), targetOf('gpt', { label: 'GPT' })];
  const sources = {
    clock,
    circuits,
    activity,
    targets: () => [claude, gpt],
    barred: () => undefined,
    surroundings: () => ({ restricted: false, enabled: true, localOnly: false }),
  };
  const texts: string[] = [];
  const shownAt: number[] = [];
  const waits: string[] = [];
  const stop = followStatus(
    {
      clock,
      rehearsed: () => undefined,
      waiting: () => 0,
      status: () => describe(viewStatus(sources)),
      onDidChange: listener => {
        const ends = [circuits, activity].map(each => each.onDidChange(listener));
        return () => ends.forEach(end => end());
      },
    },
    ({ text, tooltip }) => {
      shownAt.push(clock.now());
      if (text !== texts.at(-1)) texts.push(text);
      waits.push(/\| ([\d.]+ s) \|$/m.exec(tooltip)?.[1] ?? '');
    },
  );
  const fail = () => circuits.of(claude).enter()?.fail(5);
  /** It has failed for so long that it rests a minute. */
  const failLong = () => circuits.of(claude).adopt({ is: 'open', until: clock.now() + 63_000 }, 30);
  return { clock, circuits, activity, claude, gpt, texts, shownAt, waits, stop, fail, failLong };
}

test('an open circuit is shown, its rest counts down, and its end is shown without anything happening', async () => {
  const { clock, texts, waits, failLong } = world();
  await clock.pass(2_000);
  failLong();
  await clock.pass(70_000);
  assert.deepEqual(texts, ['$(steadfast-logo) Claude', '$(warning) Fallback', '$(sync) Trying next']);
  assert.deepEqual(waits.slice(1, 4), ['65 s', '60 s', '55 s']);
});

test('a reset circuit closes in the status bar too', async () => {
  const { clock, circuits, claude, texts, fail } = world();
  fail();
  await clock.pass(2_000);
  circuits.reset(claude);
  await clock.pass(2_000);
  assert.deepEqual(texts, ['$(steadfast-logo) Claude', '$(warning) Fallback', '$(steadfast-logo) Claude']);
});

test('a long question shows who is asked, and who took over', async () => {
  const { clock, activity, claude, gpt, texts } = world();
  await clock.pass(2_000);
  activity.began('q', [claude, gpt]);
  await clock.pass(3_000);
  activity.noted('q', { kind: 'fallback', from: 'claude', to: 'gpt', because: 'silent' });
  await clock.pass(3_000);
  activity.ended(recordOf());
  await clock.pass(3_000);
  assert.deepEqual(texts, [
    '$(steadfast-logo) Claude',
    '$(loading~spin) Claude',
    '$(sync~spin) GPT (2/2)',
    '$(steadfast-logo) Claude',
  ]);
});

test('a question answered within a second leaves the status bar alone', async () => {
  const { clock, activity, claude, gpt, texts } = world();
  await clock.pass(2_000);
  activity.began('q', [claude, gpt]);
  await clock.pass(990);
  activity.ended(recordOf());
  await clock.pass(3_000);
  assert.deepEqual(texts, ['$(steadfast-logo) Claude']);
});

test('a quick fallback is shown, because a change of target is never silent', async () => {
  const { clock, activity, claude, gpt, texts } = world();
  await clock.pass(2_000);
  activity.began('q', [claude, gpt]);
  activity.noted('q', { kind: 'fallback', from: 'claude', to: 'gpt', because: 'auth' });
  await clock.pass(400);
  activity.ended(recordOf());
  await clock.pass(3_000);
  assert.deepEqual(texts, ['$(steadfast-logo) Claude', '$(sync~spin) GPT (2/2)', '$(steadfast-logo) Claude']);
});

test('whoever stops following leaves no timer behind', async () => {
  const { clock, stop, fail } = world();
  fail();
  await clock.pass(2_000);
  stop();
  assert.equal(clock.waiting, 0);
});

test('a target that flaps does not flicker: each picture stays for a second, and the last one is true', async () => {
  const flaps = fc.array(fc.integer({ min: 1, max: 1_500 }), { minLength: 2, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(flaps, async waits => {
      const { clock, circuits, claude, texts, shownAt, failLong, stop } = world();
      for (const [at, wait] of waits.entries()) {
        await clock.pass(wait);
        if (at % 2 === 0) failLong();
        else circuits.reset(claude);
      }
      await clock.pass(1_300);
      stop();
      const tooShort = shownAt.slice(1).filter((at, index) => at - (shownAt[index] ?? 0) < 1_000);
      assert.deepEqual([tooShort, texts.at(-1)?.includes('Fallback')], [[], waits.length % 2 === 1]);
    }),
    { numRuns: 60, seed: 20_261_130 },
  );
});

test('what a target was for less than 250 ms is never shown', async () => {
  const { clock, circuits, claude, texts, failLong } = world();
  await clock.pass(2_000);
  for (let flap = 0; flap < 20; flap += 1) {
    failLong();
    await clock.pass(240);
    circuits.reset(claude);
    await clock.pass(1_000);
  }
  assert.deepEqual(texts, ['$(steadfast-logo) Claude']);
});
