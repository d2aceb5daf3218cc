import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maskText } from '../../../src/core/secrets/maskText.ts';
import { hiderOf, type Hiding } from '../../../src/interaction/bundle/hiding.ts';
import { pace } from '../../../src/interaction/platform/pace.ts';
import { scanSecrets as scan } from '../../../src/libraries/secrets.ts';

const token = `ghp_${'Ab3dEfGh1jKlMnOpQrStUvWxYz0123456789'.slice(0, 36)}`;
const hiding: Hiding = {
  keys: ['practice key/1', 'abc'],
  places: { home: '/home/ada', user: 'ada', folders: ['/home/ada/till'] },
  mask: text => maskText(text, { scan }),
  pace,
};
const hider = hiderOf(hiding);

// https://github.com/BasedHardware/omi/pull/9130: shapes that a list of patterns did not know
test('a key that is kept here is hidden whatever it looks like, also as an address and as base64 write it', async () => {
  const text = `plain practice key/1, query ?k=practice%20key%2F1, basic ${btoa('practice key/1')}`;
  assert.equal(await hider.text(text), 'plain <key>, query ?k=<key>, basic <key>');
});

test('what looks like a secret and nobody knows is masked, in a text and in data', async () => {
  assert.doesNotMatch(await hider.text(`token ${token} was refused`), new RegExp(token));
  const told = JSON.stringify(await hider.data({ model: token, list: [{ [token]: 1 }] }));
  assert.doesNotMatch(told, new RegExp(token));
});

// https://github.com/coollabsio/coolify/issues/11066, https://github.com/TokenRhythm/opensquilla/pull/1711
test('data stays data of the same shape, with its numbers and flags, although a key in armour begins in one text and ends in another', async () => {
  const data = [
    { a: '-----BEGIN RSA PRIVATE KEY-----\nMIIEow', tokens: 12, requiresApiKey: true, none: null },
    { b: 'IBAAK\n-----END RSA PRIVATE KEY-----', list: ['x', 'y'] },
  ];
  const hidden = (await hider.data(data)) as typeof data;
  assert.deepEqual([hidden.length, hidden[0]?.tokens, hidden[0]?.requiresApiKey, hidden[0]?.none], [2, 12, true, null]);
  assert.deepEqual(hidden[1]?.list, ['x', 'y']);
});

// https://github.com/Abhash-Chakraborty/Find/pull/428: what is harmless was hidden, too
test('counts of tokens, ids of requests and names of models stay readable', async () => {
  const data = {
    inputTokens: 180,
    model: 'claude-opus-5-5',
    requestId: 'req_011CSHoEeqs5C35K2UUqR7Fy',
    target: 'openai/gpt-6',
  };
  assert.deepEqual(await hider.data(data), data);
});

test('nothing is given when secrets cannot be looked for', async () => {
  const blind = hiderOf({ ...hiding, mask: () => Promise.reject(new Error('no scanner')) });
  await assert.rejects(blind.text('text'), /no scanner/);
  await assert.rejects(blind.data({ a: 'text' }), /no scanner/);
});
