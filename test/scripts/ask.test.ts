import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import { journalHead, journalLine } from '../../src/core/journal/journalLine.ts';
import { questionEntry } from '../core/journal/entries.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'steadfast-stats-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const run = (...given: readonly string[]) =>
  promisify(execFile)(process.execPath, [path.join(import.meta.dirname, '../../scripts/ask.ts'), ...given]);

test('the journal of an editor is summed up in the terminal, as JSON', async () => {
  const lines = [
    journalHead,
    journalLine(questionEntry()),
    'no line of ours',
    journalLine(questionEntry({ id: 'q2' })),
  ];
  writeFileSync(path.join(folder, 'journal-2026-01-01-aaaaaaaaaaaa-1.jsonl'), `${lines.join('\n')}\n`);
  const { stdout } = await run('--stats', folder);
  const told: unknown = JSON.parse(stdout);
  assert.match(stdout, /"questions": 2,/);
  assert.ok(typeof told === 'object' && told !== null && 'stretches' in told);
});

test('where there is no journal that is said, with where it is to be found', async () => {
  await assert.rejects(run('--stats', path.join(folder, 'none')), /There is no journal in .*none/);
});
