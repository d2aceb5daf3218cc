import assert from 'node:assert/strict';
import { test } from 'node:test';
import { journalHead, readJournalLine } from '../../../src/core/journal/journalLine.ts';
import { Failure } from '../../../src/core/model/failure.ts';
import type { Bundle, BundleFileName } from '../../../src/interaction/bundle/facts/bundleFile.ts';
import { collectBundle, type BundleSources } from '../../../src/interaction/bundle/collectBundle.ts';
import { attemptEntry, questionEntry } from '../../core/journal/entries.ts';
import { VirtualClock } from '../../support/virtualClock.ts';
import { bundleSources } from './bundleSources.ts';

async function collected(more: Partial<BundleSources> = {}, clock = new VirtualClock(), words = '') {
  const errors: string[] = [];
  const signal = new AbortController().signal;
  const onError = (name: string, error: unknown): void => void errors.push(`${name}: ${String(error)}`);
  const bundle = await collectBundle(bundleSources(more), { clock, signal, words, onError });
  return { ...bundle, errors };
}

const textOf = ({ files }: Pick<Bundle, 'files'>, name: BundleFileName): string =>
  files.find(file => file.name === name)?.text ?? '';

test('all that is known is collected, with a list of contents last that says in which format', async () => {
  const bundle = await collected();
  const names = bundle.files.map(({ name }) => name);
  assert.deepEqual([names[0], names.at(-1), names.length], ['README.md', 'bundle.json', 9]);
  const contents = JSON.parse(textOf(bundle, 'bundle.json')) as Record<string, unknown>; // our own
  assert.deepEqual([contents['bundle'], contents['format'], contents['version']], ['steadfast', 1, '0.1.0']);
});

test('the journal in it can be read as the journal can, in the order of time', async () => {
  const entries = [3, 1, 2].map(at => questionEntry({ at, id: String(at) }));
  const [head, ...lines] = textOf(await collected({ readEntries: async () => entries }), 'journal.jsonl')
    .trim()
    .split('\n');
  const ids = lines.map(line => readJournalLine(line)).map(entry => entry?.kind === 'question' && entry.id);
  assert.deepEqual([head, ids], [journalHead, ['1', '2', '3']]);
});

// https://github.com/xdCloudy/LlamaManager/issues/79, https://github.com/hojinzs/github-symphony/pull/340
test('what cannot be read is missing, which is said in it, and the rest is there', async () => {
  const broken = { readStats: () => Promise.reject(new Error('cannot read /home/ada/x')) };
  const bundle = await collected(broken);
  assert.deepEqual(bundle.missing, [{ name: 'usage.json', because: 'failed' }]);
  assert.match(textOf(bundle, 'README.md'), /`usage\.json`: it could not be read/);
  assert.deepEqual(bundle.errors, ['usage.json: Error: cannot read /home/ada/x']);
  assert.doesNotMatch(bundle.files.map(({ text }) => text).join(), /cannot read/);
});

test('a check that hangs does not keep the rest', async () => {
  const clock = new VirtualClock();
  const hangs = (): Promise<never> => {
    setImmediate(() => void clock.pass(15_000));
    return new Promise(() => undefined);
  };
  const hiding = async () => ({ ...(await bundleSources().hiding()), mask: async (text: string) => text });
  const bundle = await collected({ lookAtSetup: hangs, hiding }, clock);
  assert.deepEqual(
    bundle.missing.map(({ name, because }) => `${name} ${because}`),
    ['check-my-setup.md late', 'check-my-setup.json late'],
  );
});

test('of a journal that nobody could look through the latest questions are taken', async () => {
  const entries = Array.from({ length: 12_000 }, (_, at) => questionEntry({ at, id: String(at) }));
  const journal = textOf(await collected({ readEntries: async () => entries }), 'journal.jsonl');
  assert.ok(journal.length < 3_100_000 && journal.includes('"11999"') && !journal.includes('"request.id":"0"'));
});

test('keys, secrets and places stand in none of its files, wherever they came from', async () => {
  const token = `ghp_${'Ab3dEfGh1jKlMnOpQrStUvWxYz0123456789'.slice(0, 36)}`;
  const planted = `practice-key-1 ${token} /home/ada/till`;
  const attempts = [attemptEntry({ requestId: planted, code: planted, target: planted })];
  const bundle = await collected(
    {
      about: () => ({ version: planted }),
      settings: () => ({ ...bundleSources().settings(), changed: [{ name: 'x', value: planted, byDefault: '' }] }),
      standing: () => [planted],
      readStats: async () => ({ targets: { [planted]: 1 } }),
      readEntries: async () => [questionEntry({ model: planted, attempts })],
      readLog: async () => `warn ${planted}\n`,
    },
    new VirtualClock(),
    `I saw ${planted}`,
  );
  assert.equal(bundle.files[1]?.name, 'what-i-saw.md');
  for (const { name, text } of bundle.files)
    assert.doesNotMatch(text, new RegExp(`practice-key-1|${token}|/home/ada`), name);
});

test('nothing at all is collected when secrets cannot be looked for', async () => {
  await assert.rejects(collected({ hiding: () => Promise.reject(new Error('no scanner')) }), /no scanner/);
  const blind = async () => ({
    ...(await bundleSources().hiding()),
    mask: () => Promise.reject(new Error('no scanner')),
  });
  await assert.rejects(collected({ hiding: blind }));
});

test('it ends when the user stops it', async () => {
  const stop = new AbortController();
  const hangs = bundleSources({ readLog: () => new Promise(() => undefined) });
  const collecting = collectBundle(hangs, {
    clock: new VirtualClock(),
    signal: stop.signal,
    words: '',
    onError: () => undefined,
  });
  stop.abort(new Failure('cancelled'));
  await assert.rejects(collecting, (error: unknown) => error instanceof Failure && error.kind === 'cancelled');
});
