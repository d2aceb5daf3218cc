import { ask } from '../../assist/ask.ts';
import { askedIn } from '../../assist/contextSections.ts';
import type { EarlierTurn } from '../../assist/assistance.ts';
import type { AskRequest } from '../asking/askRequest.ts';
import { withUses, type UsesOf } from '../asking/withUses.ts';
import type { Conversation } from './conversation.ts';

/** So many earlier turns of a conversation are sent along. */
const sentTurns = 6;

/** A question about the same code, with what was said before, and with its uses where it asks for them. */
export async function followUp(conversation: Conversation, text: string, usesOf: UsesOf): Promise<void> {
  const last = conversation.turns.at(-1);
  const asked = last && conversation.askedIn(last.id);
  if (!asked || conversation.isWorking) return;
  const turns: EarlierTurn[] = conversation.turns
    .filter(turn => turn.phase === 'done' && turn.decision !== 'discarded')
    .map(turn => ({ question: turn.title, answer: turn.text, ...howAsked(conversation.askedIn(turn.id)) }))
    .slice(-sentTurns);
  const context = await withUses({ ...asked, context: { ...asked.context, input: text, turns } }, usesOf);
  if (conversation.isWorking) return; // asked twice while the editor was looking
  await conversation.ask({ assistance: ask, context, ...(asked.place && { place: asked.place }) }, { title: text });
}

/** Of a turn that is still known: the very words that were sent. */
export function howAsked(before: AskRequest | undefined): Pick<EarlierTurn, 'asked'> {
  return before ? { asked: askedIn(before.assistance.prompt(before.context)) } : {};
}
