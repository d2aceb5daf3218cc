import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { withBeginning } from '../../assist/commit/beginning.ts';
import type { SuggestedMessage } from '../../interaction/asking/askRequest.ts';
import { closedText, partlyShownText } from '../../interaction/changes/leftOutText.ts';
import type { User } from '../../interaction/platform/user.ts';
import { followedRepository } from '../../interaction/learned/followedRepository.ts';
import type { WrittenMessage } from '../../interaction/learned/messageJudge.ts';
import { readableDiff } from './gatherChanges.ts';
import { gitRepositories, type GitRepository } from './gitRepositories.ts';

/** What putting a message into its box needs of the world. */
export interface UseMessageParts {
  readonly user: Pick<User, 'offer' | 'warn'>;
  /** Tells what was done, without a box. */
  readonly mention: (words: string) => void;
  /** A message was written into a box: the next commit says what became of it. */
  readonly written: (message: WrittenMessage) => Promise<void>;
}

/** Puts messages into the boxes of repositories, and knows which of them it has put there. */
export class CommitBoxes {
  readonly #parts: UseMessageParts;
  /** By root: what was put there last. */
  readonly #written = new Map<string, string>();

  constructor(parts: UseMessageParts) {
    this.#parts = parts;
  }

  /** What the user has typed stays where it begins the message; anything else of it can be had back. A string says why not. */
  async use({ asked, message, summary, partly, question }: SuggestedMessage): Promise<string | undefined> {
    const root = asked.place?.uri ?? '';
    const repository = (await gitRepositories())?.find(({ rootUri }) => rootUri.toString() === root);
    if (!repository) return l10n.t('The repository is not open any more. The message can be copied from here.');
    const before = repository.inputBox.value;
    const typed = before === this.#written.get(root) ? '' : before;
    const text = withBeginning(typed, message);
    repository.inputBox.value = text;
    this.#written.set(root, text);
    const isFollowed =
      question !== undefined &&
      this.#parts.written({ repository: followedRepository(repository), question, message, typed });
    const told = [
      l10n.t('Commit message written. {0}', summary),
      closedText(asked.closed ?? []),
      partlyShownText(partly),
    ];
    this.#parts.mention(told.filter(words => words !== '').join(' '));
    if (typed.trim() !== '' && !text.startsWith(typed.trimEnd())) void this.#offerUndo(repository, before);
    await vscode.commands.executeCommand('workbench.view.scm');
    await isFollowed; // whoever commits at once is followed, too
    if (await hasChanged(repository, asked.context.code)) this.#parts.user.warn(changedText());
    return undefined;
  }

  async #offerUndo(repository: { readonly inputBox: { value: string } }, before: string): Promise<void> {
    const undo = l10n.t('Undo');
    const message = l10n.t('The commit message that stood there was replaced.');
    const after = repository.inputBox.value;
    const pressed = await this.#parts.user.offer({ kind: 'information', message, buttons: [undo] });
    if (pressed === undo && repository.inputBox.value === after) repository.inputBox.value = before;
  }
}

async function hasChanged(repository: GitRepository, diff: string): Promise<boolean> {
  try {
    return (await readableDiff(repository, '')).diff !== diff;
  } catch {
    return false; // the message stands there, and the repository is gone
  }
}

const changedText = (): string =>
  l10n.t(
    'The changes are no longer those of when you asked. The commit message describes the earlier ones; ask again.',
  );
