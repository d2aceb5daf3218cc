import { ask } from './ask.ts';
import type { Assistance } from '../assistance.ts';
import { commitMessage } from './commitMessage.ts';
import { docs } from './docs.ts';
import { edit } from './edit.ts';
import { editFiles } from './editFiles.ts';
import { explain } from './explain.ts';
import { fix } from './fix.ts';
import { review } from './review.ts';
import { reviewChanges, reviewCommit } from './reviewChanges.ts';
import { rename } from './rename.ts';
import { tests } from './tests.ts';

/** Every assistance there is. A new one is its file and its row here. */
export const assistances: readonly Assistance[] = [
  explain,
  ask,
  edit,
  editFiles,
  fix,
  tests,
  docs,
  rename,
  commitMessage,
  review,
  reviewChanges,
  reviewCommit,
];
