import type { AnswerEvent } from '../../../src/core/model/answerEvent.ts';
import type { Question } from '../../../src/core/model/question.ts';
import { Circuits } from '../../../src/core/resilience/circuits.ts';
import { Limiters } from '../../../src/core/resilience/limiters.ts';
import { systemClock as clock } from '../../../src/libraries/systemClock.ts';
import { householdOf, sourceAt } from '../../support/household.ts';
import { baseUrlAt } from '../server/server.ts';
import { attemptLimits, breakerOptions, retrying, unlimited } from './rules.ts';
import type { Ground, Side } from './side.ts';

/** A side whose circuits can be looked at. */
export interface SteadfastSide extends Side {
  readonly circuits: Circuits;
  /** Closes every circuit and gate, as if nothing had happened yet. */
  forget(): void;
}

/** Steadfast whole: every layer and library, the real providers; only its time limits are the bench's. */
export function steadfastSide(
  name: string,
  { ports, regime }: Ground,
  chain: readonly ('first' | 'second')[],
): SteadfastSide {
  const circuits = new Circuits(clock, () => breakerOptions);
  let opened = 0;
  circuits.onDidTransit((_key, { state }) => void (opened += state.is === 'open' ? 1 : 0));
  const places = {
    first: () => sourceAt('openai', baseUrlAt(ports[0], 'openai', { side: name, regime })),
    second: () => sourceAt('anthropic', baseUrlAt(ports[1], 'anthropic', { side: name, regime })),
  };
  const { ask, targets } = householdOf(
    chain.map(place => places[place]()),
    {
      circuits,
      limiters: new Limiters(clock, () => unlimited),
      limits: () => attemptLimits,
      retrying: () => retrying,
    },
  );
  return {
    name,
    providers: chain.length > 1 ? 2 : 1,
    circuits,
    get opened() {
      return opened;
    },
    forget: () => targets.forEach(target => circuits.reset(target)),
    async ask(question, onScreen) {
      const answer = await ask(watchedBy(question, onScreen));
      if (answer.finish !== 'stop' || answer.freshness !== 'live') throw new Error(`it is ${answer.freshness}`);
      return answer.text;
    },
  };
}

/** Puts every piece on the screen, and wipes it when another provider begins anew. */
function watchedBy(question: Question, onScreen: (text: string) => void): Question {
  if (question.onEvent === undefined) return question;
  let shown = '';
  const onEvent = (event: AnswerEvent): void => {
    if (event.kind === 'restart') shown = '';
    if (event.kind === 'text') shown += event.text;
    if (event.kind === 'restart' || event.kind === 'text') onScreen(shown);
  };
  return { ...question, onEvent };
}
