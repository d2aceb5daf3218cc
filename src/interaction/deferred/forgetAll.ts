import * as l10n from '@vscode/l10n';
import type { User } from '../platform/user.ts';

/** What forgetting all kept questions needs of the world. */
export interface ForgetAllParts {
  readonly user: Pick<User, 'confirm' | 'tell'>;
  /** How many are kept. */
  readonly count: () => Promise<number>;
  readonly clear: () => Promise<void>;
}

/** Forgets all questions that are kept for later, once the user has said yes: nothing brings them back. */
export async function forgetAll({ user, count, clear }: ForgetAllParts): Promise<void> {
  const kept = await count();
  if (kept === 0) return user.tell(l10n.t('No question is kept for later.'));
  const isSure = await user.confirm({
    question:
      kept === 1
        ? l10n.t('Remove the question kept for later?')
        : l10n.t('Remove all {0} questions kept for later?', kept),
    detail: l10n.t('They are deleted and will not be asked. This cannot be undone.'),
    yes: l10n.t('Remove All'),
  });
  if (isSure) await clear();
}
