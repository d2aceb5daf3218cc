import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { isAmong, untilQuiet } from '../../../src/interaction/conversation/untilQuiet.ts';

/** Hears something after so many ms each; gives when it ended, with what, and how often, and whether it still listens. */
async function listened(...afterMs: readonly number[]) {
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    const ends: (readonly [number, boolean])[] = [];
    let [nowMs, isListening] = [0, true];
    const listen = (heard: () => void) => {
      for (const each of afterMs) setTimeout(() => isListening && heard(), each);
      return () => void (isListening = false);
    };
    void untilQuiet(listen, { longestMs: 10_000, quietMs: 1_000 }).then(isKnown => ends.push([nowMs, isKnown]));
    for (; nowMs < 20_000; nowMs += 100) {
      mock.timers.tick(100);
      await Promise.resolve();
    }
    return { ends, isListening };
  } finally {
    mock.timers.reset();
  }
}

// https://github.com/anthropics/claude-code/issues/24443
// https://github.com/anthropics/claude-code/issues/93321
test('where nothing is heard, it is not known after the longest time', async () => {
  assert.deepEqual(await listened(), { ends: [[9_900, false]], isListening: false });
});

// https://github.com/microsoft/vscode/issues/271669
test('of several reports in a row only the last one counts, once', async () => {
  assert.deepEqual(await listened(500, 900, 1_800), { ends: [[2_700, true]], isListening: false });
});

test('what does not end is taken as it is after the longest time', async () => {
  const always = Array.from({ length: 40 }, (_, at) => at * 500);
  assert.deepEqual(await listened(...always), { ends: [[9_900, true]], isListening: false });
});

// https://github.com/cline/cline/issues/738
test('a document of a diff is not the file whose name it bears', () => {
  const own = 'file:///w/a.bicep';
  const others = ['cline-diff:a.bicep', 'steadfast-edit:/w/a.bicep?1', 'git:/w/a.bicep', 'file:///w/a.bicep.ts'];
  assert.deepEqual([isAmong(own, [...others, own]), isAmong(own, others)], [true, false]);
});
