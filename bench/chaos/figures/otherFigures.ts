import type { Figures, Row } from '../../harness/bench.ts';
import { median, p99 } from '../../harness/statistics.ts';
import type { Cancels } from '../contests/cancelProcess.ts';
import type { HostileFigures } from '../contests/hostileProcess.ts';
import type { Soak } from '../contests/soakProcess.ts';
import type { StallCalls } from '../contests/stalls.ts';
import type { Call } from '../sides/call.ts';
import { stallOf, stalls, type Stall } from '../server/regime.ts';
import { attemptLimits, deadlineMs } from '../sides/rules.ts';
import { beyondDeadline } from './mixFigures.ts';

const tookMs = (calls: readonly Call[]): readonly number[] => calls.map(call => call.tookMs);

/** C3 where every answer stalls. */
export function stallFigures({ steadfast, sdk, cockatiel, timerLateMs }: StallCalls): Figures {
  const row = (says: Stall['says'], rule: string): Row => {
    const [ours, theirs, bare] = [steadfast, cockatiel, sdk].map(calls => saying(says, calls));
    return {
      measure: `every answer stalls, having said ${says} (${stalls.flatMap(one => (one.says === says ? one.id : [])).join(', ')}): longest`,
      steadfast: longest(ours),
      baseline: longest(theirs),
      remark: `cockatiel; of the SDK's ${bare?.length}, ${bare?.filter(({ end }) => end === 'hung').length} hung; ${rule}`,
    };
  };
  const late = (says: Stall['says'], limitMs: number): readonly number[] =>
    saying(says, steadfast).map(call => Math.max(0, call.tookMs - limitMs));
  return {
    rows: [
      row('nothing', 'held by the deadline'),
      row('words', 'what is being written is held by the idle limit of its attempt, from its last word'),
      row('letters', 'what goes on is held by a cap of 300 s and by Stop (row F97); given up by the bench at 6 s'),
    ],
    goals: [
      beyondDeadline('stalls without a word', late('nothing', deadlineMs), timerLateMs),
      beyondDeadline(
        'stalls behind some words, and one idle limit',
        late('words', deadlineMs + attemptLimits.idleMs),
        timerLateMs,
      ),
    ],
  };
}

const saying = (says: Stall['says'], calls: readonly Call[]): readonly Call[] =>
  calls.filter(({ question }) => stallOf(question).says === says);
const longest = (calls: readonly Call[] = []): string => `${Math.max(...tookMs(calls)).toFixed(0)} ms`;

/** C11. */
export function soakFigures(ours: Soak, sdk: Soak): Figures {
  const show = ({ bytesPerQuestion, failed, rssGrowthBytes }: Soak): string =>
    `${bytesPerQuestion.toFixed(0)} B (${failed} failed, RSS ${(rssGrowthBytes / 2 ** 20).toFixed(0)} MB)`;
  return {
    rows: [
      {
        measure: 'heap a question, 10 000',
        steadfast: show(ours),
        baseline: show(sdk),
        remark: 'after garbage collection, from the 2 000th on; SDK, retries off',
      },
    ],
    goals: [
      { name: 'C11 heap a question', value: ours.bytesPerQuestion, limit: 1024, unit: 'B' },
      { name: 'C11 timers, listeners and sockets left', value: ours.left, limit: 0 },
    ],
  };
}

/** C12. */
export function cancelFigures({
  steadfast,
  sdk,
  control,
}: Readonly<Record<'steadfast' | 'sdk' | 'control', Cancels>>): Figures {
  const show = ({ closedMs }: Cancels): string => `${median(closedMs).toFixed(1)} ms (p99 ${p99(closedMs).toFixed(1)})`;
  return {
    rows: [
      {
        measure: 'cancel to closed connection',
        steadfast: show(steadfast),
        baseline: show(sdk),
        remark: `a bare socket: ${show(control)}; n ${steadfast.closedMs.length}`,
      },
      {
        measure: 'cancelled, told as complete, of 500',
        steadfast: String(steadfast.asComplete),
        baseline: String(sdk.asComplete),
      },
      {
        measure: 'requests that arrived after the cancel',
        steadfast: String(steadfast.late),
        baseline: String(sdk.late),
        remark: `a bare socket: ${control.late}; they were on their way`,
      },
    ],
    goals: [
      {
        name: 'C12 cancel to closed connection, p99 beyond a bare socket',
        value: Math.max(0, p99(steadfast.closedMs) - p99(control.closedMs)),
        limit: 50,
        unit: 'ms',
      },
      { name: 'C12 cancelled, told as complete', value: steadfast.asComplete, limit: 0 },
    ],
  };
}

export interface HostilePair {
  readonly title: string;
  readonly steadfast: HostileFigures;
  readonly sdk: HostileFigures;
}

/** C13. */
export function hostileFigures(pairs: readonly HostilePair[]): Figures {
  const megabytes = ({ rssGrowthBytes }: HostileFigures): number => rssGrowthBytes / 2 ** 20;
  const show = (one: HostileFigures): string => `+${megabytes(one).toFixed(0)} MB, ${one.worked.ms.toFixed(1)} ms`;
  const worst = (of: (one: HostileFigures) => number): number =>
    Math.max(...pairs.map(({ steadfast }) => of(steadfast)));
  return {
    rows: pairs.map(({ title, steadfast, sdk }) => ({
      measure: title,
      steadfast: show(steadfast),
      baseline: show(sdk),
      remark: `in use +${(steadfast.usedGrowthBytes / 2 ** 20).toFixed(0)} MB; loop in passing time ${steadfast.held.ms.toFixed(0)} ms, idle ${steadfast.held.idleMs.toFixed(0)}`,
    })),
    goals: [
      {
        name: 'C13 memory, hostile streams',
        value: worst(megabytes),
        limit: 32,
        unit: 'MB',
        because: `what was in use, garbage included, rose by ${worst(({ usedGrowthBytes }) => usedGrowthBytes / 2 ** 20).toFixed(0)} MB at most`,
      },
      {
        name: 'C13 loop held up, p99.9 of own CPU time beyond idle',
        value: worst(({ worked }) => worked.ms - worked.idleMs),
        limit: 16,
        unit: 'ms',
      },
    ],
  };
}
