import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { Failure } from '../../../src/core/model/failure.ts';
import type { Bundle, BundleFile } from '../../../src/interaction/bundle/facts/bundleFile.ts';
import { exportBundle } from '../../../src/interaction/bundle/exportBundle.ts';
import { pace } from '../../../src/interaction/platform/pace.ts';
import { zip } from '../../../src/libraries/zip.ts';
import { ScriptedUser, type Reply } from '../../support/scriptedUser.ts';

const bundle: Bundle = {
  files: [
    { name: 'README.md', text: '# Read me\n' },
    { name: 'log.txt', text: 'a line with “quotes”\n' },
    { name: 'bundle.json', text: '{}\n' },
  ],
  missing: [],
  madeAt: Date.UTC(2026, 10, 30, 6, 12),
};

function world(places: readonly (string | undefined)[], ...replies: readonly Reply[]) {
  const user = new ScriptedUser({ types: 'It was slow.' }, ...replies);
  const saved = new Map<string, Readonly<Record<string, string>>>();
  const [heard, shown, asked, revealed, failures]: [string[], string[], string[], string[], string[]] = [
    [],
    [],
    [],
    [],
    [],
  ];
  const left = [...places];
  const parts = {
    user,
    collect: async (words: string) => (heard.push(words), bundle),
    onFailure: (error: unknown) => void failures.push(String(error)),
    show: async (text: string) => void shown.push(text),
    zip: (files: readonly BundleFile[], madeAt: number) => zip(files, madeAt, pace),
    askPlace: async (name: string) => (asked.push(name), left.shift()),
    save: async (place: string, bytes: Uint8Array) => {
      if (place.startsWith('/full')) throw new Error('ENOSPC: /full/disk');
      const files = Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]);
      saved.set(place, Object.fromEntries(files) as Record<string, string>);
    },
    reveal: async (place: string) => void revealed.push(place),
  };
  return { user, parts, saved, heard, shown, asked, revealed, failures };
}

const all = bundle.files.map(({ name }) => name);

test('what is saved is, character for character, what was shown before', async () => {
  const { parts, saved, shown, user } = world(['/here.zip'], { picks: all }, 'turns away');
  await exportBundle(parts);
  const files = saved.get('/here.zip') ?? {};
  assert.deepEqual(files, Object.fromEntries(bundle.files.map(({ name, text }) => [name, text])));
  for (const text of Object.values(files)) assert.ok(shown[0]?.includes(text));
  assert.match(user.saw.join('\n'), /The diagnostics are saved\. Nothing was sent\./);
});

test('what the user says goes along, and who turns away from that question collects nothing', async () => {
  const { parts, heard } = world(['/here.zip'], { picks: all }, 'turns away');
  await exportBundle(parts);
  await exportBundle({ ...parts, user: new ScriptedUser('turns away') });
  assert.deepEqual(heard, ['It was slow.']);
});

test('what is unticked is not saved', async () => {
  const { parts, saved } = world(['/here.zip'], { picks: ['README.md', 'bundle.json'] }, 'turns away');
  await exportBundle(parts);
  assert.deepEqual(Object.keys(saved.get('/here.zip') ?? {}), ['README.md', 'bundle.json']);
});

test('nothing is written by who turns away from the list or from the place, or unticks everything', async () => {
  for (const [places, reply] of [
    [['/here.zip'], 'turns away'],
    [['/here.zip'], { picks: [] }],
    [[undefined], { picks: all }],
  ] as const) {
    const { parts, saved } = world(places, reply);
    await exportBundle(parts);
    assert.equal(saved.size, 0);
  }
});

test('a place that cannot be written to is told, without the words of the system, and another one is asked for', async () => {
  const { parts, saved, user } = world(['/full/x.zip', '/here.zip'], { picks: all }, { picks: 'Show File' });
  await exportBundle(parts);
  assert.deepEqual([...saved.keys()], ['/here.zip']);
  assert.match(user.saw.join('\n'), /could not be saved there\. Choose another place\./);
  assert.doesNotMatch(user.saw.join('\n'), /ENOSPC/);
});

// https://github.com/confluentinc/vscode/issues/899
test('the name that is offered is one for every system', async () => {
  const { parts, asked, revealed } = world(['/here.zip'], { picks: all }, { picks: 'Show File' });
  await exportBundle(parts);
  assert.deepEqual([asked, revealed], [['steadfast-2026-11-30-0612.zip'], ['/here.zip']]);
});

test('when secrets cannot be looked for, that is said, and nothing is shown; when the user stops it, nothing is said', async () => {
  for (const [error, said] of [
    [new Error('no scanner'), 1],
    [new Failure('cancelled'), 0],
  ] as const) {
    const { parts, user, shown, failures } = world([]);
    await exportBundle({ ...parts, collect: () => Promise.reject(error) });
    assert.deepEqual([shown.length, user.saw.length - 1, failures.length], [0, said, said]);
  }
});
