import { assist } from './assist/assist.ts';
import { chaos } from './chaos/chaos.ts';
import { confidence } from './confidence/confidence.ts';
import { edits } from './edits/edits.ts';
import { guards } from './guards/guards.ts';
import type { Bench } from './harness/bench.ts';
import { house } from './house/house.ts';
import { layers } from './layers/layers.ts';
import { memory } from './memory/memory.ts';
import { money } from './money/money.ts';
import { panel } from './panel/panel.ts';
import { routing } from './routing/routing.ts';
import { seeing } from './seeing/seeing.ts';
import { servers } from './servers/servers.ts';

/** Every bench there is, by its name. A new one is its file and its row here. */
export const benches: ReadonlyMap<string, Bench> = new Map([
  ['house', house],
  ['layers', layers],
  ['chaos', chaos],
  ['memory', memory],
  ['money', money],
  ['guards', guards],
  ['servers', servers],
  ['panel', panel],
  ['assist', assist],
  ['edits', edits],
  ['seeing', seeing],
  ['routing', routing],
  ['confidence', confidence],
]);
