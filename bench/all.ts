import type { Bench } from './bench.ts';
import { chaos } from './chaos.ts';
import { house } from './house.ts';
import { layers } from './layers.ts';
import { memory } from './memory.ts';
import { money } from './money.ts';

/** Every bench there is, by its name. A new one is its file and its row here. */
export const benches: ReadonlyMap<string, Bench> = new Map([
  ['house', house],
  ['layers', layers],
  ['chaos', chaos],
  ['memory', memory],
  ['money', money],
]);
