import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { suite, test } from 'node:test';
import type { StoreTrouble } from '../../src/core/shared/store.ts';
import { storeErrorOf } from '../../src/storage/storeErrorOf.ts';
import { onlyWith } from '../support/onlyWith.ts';

const rows: Readonly<Record<string, StoreTrouble>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EROFS: 'read-only',
  EACCES: 'forbidden',
  EPERM: 'forbidden',
  EMFILE: 'no-handles',
  ENFILE: 'no-handles',
  EISDIR: 'unusable',
  ELOOP: 'unusable',
  EIO: 'unknown',
};

test('each error of the system is a trouble of its own', () => {
  for (const [code, trouble] of Object.entries(rows))
    assert.equal(storeErrorOf(Object.assign(new Error(code), { code })).trouble, trouble, code);
});

suite('when the system opens no more files', () => {
  const child = path.join(import.meta.dirname, 'usesUpHandles.ts');

  test('a list is said so, keeps what it was, and is written when files can be opened again', onlyWith('POSIX'), () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'steadfast-handles-'));
    writeFileSync(path.join(folder, 'a.json'), 'old');
    const said = execFileSync('sh', ['-c', 'ulimit -n 256; exec "$0" "$1" "$2"', process.execPath, child, folder], {
      encoding: 'utf8',
    });
    const names = readdirSync(folder).toSorted();
    const texts = names.map(name => readFileSync(path.join(folder, name), 'utf8'));
    rmSync(folder, { recursive: true });
    assert.deepEqual(JSON.parse(said), {
      read: 'nothing',
      written: 'no-handles',
      log: ['no-handles'],
      heard: ['one', 'two'],
      later: 'written',
    });
    assert.deepEqual(
      texts.filter(text => text === 'old' || text === 'new'),
      ['new', 'old'],
      'what could not be read was put aside, not lost',
    );
  });
});
