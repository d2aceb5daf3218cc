import * as l10n from '@vscode/l10n';
import { plainLabel } from '../text/cleanText.ts';
import type { StoredQuestion } from '../history/storedQuestion.ts';
import { queueDetails } from './deferredText.ts';
import type { User } from '../platform/user.ts';

/** What choosing one of the kept questions needs of the world. */
export interface ChooseQuestionParts {
  readonly user: Pick<User, 'pick' | 'tell'>;
  /** Wall-clock ms. */
  readonly wall: () => number;
  readonly list: () => Promise<readonly StoredQuestion[]>;
  readonly ask: (questions: readonly StoredQuestion[]) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
}

/** Lists the questions kept for later; the one that the user picks is asked now or not kept any more. */
export async function chooseQuestion({ user, wall, list, ask, remove }: ChooseQuestionParts): Promise<void> {
  const questions = await list();
  if (questions.length === 0) return user.tell(l10n.t('No question is kept for later.'));
  const now = wall();
  const question = await user.pick(
    l10n.t('Questions kept for later: choose one to ask or remove it'),
    questions.map(value => ({ value, label: plainLabel(value.title, 120), description: queueDetails(value, now) })),
  );
  if (!question) return;
  const wanted = await user.pick<'ask' | 'remove'>(plainLabel(question.title, 120), [
    { value: 'ask', label: l10n.t('Ask Now') },
    { value: 'remove', label: l10n.t('Remove from List') },
  ]);
  if (wanted === 'ask') await ask([question]);
  else if (wanted === 'remove') await remove(question.id);
}
