import type { Figures, Row } from '../../harness/bench.ts';
import type { Goal } from '../../harness/goal.ts';
import { median, p99, p999 } from '../../harness/statistics.ts';
import { wilson } from '../../../src/core/feedback/wilson.ts';
import type { MixPlayed, Played } from '../contests/mixContest.ts';
import type { Call, End } from '../sides/call.ts';
import { deadlineMs } from '../sides/rules.ts';
import { brokenOnScreen } from './rowFigures.ts';

/** Most of the questions that may fail, %: by how many percent of the attempts meet a fault, one provider and two. */
const allowed = { 6: [0.3, 0.1], 20: [3, 0.5] } as const;

/** C1 or C6: how many questions were answered, with one provider and with two, beside everybody else. */
export function mixFigures(percent: 6 | 20, { sides: played, control, timerLateMs }: MixPlayed): Figures {
  const name = percent === 6 ? 'C1' : 'C6';
  const goals = ([1, 2] as const).map(providers => {
    const ours = sideOf(played, `Steadfast-${providers}`);
    return {
      name: `${name} not answered, ${percent} % faults, ${providersOf(providers)}`,
      value: 100 - 100 * shareOf(ours.calls, 'right'),
      limit: allowed[percent][providers - 1] ?? 0,
      unit: '%',
      because: `${whyNot(ours)}${tooSlow(control)}`,
    };
  });
  const onScreen = screenFigures(percent, sideOf(played, 'Steadfast-1'));
  const closed = percent === 6 ? [] : [stayedClosed(played)];
  const calm = rowOf(0, { ...control, side: 'Steadfast' });
  const controlRow = {
    ...calm,
    measure: `control, no faults, in the same seconds as ${percent} %`,
    remark: `${calm.remark ?? ''}; a bare timer late by ${timerLateMs.toFixed(0)} ms at p99.9`,
  };
  return {
    rows: [...played.map(one => rowOf(percent, one)), ...onScreen.rows, controlRow],
    goals: [...goals, ...onScreen.goals, ...closed],
  };
}

/** With one provider: what broke on the screen of who watched, by fault, and what else was not answered. */
function screenFigures(percent: 6 | 20, { calls }: Played): Figures {
  const broken = calls.filter(({ partial }) => partial);
  const others = calls.length - count(calls, 'right') - broken.length;
  const byFault = Object.entries(brokenOnScreen(calls, percent)).map(([id, number]) => `${id} ${number}`);
  return {
    rows: [
      {
        measure: `${percent} % faults, one provider: broke on the screen`,
        steadfast: `${broken.length} of ${calls.filter(({ watched }) => watched).length} watched`,
        remark: `${byFault.join(', ')}; kept, marked, with Continue; text that was read is not replaced unseen, and nobody else is there to begin anew`,
      },
    ],
    goals: [
      {
        name: `${percent === 6 ? 'C1' : 'C6'} not answered, ${percent} % faults, one provider, besides those that broke on the screen`,
        value: (100 * others) / calls.length,
        limit: allowed[percent][0],
        unit: '%',
      },
    ],
  };
}

function rowOf(percent: number, { side, providers, calls, opened }: Played): Row {
  const right = calls.filter(({ end }) => end === 'right').length;
  const { low, high } = wilson(right, calls.length);
  const took = calls.map(({ tookMs }) => tookMs);
  const circuits = opened === undefined ? '' : `; circuits opened ${opened} times`;
  const value = `${((100 * right) / calls.length).toFixed(2)} % (${(100 * low).toFixed(2)} to ${(100 * high).toFixed(2)})`;
  return {
    measure: `${percent} % faults, ${providersOf(providers)}: ${side.replace(/-\d$/, '')}`,
    steadfast: side.startsWith('Steadfast') ? value : '',
    baseline: side.startsWith('Steadfast') ? '' : value,
    remark:
      `n ${calls.length}: ${ends.map(end => `${count(calls, end)} ${end}`).join(', ')}; p50 ${median(took).toFixed(0)}, ` +
      `p99 ${p99(took).toFixed(0)}, max ${Math.max(...took).toFixed(0)} ms${circuits}`,
  };
}

const ends: readonly End[] = ['right', 'wrong', 'failed', 'hung'];

/** What the failures were, as far as they tell; half of the questions are watched. */
function whyNot({ calls, opened = 0 }: Played): string {
  const failed = calls.filter(({ end }) => end !== 'right');
  const partial = failed.filter(call => call.partial).length;
  const resting = failed.filter(({ because }) => because === 'all-paused' || because === 'circuit-open').length;
  const rest = failed.filter(
    ({ partial, because }) => !partial && because !== 'all-paused' && because !== 'circuit-open',
  );
  const kinds = Object.entries(Object.groupBy(rest, ({ because = 'wrong' }) => because));
  return [
    `of ${failed.length}, ${partial} were watched and broke after text was shown (kept, marked, never tried again)`,
    `${resting} met an open circuit (it opened ${opened} times)`,
    `${rest.length} others: ${kinds.map(([kind, list = []]) => `${list.length} ${kind}`).join(', ')}`,
  ].join('; ');
}

/** What fails without a fault fails because the machine did not keep up. */
function tooSlow({ calls }: Played): string {
  const failed = calls.length - count(calls, 'right');
  return failed === 0
    ? ''
    : `; the machine was too slow: without any fault, ${failed} of ${calls.length} were not answered`;
}

function stayedClosed(played: readonly Played[]): Goal {
  const opened = played.reduce((sum, { opened = 0 }) => sum + opened, 0);
  const because = 'five weighted failures in a row come by chance at 20 %, a timeout weighing two';
  return { name: 'C6 circuits that opened, 20 % faults', value: opened, limit: 0, because };
}

/** C2 and C3, over everything that Steadfast was asked. */
export function honestyFigures(played: readonly MixPlayed[]): Figures {
  const sides = played.flatMap(one => one.sides);
  const ours = sides.filter(({ side }) => side.startsWith('Steadfast')).flatMap(({ calls }) => calls);
  const naive = sides.filter(({ side }) => side === 'SDK').flatMap(({ calls }) => calls);
  const of = (calls: readonly Call[], end: End): string => `${count(calls, end)} of ${calls.length}`;
  const late = (watched: boolean): readonly number[] =>
    ours.filter(call => call.watched === watched).map(({ tookMs }) => Math.max(0, tookMs - deadlineMs));
  const show = (lates: readonly number[]): string => `${p999(lates).toFixed(0)}, ${Math.max(...lates).toFixed(0)} ms`;
  const timerLateMs = Math.max(...played.map(one => one.timerLateMs));
  const remark = 'a watched answer that has begun is held by its idle limit and a cap, not by the deadline';
  return {
    rows: [
      {
        measure: 'silent wrong results, SDK by default beside',
        steadfast: of(ours, 'wrong'),
        baseline: of(naive, 'wrong'),
        remark: `95 %: below ${((100 * 3) / ours.length).toFixed(3)} % when there is none`,
      },
      {
        measure: 'beyond the deadline, p99.9 and longest: unwatched',
        steadfast: show(late(false)),
        baseline: `${of(naive, 'hung')} hung`,
      },
      { measure: 'the same: watched', steadfast: show(late(true)), remark },
    ],
    goals: [
      { name: `C2 silent wrong results in ${ours.length}`, value: count(ours, 'wrong'), limit: 0 },
      beyondDeadline('unwatched', late(false), timerLateMs),
    ],
  };
}

/** C3: by how much questions outlived their deadline, less what a bare timer was late by. */
export const beyondDeadline = (which: string, lates: readonly number[], timerLateMs: number): Goal => ({
  name: `C3 beyond the deadline (${which}), p99.9 beyond a bare timer`,
  value: Math.max(0, p999(lates) - timerLateMs),
  limit: 50,
  unit: 'ms',
});

const sideOf = (played: readonly Played[], name: string): Played => {
  const found = played.find(({ side }) => side === name);
  if (!found) throw new Error(`nobody played ${name}`);
  return found;
};

const count = (calls: readonly Call[], wanted: End): number => calls.filter(({ end }) => end === wanted).length;
const shareOf = (calls: readonly Call[], wanted: End): number => count(calls, wanted) / calls.length;
const providersOf = (providers: 1 | 2): string => (providers === 1 ? 'one provider' : 'two providers');
