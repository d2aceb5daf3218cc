import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyInEntry } from '../../../../src/interaction/doctor/found/keyInEntry.ts';
import { knowledge } from '../../../support/knowledge.ts';

const entry = { provider: 'openai-compatible', model: 'one', baseUrl: 'https://api.example.com/v1' };
const found = (value: unknown) => keyInEntry(value, knowledge);

test('a key in a field of its own, in a header or before the host is taken out, and belongs to the host of the entry', () => {
  const origin = 'https://api.example.com';
  const key = 'practice-key';
  assert.deepEqual(found({ ...entry, apiKey: key }), { origin, key, rest: entry });
  assert.deepEqual(found({ ...entry, headers: { Authorization: `Bearer ${key}` } }), { origin, key, rest: entry });
  assert.deepEqual(found({ ...entry, baseUrl: `https://me:${key}@api.example.com/v1` }), { origin, key, rest: entry });
});

test('other headers stay where they are', () => {
  const others = { 'x-team': 'red' };
  // an entry with headers is no target, so nobody knows where it leads
  assert.equal(found({ ...entry, headers: { ...others, authorization: 'practice-key' } }), undefined);
});

test('a key for a server on this machine is used from then on', () => {
  const here = { ...entry, baseUrl: 'http://127.0.0.1:1234/v1' };
  assert.deepEqual(found({ ...here, token: 'practice-key' })?.rest, { ...here, auth: 'bearer' });
});

test('what is sent as it stands is left: parameters and what stands behind the question mark', () => {
  assert.equal(found({ ...entry, parameters: { api_key: 'practice-key' } }), undefined);
  assert.equal(found({ ...entry, baseUrl: 'https://api.example.com/v1?key=practice-key' }), undefined);
});

test('what is no key, or of an entry that is no target anyway, is left', () => {
  assert.equal(found({ ...entry, apiKey: 'two words' }), undefined);
  assert.equal(found({ ...entry, apiKey: '' }), undefined);
  assert.equal(found({ ...entry, apiKey: 7 }), undefined);
  assert.equal(found({ apiKey: 'practice-key' }), undefined);
  assert.equal(found({ ...entry, baseUrl: 'http://far.example.com', apiKey: 'practice-key' }), undefined);
  for (const odd of [null, 'text', 7, []]) assert.equal(found(odd), undefined);
});
