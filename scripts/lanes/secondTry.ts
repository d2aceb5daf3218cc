import { say } from '../support/say.ts';
import type { LaneRequest, LaneResult, Play } from './lane.ts';

/** More than these did not fail by chance. */
const mostTries = 3;

/**
 * Plays the files or scenes in which something failed once more: in a whole editor on a busy machine a click may be swallowed or
 * a window come late, and one such test must not hide what all the others say. Nothing is hidden by it: what passed only at the
 * second try is told by its name at the end of the run, with what it said the first time.
 */
export async function withSecondTry(request: LaneRequest, play: Play): Promise<LaneResult> {
  const first = await play(request);
  const { code, failedIn = [], failed = [] } = first;
  if (code === 0 || failedIn.length === 0 || failedIn.length > mostTries) return first;
  say(`once more: ${failedIn.join(', ')}`);
  const second = await play({ ...request, only: failedIn });
  const words = `${first.words}; of these once more: ${second.words}`;
  if (second.code !== 0) return { ...second, words };
  return { code: 0, words, failed: failed.map(each => `only at the second try: ${each}`) };
}
