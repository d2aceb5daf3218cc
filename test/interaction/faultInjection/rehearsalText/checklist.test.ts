import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { startPractice } from '../../../../practice/server.ts';
import { failureRules } from '../../../../src/core/model/failure.ts';
import { injectableFaults } from '../../../../src/core/faultInjection.ts';
import { faultName } from '../../../../src/interaction/faultInjection/rehearsalText.ts';

const root = path.join(import.meta.dirname, '../../../..');
const page = readFileSync(path.join(root, 'docs/failure-checklist.md'), 'utf8');
const flat = page.replace(/\s+/g, ' ');
const all = (pattern: RegExp): readonly string[] => [...flat.matchAll(pattern)].map(([, found = '']) => found);

test('every fault that can be rehearsed is on the checklist, under the name that the list of faults has', () => {
  assert.deepEqual(
    injectableFaults.map(faultName).filter(name => !flat.includes(`_${name}_`)),
    [],
  );
});

test('every outcome that the checklist has in the log is a kind of failure', () => {
  const known = ['answered', ...Object.keys(failureRules)];
  assert.deepEqual(
    all(/outcome=([\w-]+)/g).filter(outcome => !known.includes(outcome)),
    [],
  );
});

test('every key of the practice terminal that it names exists', async () => {
  const practice = await startPractice();
  const keys = practice.keys.map(({ key }) => key);
  await practice.stop();
  const named = [...all(/keys? `(\w)`/g), ...all(/`(\w)` (?:heals|takes)/g), ...all(/or `(\w)`[;,]/g)];
  assert.deepEqual(
    named.filter(key => !keys.includes(key)),
    [],
  );
  assert.ok(named.length > 10);
});

test('what a person shall read is what the extension says', () => {
  const bundle = JSON.parse(readFileSync(path.join(root, 'l10n/bundle.l10n.json'), 'utf8')) as Record<string, string>;
  const titles = JSON.parse(readFileSync(path.join(root, 'package.nls.json'), 'utf8')) as Record<string, string>;
  const said = [...Object.keys(bundle), ...Object.values(titles)];
  const unsaid = [...all(/\*\*([^*]+)\*\*/g), ...all(/(?<=[\s(])_([^_]+)_(?=[\s.,;:)])/g)]
    .map(words => words.replace(/^Steadfast: /, ''))
    .filter(words => !said.some(text => isSaid(words, text)));
  assert.deepEqual(unsaid, ['A simulation', 'A practice provider', 'The settings or the machine itself']);
});

/** Are these the words of a text whose gaps were filled, or its beginning, when they end with '…'? */
function isSaid(words: string, text: string): boolean {
  if (patternOf(text).test(words)) return true;
  if (!words.endsWith('…')) return false;
  const beginning = words.slice(0, -1).trim();
  const pieces = text.split(' ');
  return pieces.some((_piece, index) => patternOf(pieces.slice(0, index + 1).join(' ')).test(beginning));
}

function patternOf(text: string): RegExp {
  const parts = text.split(/\{\d\}/).map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.+?')}$`, 'u');
}
