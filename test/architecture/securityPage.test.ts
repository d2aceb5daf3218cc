import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { projectRoot } from '../../scripts/support/projectRoot.ts';

const page = readFileSync(path.join(projectRoot, 'SECURITY.md'), 'utf8');
const rows = page
  .split('\n')
  .flatMap(line => (/^\| S\d+ /.test(line) ? [line.split('|').map(cell => cell.trim())] : []));

test('the page of promises has a row for each class, in order', () => {
  assert.deepEqual(
    rows.map(([, name]) => name),
    Array.from({ length: 25 }, (_, place) => `S${place + 1}`),
  );
});

test('each promise is held by tests that exist, and says what it is not', () => {
  for (const [, name, attack, promise, held = '', not] of rows) {
    const files = [...held.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file);
    assert.ok(attack && promise && not && files.length > 0, name);
    assert.deepEqual(
      files.filter(file => !existsSync(path.join(projectRoot, file))),
      [],
      name,
    );
  }
});
