import * as l10n from '@vscode/l10n';
import type { AskRequest } from '../asking/askRequest.ts';
import type { Conversation } from './conversation.ts';

/** Is just this being asked already? Then a second press of its button means the same question. */
export const isUnderWay = (asked: AskRequest, conversation: Conversation): boolean =>
  conversation.isWorking &&
  conversation.turns.some(({ id, phase }) => phase === 'working' && conversation.askedIn(id) === asked);

/** What is said to who wants another answer before there is one. */
export const stillAnsweredText = (): string =>
  l10n.t('This question is still being answered. Stop it, or wait for its answer.');
