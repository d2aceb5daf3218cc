import assert from 'node:assert/strict';
import { asWritten } from '../../../src/core/routing/router.ts';
import { suite, test } from 'node:test';
import { replayBundle } from '../../../scripts/replay/replayBundle.ts';
import { report } from '../../../scripts/replay/report.ts';
import type { Bundle } from '../../../scripts/replay/bundle/readBundle.ts';
import type { BundleSettings } from '../../../scripts/replay/bundle/bundleSettings.ts';
import type { Parts } from '../../../src/core/client.ts';
import { scenarios } from './scenarios.ts';

const played = (name: string): Promise<Bundle> => {
  const play = scenarios[name];
  assert.ok(play, name);
  return play();
};

/** A client that was changed, and an incident in which that must be noticed. */
const changes: Readonly<Record<string, readonly [scenario: string, change: (parts: Parts) => Parts]>> = {
  'nothing is retried': [
    'one server alone fails now and then, and is asked again',
    parts => ({ ...parts, retrying: () => ({ ...parts.retrying(), maxRetries: 0 }) }),
  ],
  'the chain is asked the other way round': [
    'the first choice is down, its circuit opens, and it recovers',
    parts => ({ ...parts, route: (question, candidates) => asWritten(question, candidates).toReversed() }),
  ],
  'nothing is remembered': ['an answer is remembered', parts => ({ ...parts, caching: () => false })],
  'nobody is asked beside a slow one': [
    'a second one is asked beside a slow first one',
    parts => ({ ...parts, hedgeAfterMs: () => undefined }),
  ],
  'a silent one is waited for until the end': [
    'the first one is silent, and the next one answers',
    parts => ({
      ...parts,
      limits: () => ({ connectMs: 90_000, firstTokenMs: 90_000, idleMs: 90_000, isSlowByNature: true }),
    }),
  ],
  'the budget is not asked': ['the budget of the day is gone', ({ budget: _budget, ...parts }) => parts],
  'a server may be asked as often as one likes': [
    'a small limit of requests holds questions back',
    parts => {
      const limiter = parts.limiters.of(parts.sources[0]?.target ?? assert.fail());
      limiter.hold = () => undefined;
      return parts;
    },
  ],
};

suite('a replay fails when', () => {
  for (const [name, [scenario, changed]] of Object.entries(changes))
    test(name, async () => {
      const { differences } = await replayBundle(await played(scenario), { changed });
      assert.notDeepEqual(differences, []);
    });

  const settings: Readonly<Record<string, Partial<BundleSettings>>> = {
    'a circuit opens with the first failure': {
      circuitBreaker: { failureThreshold: 1, windowMs: 60_000, recoveryMs: 60_000, maxRecoveryMs: 300_000 },
    },
    'a circuit never opens': {
      circuitBreaker: { failureThreshold: 1_000, windowMs: 60_000, recoveryMs: 60_000, maxRecoveryMs: 300_000 },
    },
  };
  for (const [name, changed] of Object.entries(settings))
    test(name, async () => {
      const bundle = await played('the first choice is down, its circuit opens, and it recovers');
      const { differences } = await replayBundle({ ...bundle, settings: { ...bundle.settings, ...changed } });
      assert.notDeepEqual(differences, []);
    });
});

test('what differs is told in one line each, with the request, its time, what is recorded and what happened now', async () => {
  const bundle = await played('one server alone fails now and then, and is asked again');
  const changed = (parts: Parts): Parts => ({ ...parts, retrying: () => ({ ...parts.retrying(), maxRetries: 0 }) });
  const lines = report(bundle, await replayBundle(bundle, { changed }));
  assert.equal(lines[0], 'Bundle of version 1.0.0, made at 2026-11-30T08:00:00.000Z: 8 questions, to first.');
  assert.equal(
    lines[1],
    '2026-01-01T00:00:01.000Z  request-1: recorded: attempt 2: first answered; now: no further attempt.',
  );
  assert.match(lines.at(-1) ?? '', /^8 questions: 6 as recorded; 2 differ\.$/);
});

// A recorded answer is used once, and in its order: https://github.com/kevin1024/vcrpy/issues/842,
// https://github.com/vcr/vcr/issues/971; that it is asked for again is said so: https://github.com/kevin1024/vcrpy/issues/929
test('a request that is not in the journal gets no answer of another one, and is named', async () => {
  const bundle = await played('a server forbids to ask again');
  const forgetful = bundle.entries.map(entry =>
    entry.kind === 'question'
      ? { ...entry, attempts: entry.attempts.map(({ noRetry: _noRetry, ...attempt }) => attempt) }
      : entry,
  );
  const { differences } = await replayBundle({ ...bundle, entries: forgetful });
  assert.deepEqual(
    differences.map(each => (each.kind === 'question' ? [each.id, each.recorded, each.now] : [])),
    [['request-1', 'first was asked once', 'asked again']],
  );
});

// What was not answered is in no recording, and a playback waited for ever: https://github.com/Azure/azure-sdk-for-js/issues/7240
// and played times waited for real: https://github.com/nock/nock/issues/1334
test('what timed out times out again, in no time', async () => {
  const bundle = await played('the first one is silent, and the next one answers');
  const silent = bundle.entries.filter(entry => entry.kind === 'question' && entry.attempts[0]?.outcome === 'silent');
  assert.equal(silent.length, 3);
  assert.deepEqual((await replayBundle(bundle)).differences, []);
});

// Chance that is played as a sequence goes wrong with the first number more: https://github.com/temporalio/sdk-python/issues/1109
test('more or less chance changes no other decision', async () => {
  const bundle = await played('the first choice is down, its circuit opens, and it recovers');
  const changed = (parts: Parts): Parts => {
    for (let draw = 0; draw < 3; draw += 1) parts.clock.random();
    return parts;
  };
  assert.deepEqual((await replayBundle(bundle, { changed })).differences, []);
});

// A clock that tells the end of the record from the beginning: https://github.com/ablative-io/aion/issues/1
test('what is remembered is as old as it was', async () => {
  const bundle = await played('an answer is remembered');
  const short = { ...bundle.settings, cache: { ...bundle.settings.cache, ttlMs: 1_000 } };
  const { differences } = await replayBundle({ ...bundle, settings: short });
  assert.deepEqual(
    differences.map(each => each.kind === 'question' && each.id),
    ['request-2'],
  );
});

test('an answer from before the journal is found in memory again', async () => {
  const bundle = await played('an answer is remembered');
  const later = bundle.entries.filter(entry => entry.kind === 'question' && entry.id !== 'request-1');
  assert.deepEqual((await replayBundle({ ...bundle, entries: later })).differences, []);
});

test('questions that were asked with other settings are left out and counted', async () => {
  const bundle = await played('a key is rejected');
  const others = { ...bundle.settings, targets: bundle.settings.targets.toReversed() };
  const { counts, differences } = await replayBundle({ ...bundle, settings: others });
  assert.deepEqual(
    { counts, differences },
    {
      counts: { replayed: 0, shared: 0, joined: 0, otherSettings: 6, rehearsed: 0 },
      differences: [],
    },
  );
});

test('what is shown of a bundle steers no terminal', async () => {
  const bundle = await played('a key is rejected');
  const evil = bundle.entries.map(entry => (entry.kind === 'question' ? { ...entry, id: '\u001b[2J\u202Eid' } : entry));
  const { differences, ...rest } = await replayBundle(
    { ...bundle, entries: evil },
    { changed: parts => ({ ...parts, route: () => [] }) },
  );
  const text = report({ ...bundle, entries: evil }, { ...rest, differences }).join('\n');
  assert.ok(differences.length > 0);
  assert.doesNotMatch(text.replaceAll('\n', ''), /\p{C}/u);
});
