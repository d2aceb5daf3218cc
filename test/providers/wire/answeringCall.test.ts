import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AnsweringCall, wholeInput } from '../../../src/providers/wire/answeringCall.ts';

test('without a tool no call answers', () => {
  const call = new AnsweringCall(undefined);
  assert.deepEqual([call.begin(''), call.input, call.isAnswering('')], [false, undefined, false]);
});

test('a second call of it is closed', () => {
  const call = new AnsweringCall('list');
  assert.deepEqual([call.begin('list'), call.isOpen, call.begin('list'), call.isOpen], [true, true, false, false]);
});

for (const [what, input, whole] of [
  ['an object', { list: [] }, '{"list":[]}'],
  ['the object as a text', '{"list":[]}', '{"list":[]}'],
  ['an empty object, whose pieces follow', {}, ''],
  ['nothing', undefined, ''],
  ['null', null, ''],
] as const) {
  test(`what a call is given at once may be ${what}`, () => assert.equal(wholeInput(input), whole));
}
