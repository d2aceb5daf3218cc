import type { Answer } from '../../src/core/model/answer.ts';
import { Failure } from '../../src/core/model/failure.ts';
import type { Question } from '../../src/core/model/question.ts';
import type { Target } from '../../src/core/model/target.ts';
import { Activity } from '../../src/core/status/activity.ts';
import type { ConversationParts } from '../../src/interaction/conversation/conversation.ts';
import { targetOf } from './scripted.ts';
import type { VirtualClock } from './virtualClock.ts';

/** Answers questions so, one after another, and notes them down; what runs out is never answered. */
export const answering =
  (replies: readonly (Answer | Error)[], questions: Question[]) =>
  (question: Question): Promise<Answer> => {
    const reply = replies[questions.push(question) - 1];
    if (!reply) return new Promise(() => undefined);
    return reply instanceof Error ? Promise.reject(reply) : Promise.resolve(reply);
  };

/** The surroundings of a conversation in which nothing is in the way; `ask` is all of the client, `more` what a test is about. */
export function conversationParts(
  clock: VirtualClock,
  ask: (question: Question) => Promise<Answer>,
  {
    targets = [targetOf('claude')],
    ...more
  }: Partial<ConversationParts> & { readonly targets?: readonly Target[] } = {},
): ConversationParts {
  return {
    clock,
    newId: () => crypto.randomUUID(),
    client: () => ({
      targets,
      ask,
      tryOnce: () => Promise.reject(new Failure('unknown')),
      preview: () => Promise.resolve([]),
    }),
    thresholds: () => ({ auto: 0.8, review: 0.5 }),
    totalMs: () => 30_000,
    confirm: () => Promise.resolve(true),
    scope: () => 'test',
    maxInputTokens: () => 8_000,
    budget: { takeLeave: () => false, askLeave: () => Promise.resolve(undefined) },
    activity: new Activity(clock),
    facts: () => Promise.reject(new Failure('unknown')),
    labelOf: target => target,
    findTargets: () => Promise.resolve(),
    propose: () => Promise.resolve(undefined),
    began: () => undefined,
    ended: () => undefined,
    ...more,
  };
}
