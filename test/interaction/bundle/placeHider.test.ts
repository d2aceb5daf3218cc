import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeHider, type Places } from '../../../src/interaction/bundle/placeHider.ts';

const hidePlaces = (text: string, places: Places): string => placeHider(places)(text);

const linux = { home: '/home/ada', user: 'ada', folders: ['/home/ada/work/till', '/srv/my shop'] };
const windows = { home: 'C:\\Users\\Ada L', user: 'Ada L', folders: ['d:\\Projects\\Till'] };

// https://github.com/signalapp/Signal-Desktop/issues/2921, https://github.com/kirodotdev/KiroCrew/issues/12375
test('the home of the user and their folders are told by signs, however they are written', () => {
  const told: readonly (readonly [string, string])[] = [
    ['cannot open /home/ada/.config/Code/x.json', 'cannot open ~/.config/Code/x.json'],
    ['at /home/ada/work/till/src/a.ts:3', 'at <folder 1>/src/a.ts:3'],
    ['file:///srv/my%20shop/a.ts', 'file://<folder 2>/a.ts'],
    ['"/srv/my shop"', '"<folder 2>"'],
    ['in /tmp/ada/x', 'in /tmp/<user>/x'],
  ];
  for (const [text, hidden] of told) assert.equal(hidePlaces(text, linux), hidden);
});

// https://github.com/debpalash/VoiceStudio/pull/856: lower case, and a longer name that begins alike
test('drives, slashes and letters of either kind name the same place, and a longer name stays', () => {
  const told: readonly (readonly [string, string])[] = [
    ['EPERM: c:\\users\\ada l\\AppData\\x', 'EPERM: ~\\AppData\\x'],
    ['"C:\\\\Users\\\\Ada L\\\\x"', '"~\\\\x"'],
    ['file:///c%3A/Users/Ada%20L/x', 'file:///~/x'],
    ['D:/projects/till/a.ts', '<folder 1>/a.ts'],
    ['d:\\Projects\\Tillage\\a.ts', 'd:\\Projects\\Tillage\\a.ts'],
  ];
  for (const [text, hidden] of told) assert.equal(hidePlaces(text, windows), hidden);
});

// https://github.com/divinevideo/divine-mobile/pull/8470
test('the account in the path of somebody else’s home is no name either', () => {
  const nobody = { home: '', user: '', folders: [] };
  const texts = ['/home/grace/x', '/Users/grace/x', 'C:\\Users\\grace\\x', '/mnt/c/Users/grace/x', '/var/home/grace/x'];
  for (const text of texts) assert.doesNotMatch(hidePlaces(text, nobody), /grace/);
});

test('what only looks like a place stays: hosts, counts, words, and the root of the disk', () => {
  const text = 'attempt target=openai/gpt ms=120 in=12/30 https://api.openai.com/v1 ada admin /ada-lovelace/x a.ada.b';
  assert.equal(hidePlaces(text, { home: '/', user: 'ada', folders: ['/', 'C:\\'] }), text);
});

test('a folder may have any name: every sign of ASCII, letters of every alphabet', () => {
  const signs = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at)).filter(sign => !/[/\\]/.test(sign));
  for (const name of [...signs.map(sign => `my${sign}shop`), 'größe', '店-2', 'a b.c'])
    assert.equal(
      hidePlaces(`in /srv/${name}/x`, { home: `/${name}/home`, user: name, folders: [`/srv/${name}`] }),
      'in <folder 1>/x',
    );
});

test('a name that is no whole text, as some systems allow, is hidden as well', () => {
  const folder = '/srv/a\ud800 b';
  assert.equal(hidePlaces(`in ${folder}/x`, { home: '', user: '', folders: [folder] }), 'in <folder 1>/x');
});

test('a megabyte of slashes takes no longer than a megabyte of words', () => {
  const text = '/'.repeat(1_000_000);
  assert.equal(hidePlaces(text, { ...linux, folders: ['/a/b/c', '/home/ada/a b'] }).length, text.length);
});
