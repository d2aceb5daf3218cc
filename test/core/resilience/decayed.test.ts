import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Decayed } from '../../../src/core/resilience/decayed.ts';

test('what is a half-life older counts half as much', () => {
  const mean = new Decayed(1_000);
  mean.add(10, 0);
  mean.add(40, 1_000);
  assert.equal(mean.mean, 30); // (10 / 2 + 40) / 1.5
});

test('nothing is said before there is a value, and a clock that goes back changes nothing that was added', () => {
  const mean = new Decayed(1_000);
  assert.equal(mean.mean, undefined);
  mean.add(5, 10_000);
  mean.add(7, 2_000);
  assert.equal(mean.mean, 6);
});

test('few values are believed less, and old ones hardly any more', () => {
  const mean = new Decayed(1_000);
  assert.equal(mean.meanWith(1, 0), 0);
  mean.add(1, 0);
  assert.equal(mean.meanWith(1, 0), 0.5);
  assert.ok(mean.meanWith(1, 20_000) < 0.001);
});
