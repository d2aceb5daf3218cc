import { cockatielSide, sdkByDefault } from '../sides/baselines.ts';
import { call, type Call } from '../sides/call.ts';
import { openLoop } from '../sides/openLoop.ts';
import type { Ground } from '../sides/side.ts';
import { steadfastSide } from '../sides/steadfastSide.ts';
import { watchTimer } from '../sides/watchTimer.ts';

export interface StallCalls {
  readonly steadfast: readonly Call[];
  readonly sdk: readonly Call[];
  readonly cockatiel: readonly Call[];
  /** How late a bare timer was at p99.9, ms. */
  readonly timerLateMs: number;
}

/**
 * Every answer stalls, in one of five ways (`stalls` of regime.ts), at both providers; nobody watches. The circuits are
 * closed again before every question, or only the first few would be asked at all.
 */
export async function playStalls(ports: Ground['ports']): Promise<StallCalls> {
  const ground: Ground = { ports, regime: 'stalls' };
  const lateness = watchTimer();
  const [one, two] = [
    steadfastSide('Steadfast-1', ground, ['first']),
    steadfastSide('Steadfast-2', ground, ['first', 'second']),
  ];
  const steadfast = [one, two].map(side =>
    openLoop({ side, calls: 250, perSecond: 50 }, (_side, question) => (side.forget(), call(side, question, false))),
  );
  const others = [sdkByDefault(ground), cockatielSide(ground, 1)].map(side =>
    openLoop({ side, calls: 100, perSecond: 20 }, (_side, question) => call(side, question, false)),
  );
  const [first = [], second = []] = await Promise.all(steadfast);
  const [sdk = [], cockatiel = []] = await Promise.all(others);
  return { steadfast: [...first, ...second], sdk, cockatiel, timerLateMs: lateness() };
}
