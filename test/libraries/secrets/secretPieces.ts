import fc from 'fast-check';
import { pemKey } from '../../support/pemKey.ts';
import { secretCorpus } from './written/secretCorpus.ts';
import type { SecretPiece } from './secretSinks.ts';

/** So many stand in a document: a selection has several around it then. */
const inDocument = 4;

/** Secrets of every form of the corpus, so many of each, and indented keys in a chart. */
export function secretPieces(eachFormat: number, seed: number): readonly SecretPiece[] {
  const single = Object.values(secretCorpus)
    .flatMap(format => fc.sample(format, { numRuns: eachFormat, seed }))
    .map(({ text, places }) => ({ text, secrets: places.map(({ start, end }) => text.slice(start, end)) }));
  const documents = Array.from({ length: Math.ceil(single.length / inDocument) }, (_, at) =>
    single.slice(at * inDocument, (at + 1) * inDocument),
  );
  const joined = documents.map(pieces => ({
    text: pieces.map(({ text }) => text).join('\n'),
    secrets: pieces.flatMap(({ secrets }) => secrets),
  }));
  return [...joined, ...([2048, 4096] as const).map(chartWithKey)];
}

function chartWithKey(bits: 2048 | 4096): SecretPiece {
  const secret = pemKey(bits)
    .map(line => `    ${line}`)
    .join('\n');
  return { text: `tls:\n  key: |\n${secret}`, secrets: [secret.trim()] };
}
