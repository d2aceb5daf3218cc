import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { pemKey } from '../../support/pemKey.ts';
import { leaksOf, playSecrets, sinkNames, type SecretPiece } from './secretSinks.ts';
import { secretCorpus } from './written/secretCorpus.ts';

/** One of each format; more with STEADFAST_PROPERTY_RUNS. */
const eachFormat = Math.max(1, Math.round(Number(process.env['STEADFAST_PROPERTY_RUNS'] ?? 0) / 220));
const single: readonly SecretPiece[] = Object.values(secretCorpus)
  .flatMap(format => fc.sample(format, { numRuns: eachFormat, seed: 20_26 }))
  .map(({ text, places }) => ({ text, secrets: places.map(({ start, end }) => text.slice(start, end)) }));
/** Four in a document: a selection has several around it then. */
const planted = Array.from({ length: Math.ceil(single.length / 4) }, (_, at) => single.slice(at * 4, at * 4 + 4)).map(
  (pieces): SecretPiece => ({
    text: pieces.map(({ text }) => text).join('\n'),
    secrets: pieces.flatMap(({ secrets }) => secrets),
  }),
);
const keys: readonly SecretPiece[] = ([2048, 4096] as const).map(bits => {
  const secret = pemKey(bits)
    .map(line => `    ${line}`)
    .join('\n');
  return { text: `tls:\n  key: |\n${secret}`, secrets: [secret.trim()] };
});

test('no secret around a selection reaches what is sent, shown as what is sent, logged, recorded or kept on the disk', async () => {
  const pieces = [...planted, ...keys];
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
});
