import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { hasFonts } from '../../../scripts/machine/fonts.ts';

const root = mkdtempSync(path.join(os.tmpdir(), 'steadfast-fonts-'));
after(() => rmSync(root, { recursive: true }));

test('folders without a font, or that are not there, hold none', () => {
  writeFileSync(path.join(root, 'fonts.conf'), '');
  assert.equal(hasFonts([root, path.join(root, 'missing')]), false);
});

test('a font is found however deep it lies', () => {
  mkdirSync(path.join(root, 'truetype/dejavu'), { recursive: true });
  writeFileSync(path.join(root, 'truetype/dejavu/DejaVuSans.ttf'), '');
  assert.equal(hasFonts([root]), true);
});
