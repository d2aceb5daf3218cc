import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describe, type StatusView } from '../../../src/core/status/status.ts';
import type { TargetView } from '../../../src/core/status/targetStatus.ts';
import { stoppedModels } from '../../../src/interaction/status/stoppedModels.ts';

const nowMs = 50_000;
const failed = { lastFailure: { kind: 'server', wallMs: 1 } } as const;

const stopped = (target: Partial<TargetView>, more: Partial<StatusView> = {}): number =>
  stoppedModels(
    describe({
      targets: [{ id: 'a', label: 'A', circuit: { is: 'closed' }, cooldown: undefined, ...target }],
      ...{ working: undefined, restricted: false, enabled: true, localOnly: false, offline: false, nowMs },
      ...more,
    }),
  );

test('a model counts while it rests after errors, and until it has answered again', () => {
  const counts = [nowMs + 3_000, nowMs].map(until => stopped({ circuit: { is: 'open', until }, ...failed }));
  assert.deepEqual([...counts, stopped(failed)], [1, 1, 0]);
});

test('so does one whose key or account only its user can mend', () => {
  const counts = (['credential', 'quota', 'cooling-down'] as const).map(because =>
    stopped({ cooldown: { because, until: Infinity } }),
  );
  assert.deepEqual(counts, [1, 1, 0]); // a rate limit passes by itself
});

test('one that its user has paused, or that has no key, does not', () => {
  assert.deepEqual([stopped({ circuit: { is: 'paused' } }), stopped({ barred: 'no-key' })], [0, 0]);
});

test('while there is no network no model is to blame', () => {
  assert.equal(stopped(failed, { offline: true }), 0);
});
