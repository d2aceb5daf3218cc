import * as l10n from '@vscode/l10n';
import type { LearnedShare, SharedLearning } from '../../core/routing/learned/sharedLearning.ts';
import type { User } from '../platform/user.ts';
import { taskName } from '../taskModels/taskModelText.ts';
import { plainLabel } from '../text/cleanText.ts';

/** What showing needs of the world. */
export interface LearnedParts {
  readonly learning: Pick<SharedLearning, 'refresh' | 'shares' | 'forget'>;
  readonly user: Pick<User, 'confirm' | 'pick' | 'tell'>;
  readonly labelOf: (target: string) => string;
}

/** Lists whose edits were kept, at which task and how often; what is chosen is forgotten, after a question. */
export async function showLearned({ learning, user, labelOf }: LearnedParts): Promise<void> {
  await learning.refresh();
  const shares = learning.shares().toSorted((one, other) => other.of - one.of);
  if (shares.length === 0) return user.tell(nothingText());
  const chosen = await user.pick(
    l10n.t('How often edits, comments and commit messages were kept. Choose what is to be forgotten.'),
    [
      ...shares.map(share => ({ label: shareLabel(share, labelOf), description: shareText(share), value: share })),
      { label: l10n.t('Forget all of it'), value: undefined as LearnedShare | undefined },
    ].map(choice => ({ ...choice, value: { share: choice.value } })),
  );
  if (!chosen) return;
  const { share } = chosen;
  if (!(await user.confirm(forgetQuestion(share, labelOf)))) return;
  await learning.forget(share ? { task: share.task, target: share.target } : {});
  user.tell(
    share ? l10n.t('Forgotten: {0}', shareLabel(share, labelOf)) : l10n.t('All that was learned is forgotten.'),
  );
}

const nothingText = (): string =>
  l10n.t(
    'Nothing is learned yet. Steadfast looks ten minutes after you accept an edit whether it is still there, notes which edits you discard, and sees in your next commit whether its message was kept.',
  );

/** 'Claude · Document'. */
const shareLabel = ({ target, task }: LearnedShare, labelOf: LearnedParts['labelOf']): string =>
  [plainLabel(labelOf(target)), ...(task === undefined ? [] : [taskName(task)])].join(' · ');

const shareText = ({ kept, of }: LearnedShare): string =>
  l10n.t('{0} % of {1} kept', Math.round((100 * kept) / of), of);

const forgetQuestion = (share: LearnedShare | undefined, labelOf: LearnedParts['labelOf']) => ({
  question: share
    ? l10n.t('Forget what was learned of {0}?', shareLabel(share, labelOf))
    : l10n.t('Forget all that was learned?'),
  detail: l10n.t('It is forgotten in all windows, and cannot be brought back. Edits and answers stay.'),
  yes: l10n.t('Forget'),
});
