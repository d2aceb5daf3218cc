import assert from 'node:assert/strict';
import { test } from 'node:test';
import { secretPieces } from './secretPieces.ts';
import { leaksOf, playSecrets, sinkNames } from './secretSinks.ts';

/** One of each format; more with STEADFAST_PROPERTY_RUNS. */
const eachFormat = Math.max(1, Math.round(Number(process.env['STEADFAST_PROPERTY_RUNS'] ?? 0) / 220));

const longTest = { timeout: 180_000 };

test(
  'no secret around a selection reaches what is sent, shown as what is sent, logged, recorded or kept on the disk',
  longTest,
  async () => {
    const pieces = secretPieces(eachFormat, 20_26);
    const sinks = await playSecrets(pieces);
    assert.deepEqual(
      sinkNames.filter(name => (sinks.get(name) ?? []).length === 0),
      [],
      'a sink was not reached, so nothing is known of it',
    );
    const leaks = pieces.map(({ text, secrets }) => ({ text, places: leaksOf(secrets, sinks) }));
    assert.deepEqual(
      leaks.filter(({ places }) => places.length > 0),
      [],
    );
  },
);
