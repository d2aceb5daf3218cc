import assert from 'node:assert/strict';
import { test } from 'node:test';
import { confidenceOf } from '../../../src/core/confidence/assess.ts';
import { withLateSigns } from '../../../src/core/confidence/withLateSigns.ts';
import type { Sign } from '../../../src/core/model/answer.ts';

const good: Sign = { code: 'parses', weight: 'good', facts: {} };
const doubt: Sign = { code: 'much-shorter', weight: 'soft', facts: {} };
const well = (name = 'npm: test'): Sign => ({ code: 'ran-well', weight: 'good', facts: { name } });
const badly = (name = 'npm: test'): Sign => ({ code: 'ran-badly', weight: 'soft', facts: { name, exit: 1 } });

const checked = confidenceOf([good], { whole: true });

test('only what was run makes an answer verified', () => {
  const told: Sign = { code: 'new-error', weight: 'fact', facts: { message: 'm' } };
  assert.deepEqual(
    [withLateSigns(checked, [told]).tier, withLateSigns(checked, [well()]).tier],
    ['checked', 'verified'],
  );
});

test('also one of which not everything could be looked at', () => {
  const { tier, score } = withLateSigns(confidenceOf([good], { whole: false }), [well()]);
  assert.deepEqual([tier, score], ['verified', 0.9]);
});

test('what speaks against an answer is not outweighed by a run', () => {
  assert.equal(withLateSigns(confidenceOf([doubt], { whole: true }), [well()]).tier, 'doubtful');
});

test('a run that ended badly makes it doubtful, and the next one of the same name takes its place', () => {
  const failed = withLateSigns(checked, [badly()]);
  const mended = withLateSigns(failed, [well()]);
  assert.deepEqual([failed.tier, failed.score, mended.tier, mended.signs.length], ['doubtful', 0.6, 'verified', 2]);
});

test('a good run does not hide that another one ended badly', () => {
  const { tier } = withLateSigns(withLateSigns(checked, [badly('npm: lint')]), [well('npm: test')]);
  assert.equal(tier, 'doubtful');
});

test('what is only told leaves an answer unchecked that nobody has looked at', () => {
  const told: Sign = { code: 'new-error', weight: 'fact', facts: { message: 'm' } };
  const { tier, score } = withLateSigns(confidenceOf([good], { whole: false }), [told]);
  assert.deepEqual([tier, score], ['unchecked', 0.6]);
});

test('what a compiler has said already is not told again by the editor', () => {
  const told = (message: string): Sign => ({ code: 'new-error', weight: 'fact', facts: { message, source: 'ts' } });
  const { signs } = withLateSigns(withLateSigns(checked, [told('a')]), [told('a'), told('b')]);
  assert.deepEqual(
    signs.map(({ facts }) => facts['message']),
    [undefined, 'a', 'b'],
  );
});
