import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standstillOf, type Gap } from '../../../scripts/editor/standstill.ts';

const frame = (functionName: string, url: string) => ({
  functionName,
  url,
  scriptId: '1',
  lineNumber: 0,
  columnNumber: 0,
});

/** From 1 000 to 101 000: the house for 20 ms, our `ask` for 30, what it calls for 40, and then nothing. */
const profile = {
  nodes: [
    { id: 1, callFrame: frame('(root)', ''), children: [2, 3, 5] },
    { id: 2, callFrame: frame('deliver', '/vscode/out/host.js') },
    { id: 3, callFrame: frame('ask', '/ours/dist/extension.cjs'), children: [4] },
    { id: 4, callFrame: frame('fetch', '/vscode/out/proxy.js') },
    { id: 5, callFrame: frame('(idle)', '') },
  ],
  startTime: 0,
  endTime: 101_000,
  samples: [2, 3, 4, 5],
  timeDeltas: [1_000, 20_000, 30_000, 40_000],
};
const standstill = (...gaps: readonly Gap[]) => standstillOf(gaps, profile, '/ours/dist/');

test('of a standstill that is its which has been called by its code, and what was called by others is not', () => {
  const { longestMs, longestOwnMs, ownPlaces } = standstill({ from: 1_000, to: 91_000, waitedMs: 0 });
  assert.deepEqual([longestMs, longestOwnMs, ownPlaces], [90, 70, ['70 ms ask in extension.cjs']]);
});

test('only what lies within a standstill counts, and of several the worst', () => {
  const { longestMs, longestOwnMs } = standstill(
    { from: 1_000, to: 31_000, waitedMs: 0 },
    { from: 61_000, to: 86_000, waitedMs: 0 },
  );
  assert.deepEqual([longestMs, longestOwnMs], [30, 25]);
});

test('while others have the processor nobody here can be blamed', () => {
  const { longestMs, longestBusyMs, longestOwnMs } = standstill({ from: 1_000, to: 91_000, waitedMs: 60 });
  assert.deepEqual([longestMs, longestBusyMs, longestOwnMs], [90, 30, 30]);
});

test('a host that never stood still has nothing to tell', () => {
  assert.deepEqual(standstill(), { longestMs: 0, longestBusyMs: 0, longestOwnMs: 0, ownPlaces: [] });
});
