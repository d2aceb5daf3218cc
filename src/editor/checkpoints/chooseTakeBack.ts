import type { Clock } from '../../core/model/clock.ts';
import * as l10n from '@vscode/l10n';
import {
  allQuestion,
  bringAllLabel,
  offeredDescription,
  offeredLabel,
  takeAllLabel,
  takenBackText,
  type TakenBackFile,
} from '../../interaction/checkpoints/checkpointText.ts';
import { offeredCheckpoints, type OfferedCheckpoint } from '../../interaction/checkpoints/offeredCheckpoints.ts';
import type { Choice, User } from '../../interaction/platform/user.ts';
import type { ConflictDocuments } from './conflictDocuments.ts';
import { type FileConflict, takeBack, type TakeBackParts } from './takeBack.ts';

/** What the list of applied edits needs of the world. */
export interface TakeBackCommandParts extends TakeBackParts {
  readonly user: Pick<User, 'confirm' | 'offer' | 'pick' | 'tell' | 'warn'>;
  readonly mention: (words: string) => void;
  readonly clock: Pick<Clock, 'wall'>;
}

/** The list, and where it shows what stays. */
export interface Taking extends TakeBackCommandParts {
  readonly documents: ConflictDocuments;
}

/** Lists what was applied in this workspace, to take it back, or bring it back. */
export async function chooseTakeBack(parts: Taking): Promise<void> {
  const { checkpoints, user } = parts;
  const offered = offeredCheckpoints(await checkpoints.all());
  if (offered.length === 0)
    return user.tell(l10n.t('There is nothing to take back: no edit of Steadfast is known in this workspace.'));
  const chosen = await user.pick(
    l10n.t('Which edit do you want to take back?'),
    choicesOf(offered, parts.clock.wall()),
  );
  if (!chosen) return;
  const isAsked = chosen.length > 1 && chosen[0]?.bringsBack === false;
  if (isAsked && !(await user.confirm(allQuestion(chosen.length)))) return;
  await takeEach(chosen, parts);
}

function choicesOf(
  offered: readonly OfferedCheckpoint[],
  nowMs: number,
): readonly Choice<readonly OfferedCheckpoint[]>[] {
  const standing = offered.filter(({ bringsBack }) => !bringsBack);
  const taken = offered.filter(({ bringsBack }) => bringsBack);
  return [
    ...offered.map(each => ({
      label: offeredLabel(each),
      description: offeredDescription(each, nowMs),
      value: [each],
    })),
    ...(standing.length > 1 ? [{ label: takeAllLabel(standing.length), value: standing }] : []),
    ...(taken.length > 1 ? [{ label: bringAllLabel(taken.length), value: taken }] : []),
  ];
}

/** One after the other, the newest first, so that each finds what it has changed as it left it. */
async function takeEach(chosen: readonly OfferedCheckpoint[], parts: Taking): Promise<void> {
  const files: TakenBackFile[] = [];
  const conflicts: FileConflict[] = [];
  const titles: string[] = [];
  for (const { checkpoint } of chosen) {
    const report = await takeBack(checkpoint, parts);
    if (report.refusal === '') break; // the user wants no more
    if (report.refusal !== undefined) {
      parts.user.warn(report.refusal);
      break;
    }
    const isGone = report.files.every(({ taken, stays, why }) => taken === 0 && stays === 0 && why === undefined);
    if (isGone) await parts.checkpoints.forget(checkpoint.id); // undone by hand: there is nothing to take back
    titles.push(checkpoint.title);
    files.push(...report.files);
    conflicts.push(...report.conflicts);
  }
  if (titles.length === 0) return;
  await say({ titles, bringsBack: chosen[0]?.bringsBack === true, files }, conflicts, parts);
}

async function say(
  taken: Parameters<typeof takenBackText>[0],
  conflicts: readonly FileConflict[],
  { user, mention, documents }: Taking,
): Promise<void> {
  const message = takenBackText(taken);
  const isWhole = conflicts.length === 0 && taken.files.every(({ why }) => why === undefined);
  if (isWhole) return mention(message);
  const show = l10n.t('Show What Stays');
  const buttons = conflicts.length > 0 ? [show] : [];
  if ((await user.offer({ kind: 'warning', message, buttons })) === show) await documents.show(conflicts);
}
