import fc from 'fast-check';
import { secretCorpus } from '../../test/libraries/secrets/written/secretCorpus.ts';
import { pemKey } from '../../test/support/pemKey.ts';
import { leaksOf, playSecrets, sinkNames, type SecretPiece } from '../../test/libraries/secrets/secretSinks.ts';
import type { Figures } from '../harness/bench.ts';

const eachFormat = 5;

/**
 * Secrets of every form around, above and in a selection, asked about four times each: in how many sinks they stand, whole or
 * so that they could be made whole. Wires of all providers carry the messages that are looked at here.
 */
export async function sinks(): Promise<Figures> {
  const pieces = [...planted(), ...keys()];
  const startedAt = performance.now();
  const texts = await playSecrets(pieces);
  const tookMs = performance.now() - startedAt;
  const leaks = pieces.map(({ secrets }) => leaksOf(secrets, texts));
  const rows = sinkNames.map(name => ({
    measure: `secrets in: ${name}`,
    steadfast: `${leaks.filter(places => places.includes(name)).length} of ${pieces.length}`,
    remark: `${texts.get(name)?.length ?? 0} texts`,
  }));
  return {
    rows: [...rows, { measure: 'all questions about secrets', steadfast: `${(tookMs / 1_000).toFixed(1)} s` }],
    goals: [
      {
        name: 'secrets whole or recoverable in a sink',
        value: leaks.filter(places => places.length > 0).length,
        limit: 0,
      },
    ],
  };
}

const planted = (): readonly SecretPiece[] =>
  Object.values(secretCorpus)
    .flatMap(format => fc.sample(format, { numRuns: eachFormat, seed: 1 }))
    .map(({ text, places }) => ({ text, secrets: places.map(({ start, end }) => text.slice(start, end)) }));

const keys = (): readonly SecretPiece[] =>
  ([2048, 4096] as const).map(bits => {
    const secret = pemKey(bits)
      .map(line => `    ${line}`)
      .join('\n');
    return { text: `tls:\n  key: |\n${secret}`, secrets: [secret.trim()] };
  });
