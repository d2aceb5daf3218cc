import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findBrowser, requireBrowser, usualPlaces, type Machine } from '../../../scripts/machine/findBrowser.ts';
import { Refusal } from '../../../scripts/support/refusal.ts';

/** A machine on which only these files exist. */
const machine = (platform: NodeJS.Platform, files: readonly string[], more: Partial<Machine> = {}): Machine => ({
  platform,
  env: {},
  home: '/Users/ada',
  exists: file => files.includes(file),
  ...more,
});

const windows = { LOCALAPPDATA: 'C:\\Users\\ada\\AppData\\Local', ProgramFiles: 'D:\\Programs' };

test('CHROMIUM comes before every usual place', () => {
  const files = ['/usr/bin/chromium', '/opt/mine'];
  assert.equal(findBrowser(machine('linux', files, { env: { CHROMIUM: '/opt/mine' } })), '/opt/mine');
});

test('a CHROMIUM that names nothing is refused, also where there is another browser', () => {
  const wrong = machine('linux', ['/usr/bin/chromium'], { env: { CHROMIUM: '/opt/gone' } });
  assert.throws(() => findBrowser(wrong), new Refusal('CHROMIUM names /opt/gone, which does not exist'));
});

test('an empty CHROMIUM names nothing and is passed over', () => {
  const files = ['/usr/bin/chromium'];
  assert.equal(findBrowser(machine('linux', files, { env: { CHROMIUM: '' } })), '/usr/bin/chromium');
});

test('CHROMIUM may name the folder that a Mac shows as one application', () => {
  const inside = '/Volumes/Apps/Google Chrome.app/Contents/MacOS/Google Chrome';
  const env = { CHROMIUM: '/Volumes/Apps/Google Chrome.app/' };
  assert.equal(findBrowser(machine('darwin', [inside], { env })), inside);
});

for (const [place, platform] of [
  ['/usr/bin/chromium', 'linux'],
  ['/usr/bin/google-chrome-stable', 'linux'],
  ['/usr/bin/microsoft-edge', 'linux'],
  ['/snap/bin/chromium', 'linux'],
  ['/opt/google/chrome/chrome', 'linux'],
  ['/Applications/Chromium.app/Contents/MacOS/Chromium', 'darwin'],
  ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', 'darwin'],
  ['/Users/ada/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', 'darwin'],
  ['/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge', 'darwin'],
  ['C:\\Users\\ada\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe', 'win32'],
  ['D:\\Programs\\Google\\Chrome\\Application\\chrome.exe', 'win32'],
  ['C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe', 'win32'],
] as const) {
  test(`a browser is found at ${place}`, () => {
    assert.equal(findBrowser(machine(platform, [place], { env: windows })), place);
  });
}

test('Chromium comes before Chrome, and Chrome before Edge, on every system', () => {
  const order = (platform: NodeJS.Platform) => {
    const places = usualPlaces(machine(platform, []));
    const first = (pattern: RegExp) => places.findIndex(place => pattern.test(place));
    return [first(/chromium/i), first(/google/i), first(/edge/i)];
  };
  for (const platform of ['linux', 'darwin', 'win32'] as const) {
    const found = order(platform);
    assert.deepEqual(
      found,
      found.toSorted((one, other) => one - other),
      platform,
    );
    assert.ok(!found.includes(-1), platform);
  }
});

test('where Windows names no folders, the usual ones are looked through', () => {
  const place = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe';
  assert.equal(findBrowser(machine('win32', [place])), place);
});

test('without any browser a test is told in one sentence what to do', () => {
  assert.equal(findBrowser(machine('linux', [])), undefined);
  assert.throws(
    () => requireBrowser(machine('linux', [])),
    new Refusal('no Chromium, Chrome or Edge was found: install one, or name its executable in CHROMIUM'),
  );
});
