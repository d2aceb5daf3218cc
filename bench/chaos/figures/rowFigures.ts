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

/**
 * Which fault broke a watched answer on the screen: the first one of its attempts that strikes after text. Text that was shown is
 * kept and marked, never replaced unseen; with one provider nobody else can begin anew.
 */
export function brokenOnScreen(calls: readonly Call[], percent: number): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { question } of calls.filter(({ partial }) => partial)) {
    const id = firstAfterText(question, percent)?.id ?? 'another';
    counts[id] = (counts[id] ?? 0) + 1;
  }
  return counts;
}

function firstAfterText(question: number, percent: number): Fault | undefined {
  for (let attempt = 1; ; attempt += 1) {
    const fault = faultOf({ provider: 0, question, attempt }, percent);
    if (!fault || fault.afterText) return fault;
  }
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
