import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breakEvenOf, SentPrefixes, usualBreakEven, type Boundary } from '../../../src/providers/wire/sentPrefixes.ts';

const remembering = { leastTokens: 1_024, breakEven: usualBreakEven };
const minute = 60_000;
const at = (key: string, kind?: string, tokens = 2_000): Boundary => ({ key, kind, tokens });
const keys = (chosen: readonly Boundary[]): readonly string[] => chosen.map(({ key }) => key);

test('the first question about a file is marked, as likely as not there will be a second', () => {
  assert.deepEqual(keys(new SentPrefixes().choose([at('file', 'document')], 0, remembering)), ['file']);
});

test('when nothing comes again it is not marked any more, until something does (BerriAI/litellm#36452)', () => {
  const sent = new SentPrefixes();
  const marked = [0, 1, 2, 3, 4, 5].map(
    hour => sent.choose([at(`file ${hour}`, 'document')], hour * 60 * minute, remembering).length,
  );
  assert.deepEqual(marked, [1, 1, 0, 0, 0, 0]);
  assert.deepEqual(keys(sent.choose([at('file 5', 'document')], 5 * 60 * minute + minute, remembering)), ['file 5']);
});

test('after more than five minutes what was sent is forgotten', () => {
  const sent = new SentPrefixes();
  const wary = { ...remembering, breakEven: 0.9 };
  sent.choose([at('file', 'document')], 0, wary);
  assert.deepEqual(sent.choose([at('file', 'document')], 5 * minute, wary), []);
  assert.deepEqual(keys(sent.choose([at('file', 'document')], 9 * minute, wary)), ['file']);
});

test('at most four are marked, the last ones and the longest that was sent just now (continuedev/continue#6937, dhanji/g3#78)', () => {
  const sent = new SentPrefixes();
  const all = ['a', 'b', 'c', 'd', 'e', 'f'].map(key => at(key, 'turn'));
  assert.deepEqual(keys(sent.choose(all, 0, remembering)), ['c', 'd', 'e', 'f']);
  const other = new SentPrefixes();
  other.choose([at('a', 'turn')], 0, remembering);
  assert.deepEqual(keys(other.choose(all, minute, remembering)), ['a', 'd', 'e', 'f']);
});

test('a place within a section is marked once it was sent before, where something behind it has changed (BYK/loreai#1155)', () => {
  const sent = new SentPrefixes();
  assert.deepEqual(keys(sent.choose([at('piece'), at('end', 'document')], 0, remembering)), ['end']);
  assert.deepEqual(keys(sent.choose([at('piece'), at('new end', 'document')], minute, remembering)), [
    'piece',
    'new end',
  ]);
});

test('too little is never marked', () => {
  assert.deepEqual(new SentPrefixes().choose([at('file', 'document', 1_023)], 0, remembering), []);
});

test('the price decides: where reading saves nothing a mark never pays, where writing costs nothing it always does', () => {
  const usual = breakEvenOf({ input: 3, output: 15, cachedInput: 0.3, cacheWrite: 3.75 });
  assert.ok(Math.abs(usual - 0.75 / 2.7) < 1e-9);
  assert.equal(breakEvenOf({ input: 3, output: 15, cachedInput: 3, cacheWrite: 3.75 }), Infinity);
  assert.equal(breakEvenOf({ input: 3, output: 15, cachedInput: 0.3, cacheWrite: 3 }), 0);
  // two hours instead of five minutes, at twice the price (jarrodwatts/claude-hud#758)
  assert.ok(breakEvenOf({ input: 3, output: 15, cachedInput: 0.3, cacheWrite: 6 }) > 1);
});
