import assert from 'node:assert/strict';
import { test } from 'node:test';
import { carriedSecrets } from '../../../src/assist/guard/carriedSecrets.ts';
import { scanSecrets } from '../../../src/libraries/secrets.ts';

const password = 'hR7-tulip.Vq93';
const source = `const settings = {\n  user: 'shop',\n  password: '${password}',\n};\n`;

const carried = async (code: string, { from = source, into = 'export {};\n' } = {}): Promise<number> =>
  carriedSecrets({
    code,
    found: await scanSecrets(code),
    source: { text: from, found: await scanSecrets(from) },
    into,
  });

test('a secret that the code says by name is carried', async () =>
  assert.equal(await carried(`login({ password: '${password}' });`), 1));

test('a secret of the file that was asked about is carried where it stands bare, too', async () =>
  assert.equal(await carried(`send('${password}');`), 1));

test('what the file holds already is not carried', async () =>
  assert.equal(await carried(`connect('shop', '${password}');`, { into: source }), 0));

test('code without a secret carries none', async () =>
  assert.equal(await carried('connect(settings.user, settings.password);'), 0));

test('a short word that is a secret in the source is a word in the code', async () =>
  assert.equal(await carried('const admin = true;', { from: "password: 'admin'\n" }), 0));

test('one line of a secret of several is carried, though nothing else tells what it is', () => {
  const text = 'first of two lines\nsecond of two lines';
  const source = { text, found: [{ start: 0, end: text.length, kind: 'key' }] };
  assert.equal(carriedSecrets({ code: "send('second of two lines');", found: [], source, into: '' }), 1);
});

test('without a source the code alone tells', async () => {
  const code = `const token = 'ghp_${'a1B2c3D4e5'.repeat(4).slice(0, 36)}';`;
  assert.equal(carriedSecrets({ code, found: await scanSecrets(code), into: '' }), 1);
});
