import assert from 'node:assert/strict';
import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, suite, test } from 'node:test';
import { readBundle } from '../../../../scripts/replay/bundle/readBundle.ts';
import { journalLine } from '../../../../src/core/journal/journalLine.ts';
import { attemptEntry, questionEntry } from '../../../core/journal/entries.ts';
import { onlyWith } from '../../../support/onlyWith.ts';
import { bundleFiles, worldSettings, zipOf } from '../recordedWorld.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'steadfast-bundle-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const files = bundleFiles([questionEntry(), questionEntry({ id: 'q2' })], worldSettings);
let written = 0;
const fileOf = (data: Buffer): string => {
  const file = path.join(folder, `bundle-${(written += 1)}.zip`);
  writeFileSync(file, data);
  return file;
};
const read = (changes: Readonly<Record<string, string | undefined>> = {}) => {
  const all = Object.entries({ ...files, ...changes });
  return readBundle(
    fileOf(zipOf(Object.fromEntries(all.flatMap(([name, text]) => (text === undefined ? [] : [[name, text]]))))),
  );
};
const idsOf = async (journal: string): Promise<readonly unknown[]> => {
  const { entries, badLines } = await read({ 'journal.jsonl': journal });
  return [...entries.map(entry => entry.kind === 'question' && entry.id), badLines];
};

test('a bundle is read with its version, its settings and its journal', async () => {
  const { version, madeAt, settings, entries, badLines } = await read();
  assert.deepEqual(
    { version, madeAt, badLines, entries: entries.length },
    {
      ...{ version: '1.0.0', madeAt: '2026-11-30T08:00:00.000Z', badLines: 0, entries: 2 },
    },
  );
  assert.deepEqual(
    { ...settings, targets: settings.targets.map(({ id }) => id) },
    { ...worldSettings, targets: ['first', 'second'] },
  );
});

test('the folder that was made of a bundle is read as the bundle is', async () => {
  const unpacked = path.join(folder, 'unpacked');
  mkdirSync(unpacked);
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(unpacked, name), text);
  assert.equal((await readBundle(unpacked)).entries.length, 2);
});

test('a link in such a folder is not followed', onlyWith('links'), async () => {
  const linked = path.join(folder, 'linked');
  mkdirSync(linked);
  writeFileSync(path.join(folder, 'elsewhere.json'), files['bundle.json'] ?? '');
  symlinkSync(path.join(folder, 'elsewhere.json'), path.join(linked, 'bundle.json'));
  await assert.rejects(readBundle(linked), /bundle\.json and settings\.json and journal\.jsonl is missing/);
});

test('no limit of tokens or requests, which JSON writes as null, is read as none', async () => {
  const settings: unknown = JSON.parse(files['settings.json'] ?? '');
  const rateLimit = { requestsPerMinute: null, tokensPerMinute: null, concurrent: 5 };
  const changed = JSON.stringify({ ...(settings as object), rateLimit });
  assert.equal((await read({ 'settings.json': changed })).settings.rateLimit.tokensPerMinute, Infinity);
});

const [one, two] = [journalLine(questionEntry({ id: 'one' })), journalLine(questionEntry({ id: 'two' }))];

suite('of a journal', () => {
  // https://github.com/infiniflow/ragflow/issues/19179, https://github.com/octref/lsp-inspector/issues/11
  test('a byte order mark and lines that end as on Windows lose nothing', async () => {
    assert.deepEqual(await idsOf(`\uFEFF${one}\r\n${two}\r\n`), ['one', 'two', 0]);
  });
  // https://github.com/Cotal-AI/Cotal/issues/400, https://github.com/Velocidex/velociraptor/pull/3205
  test('a last line that was being written is counted, and one without its end is read', async () => {
    assert.deepEqual(await idsOf(`${one}\n${two.slice(0, 50)}`), ['one', 1]);
    assert.deepEqual(await idsOf(`${one}\n${two}`), ['one', 'two', 0]);
  });
  // https://github.com/kolega-ai/kolega-code/pull/341, https://github.com/TokenRhythm/opensquilla/pull/1711
  test('a line that a redaction has broken is counted, and the others are read', async () => {
    assert.deepEqual(await idsOf(`${one.replace('"one"', '[redacted]')}\n${two}\nnonsense\n`), ['two', 2]);
  });
  test('what cannot have happened is counted', async () => {
    const odd = [
      questionEntry({ at: 1e15 }),
      questionEntry({ tookMs: 1e300 }),
      questionEntry({ tookMs: -1 }),
      questionEntry({ attempts: [attemptEntry({ startMs: 1e20 })] }),
    ].map(journalLine);
    const unknown = two.replace('"duration_ms"', '"error.type":"hexed","duration_ms"');
    assert.deepEqual(await idsOf([...odd, unknown].join('\n')), [5]);
  });
  test('nothing is no mistake', async () => assert.deepEqual(await idsOf(''), [0]));
  test('twenty megabytes are read in time that grows as they do', async () => {
    const lines = Array.from({ length: 40_000 }, (_, at) =>
      journalLine(questionEntry({ id: `q${at}`, attempts: [attemptEntry()] })),
    );
    const { entries } = await read({ 'journal.jsonl': `${lines.join('\n')}\n${'{"kind":'.repeat(1_000_000)}` });
    assert.equal(entries.length, 40_000);
  });
});

suite('a bundle is refused that', () => {
  const settingsWith = (change: object): string =>
    JSON.stringify({ ...(JSON.parse(files['settings.json'] ?? '') as object), ...change });
  const refusals: Readonly<
    Record<string, readonly [changes: Readonly<Record<string, string | undefined>>, words: RegExp]>
  > = {
    'has no journal': [{ 'journal.jsonl': undefined }, /journal\.jsonl is missing/],
    'is of somebody else': [{ 'bundle.json': '{"bundle":"other"}' }, /no diagnostic bundle of Steadfast/],
    'is of a later version': [
      { 'bundle.json': '{"bundle":"steadfast","format":2}' },
      /format \(2\) that this version does not read/,
    ],
    'has a format that is no number': [{ 'bundle.json': '{"bundle":"steadfast","format":"1"}' }, /format \(unknown\)/],
    'has a journal of a later version': [
      { 'journal.jsonl': '{"journal":"steadfast","format":2}\n' },
      /journal of the bundle has a format/,
    ],
    'says nothing of itself': [{ 'bundle.json': 'null' }, /bundle\.json of the bundle holds no object/],
    'has broken settings': [{ 'settings.json': '{' }, /settings\.json of the bundle is no JSON/],
    'lacks a setting': [
      { 'settings.json': settingsWith({ retry: {} }) },
      /settings\.json cannot be used: retry\.maxRetries/,
    ],
    'has a setting of another type': [{ 'settings.json': settingsWith({ hedge: 'yes' }) }, /cannot be used: hedge/],
    'has two targets of one id': [
      { 'settings.json': settingsWith({ targets: [0, 1].map(() => ({ ...worldSettings.targets[0] })) }) },
      /two of its targets have one id/,
    ],
  };
  for (const [name, [changes, words]] of Object.entries(refusals))
    test(name, () => assert.rejects(read(changes), words));

  test('is not there', () => assert.rejects(readBundle(path.join(folder, 'none.zip')), /There is no .*none\.zip/));
  test('is too large a file', async () => {
    await assert.rejects(readBundle(fileOf(Buffer.alloc(64 * 1024 * 1024 + 1))), /larger than 64 MB/);
  });
});
