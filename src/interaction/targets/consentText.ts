import * as l10n from '@vscode/l10n';
import type { Confirmation } from '../platform/user.ts';
import { hostOf } from '../text/hostOf.ts';

/** What to ask before the first send to servers elsewhere. */
export function farQuestion(origins: readonly string[]): Confirmation {
  return {
    question: l10n.t('Send code from this workspace to {0}?', hostsOf(origins)),
    detail: l10n.t(
      'When you ask, Steadfast sends your question, the code you selected with some lines around it, the name of the file, its ' +
        'problems there, and the documentation of what the code uses. Passwords and keys it recognises are masked. Nothing is ' +
        'sent before you ask. You are asked this once for each server and workspace.',
    ),
    yes: l10n.t('Send'),
  };
}

interface Surroundings {
  /** A sentence for each server that another user runs, see `ownerText`. */
  readonly owners: readonly string[];
  /** Do other people use this machine, which is not the one in front of the user? */
  readonly isShared: boolean;
}

/** What to ask before the first send to servers on this machine. */
export function localQuestion(origins: readonly string[], { owners, isShared }: Surroundings): Confirmation {
  const sentences = [
    ...owners,
    ...(isShared ? [sharedText()] : []),
    l10n.t(
      'When you ask, Steadfast sends your question, the code you selected with some lines around it, the name of the file, ' +
        'its problems there, and the documentation of what the code uses. Whatever program listens there receives it. You ' +
        'are asked this once for each port, and again when another user runs the server.',
    ),
  ];
  return {
    question: l10n.t('Send code to a server on this machine, {0}?', hostsOf(origins)),
    detail: sentences.join('\n\n'),
    yes: l10n.t('Send'),
  };
}

/** Says that other users of this machine, by their names, run a server. */
export const ownerText = (origin: string, names: readonly string[]): string =>
  l10n.t('The server at {0} is run by another user of this machine: {1}.', hostOf(origin), names.join(', '));

const sharedText = (): string =>
  l10n.t('This window works on a machine that other people use too. Any of them could have started this server.');

const hostsOf = (origins: readonly string[]): string => origins.map(hostOf).join(', ');
