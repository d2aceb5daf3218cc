import * as l10n from '@vscode/l10n';
import type { UnfollowedWish } from '../../assist/promptFiles/promptFile.ts';
import { cleanLine } from '../text/cleanText.ts';

/** What of a prompt file was not done. */
export interface PromptFileFacts {
  readonly unfollowed: readonly UnfollowedWish[];
  /** Variables that nobody knows, as they are written. */
  readonly unknown: readonly string[];
  /** Links to files that cannot or must not be read, as they are written. */
  readonly leftOut: readonly string[];
  /** Files of which only the beginning goes along. */
  readonly cut: readonly string[];
}

/** What the user should know of a prompt file that was run, one line each. */
export const promptFileText = ({ unfollowed, unknown, leftOut, cut }: PromptFileFacts): readonly string[] => [
  ...unfollowed.map(wish => wishes[wish]()),
  ...(unknown.length > 0
    ? [l10n.t('Variables that are not known stay as they are written: {0}', listed(unknown))]
    : []),
  ...(leftOut.length > 0 ? [l10n.t('Linked files that cannot be sent are left out: {0}', listed(leftOut))] : []),
  ...(cut.length > 0 ? [l10n.t('Only the beginning was sent of: {0}', listed(cut))] : []),
];

const wishes = {
  agent: () => l10n.t('The prompt file asks for an agent. It is answered as a question: nothing is run or changed.'),
  tools: () => l10n.t('The tools that the prompt file names are not used.'),
  model: () => l10n.t('The model that the prompt file names is not chosen: your settings decide.'),
} as const satisfies Record<UnfollowedWish, () => string>;

const listed = (names: readonly string[]): string => names.map(name => cleanLine(name, 100)).join(', ');
