import type { Row } from '../../harness/bench.ts';
import type { Played } from '../contests/mixContest.ts';
import { faultOf, mix, type Fault } from '../server/mix.ts';
import type { Call } from '../sides/call.ts';

/** One row a fault: what became of the questions whose first attempt met it, with one provider. */
export function faultRows(played: ReadonlyMap<number, readonly Played[]>): readonly Row[] {
  return mix.map(fault => {
    const of = (name: string) => endsOf(meeting(played, fault, name));
    return {
      measure: `${fault.id} ${fault.title}`,
      steadfast: of('Steadfast-1'),
      baseline: of('SDK-once'),
      remark: [fault.afterText && 'after text', fault.stalls && 'stalls'].filter(words => words).join(', '),
    };
  });
}

/** How many faults of the mix the bare SDK took for an answer. */
export function silentFaults(played: ReadonlyMap<number, readonly Played[]>): readonly string[] {
  return mix.filter(fault => meeting(played, fault, 'SDK-once').some(({ end }) => end === 'wrong')).map(({ id }) => id);
}

function meeting(played: ReadonlyMap<number, readonly Played[]>, { id }: Fault, name: string): readonly Call[] {
  return [...played].flatMap(([percent, sides]) =>
    sides
      .filter(({ side }) => side === name)
      .flatMap(({ calls }) => calls)
      .filter(({ question }) => faultOf({ provider: 0, question, attempt: 1 }, percent)?.id === id),
  );
}

const endsOf = (calls: readonly Call[]): string =>
  Object.entries(Object.groupBy(calls, ({ end, partial }) => (partial ? 'partial' : end)))
    .map(([end, list]) => `${list.length} ${end}`)
    .join(', ');
