import { handWritten } from './closure.ts';
import { peers } from './peers.ts';
import { answer, bareQuestion, stackedLayers } from './stackedLayers.ts';
import { timeOfEach, turns } from './turns.ts';

const calls = 300;

/** P3: every stack around a promise that is resolved already, µs a call. */
export async function policies(): Promise<Readonly<Record<string, readonly number[]>>> {
  const work = (): Promise<string> => Promise.resolve(answer.text);
  const ask = stackedLayers(() => Promise.resolve(answer));
  const asked = (call: () => Promise<unknown>) => () => timeOfEach(calls, call);
  return turns(
    {
      Steadfast: asked(() => ask(bareQuestion())),
      'hand-written': asked(handWritten(work)),
      ...Object.fromEntries(Object.entries(peers).map(([name, peer]) => [name, asked(peer(work))])),
    },
    { rounds: 20, warmUp: 10 },
  );
}
