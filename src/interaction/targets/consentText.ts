import * as l10n from '@vscode/l10n';
import type { Confirmation } from '../platform/user.ts';
import { plainLabel } from '../text/cleanText.ts';
import { hostOf } from '../text/hostOf.ts';

/** What to ask before the first send of code to these models, on servers elsewhere. */
export function farQuestion(origins: readonly string[], labels: readonly string[]): Confirmation {
  return {
    question: l10n.t('Send code from this workspace to {0}?', hostsOf(origins)),
    detail: paragraphs(
      modelsText(labels),
      l10n.t(
        'When you ask, Steadfast sends your question, the code you selected with some lines around it, the name of the file, its ' +
          'problems there, and the documentation of what the code uses. Passwords and keys it recognises are masked. Nothing is ' +
          'sent before you ask. You are asked this once for each server and workspace.',
      ),
    ),
    yes: l10n.t('Send'),
  };
}

interface Surroundings {
  /** The models there, as the user calls them. */
  readonly labels: readonly string[];
  /** A sentence for each server that another user runs, see `ownerText`. */
  readonly owners: readonly string[];
  /** Do other people use this machine, which is not the one in front of the user? */
  readonly isShared: boolean;
}

/** What to ask before the first send to servers on this machine. */
export function localQuestion(origins: readonly string[], { labels, owners, isShared }: Surroundings): Confirmation {
  const detail = paragraphs(
    modelsText(labels),
    ...owners,
    isShared ? sharedText() : '',
    l10n.t(
      'When you ask, Steadfast sends your question, the code you selected with some lines around it, the name of the file, ' +
        'its problems there, and the documentation of what the code uses. Whatever program listens there receives it. You ' +
        'are asked this once for each port, and again when another user runs the server.',
    ),
  );
  return {
    question: l10n.t('Send code to a server on this machine, {0}?', hostsOf(origins)),
    detail,
    yes: l10n.t('Send'),
  };
}

/** Says that other users of this machine, by their names, run a server. */
export const ownerText = (origin: string, names: readonly string[]): string =>
  l10n.t('The server at {0} is run by another user of this machine: {1}.', hostOf(origin), names.join(', '));

const sharedText = (): string =>
  l10n.t('This window works on a machine that other people use too. Any of them could have started this server.');

/** Which models the servers run, as the user knows them; '' where they have no names yet. */
const modelsText = (labels: readonly string[]): string =>
  labels.length === 0 ? '' : l10n.t('Models: {0}.', labels.map(label => plainLabel(label)).join(', '));

const paragraphs = (...texts: readonly string[]): string => texts.filter(text => text !== '').join('\n\n');

const hostsOf = (origins: readonly string[]): string => origins.map(hostOf).join(', ');
