import * as l10n from '@vscode/l10n';
import type { Conversation } from '../conversation/conversation.ts';
import type { Turn } from '../conversation/turn.ts';
import type { StoredAnswer } from '../history/storedAnswer.ts';
import type { AskRequest, Proposal, ProposalShown } from '../asking/askRequest.ts';
import type { User } from '../platform/user.ts';
import { isObject } from '../../core/shared/isObject.ts';
import { longestNote } from './decidedAnswer.ts';
import { reasonsFor } from './reviewItems.ts';
import type { ReviewQueue } from './reviewQueue.ts';

/** What deciding about answers needs of the world. */
export interface DecideParts {
  readonly user: Pick<User, 'offer' | 'pick' | 'tell' | 'type' | 'warn'>;
  readonly queue: ReviewQueue;
  /** The conversation that was kept under this id. */
  readonly restore: (id: string) => Promise<Conversation | undefined>;
  /** Remembers a turn about which was decided. */
  readonly remember: (conversation: Conversation, turn: Turn, waits: boolean) => Promise<void>;
  readonly show: (conversation: Conversation, title: string) => void;
  /** Shows a proposed edit as a diff. */
  readonly propose: (proposal: Proposal) => Promise<ProposalShown>;
  /** Tells what was done, without a box. */
  readonly mention: (words: string) => void;
}

/** An answer that waits, with its turn. */
export interface Waiting {
  readonly conversation: Conversation;
  readonly turn: Turn;
  readonly asked: AskRequest;
}

/**
 * Approves or rejects an answer that waits, with a note if the user likes. An approved one is from then on as any other: an edit is
 * shown as a diff, to be accepted there.
 */
export async function decideAnswer(
  outcome: 'approved' | 'discarded',
  item: unknown,
  parts: DecideParts,
): Promise<void> {
  const waiting = await waitingAnswer(item, parts);
  const note = waiting && (await noteFor(outcome, waiting.turn.title, parts.user));
  if (!waiting || note === undefined) return;
  const { conversation, turn } = waiting;
  parts.queue.say(turn.id, { note });
  await conversation.decide(turn.id, outcome);
  await parts.remember(conversation, turnNow(waiting), false);
  if (outcome === 'approved' && turn.presenter === 'panel') parts.show(conversation, turn.title);
  parts.mention(outcome === 'approved' ? l10n.t('Answer approved.') : l10n.t('Answer rejected.'));
}

/** The code of an answer that waits, for the user to change; undefined: there is none, which is said. */
export async function codeToEdit(
  item: unknown,
  parts: DecideParts,
): Promise<(Waiting & { readonly code: string }) | undefined> {
  const waiting = await waitingAnswer(item, parts);
  if (!waiting) return undefined;
  const { assistance, context, place } = waiting.asked;
  const outcome = assistance.read(waiting.turn.text, context);
  if (outcome.kind === 'replacement' && place) return { ...waiting, code: outcome.code };
  parts.user.tell(l10n.t('This answer holds no code that could be edited. Approve or reject it as it is.'));
  return undefined;
}

/** Shows what the user has made of an answer as a diff, and remembers that it was approved so; false: it cannot be shown. */
export async function proposeEdited(
  { conversation, turn, asked }: Waiting,
  code: string,
  parts: DecideParts,
): Promise<boolean> {
  const { assistance, context, place } = asked;
  const outcome = assistance.read(turn.text, context);
  if (outcome.kind !== 'replacement' || !place) return false;
  const note = await noteFor('approved', turn.title, parts.user);
  if (note === undefined) return false;
  const { refusal } = await parts.propose({
    ...{
      task: assistance.task,
      place,
      original: outcome.original ?? context.code,
      replacement: code,
      title: turn.title,
    },
    summary: l10n.t('edited by you'),
  });
  if (refusal !== undefined) {
    parts.user.warn(refusal);
    return false;
  }
  parts.queue.say(turn.id, { note, isEdited: true });
  await conversation.decide(turn.id, 'approved', false);
  await parts.remember(conversation, turnNow({ conversation, turn }), false);
  return true;
}

/** The answer that an item of the view stands for, or that the user picks; it comes from anywhere, so only what waits counts. */
async function waitingAnswer(item: unknown, { user, queue, restore }: DecideParts): Promise<Waiting | undefined> {
  const all = await queue.waiting();
  const id = isObject(item) ? item['id'] : undefined;
  const kept = id === undefined ? await picked(all, user) : all.find(each => each.id === id);
  const conversation = kept && (await restore(kept.conversation));
  const turn = conversation?.turns.find(each => each.id === kept?.id);
  const asked = turn && conversation?.askedIn(turn.id);
  if (conversation && turn && asked) return { conversation, turn, asked };
  if (id !== undefined || all.length === 0) user.tell(l10n.t('This answer does not wait for a decision any more.'));
  return undefined;
}

const picked = (all: readonly StoredAnswer[], user: Pick<User, 'pick'>): Promise<StoredAnswer | undefined> =>
  all.length === 0
    ? Promise.resolve(undefined)
    : user.pick(
        l10n.t('Answers that wait for your decision'),
        all.map(value => ({ label: value.title, detail: reasonsFor(value)[0] ?? '', value })),
      );

const noteFor = (
  outcome: 'approved' | 'discarded',
  title: string,
  user: Pick<User, 'type'>,
): Promise<string | undefined> =>
  user.type({
    title: outcome === 'approved' ? l10n.t('Approve “{0}”', title) : l10n.t('Reject “{0}”', title),
    prompt: l10n.t('A note, if you like. Enter decides, Escape leaves the answer waiting.'),
    check: text => (text.length > longestNote ? l10n.t('At most {0} characters.', longestNote) : undefined),
  });

const turnNow = ({ conversation, turn }: Pick<Waiting, 'conversation' | 'turn'>): Turn =>
  conversation.turns.find(({ id }) => id === turn.id) ?? turn;
