import { ask } from './tasks/ask.ts';
import type { Assistance } from './assistance.ts';
import { edit } from './tasks/edit.ts';
import { explain } from './tasks/explain.ts';

/** Every assistance there is. A new one is its file and its row here. */
export const assistances: readonly Assistance[] = [explain, ask, edit];
