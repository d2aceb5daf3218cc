import * as l10n from '@vscode/l10n';
import type { AskRequest } from '../asking/askRequest.ts';
import type { StoredQuestion } from '../history/storedQuestion.ts';
import type { User } from '../platform/user.ts';
import { plainLabel } from '../text/cleanText.ts';

/** What changing a kept question needs of the world. */
export interface ChangeWordsParts {
  readonly user: Pick<User, 'tell' | 'type'>;
  readonly change: (id: string, words: string) => Promise<void>;
}

/** Characters. */
const longestWords = 10_000;

/** The words in which a question will be asked; '': it has none of the user's. */
export const askedWords = ({ words, context, linked }: StoredQuestion): string =>
  words ?? (linked === undefined ? context.input : '');

/** What is asked with these words, if the user has changed them. */
export const withWords = (asked: AskRequest, { words }: StoredQuestion): AskRequest =>
  words === undefined ? asked : { ...asked, context: { ...asked.context, input: words } };

/** Lets the user change the words of a kept question. Nothing is asked by that. */
export async function changeWords(question: StoredQuestion, { user, change }: ChangeWordsParts): Promise<void> {
  const value = askedWords(question);
  if (value === '')
    return user.tell(
      l10n.t('This question has no words of yours that could be changed. It asks about the code alone.'),
    );
  const typed = await user.type({
    title: l10n.t('Change “{0}”', plainLabel(question.title, 60)),
    prompt: l10n.t('It is asked in these words from now on. Nothing is sent yet.'),
    value,
    check: text =>
      text.trim() === ''
        ? l10n.t('Type your question.')
        : text.length > longestWords
          ? l10n.t('At most {0} characters.', longestWords)
          : undefined,
  });
  const words = typed?.trim();
  if (words !== undefined && words !== value) await change(question.id, words);
}
