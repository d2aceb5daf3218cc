import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DocumentScans, scanAgain } from '../../../src/core/secrets/documentScans.ts';
import type { Finding, Scan } from '../../../src/core/secrets/secretScan.ts';
import { scanSecrets } from '../../../src/libraries/secrets.ts';
import { pemKey } from '../../support/pemKey.ts';

/** What is found lies in these stretches; a secret may be found in one that is found already. */
function stretchesOf(findings: readonly Finding[]): readonly string[] {
  const stretches: { start: number; end: number }[] = [];
  for (const { start, end } of findings.toSorted((one, other) => one.start - other.start)) {
    const last = stretches.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else stretches.push({ start, end });
  }
  return stretches.map(({ start, end }) => `${start}-${end}`);
}

/** A scanner that counts the characters it was given. */
function counting(): { readonly scan: Scan; readonly searched: () => number } {
  let characters = 0;
  const scan: Scan = text => {
    characters += text.length;
    return scanSecrets(text);
  };
  return { scan, searched: () => characters };
}

const filler = (lines: number) =>
  Array.from({ length: lines }, (_, at) => `export const value${at} = compute(${at});`).join('\n');
const key = pemKey(4096).join('\n');
const pieces = [
  'const token = "ghp_aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF3hI6";',
  key,
  filler(3),
  'x',
  '\n',
  '-----BEGIN RSA PRIVATE KEY-----',
];

test('a changed document is found to hold what a search of all of it finds', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...pieces, filler(900)), { minLength: 1, maxLength: 8 }),
      fc.array(fc.record({ at: fc.nat(), deleted: fc.nat({ max: 4_000 }), added: fc.constantFrom(...pieces, '') }), {
        maxLength: 4,
      }),
      async (parts, edits) => {
        let text = parts.join('\n');
        let scanned = await scanAgain(undefined, text, scanSecrets);
        for (const { at, deleted, added } of edits) {
          const from = at % (text.length + 1);
          text = text.slice(0, from) + added + text.slice(from + deleted);
          scanned = await scanAgain(scanned, text, scanSecrets);
        }
        assert.deepEqual(stretchesOf(scanned.findings), stretchesOf(await scanSecrets(text)));
      },
    ),
    { numRuns: 60, seed: 20_26 },
  );
});

test('a version that is known is not searched again, and of a changed one only what is near the change', async () => {
  const { scan, searched } = counting();
  const scans = new DocumentScans(scan);
  const text = filler(12_000);
  await scans.findingsIn('a', text);
  await scans.findingsIn('a', text);
  assert.equal(searched(), text.length);
  await scans.findingsIn('a', `${text.slice(0, 200_000)}x${text.slice(200_000)}`);
  assert.ok(searched() - text.length < 40_000, `${searched() - text.length} characters`);
});

test('a document that could not be searched is searched again the next time', async () => {
  let fails = true;
  const scans = new DocumentScans(async text => {
    if (fails) throw new Error('no memory');
    return scanSecrets(text);
  });
  await assert.rejects(scans.findingsIn('a', key));
  fails = false;
  assert.equal((await scans.findingsIn('a', key)).length > 0, true);
});

test('only the last documents are remembered', async () => {
  const { scan, searched } = counting();
  const scans = new DocumentScans(scan);
  for (let at = 0; at < 25; at += 1) await scans.findingsIn(`${at}`, 'abc');
  await scans.findingsIn('0', 'abc');
  assert.equal(searched(), 78);
});
