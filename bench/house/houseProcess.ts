// One process of a contest between Steadfast and the bare SDK: `calls WIRE BASE_URL AT_ONCE` or `chunks WIRE BASE_URL`.
import { endWithParent, leave, report } from '../harness/report.ts';
import type { WireName } from '../support/streams.ts';
import { callTimes } from './callTimes.ts';
import { chunkCosts } from './chunkCosts.ts';

const [what, wire, baseUrl = '', atOnce] = process.argv.slice(2);

async function play(wire: WireName): Promise<void> {
  report(what === 'calls' ? await callTimes(wire, baseUrl, Number(atOnce)) : await chunkCosts(wire, baseUrl));
  leave();
}

endWithParent();
void play(wire === 'anthropic' ? 'anthropic' : 'openai');
