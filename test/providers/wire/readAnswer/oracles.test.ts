import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { WireName } from '../../wire.ts';
import { answerDifferences, isAlike, type ReadTwice } from '../oracles/answerDifferences.ts';
import { Chance } from '../oracles/chance.ts';
import { randomAnswer } from '../oracles/randomAnswers.ts';
import { ourAnswer, sdkAnswer } from '../oracles/readAnswers.ts';

const streams = 5_000;
/** Most bytes of a piece. */
const longestPiece = 500;
const wires: readonly WireName[] = ['openai', 'anthropic'];

for (const wire of wires) {
  suite(`${streams} random streams on the wire of ${wire}, read by ours and by its SDK`, () => {
    const differences = answerDifferences[wire];
    const counts = new Map(differences.map(({ reason }) => [reason, 0]));

    test('end alike, or differ for a reason that stands in the table', async () => {
      for (let seed = 0; seed < streams; seed += 1) {
        const read = await readTwice(wire, seed);
        if (isAlike(read)) continue;
        const reasons = differences.filter(({ applies }) => applies(read)).map(({ reason }) => reason);
        assert.notDeepEqual(reasons, [], `stream ${seed} differs without a reason: ${JSON.stringify(read)}`);
        for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
      }
    });

    test('still differ for each reason of the table', () => {
      assert.deepEqual(
        [...counts].filter(([, count]) => count === 0),
        [],
      );
    });
  });
}

async function readTwice(wire: WireName, seed: number): Promise<ReadTwice> {
  const chance = new Chance(seed);
  const text = randomAnswer(wire, chance);
  const pieces = chance.cut(new TextEncoder().encode(text), longestPiece);
  return { text, ours: await ourAnswer(wire, pieces), theirs: await sdkAnswer(wire, text) };
}
