import { areas } from './areas.ts';
import { assistances } from './assistances.ts';
import { context } from './context.ts';
import { core } from './core.ts';
import { seeing } from './seeing.ts';
import { fileEdits } from './fileEdits.ts';
import { layers } from './layers.ts';
import { memory } from './memory.ts';
import type { Mutation } from './mutation.ts';
import { order } from './order.ts';
import { promptCache } from './promptCache.ts';
import { providers } from './providers.ts';
import { readers } from './readers.ts';
import { reported } from './reported.ts';
import { scanner } from './scanner.ts';
import { status } from './status.ts';
import { trust } from './trust.ts';
import { writes } from './writes.ts';

/** Every mutation that has to be caught. */
export const mutations: readonly Mutation[] = [
  ...order,
  ...layers,
  ...core,
  ...fileEdits,
  ...memory,
  ...promptCache,
  ...providers,
  ...readers,
  ...areas,
  ...assistances,
  ...reported,
  ...writes,
  ...scanner,
  ...status,
  ...context,
  ...seeing,
  ...trust,
];
