import assert from 'node:assert/strict';
import { test } from 'node:test';
import '@anthropic-ai/sdk';
import 'openai';
import { countedElsewhere, ownCases } from './kinds/ownCounts.ts';
import { ownSentCases } from './kinds/ownSentCases.ts';
import { holdsEdit, holdsSent, holdsWire } from './reports/holdsReport.ts';
import { reportCases } from './reports/reportCase.ts';

/** So many cases of our own, at least, stand for each kind: one spelling that is read right is not yet a kind. */
const leastOwn = 3;

const kinds = [...new Set(reportCases().map(({ kind }) => kind))];

for (const kind of kinds) {
  for (const [name, play] of Object.entries(ownCases[kind.slice(0, 2)] ?? {})) {
    test(`${kind}: ${name}`, async () => {
      const named = { name, kind, report: 'our own' };
      await (play.type === 'wire' ? holdsWire({ ...play, ...named }) : holdsEdit({ ...play, ...named }));
    });
  }
}

const half = kinds.find(kind => kind.startsWith('22')) ?? '';
for (const [name, play] of Object.entries(ownSentCases))
  test(`${half}: ${name}`, () => holdsSent({ ...play, name, kind: half, report: 'our own' }));

test('all cases that were given are played', () => {
  assert.equal(reportCases().length, 48);
});

test('three cases of our own or more stand for each kind', () => {
  const numbers = kinds.map(kind => kind.slice(0, 2));
  const own = (number: string) => (countedElsewhere[number] ?? 0) + Object.keys(ownCases[number] ?? {}).length;
  assert.deepEqual(
    numbers.filter(number => own(number) < leastOwn),
    [],
  );
});
