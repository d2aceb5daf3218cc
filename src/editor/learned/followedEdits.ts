import type { Disposable } from 'vscode';
import type { FindNewErrors } from '../../core/confidence/reading/newErrors.ts';
import type { User } from '../../interaction/platform/user.ts';
import type { GuardParts } from '../../interaction/guard/fileGuard.ts';
import type { FindingsIn } from '../asking/readableText.ts';
import { createFileGuard } from '../present/createFileGuard.ts';
import { DocumentWriter, type EditLearning } from '../present/documentWriter.ts';
import type { InsertParts } from '../present/insertInto.ts';
import { followEdits, type FollowEditsParts, type MessageLearning } from './followEdits.ts';

/** What changing documents needs of the world. */
export interface FollowedEditsParts extends FollowEditsParts, Pick<GuardParts, 'realPathOf'> {
  readonly user: User;
  readonly findingsIn: FindingsIn;
  readonly newErrors: FindNewErrors;
}

/** The one way in which documents are changed here, and who learns from what becomes of that. */
export function followedEdits(
  parts: FollowedEditsParts,
): InsertParts &
  Pick<FollowedEditsParts, 'newErrors'> & { readonly learning: EditLearning & MessageLearning & Disposable } {
  const { checkpoints, findingsIn, newErrors, realPathOf, user } = parts;
  const guard = createFileGuard({ realPathOf, confirm: user.confirm });
  const learning = followEdits(parts);
  return { guard, writer: new DocumentWriter({ guard, checkpoints, learning }), findingsIn, learning, newErrors };
}
