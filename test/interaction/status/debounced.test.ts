import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Debounced } from '../../../src/interaction/status/debounced.ts';
import { VirtualClock } from '../../support/virtualClock.ts';

function world() {
  const clock = new VirtualClock();
  const shown: string[] = [];
  const same = (one: string, other: string) => one === other;
  const settled = new Debounced<string>(clock, same, value => shown.push(`${value} at ${clock.now() - 1_000}`));
  return { clock, settled, shown };
}

test('the first value is shown at once', () => {
  const { settled, shown } = world();
  settled.propose('ready');
  assert.deepEqual(shown, ['ready at 0']);
});

test('a change is shown when it has lasted 250 ms', async () => {
  const { clock, settled, shown } = world();
  settled.propose('ready');
  await clock.pass(5_000);
  settled.propose('working');
  await clock.pass(5_000);
  assert.deepEqual(shown, ['ready at 0', 'working at 5250']);
});

test('what is over within 250 ms is never shown', async () => {
  const { clock, settled, shown } = world();
  settled.propose('ready');
  await clock.pass(5_000);
  settled.propose('working');
  await clock.pass(200);
  settled.propose('ready');
  await clock.pass(5_000);
  assert.deepEqual([shown.length, clock.waiting], [1, 0]);
});

test('what is shown stays for a second, and then the latest value is shown', async () => {
  const { clock, settled, shown } = world();
  settled.propose('ready');
  await clock.pass(5_000);
  settled.propose('working');
  await clock.pass(300);
  settled.propose('fallback');
  await clock.pass(300);
  settled.propose('ready');
  await clock.pass(5_000);
  assert.deepEqual(shown.slice(1), ['working at 5250', 'ready at 6250']);
});

test('a value that changes all the time is shown once a second', async () => {
  const { clock, settled, shown } = world();
  for (let each = 0; each < 50; each += 1) {
    settled.propose(String(each));
    await clock.pass(100);
  }
  assert.deepEqual(shown, ['0 at 0', '9 at 1000', '19 at 2000', '29 at 3000', '39 at 4000', '49 at 5000']);
});

test('nothing is shown after the end', async () => {
  const { clock, settled, shown } = world();
  settled.propose('ready');
  settled.propose('working');
  settled.dispose();
  await clock.pass(5_000);
  assert.deepEqual([shown.length, clock.waiting], [1, 0]);
});
