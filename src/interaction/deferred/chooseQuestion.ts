import * as l10n from '@vscode/l10n';
import { plainLabel } from '../text/cleanText.ts';
import type { StoredQuestion } from '../history/storedQuestion.ts';
import { queueDetails } from './deferredText.ts';
import type { Choice, User } from '../platform/user.ts';

/** What choosing one of the kept questions needs of the world. */
export interface ChooseQuestionParts {
  readonly user: Pick<User, 'pick' | 'tell'>;
  /** Wall-clock ms. */
  readonly wall: () => number;
  readonly list: () => Promise<readonly StoredQuestion[]>;
  readonly ask: (questions: readonly StoredQuestion[]) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
  readonly move: (id: string, way: 'up' | 'down') => Promise<void>;
}

/** Lists the questions kept for later; the one that the user picks is asked now, put elsewhere or not kept any more. */
export async function chooseQuestion({ user, wall, ...queue }: ChooseQuestionParts): Promise<void> {
  const questions = await queue.list();
  if (questions.length === 0) return user.tell(l10n.t('No question is kept for later.'));
  const now = wall();
  const question = await user.pick(
    l10n.t('Questions kept for later: choose one to ask, move or remove it'),
    questions.map(value => ({ value, label: plainLabel(value.title, 120), description: queueDetails(value, now) })),
  );
  if (!question) return;
  const wanted = await user.pick(plainLabel(question.title, 120), ways(questions, question));
  if (wanted === 'ask') await queue.ask([question]);
  else if (wanted === 'remove') await queue.remove(question.id);
  else if (wanted !== undefined) await queue.move(question.id, wanted);
}

/** At an end of the list it can be moved one way only. */
function ways(
  all: readonly StoredQuestion[],
  question: StoredQuestion,
): readonly Choice<'ask' | 'remove' | 'up' | 'down'>[] {
  return [
    { value: 'ask', label: l10n.t('Ask Now') },
    ...(question === all[0] ? [] : [{ value: 'up' as const, label: l10n.t('Move Up') }]),
    ...(question === all.at(-1) ? [] : [{ value: 'down' as const, label: l10n.t('Move Down') }]),
    { value: 'remove', label: l10n.t('Remove from List') },
  ];
}
