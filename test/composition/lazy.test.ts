import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lazy } from '../../src/composition/lazy.ts';

/** Services whose loading and opening are written down. */
function world() {
  const steps: string[] = [];
  const services = lazy(
    async () => {
      steps.push('load');
      return () => {
        steps.push('open');
        return { number: steps.length };
      };
    },
    () => void steps.push('stand-ins leave'),
  );
  return { steps, services };
}

test('nothing is loaded before it is wanted', () => {
  assert.deepEqual(world().steps, []);
});

test('what is wanted twice at once is opened once, and stand-ins leave in the step before', async () => {
  const { steps, services } = world();
  const [one, other] = await Promise.all([services.get(), services.get()]);
  assert.equal(one, other);
  assert.deepEqual(steps, ['load', 'stand-ins leave', 'open']);
});
