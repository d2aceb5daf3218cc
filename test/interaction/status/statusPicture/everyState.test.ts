import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as l10n from '@vscode/l10n';
import fc from 'fast-check';
import { failureRules, type FailureKind } from '../../../../src/core/model/failure.ts';
import { describe, type StatusView } from '../../../../src/core/status/status.ts';
import type { TargetView } from '../../../../src/core/status/targetStatus.ts';
import { pictureHoldsMs, pictureOf } from '../../../../src/interaction/status/statusPicture.ts';

const nowMs = 50_000;
const kinds = Object.keys(failureRules) as FailureKind[];
const ids = ['a', 'b', 'c', 'd'] as const;
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined });

/** Names as people and servers write them, and worse. */
const label = fc.oneof(
  fc.constantFrom('Claude', 'GPT-6 Astra', '', ' ', '$(zap)', '👩‍👩‍👧‍👦'.repeat(9), '\u202e\n\t|', 'x'.repeat(500)),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);
const moment = fc.constantFrom(0, nowMs - 1, nowMs, nowMs + 1, nowMs + 23_000, nowMs + 86_400_000, Infinity);
const because = fc.constantFrom(...kinds, 'circuit-open', 'cooling-down', 'credential', 'quota', 'slow', 'no-room');
const passed = fc.record({ insteadOf: fc.constantFrom(...ids), because });
const amount = fc.constantFrom(0, 0.00004, 0.5, 99, 100, 101, 999_499, 1e12);

const target = (id: string): fc.Arbitrary<TargetView> =>
  fc.record({
    id: fc.constant(id),
    label,
    circuit: fc.oneof(
      fc.record({ is: fc.constantFrom('closed' as const, 'half-open' as const, 'paused' as const) }),
      fc.record({ is: fc.constant('open' as const), until: moment }),
    ),
    cooldown: maybe(
      fc.record({
        because: fc.constantFrom('cooling-down' as const, 'credential' as const, 'quota' as const, 'offline' as const),
        until: moment,
      }),
    ),
    loopback: fc.boolean(),
    barred: maybe(fc.constantFrom('no-key' as const, 'not-confirmed' as const, 'not-allowed' as const)),
    lastFailure: maybe(fc.record({ kind: fc.constantFrom(...kinds), wallMs: fc.constant(1_000) })),
    p50Ms: maybe(fc.constantFrom(0, 900, 1e9)),
    slow: maybe(fc.record({ firstTokenMs: fc.constant(9_000), usualMs: fc.constant(700), until: moment })),
    retirement: maybe(
      fc.record({ day: fc.constant('2026-08-05'), successor: maybe(fc.constant('x')), isOver: fc.boolean() }),
    ),
  });

const budget = fc.record({
  measures: fc.tuple(
    fc.record({ which: fc.constant('day' as const), used: amount, limit: amount }),
    fc.record({ which: fc.constant('month' as const), used: amount, limit: amount }),
    fc.record({ which: fc.constant('money' as const), used: amount, limit: amount }),
  ),
  isEstimated: fc.boolean(),
  isKept: fc.boolean(),
  todayUsd: amount,
  warnAt: fc.constantFrom(0.5, 0.8, 1),
  shown: fc.constantFrom('budget' as const, 'tokens' as const, 'cost' as const, 'icon' as const),
});

const view: fc.Arbitrary<StatusView> = fc.record({
  targets: fc.subarray([...ids]).chain(some => fc.tuple(...some.map(target))),
  working: maybe(
    fc.record({ label, position: fc.integer({ min: 1, max: 199 }), of: fc.integer({ min: 1, max: 199 }) }),
  ),
  restricted: fc.boolean(),
  enabled: fc.boolean(),
  localOnly: fc.boolean(),
  offline: fc.boolean(),
  offlineForMs: maybe(fc.constantFrom(0, 20_000)),
  budget: maybe(budget),
  outcome: maybe(
    fc.oneof(
      fc.record({ kind: fc.constantFrom('first' as const, 'chosen' as const) }),
      fc.record({ kind: fc.constant('unanswered' as const), because: fc.constantFrom(...kinds) }),
      fc
        .record({ by: fc.constantFrom(...ids), first: passed, others: fc.array(passed, { maxLength: 3 }) })
        .map(({ by, first, others }) => ({ kind: 'fallback' as const, by, ...first, others })),
    ),
  ),
  nowMs: fc.constant(nowMs),
});

const shown = fc.record({
  view,
  rehearsed: maybe(label),
  waiting: fc.nat({ max: 500 }),
});

/** Whatever is true of chain, network, budget and questions: there is a picture of it, and it is within its bounds. */
const holdsInEveryState = (): void =>
  fc.assert(
    fc.property(shown, ({ view: seen, rehearsed, waiting }) => {
      const status = describe(seen);
      const { text, label: said, tooltip, severity } = pictureOf(status, rehearsed, waiting);
      const words = text.replace(/^\$\([\w~-]+\) ?/, '');
      assert.match(text, /^\$\([\w~-]+\)/);
      assert.match(words, /^.{0,18}$/u);
      assert.doesNotMatch(words, /\n|\$\(/);
      assert.notEqual(said.trim(), '');
      assert.doesNotMatch(`${said} ${tooltip}`, /undefined|NaN|Infinity|\[object|\{\d\}/);
      assert.ok(['none', 'warning', 'error'].includes(severity));
      assert.ok(pictureHoldsMs(status) > 0, 'it would be drawn anew without an end');
    }),
    { numRuns: 3_000, seed: 20_261_130 },
  );

test('every state has a short text, words for a screen reader, and one of three backgrounds', holdsInEveryState);

test('the same in German', () => {
  l10n.config({ contents: JSON.parse(readFileSync('l10n/bundle.l10n.de.json', 'utf8')) as Record<string, string> });
  holdsInEveryState();
});
