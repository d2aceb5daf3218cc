import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeholderMoves } from '../../../src/core/secrets/placeholderMoves.ts';
import { atOnce } from '../../../src/core/shared/steps.ts';

const names = Array.from({ length: 300 }, (_, at) => `SECRET_${at + 1}_x7f3a9ck`);
const movesOf = (before: string, after: string) => atOnce(placeholderMoves(names, { before, after }));
const many = names.map((name, at) => `key${at} = "${name}"\n`).join('');

test('the last of 300 secrets is followed as the first is', () => {
  const moved = many.replace('key299 = "SECRET_300_x7f3a9ck"', 'show("SECRET_300_x7f3a9ck")');
  assert.deepEqual(movesOf(many, moved), [{ before: 300, after: 300 }]);
});

test('of a secret that stands in more places than are compared nothing can be said', () => {
  const places = names.map((_, at) => `key${at} = "SECRET_1_x7f3a9ck"\n`).join('');
  assert.throws(() => movesOf(places, places), /too many/);
});
