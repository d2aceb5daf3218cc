import { timeOfEach, turns } from '../harness/turns.ts';
import { answer, bareQuestion, stackedLayers } from '../support/stackedLayers.ts';
import { bareBones } from './bareBones.ts';
import { handWritten } from './closure.ts';
import { peers } from './peers.ts';

const calls = 300;

/** P3: every stack around a promise that is resolved already, µs a call. */
export async function policies(): Promise<Readonly<Record<string, readonly number[]>>> {
  const work = (): Promise<string> => Promise.resolve(answer.text);
  const model = (): Promise<typeof answer> => Promise.resolve(answer);
  const [ask, bones] = [stackedLayers(model), bareBones(model)];
  const asked = (call: () => Promise<unknown>) => () => timeOfEach(calls, call);
  return turns(
    {
      Steadfast: asked(() => ask(bareQuestion())),
      'bare bones': asked(() => bones(bareQuestion())),
      'hand-written': asked(handWritten(work)),
      ...Object.fromEntries(Object.entries(peers).map(([name, peer]) => [name, asked(peer(work))])),
    },
    { rounds: 20, warmUp: 10 },
  );
}
