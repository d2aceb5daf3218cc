import * as l10n from '@vscode/l10n';
import type { Keys } from '../targets/keyStore.ts';
import { looksLikeKey } from '../settings/looksLikeKey.ts';
import type { Server } from '../settings/targetEntry.ts';
import { hostOf } from '../text/hostOf.ts';
import type { Choice, User } from '../platform/user.ts';

/** What choosing a key's name needs of the world. */
export interface ChooseKeyNameParts {
  readonly user: User;
  readonly keys: Pick<Keys, 'kept'>;
}

/** A name stands in lists, under answers and in the log. */
const longestName = 24;
const plainName = /^[\p{L}\p{N}](?:[\p{L}\p{N} ._-]*[\p{L}\p{N}])?$/u;

/**
 * Which key of a server is to be set: '' for the first one, which has no name, the name of one that is replaced, or a new name
 * for another one. undefined: the user turned away.
 */
export async function chooseKeyName(
  { origin }: Server,
  { user, keys }: ChooseKeyNameParts,
): Promise<string | undefined> {
  const names = keys.kept().flatMap(kept => (kept.origin === origin ? [kept.name] : []));
  if (names.length === 0) return '';
  const replaced = names.map((name): Choice<() => Promise<string | undefined>> => {
    const label = name === '' ? l10n.t('Replace the saved key') : l10n.t('Replace the key “{0}”', name);
    return { label, value: () => Promise.resolve(name) };
  });
  const another = {
    label: l10n.t('Add another key…'),
    description: l10n.t('used when a key before it is rejected, rate-limited or out of credit'),
    value: () => typeName(names, user),
  };
  const title = l10n.t('There is an API key for {0} already.', hostOf(origin));
  const picked = await user.pick(title, [...replaced, another]);
  return picked?.();
}

async function typeName(taken: readonly string[], user: User): Promise<string | undefined> {
  const typed = await user.type({
    title: l10n.t('Name of the other key'),
    prompt: l10n.t('It tells the keys apart, under answers and in the log.'),
    placeholder: l10n.t('work'),
    check: text => nameFault(text.trim(), taken),
  });
  return typed?.trim();
}

function nameFault(name: string, taken: readonly string[]): string | undefined {
  if (looksLikeKey(name)) return l10n.t('This looks like an API key. Type a name; the key is asked for next.');
  if (name.length > longestName || !plainName.test(name))
    return l10n.t('Use letters and digits, at most {0} characters.', longestName);
  return taken.includes(name) ? l10n.t('There is a key with this name already.') : undefined;
}
