import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AddedLists } from '../../../src/interaction/added/addedLists.ts';

const item = (name: string, id = name) => ({ id, name, from: { kind: 'problems' } as const, tokens: 1 });
const namesIn = (lists: AddedLists, conversation?: string) => lists.of(conversation).map(({ id }) => id);

test('what was added before there was a conversation belongs to the next one, and to no other', () => {
  const lists = new AddedLists();
  lists.add(item('a'));
  lists.begin({ id: 'first' });
  lists.begin({ id: 'second' });
  assert.deepEqual([namesIn(lists), namesIn(lists, 'first'), namesIn(lists, 'second')], [[], ['a'], []]);
});

// ferrislucas/promptr #43, aws/amazon-q-developer-cli #1274: a file that was named twice was sent twice
test('the same name is there once, as it was added last', () => {
  const lists = new AddedLists();
  lists.add(item('a', 'old'), 'c');
  lists.add(item('a', 'new'), 'c');
  assert.deepEqual(namesIn(lists, 'c'), ['new']);
});

// duckduckgo/apple-browsers #5799, duckduckgo/Android #9003: what was taken away came back, or was sent all the same
test('what was removed is gone', () => {
  const lists = new AddedLists();
  lists.add(item('a'), 'c');
  lists.remove('a', 'c');
  assert.deepEqual(namesIn(lists, 'c'), []);
});

test('too many are refused', () => {
  const lists = new AddedLists();
  const said = Array.from({ length: 21 }, (_, at) => lists.add(item(`${at}`), 'c'));
  assert.deepEqual([said.at(-2), said.at(-1)], [true, false]);
});

test('who listens hears which conversation', () => {
  const lists = new AddedLists();
  const heard: string[] = [];
  const stop = lists.onDidChange(conversation => heard.push(conversation));
  lists.add(item('a'), 'c');
  stop();
  lists.remove('a', 'c');
  assert.deepEqual(heard, ['c']);
});

test('what was kept of a conversation comes back, but not over what was added since', () => {
  const lists = new AddedLists();
  const heard: string[] = [];
  lists.onDidChange(conversation => heard.push(conversation));
  lists.restore('c', [item('a')]);
  lists.restore('c', [item('b')]);
  assert.deepEqual([namesIn(lists, 'c'), heard], [['a'], []]);
});
