import { cockatielSide, sdkByDefault, sdkOnce } from '../sides/baselines.ts';
import type { Call } from '../sides/call.ts';
import { openLoop } from '../sides/openLoop.ts';
import type { Ground, Side } from '../sides/side.ts';
import { steadfastSide } from '../sides/steadfastSide.ts';
import { watchTimer } from '../sides/watchTimer.ts';

/** Everything that one side was asked. */
export interface Played {
  readonly side: string;
  readonly providers: 1 | 2;
  readonly calls: readonly Call[];
  /** How often one of its circuits opened; undefined: it cannot tell. */
  readonly opened?: number;
}

/** What all sides made of one share of faults, side by side. */
export interface MixPlayed {
  readonly sides: readonly Played[];
  /** Steadfast over providers without a fault, in the same seconds: what fails here, the machine was too slow for. */
  readonly control: Played;
  /** How late a bare timer was at p99.9, ms. */
  readonly timerLateMs: number;
}

/** How many questions; all sides are asked over the same time. */
const sizes = {
  6: { seconds: 95, ours: 5_000, others: 800 },
  20: { seconds: 40, ours: 2_000, others: 500 },
} as const;

/** All sides at once, question by question under the same faults, when so many percent of the attempts meet one. */
export async function playMix(ports: Ground['ports'], percent: number): Promise<MixPlayed> {
  const ground: Ground = { ports, regime: `mix-${percent}` };
  const { seconds, ours, others } = sizes[percent === 6 ? 6 : 20];
  const load = async (side: Side, calls: number): Promise<Played> => {
    const made = await openLoop({ side, calls, perSecond: calls / seconds });
    const { name, providers, opened } = side;
    return { side: name, providers, calls: made, ...(opened !== undefined && { opened }) };
  };
  const lateness = watchTimer();
  const [control, ...sides] = await Promise.all([
    load(steadfastSide(`control-${percent}`, { ports, regime: 'mix-0' }, ['first']), others),
    load(steadfastSide('Steadfast-1', ground, ['first']), ours),
    load(steadfastSide('Steadfast-2', ground, ['first', 'second']), ours),
    load(sdkOnce(ground), others),
    load(sdkByDefault(ground), others),
    load(cockatielSide(ground, 1), others),
    load(cockatielSide(ground, 2), others),
  ]);
  return { sides, control, timerLateMs: lateness() };
}
