import { explain } from '../../src/assist/tasks/explain.ts';
import type { Pair } from '../harness/comparison.ts';
import { interleaved } from '../harness/interleaved.ts';
import { spread } from '../harness/statistics.ts';
import { bareSdk, type Asker } from '../support/bareSdk.ts';
import { asker, household } from '../support/household.ts';
import { questionOf } from '../support/questions.ts';
import { explanation, type WireName } from '../support/streams.ts';

/** How long calls took, ms: from asking to the whole answer, and to its first text. */
export interface CallTimes {
  readonly whole: Pair;
  readonly first: Pair;
}

interface Call {
  readonly wholeMs: number;
  readonly firstMs: number;
}

/** Steadfast's whole client and the bare SDK ask the same server in turns, so many calls at a time. */
export async function callTimes(wire: WireName, baseUrl: string, atOnce: number): Promise<CallTimes> {
  const ours = asker(household(wire, baseUrl));
  const bare = bareSdk(wire, baseUrl);
  const calls = atOnce * 2;
  const { steadfast, baseline } = await interleaved(
    { steadfast: () => several(ours, calls, atOnce), baseline: () => several(bare, calls, atOnce) },
    atOnce === 1 ? { rounds: 50, warmUp: 25 } : { rounds: 3, warmUp: 1 },
  );
  const pair = (what: keyof Call): Pair => ({
    steadfast: spread(steadfast.flat().map(call => call[what])),
    baseline: spread(baseline.flat().map(call => call[what])),
  });
  return { whole: pair('wholeMs'), first: pair('firstMs') };
}

/** Makes calls, so many at a time, each asked when one before it is answered. */
async function several(ask: Asker, calls: number, atOnce: number): Promise<readonly Call[]> {
  const made: Call[] = [];
  let left = calls;
  const askOn = async (): Promise<void> => {
    while (left-- > 0) made.push(await call(ask));
  };
  await Promise.all(Array.from({ length: atOnce }, askOn));
  return made;
}

let asked = 0;

async function call(ask: Asker): Promise<Call> {
  const question = questionOf(explain, (asked += 1));
  const startedAt = performance.now();
  let firstAt = 0;
  const text = await ask(question, () => (firstAt ||= performance.now()));
  const endedAt = performance.now();
  if (text !== explanation) throw new Error(`another text than the server sent: ${text.slice(0, 100)}`);
  return { wholeMs: endedAt - startedAt, firstMs: firstAt - startedAt };
}
