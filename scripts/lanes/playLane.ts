import { endFamily } from '../support/endFamily.ts';
import { Refusal } from '../support/refusal.ts';
import { lanes, type LaneName } from './all.ts';
import type { Lane, LaneRequest, LaneResult } from './lane.ts';
import type { LaneMessage } from './laneProcess.ts';

/** `playLane.ts NAME REQUEST`, started by `laneProcess.ts`: makes sure of what one lane needs, and plays it. */
async function main(): Promise<void> {
  const [, , name, request] = process.argv;
  const lane: Lane = lanes[name as LaneName];
  process.once('disconnect', () => void endAlone());
  const result = await playLane(lane, JSON.parse(request ?? '') as LaneRequest);
  await tell({ is: 'ended', result });
  process.exit();
}

/** Who started us died. A lane that listens for the end tidies up by itself; of others, we end what they started. */
async function endAlone(): Promise<void> {
  if (process.listenerCount('SIGTERM') > 0) process.kill(process.pid, 'SIGTERM');
  else {
    await endFamily(process.pid, 0);
    process.exit(1);
  }
}

/** A lane that cannot be played at all has failed; it says why in one line. */
async function playLane({ needs, play }: Lane, request: LaneRequest): Promise<LaneResult> {
  try {
    for (const ensure of needs) await ensure();
    await tell({ is: 'ready' });
    return await play(request);
  } catch (error) {
    if (!(error instanceof Refusal)) console.error(error);
    return { code: 1, words: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) };
  }
}

async function tell(message: LaneMessage): Promise<void> {
  await new Promise(resolve => process.send?.(message, resolve));
}

await main();
