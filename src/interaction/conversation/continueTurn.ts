import * as l10n from '@vscode/l10n';
import { ask } from '../../assist/tasks/ask.ts';
import type { EarlierTurn as EarlierTurn } from '../../assist/assistance.ts';
import { continueInstruction } from '../../assist/continue.ts';
import { howAsked } from './followUp.ts';
import type { AskRequest } from '../asking/askRequest.ts';
import type { Conversation } from './conversation.ts';
import type { Turn } from './turn.ts';

/** What breaks off time and again is not worth a third try. */
const maxContinuations = 2;

/** Did its answer break off where it could be taken up: at the length limit, or with a failure? Never an edit's. */
export function isContinuable(turn: Turn): boolean {
  if (turn.form !== 'prose' || turn.text.trim() === '' || turn.decision === 'discarded') return false;
  if ((turn.continuations ?? 0) >= maxContinuations) return false;
  return turn.phase === 'failed' || (turn.phase === 'done' && turn.answer?.finish === 'length');
}

/** Asks in the same conversation to go on where the turn's answer broke off. */
export async function continueTurn(conversation: Conversation, turn: Turn, asked: AskRequest): Promise<void> {
  if (conversation.isWorking || !isContinuable(turn)) return;
  const { context, place } = asked;
  const count = (turn.continuations ?? 0) + 1;
  const first = asked.continues?.first ?? turn.id;
  conversation.markContinued(first, count);
  await conversation.ask(
    {
      assistance: ask,
      context: { ...context, input: continueInstruction(turn.text), turns: earlierTurns(turn, asked) },
      continues: { text: turn.text, count, first },
      ...(place && { place }),
    },
    { title: asked.continues ? turn.title : l10n.t('Continue: {0}', turn.title) },
  );
}

/** What was said so far; of an answer that is continued again only the whole as it stands now. */
function earlierTurns(turn: Turn, asked: AskRequest): readonly EarlierTurn[] {
  const { context, continues } = asked;
  const before = context.turns.at(-1);
  if (continues && before && turn.partials.length === 0)
    return [...context.turns.slice(0, -1), { ...before, answer: turn.text }];
  return [...context.turns, { question: context.input || turn.title, answer: turn.text, ...howAsked(asked) }];
}
