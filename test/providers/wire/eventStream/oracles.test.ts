import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { Chance } from '../oracles/chance.ts';
import { eventOracles, type EventDifference, type EventOracle } from '../oracles/eventDifferences.ts';
import { randomEvents } from '../oracles/randomEvents.ts';
import { ourEvents, type ToldEvent } from '../oracles/readEvents.ts';

const streams = 20_000;
/** So many are enough to see that a difference is still one. */
const fewStreams = 2_000;

for (const oracle of eventOracles) {
  suite(`beside ${oracle.name}`, () => {
    test(`${streams} random streams, cut at random, are read alike`, async () => {
      assert.deepEqual(await firstUnlike(oracle, oracle.differences, streams), undefined);
    });

    for (const difference of oracle.differences) {
      test(`this is still a difference: ${difference.reason}`, async () => {
        const others = oracle.differences.filter(other => other !== difference);
        assert.notEqual(await firstUnlike(oracle, others, fewStreams), undefined);
      });
    }
  });
}

/** The first stream that the two read differently although the differences are made up for. */
async function firstUnlike(oracle: EventOracle, differences: readonly EventDifference[], count: number) {
  for (let seed = 0; seed < count; seed += 1) {
    const chance = new Chance(seed);
    const text = differences.reduce((all, { both }) => both?.(all) ?? all, randomEvents(chance));
    const given = differences.reduce((all, { theirs }) => theirs?.(all) ?? all, text);
    const told = differences.reduce((events, { told }) => told?.(events) ?? events, await oracle.read(given));
    const ours = comparable(ourEvents(chance.cut(text)), differences);
    const theirs = comparable(told, differences);
    if (ours !== theirs) return { text, ours, theirs };
  }
  return undefined;
}

/** What is compared, as one text: with a million events `deepEqual` takes its time. */
function comparable(events: readonly ToldEvent[], differences: readonly EventDifference[]): string {
  const compared = differences.reduce((all, { compared }) => compared?.(all) ?? all, events);
  return JSON.stringify(compared.map(({ name, data }) => [name, data]));
}
