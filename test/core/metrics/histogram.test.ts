import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Histogram } from '../../../src/core/metrics/histogram.ts';

/** Numbers that look drawn and are always the same. */
function* drawn(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    yield state / 4_294_967_296;
  }
}

test('a quantile is at most 9 % off, whatever the times are', () => {
  const random = drawn(7);
  const times = Array.from({ length: 5_000 }, () => Math.exp(3 + random.next().value * 9)); // 20 ms to 160 s
  const histogram = new Histogram();
  for (const ms of times) histogram.add(ms);
  const sorted = times.toSorted((one, other) => one - other);
  const errors = [0.05, 0.5, 0.9, 0.95, 0.99, 1].map(share => {
    const exact = sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
    return Math.abs((histogram.quantile(share) ?? 0) / exact - 1);
  });
  assert.deepEqual(
    errors.filter(error => error > 0.09),
    [],
  );
});

test('without times there is no quantile, and what is no time is not counted', () => {
  const histogram = new Histogram();
  for (const ms of [NaN, Infinity, -1]) histogram.add(ms);
  assert.deepEqual([histogram.count, histogram.quantile(0.5)], [0, undefined]);
});

test('what is shorter or longer than it measures counts as the shortest or the longest', () => {
  const histogram = new Histogram();
  for (const ms of [0, 0.1, 1e9]) histogram.add(ms);
  assert.equal(histogram.quantile(0.5), 10);
  assert.ok((histogram.quantile(1) ?? 0) >= 500_000);
});

test('two together say the same as one that has heard all', () => {
  const [one, other, all] = [new Histogram(), new Histogram(), new Histogram()];
  for (let ms = 10; ms < 5_000; ms += 7) {
    (ms % 2 === 0 ? one : other).add(ms);
    all.add(ms);
  }
  one.merge(other);
  assert.deepEqual(
    [one.count, one.quantile(0.5), one.quantile(0.95)],
    [all.count, all.quantile(0.5), all.quantile(0.95)],
  );
});

test('it says the same of a few as of many', () => {
  const [some, many] = [new Histogram(), new Histogram()];
  for (let ms = 100; ms < 6_400; ms += 100) {
    some.add(ms);
    for (let time = 0; time < 10; time += 1) many.add(ms);
  }
  assert.deepEqual(
    [some.count, some.quantile(0.5), some.quantile(0.95)],
    [63, many.quantile(0.5), many.quantile(0.95)],
  );
});

test('what is merged into an empty one is neither lost nor changed by what comes later', () => {
  const [sum, part] = [new Histogram(), new Histogram()];
  for (let time = 0; time < 70; time += 1) part.add(1_000);
  sum.merge(part);
  sum.add(5_000);
  assert.deepEqual([sum.count, part.count, sum.quantile(0.5)], [71, 70, part.quantile(0.5)]);
});
