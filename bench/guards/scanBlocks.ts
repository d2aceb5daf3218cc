import { scanSecrets } from '../../src/libraries/secrets.ts';
import type { Figures } from '../harness/bench.ts';
import { blocksOf, idleBlocks } from '../memory/blocks.ts';

const hostile: Readonly<Record<string, string>> = {
  'one letter': 'a',
  'a name and no value': 'password ',
  'names of values without an end': 'password = "x',
  'a chain of names': 'KEY=',
  'names and values': '{"key":"token",',
  'marks of keys': '-----BEGIN PRIVATE KEY-----\nMIIE',
  'escaped blanks': '%20',
  'base64 of text': 'QUJDREVGR0hJSktMTU5PUFFSU1RVVldY',
  addresses: 'https://a:',
  commands: 'curl -u ',
  'joined literals': '"a"+',
};
const stretch = 65_536;
const length = 4 * stretch;
const runs = 5;

/** How long the search stands in the way of others on hostile text: its longest block, and the work of 64 KB. */
export async function scanBlocks(): Promise<Figures> {
  const idle = await idleBlocks(runs);
  const rows = [];
  let longest = 0;
  for (const [shape, piece] of Object.entries(hostile)) {
    const text = piece.repeat(Math.ceil(length / piece.length));
    const before = process.cpuUsage();
    const blocks = await blocksOf(() => scanSecrets(text), runs);
    const used = process.cpuUsage(before);
    const eachMs = ((used.user + used.system) / 1_000 / runs) * (stretch / length);
    longest = Math.max(longest, blocks.p50);
    rows.push({
      measure: `hostile text searched, longest block: ${shape}`,
      steadfast: `${blocks.p50.toFixed(1)} ms`,
      baseline: `${idle.p50.toFixed(1)} ms`,
      remark: `${eachMs.toFixed(1)} ms of work for 64 KB; beside it a loop without work`,
    });
  }
  return {
    rows,
    goals: [{ name: 'guards longest block of searching hostile text', value: longest, limit: 15, unit: 'ms' }],
  };
}
