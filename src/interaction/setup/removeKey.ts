import * as l10n from '@vscode/l10n';
import { hostOf } from '../text/hostOf.ts';
import type { Keys } from '../targets/keyStore.ts';
import type { User } from '../platform/user.ts';

/** What removing a key needs of the world. */
export interface RemoveKeyParts {
  readonly user: User;
  readonly keys: Pick<Keys, 'origins' | 'delete'>;
}

/** Deletes one key; what was asked with it stays listed and is passed over. */
export async function removeKey({ user, keys }: RemoveKeyParts): Promise<void> {
  const choices = keys.origins().map(origin => ({ label: hostOf(origin), value: origin }));
  if (choices.length === 0) return user.tell(l10n.t('No API key is saved.'));
  const origin = await user.pick(l10n.t('Which API key do you want to remove?'), choices);
  if (origin === undefined) return;
  await keys.delete(origin);
  user.tell(l10n.t('The API key for {0} is removed.', hostOf(origin)));
}
