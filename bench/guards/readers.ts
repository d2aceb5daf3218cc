import type { ForeignReader } from '../../test/architecture/readers/foreignReader.ts';
import { foreignReaders } from '../../test/architecture/readers/foreignReaders.ts';
import { hostileTexts, type HostileText } from '../../test/architecture/readers/hostileTexts.ts';
import type { Figures } from '../harness/bench.ts';
import { waitedMs } from '../../scripts/support/processorWait.ts';
import { longestBlock } from '../memory/blocks.ts';
import { withoutCollecting } from '../harness/withoutCollecting.ts';

/** What one reader took at worst. */
interface Worst {
  readonly name: string;
  /** The longest time without a turn of the event loop at its limit, ms, and of which text. */
  readonly stretchMs: number;
  readonly stretchOf: string;
  /** How many times the time a text takes that is ten times as long, and which. */
  readonly growth: number;
  readonly growthOf: string;
}

/** Of shorter times the growth is that of the clock. */
const leastMs = 8;
const runs = 9;
/** The clock of CPU time may tick every 4 ms only. This one stands while others have the processor, where the system tells that. */
const now = (): number => performance.now() - waitedMs();
const frameMs = 16;
const mostGrowth = 12;
/** How many times its limit the texts have that are looked at again; the second ones where far longer texts are read otherwise. */
const timesBeyond = [
  [1, 2, 5, 10],
  [1, 1.5, 2],
];
const runsBeyond = 5;
/** A reader that misses a goal is measured so often again, whole, when the others are through: what disturbed it has gone by then. */
const roundsAgain = 3;
/** Ten times the text in less than this was not read to its end, nor was twice the text in less than that. */
const leastBelieved = 6;
const leastForDouble = 1.5;

/** Every reader of foreign text with every shape of its grammars: the longest stretch, and how its time grows. */
export async function readers(): Promise<Figures> {
  const found: Worst[] = [];
  for (const reader of foreignReaders) found.push(await worstOf(reader));
  for (let round = 0; round < roundsAgain; round += 1)
    for (const [at, reader] of foreignReaders.entries()) {
      const before = found[at];
      if (before && misses(before)) found[at] = milder(before, await worstOf(reader));
    }
  const stretch = Math.max(...found.map(({ stretchMs }) => stretchMs));
  const growth = Math.max(...found.map(worst => worst.growth));
  return {
    rows: found.map(({ name, stretchMs, stretchOf, growth, growthOf }) => ({
      measure: `hostile text: ${name}`,
      steadfast: `${stretchMs.toFixed(1)} ms`,
      ratio: growth === 0 ? '' : growth.toFixed(1),
      remark: `longest stretch, of ${stretchOf}${growth === 0 ? '' : `; × 10 of ${growthOf}`}`,
    })),
    goals: [
      { name: 'longest stretch on a hostile text', value: stretch, limit: frameMs, unit: 'ms' },
      { name: 'time for ten times the hostile text', value: growth, limit: mostGrowth },
    ],
  };
}

const misses = ({ stretchMs, growth }: Worst): boolean => stretchMs > frameMs || growth > mostGrowth;

/** Of two measurements of one reader the better one: what disturbs it only adds. */
const milder = (one: Worst, other: Worst): Worst => {
  const [stretched, grown] = [one.stretchMs <= other.stretchMs ? one : other, one.growth <= other.growth ? one : other];
  return { ...stretched, growth: grown.growth, growthOf: grown.growthOf };
};

async function worstOf(reader: ForeignReader): Promise<Worst> {
  const { name, limit, grammars } = reader;
  let worst: Worst = { name, stretchMs: 0, stretchOf: '', growth: 0, growthOf: '' };
  for (const text of hostileTexts(...grammars)) {
    const stretchMs = await least(() => stretchAt(reader, text, limit), frameMs);
    if (stretchMs > worst.stretchMs) worst = { ...worst, stretchMs, stretchOf: text.name };
    const growth = await growthOf(reader, text);
    if (growth > worst.growth) worst = { ...worst, growth, growthOf: text.name };
  }
  return worst;
}

const stretchAt = ({ given, read }: ForeignReader, text: HostileText, length: number): Promise<number> => {
  const whole = given ? given(text.of(length)) : text.of(length);
  return longestBlock(() => Promise.resolve(read(whole)), now);
};

/** Of the time without collecting garbage: what is left alive by a longer text is copied more often, by no fault of its reader. */
async function growthOf(reader: ForeignReader, text: HostileText): Promise<number> {
  const [large, small] = [Math.min(reader.limit, 100_000), Math.min(reader.limit, 100_000) / 10];
  if ((await least(() => timeAt(reader, text, large), leastMs)) < leastMs) return 0;
  // both in turn, because what is read often is read faster
  const growth = await least(async () => {
    let ten = 0;
    for (let run = 0; run < 10; run += 1) ten += await timeAt(reader, text, small);
    return (10 * (await timeAt(reader, text, large))) / Math.max(ten, leastMs / 2);
  }, mostGrowth);
  return growth <= mostGrowth ? growth : growthBeyond(reader, text, growth);
}

/**
 * What is made of a tenth of a text may fit into the processor's caches and what is made of the whole not, which is a step and
 * no growth. Beyond the limit no text fits: what is not linear grows still faster there. One that refuses longer texts, or
 * reads only their beginning, tells nothing there.
 */
async function growthBeyond(reader: ForeignReader, text: HostileText, below: number): Promise<number> {
  for (const times of timesBeyond) {
    const beyond = await least(() => growthOver(reader, text, times), mostGrowth, runsBeyond);
    if (beyond >= leastBelieved) return Math.min(below, beyond);
  }
  return below;
}

/** How many times the time ten times the text would take, by the slope through texts of so many times the limit; 0: the last was not read to its end. */
async function growthOver(reader: ForeignReader, text: HostileText, lengths: readonly number[]): Promise<number> {
  const points: Point[] = [];
  for (const times of lengths) {
    const length = Math.round(times * Math.min(reader.limit, 100_000));
    const ms = await least(() => timeAt(reader, text, length), 0, runsBeyond);
    points.push({ x: Math.log10(times), y: Math.log10(ms) });
  }
  const [last, other] = [points.at(-1)?.y ?? 0, points.at(-2)?.y ?? 0];
  return last - other < Math.log10(leastForDouble) ? 0 : 10 ** slopeOf(points);
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Of the straight line that is nearest to all points. */
function slopeOf(points: readonly Point[]): number {
  const mean = (of: (point: Point) => number): number =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [x, y] = [mean(point => point.x), mean(point => point.y)];
  return mean(point => (point.x - x) * (point.y - y)) / mean(point => (point.x - x) ** 2);
}

async function timeAt({ given, read }: ForeignReader, text: HostileText, length: number): Promise<number> {
  const whole = given ? given(text.of(length)) : text.of(length);
  return withoutCollecting(async () => {
    await read(whole);
  }, now);
}

/** The best of some runs: what others do on this machine only adds to it. One that is good enough is not repeated. */
async function least(measure: () => Promise<number>, enough: number, most = runs): Promise<number> {
  let best = Infinity;
  for (let run = 0; run < most && best > enough; run += 1) best = Math.min(best, await measure());
  return best;
}
