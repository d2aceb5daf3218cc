import * as l10n from '@vscode/l10n';
import { hostOf } from '../text/hostOf.ts';
import type { KeptKey, Keys } from '../targets/keyStore.ts';
import type { User } from '../platform/user.ts';

/** What removing a key needs of the world. */
export interface RemoveKeyParts {
  readonly user: User;
  readonly keys: Pick<Keys, 'kept' | 'delete'>;
}

/** Deletes one key; what was asked with it stays listed and is passed over. */
export async function removeKey({ user, keys }: RemoveKeyParts): Promise<void> {
  const choices = keys.kept().map(key => ({ label: labelOf(key), value: key }));
  if (choices.length === 0) return user.tell(l10n.t('No API key is saved.'));
  const key = await user.pick(l10n.t('Which API key do you want to remove?'), choices);
  if (key === undefined) return;
  await keys.delete(key.origin, key.name);
  user.tell(l10n.t('The API key for {0} is removed.', labelOf(key)));
}

const labelOf = ({ origin, name }: KeptKey): string =>
  name === '' ? hostOf(origin) : l10n.t('{0} (“{1}”)', hostOf(origin), name);
