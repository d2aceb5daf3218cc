import type { Figures } from '../../harness/bench.ts';
import type { Goal } from '../../harness/goal.ts';
import { spread, type Spread } from '../../harness/statistics.ts';
import type { DeadCalls, DeadPrimary } from '../contests/deadPrimary.ts';
import type { Requests } from '../server/server.ts';
import type { Call } from '../sides/call.ts';
import { attemptLimits } from '../sides/rules.ts';

/** C5: the first provider dead, the second well. What is added is told against the second one alone in the same seconds. */
export function deadFigures({ control, deaths }: DeadPrimary, requests: Requests): Figures {
  const calm = timesOf(control);
  const all = deaths.flatMap(({ closed, asItComes }) => [...closed, ...asItComes]);
  const calmRow = { measure: 'the second provider alone', steadfast: show(calm), remark: `n ${control.length}` };
  const missing = {
    name: 'C5 not answered, first provider dead',
    value: 100 - 100 * answered(all),
    limit: 0,
    unit: '%',
  };
  return {
    rows: [calmRow, ...deaths.flatMap(dead => [timeRow(dead), loadRow(dead, requests)])],
    goals: [missing, ...deaths.flatMap(dead => goalsOf(dead, calm))],
  };
}

const timesOf = (calls: readonly Call[]): Spread => spread(calls.map(({ tookMs }) => tookMs));
const show = ({ p50, p99 }: Spread): string => `${p50.toFixed(0)} ms (p99 ${p99.toFixed(0)})`;
const answered = (calls: readonly Call[]): number => calls.filter(({ end }) => end === 'right').length / calls.length;
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

function timeRow({ death, closed, asItComes, open, cockatiel, sdk }: DeadCalls) {
  return {
    measure: `first provider dead (${death}): circuit closed, then open`,
    steadfast: `${show(timesOf(closed))}, ${show(timesOf(open))}`,
    baseline: show(timesOf(cockatiel)),
    remark: `answered ${percent(answered(asItComes))}, cockatiel ${percent(answered(cockatiel))}, SDK ${percent(answered(sdk))}`,
  };
}

function loadRow({ death, asItComes, cockatiel, sdk }: DeadCalls, requests: Requests) {
  const load = (side: string, calls: readonly Call[]): string =>
    ((requests[`all-${death}/${side}`]?.[0] ?? 0) / calls.length).toFixed(2);
  return {
    measure: `requests at the dead one (${death}), a question`,
    steadfast: load(`dead-${death}`, asItComes),
    baseline: load('cockatiel-2', cockatiel),
    remark: `SDK by default ${load('SDK', sdk)}`,
  };
}

function goalsOf({ death, closed, open }: DeadCalls, calm: Spread): readonly Goal[] {
  const goal = (which: string, calls: readonly Call[], limit: number): Goal => {
    const { p50, p99 } = timesOf(calls);
    return {
      name: `C5 ${death}: added, circuit ${which}, p99`,
      value: p99 - calm.p99,
      limit,
      unit: 'ms',
      because: `at the median ${(p50 - calm.p50).toFixed(1)} ms are added`,
    };
  };
  const closedLimit = death === 'silent' ? attemptLimits.firstTokenMs + 100 : 150;
  return [goal('closed', closed, closedLimit), goal('open', open, 5)];
}
