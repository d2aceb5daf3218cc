import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writtenKeys, type WrittenSettings } from '../../../../src/interaction/doctor/found/writtenKeys.ts';
import { scanSecrets as scan } from '../../../../src/libraries/secrets.ts';

// A key that is drawn from no real one, and is found by its form alone.
const planted = ['sk', 'ant', 'api03', 'Zq8'.repeat(31)].join('-');

const written = (section: string, value: unknown, more: Partial<WrittenSettings> = {}): WrittenSettings => ({
  section,
  scope: 'user',
  value,
  ...more,
});

const placesIn = async (...settings: readonly WrittenSettings[]): Promise<readonly string[]> =>
  (await writtenKeys(settings, scan)).map(({ setting, scope }) => `${scope} ${setting}`);

// sourcegraph/cody#2924, microsoft/vscode#49359: a token in settings.json was published with the dotfiles
test('a key is found in the settings of the user, of the workspace and of a folder, also one of another extension', async () => {
  assert.deepEqual(
    await placesIn(
      written('steadfast', { targets: [{ model: 'one', apiKey: planted }] }),
      written('acme', { assistant: { apiKey: planted } }, { scope: 'workspace' }),
      written('steadfast', { prompt: { instructions: `use ${planted}` } }, { scope: 'folder' }),
    ),
    ['user steadfast.targets[0].apiKey', 'workspace acme.assistant.apiKey', 'folder steadfast.prompt.instructions'],
  );
});

test('among our own settings less is needed: any text in a field that is called a key', async () => {
  const value = { targets: [{ apiKey: 'practice-key' }, { headers: { 'x-api-key': 'practice-key' } }] };
  assert.deepEqual(await placesIn(written('steadfast', value)), [
    'user steadfast.targets[0].apiKey',
    'user steadfast.targets[1].headers.x-api-key',
  ]);
});

test('a login before a host and a key behind its question mark are found, an account number in an address is not', async () => {
  const addressed = (baseUrl: string) => written('steadfast', { targets: [{ baseUrl }] });
  assert.equal((await placesIn(addressed('https://me:practice-pass@api.example.com/v1'))).length, 1);
  assert.equal((await placesIn(addressed('https://api.example.com/v1?key=practice-key'))).length, 1);
  assert.equal(
    (await placesIn(addressed('https://api.example.com/accounts/0123456789abcdef0123456789abcdef'))).length,
    0,
  );
});

test('ordinary settings hold no key', async () => {
  const value = {
    targets: [{ id: 'mine', provider: 'openai', model: 'gpt-4.1-2025-04-14', label: 'Mine', maxOutputTokens: 500 }],
    chain: ['mine', 'auto'],
    timeouts: { standard: { totalSeconds: 9 } },
  };
  const editor = { fontFamily: 'Fira Code', tokenColorCustomizations: { comments: '#229977' }, tabSize: 2 };
  assert.deepEqual(await placesIn(written('steadfast', value), written('editor', editor)), []);
});

test('a key that somebody wrote as the name of a setting is not told as its place', async () => {
  const [place] = await placesIn(written('steadfast', { [planted]: planted }));
  assert.equal(place, 'user steadfast.…');
});

test('settings that are deep, huge or odd are looked at without an end of time', async () => {
  const deep = Array.from({ length: 5_000 }).reduce<unknown>(inner => ({ inner }), planted);
  const huge = Object.fromEntries(Array.from({ length: 30_000 }, (_, at) => [`name${at}`, 'value']));
  const odd = { nothing: null, flag: true, number: 7, long: 'x'.repeat(100_000) };
  assert.deepEqual(await placesIn(written('a', deep), written('b', huge), written('c', odd)), []);
});
