import { secretPieces } from '../../test/libraries/secrets/secretPieces.ts';
import { leaksOf, playSecrets, sinkNames } from '../../test/libraries/secrets/secretSinks.ts';
import type { Figures } from '../harness/bench.ts';

const eachFormat = 1;

/**
 * Secrets of every form around, above and in a selection, four in a document, which is asked about four times: in how many
 * sinks they stand, whole or so that they could be made whole. Wires of all providers carry the messages that are looked at.
 */
export async function sinks(): Promise<Figures> {
  const pieces = secretPieces(eachFormat, 1);
  const startedAt = performance.now();
  const texts = await playSecrets(pieces);
  const tookMs = performance.now() - startedAt;
  const leaks = pieces.map(({ secrets }) => leaksOf(secrets, texts));
  const secrets = pieces.reduce((sum, piece) => sum + piece.secrets.length, 0);
  const rows = sinkNames.map(name => ({
    measure: `documents whose secrets stand in: ${name}`,
    steadfast: `${leaks.filter(places => places.includes(name)).length} of ${pieces.length}`,
    remark: `${secrets} secrets, ${texts.get(name)?.length ?? 0} texts`,
  }));
  const found = leaks.filter(places => places.length > 0).length;
  return {
    rows: [...rows, { measure: 'all questions about them', steadfast: `${(tookMs / 1_000).toFixed(1)} s` }],
    goals: [{ name: 'documents with a secret, whole or recoverable, in a sink', value: found, limit: 0 }],
  };
}
