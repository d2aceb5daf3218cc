import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failureOf } from '../../support/scripted.ts';
import { answerFrom, document } from '../asked.ts';

test('a key that looks like no key is masked too where the server repeats it', async () => {
  const key = 'house.of.steadfast';
  const reply = document({ error: { message: `No account has the key ${key}.`, type: 'server_error' } }, 500);
  const { details } = await failureOf(answerFrom('openai', reply, { ports: { key: () => Promise.resolve(key) } }));
  assert.equal(details.said, 'No account has the key [key].');
});
