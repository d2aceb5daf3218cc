import { endOf } from '../../stage/endOf.ts';
import type { FaultStage } from '../../stage/faultStage.ts';
import { healthy, refusing, type Play } from '../../stage/replies.ts';
import type { Row } from '../../stage/row.ts';

/** Every fifth request fails, in an order that looks like chance and is always the same. */
function everyFifthAtRandom(): Play {
  let state = 12_345;
  return (wire, clock) => exchange => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    const play = state / 2 ** 31 < 0.2 ? refusing(500) : healthy;
    return play(wire, clock)(exchange);
  };
}

function open({ circuits, target }: FaultStage): void {
  const circuit = circuits.of(target);
  while (circuit.state.is === 'closed') circuit.enter()?.fail(1);
}

/** VII. Circuits, F156 to F160. */
export const circuitRows: readonly Row[] = [
  {
    id: 'F156',
    variant: 'one window',
    title: 'of ten questions at once one probes, and the others do not wait for it',
    serve: (wire, clock) => async exchange => {
      await new Promise<void>(resolve => void clock.after(1_000, resolve));
      await healthy(wire, clock)(exchange);
    },
    course: async stage => {
      open(stage);
      stage.clock.sleepFor(70_000);
      const asked = Array.from({ length: 10 }, (_, at) => stage.ask({ words: String(at) }));
      const ends = await Promise.all(asked.map(one => endOf(one, stage)));
      const count = (end: string) => ends.filter(one => one === end).length;
      const state = stage.circuits.of(stage.target).state.is;
      return { live: count('live'), paused: count('all-paused'), requests: stage.server?.requests.length, state };
    },
    played: { live: 1, paused: 9, requests: 1, state: 'closed' },
  },
  {
    id: 'F156',
    variant: 'many windows',
    title: 'of two windows that want to try again one may',
    wires: 'none',
    heldBy: [['core/resilience/sharedCircuits.test.ts', 'of two windows that want to try again one may']],
  },
  {
    id: 'F157',
    title: 'what began before the circuit opened says nothing about it later',
    wires: 'none',
    heldBy: [
      [
        'core/resilience/circuitBreaker.test.ts',
        'late results of the closed era neither close nor prolong an open circuit',
      ],
    ],
  },
  {
    id: 'F158',
    title: 'a timer that is late because we were busy bites only the second time',
    wires: 'none',
    heldBy: [
      ['core/layers/attempt.test.ts', 'a timer that fires late because we were busy bites only the second time'],
    ],
  },
  {
    id: 'F159',
    title: 'with every fifth request failing 97 of 100 questions are answered, and the circuit stays closed',
    serve: everyFifthAtRandom(),
    world: { failureThreshold: 5 },
    course: async stage => {
      let answered = 0;
      for (let at = 0; at < 100; at += 1) {
        if ((await endOf(stage.ask({ words: String(at) }), stage)) === 'live') answered += 1;
      }
      return { enough: answered >= 97, state: stage.circuits.of(stage.target).state.is };
    },
    played: { enough: true, state: 'closed' },
  },
  {
    id: 'F160',
    title: 'when a target’s retries are used up it is not tried twice, until they have come back',
    serve: refusing(409),
    course: async stage => {
      const requests: number[] = [];
      for (let at = 0; at < 20; at += 1) {
        const before = stage.server?.requests.length ?? 0;
        await endOf(stage.ask({ words: String(at) }), stage);
        requests.push((stage.server?.requests.length ?? 0) - before);
      }
      return requests.join('');
    },
    played: '22222222222221112111',
  },
];
