import * as l10n from '@vscode/l10n';
import { docs } from '../../assist/tasks/docs.ts';
import type { AskRequest } from '../asking/askRequest.ts';
import type { Conversation } from '../conversation/conversation.ts';
import { newTurn, type Turn } from '../conversation/turn.ts';
import { titleText } from '../text/assistanceText.ts';

/** What nobody answered, and what nobody was asked any more. */
export interface Rest {
  readonly turns: readonly { readonly turn: Turn; readonly count: number }[];
  readonly unasked: readonly { readonly request: AskRequest; readonly some: readonly unknown[] }[];
}

/** What keeping it needs of the world. */
export interface KeepRestParts {
  readonly newId: () => string;
  /** Keeps the question of a turn for later; false: there is no room. */
  readonly keep: (conversation: Conversation, turn: Turn) => Promise<boolean>;
}

/** Keeps the rest for later, each question as it was asked or would have been; tells how many declarations are in it. */
export async function keepRest(
  conversation: Conversation,
  { turns, unasked }: Rest,
  { newId, keep }: KeepRestParts,
): Promise<number> {
  let kept = 0;
  for (const { turn, count } of turns) if (await keep(conversation, turn)) kept += count;
  for (const { request, some } of unasked) {
    const { form, presenter, title } = docs;
    const begun = newTurn({
      id: newId(),
      title: titleText(title, request.context),
      form,
      presenter,
      status: l10n.t('No answer'),
    });
    const turn: Turn = { ...begun, phase: 'failed' };
    conversation.restore(turn, request);
    if (await keep(conversation, turn)) kept += some.length;
  }
  return kept;
}
