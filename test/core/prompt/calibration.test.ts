import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Calibration } from '../../../src/core/prompt/calibration.ts';

const claude = 'claude-sonnet-4-5';

/** A calibration that has seen the same ratio so many times. */
function taught(ratio: number, times: number): Calibration {
  const calibration = new Calibration();
  for (let time = 0; time < times; time += 1)
    calibration.learn({ model: claude, language: 'typescript', estimated: 1_000, reported: 1_000 * ratio });
  return calibration;
}

test('before anything is learnt, a family has its ratio, and a margin above it', () => {
  const calibration = new Calibration();
  const factors = [claude, 'gpt-5', 'llama3.1'].map(model => calibration.factor(model, 'python'));
  assert.deepEqual(factors, [1.25, 1, 1.1]);
  for (const model of [claude, 'gpt-5', 'llama3.1'])
    assert.ok(calibration.upperFactor(model, 'python') > calibration.factor(model, 'python'));
});

test('what a provider reports takes the place of what was assumed', () => {
  const calibration = taught(1.4, 50);
  assert.ok(Math.abs(calibration.factor(claude, 'typescript') - 1.4) < 0.02);
  assert.ok(calibration.upperFactor(claude, 'typescript') < 1.5);
  assert.equal(calibration.factor('gpt-5', 'typescript'), 1);
});

test('what was learnt of one language is a beginning for the others, and no more', () => {
  const calibration = taught(1.4, 50);
  const other = calibration.factor(claude, 'python');
  assert.ok(other > 1.3 && other <= 1.4, `${other}`);
  for (let time = 0; time < 50; time += 1)
    calibration.learn({ model: claude, language: 'python', estimated: 1_000, reported: 1_100 });
  assert.ok(Math.abs(calibration.factor(claude, 'python') - 1.1) < 0.05);
  assert.ok(calibration.factor(claude, 'typescript') > 1.35);
});

test('the more reports differ, the wider the margin', () => {
  const steady = taught(1.2, 40);
  const calibration = new Calibration();
  for (let time = 0; time < 40; time += 1)
    calibration.learn({ model: claude, language: 'typescript', estimated: 1_000, reported: time % 2 ? 1_000 : 1_400 });
  const margin = (of: Calibration) => of.upperFactor(claude, 'typescript') - of.factor(claude, 'typescript');
  assert.ok(margin(calibration) > 2 * margin(steady), `${margin(calibration)} ${margin(steady)}`);
});

test('reports that cannot be true, and those of small prompts, change nothing', () => {
  const calibration = new Calibration();
  for (const reported of [-5, 0, NaN, Infinity, 1e12, 10])
    calibration.learn({ model: claude, language: 'c', estimated: 1_000, reported });
  calibration.learn({ model: claude, language: 'c', estimated: 10, reported: 30 });
  calibration.learn({ model: claude, language: 'c', estimated: NaN, reported: 30 });
  assert.equal(calibration.factor(claude, 'c'), 1.25);
  assert.deepEqual(calibration.snapshot().models, []);
});

test('a snapshot restores what was learnt, over JSON', () => {
  const restored = new Calibration();
  restored.restore(JSON.parse(JSON.stringify(taught(1.4, 9).snapshot())));
  assert.equal(restored.upperFactor(claude, 'typescript'), taught(1.4, 9).upperFactor(claude, 'typescript'));
});

test('whatever else is stored there is ignored', () => {
  const ratios = { '': { mean: 900, variance: 0, count: 1 }, c: { mean: 'x', variance: 0, count: 1 } };
  const stored = [
    undefined,
    7,
    'x',
    [],
    {},
    { version: 2, models: [] },
    { version: 1, models: [null, 3, { model: 1 }] },
  ];
  const calibration = new Calibration();
  for (const each of [...stored, { version: 1, models: [{ model: claude, ratios }] }]) calibration.restore(each);
  assert.equal(calibration.factor(claude, 'c'), 1.25);
});

test('models and languages are kept within bounds', () => {
  const calibration = new Calibration();
  for (let index = 0; index < 300; index += 1) {
    calibration.learn({ model: `model-${index}`, language: 'c', estimated: 100, reported: 110 });
    calibration.learn({ model: 'model-299', language: `language-${index}`, estimated: 100, reported: 110 });
  }
  const { models } = calibration.snapshot();
  assert.ok(models.length <= 100);
  for (const { ratios } of models) assert.ok(Object.keys(ratios).length <= 40);
});
