import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { bundleFiles, zipOf } from './replay/recordedWorld.ts';
import { scenarios } from './replay/scenarios.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'steadfast-replay-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const run = (...given: readonly string[]) => {
  const script = path.join(import.meta.dirname, '../../scripts/replay.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...given], { encoding: 'utf8' });
  return { status, stdout, stderr };
};

const bundle = await scenarios['a key is rejected']?.();
assert.ok(bundle);
const file = (name: string, entries = bundle.entries): string => {
  const written = path.join(folder, name);
  writeFileSync(written, zipOf(bundleFiles(entries, bundle.settings)));
  return written;
};

test('a bundle that this client would decide the same is told so, with exit code 0', () => {
  const { status, stdout } = run(file('same.zip'));
  assert.deepEqual(
    [status, stdout],
    [
      0,
      'Bundle of version 1.0.0, made at 2026-11-30T08:00:00.000Z: 6 questions, to first, second.\n6 questions: 6 as recorded; 0 differ.\n',
    ],
  );
});

test('what this client decides otherwise is told, with exit code 1', () => {
  const entries = bundle.entries.map(entry =>
    entry.kind === 'question' && entry.id === 'request-3'
      ? { ...entry, decisions: entry.decisions.filter(({ kind }) => kind !== 'skipped') }
      : entry,
  );
  const { status, stdout } = run(file('other.zip', entries));
  assert.equal(status, 1);
  assert.match(stdout, /request-3: recorded: nothing further decided; now: first passed over, because credential\.\n/);
  assert.match(stdout, /6 questions: 5 as recorded; 1 differs\.\n$/);
});

test('what began before a moment can be left out', () => {
  const since = new Date(bundle.entries[3]?.at ?? 0).toISOString();
  assert.match(run(file('later.zip'), '--since', since).stdout, /3 questions: 3 as recorded; 0 differ\./);
});

test('what says nothing of the client is no success: exit code 2', () => {
  const { status, stderr } = run(file('empty.zip', []));
  assert.deepEqual([status, stderr], [2, 'Nothing of it could be replayed, so this says nothing of the client.\n']);
});

test('what cannot be read is refused in a sentence, with exit code 2', () => {
  writeFileSync(path.join(folder, 'none.zip'), 'nothing');
  for (const given of [[path.join(folder, 'none.zip')], [], ['--what'], [file('x.zip'), '--since', 'yesterday']]) {
    const { status, stdout, stderr } = run(...given);
    assert.deepEqual([status, stdout, stderr.includes('    at ')], [2, '', false]);
  }
});
