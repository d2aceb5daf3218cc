import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as v from 'valibot';
import type { AddedFrom } from '../../../src/interaction/added/addedItem.ts';
import { addedSchema, storedAdded } from '../../../src/interaction/added/storedAdded.ts';

const item = (name: string, from: AddedFrom) => ({ id: name, name, from, tokens: 12 });
const masking = async (text: string): Promise<string> => text.replaceAll('hunter2', '*');
const selection = {
  kind: 'selection',
  title: 'a.ts, lines 1–2',
  language: 'typescript',
  text: 'pass = hunter2',
} as const;

test('everything that can be added is the same after it lay on disk', async () => {
  const all = [
    item('a.ts', { kind: 'file', uri: 'file:///w/a.ts' }),
    item('src', { kind: 'folder', uri: 'file:///w/src' }),
    item('total', { kind: 'symbol', uri: 'file:///w/a.ts', first: 1, last: 9 }),
    item('problems', { kind: 'problems' }),
    item('staged', { kind: 'changes', which: 'staged' }),
    item('selection:1-2', { ...selection, text: 'let a;' }),
  ];
  const stored = JSON.parse(JSON.stringify(await storedAdded(all, masking))) as unknown;
  assert.deepEqual(v.parse(addedSchema, stored), all);
});

test('a secret in what was selected is masked, and with it the rest of its document is left out', async () => {
  const whole = { text: 'pass = hunter2\n'.repeat(9), findings: [] };
  const stored = await storedAdded([item('selection', { ...selection, whole })], masking);
  assert.deepEqual(
    stored.map(({ from }) => from),
    [{ ...selection, text: 'pass = *' }],
  );
});

test('lines of a document with secrets are not kept, nor what has a secret in its address', async () => {
  const whole = { text: 'hunter2', findings: [{ start: 0, end: 7, kind: 'password' }] };
  const items = [
    item('selection', { ...selection, whole }),
    item('hunter2.ts', { kind: 'file', uri: 'file:///w/hunter2.ts' }),
  ];
  assert.deepEqual(await storedAdded(items, masking), []);
});

test('what is none of ours is not taken up', () => {
  for (const from of [{ kind: 'file' }, { kind: 'command', uri: 'x' }, 'file'])
    assert.equal(v.is(addedSchema, [{ id: 'a', name: 'a', from, tokens: 1 }]), false);
});
