import { ask } from './tasks/ask.ts';
import type { Assistance } from './assistance.ts';
import { commitMessage } from './tasks/commitMessage.ts';
import { docs } from './tasks/docs.ts';
import { edit } from './tasks/edit.ts';
import { explain } from './tasks/explain.ts';
import { fix } from './tasks/fix.ts';
import { rename } from './tasks/rename.ts';
import { tests } from './tasks/tests.ts';

/** Every assistance there is. A new one is its file and its row here. */
export const assistances: readonly Assistance[] = [explain, ask, edit, fix, tests, docs, rename, commitMessage];
