import type { Context, EarlierTurn } from '../../assist/assistance.ts';
import { askedIn } from '../../assist/contextSections.ts';
import { ask } from '../../assist/tasks/ask.ts';
import type { AskRequest } from '../asking/askRequest.ts';
import { withUses, type UsesOf } from '../asking/withUses.ts';
import type { Conversation } from './conversation.ts';

/** So many earlier turns of a conversation are sent along. */
const sentTurns = 6;

/** What a follow-up question brings along. */
export interface FollowUpParts {
  readonly usesOf: UsesOf;
  /** The context with what the user has added in that conversation. */
  readonly withAdded: (context: Context, conversation: string) => Promise<Context>;
}

/** A question about the same code, with what was said before, with its uses where it asks for them, and with what was added. */
export async function followUp(
  conversation: Conversation,
  text: string,
  { usesOf, withAdded }: FollowUpParts,
): Promise<void> {
  const last = conversation.turns.at(-1);
  const asked = last && conversation.askedIn(last.id);
  if (!asked || conversation.isWorking) return;
  const turns: EarlierTurn[] = conversation.turns
    .filter(turn => turn.phase === 'done' && turn.decision !== 'discarded')
    .filter(turn => turn.answer?.freshness !== 'offline') // what the editor knows was for the user alone
    .map(turn => ({ question: turn.title, answer: turn.text, ...howAsked(conversation.askedIn(turn.id)) }))
    .slice(-sentTurns);
  const used = await withUses({ ...asked, context: { ...asked.context, input: text, turns } }, usesOf);
  const context = await withAdded(used, conversation.id);
  if (conversation.isWorking) return; // asked twice while the editor was looking
  await conversation.ask({ assistance: ask, context, ...(asked.place && { place: asked.place }) }, { title: text });
}

/** Of a turn that is still known: the very words that were sent. */
export function howAsked(before: AskRequest | undefined): Pick<EarlierTurn, 'asked'> {
  return before ? { asked: askedIn(before.assistance.prompt(before.context)) } : {};
}
