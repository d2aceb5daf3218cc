import type { Answer } from '../../src/core/model/answer.ts';
import { Failure } from '../../src/core/model/failure.ts';
import type { Question } from '../../src/core/model/question.ts';
import type { Target } from '../../src/core/model/target.ts';
import { AskService, type AskServiceParts } from '../../src/interaction/asking/askService.ts';
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

type AskQuestion = (question: Question) => Promise<Answer>;

/** A way in where nothing is in the way; `ask` is all of the client, `more` what a test is about. */
export function askServiceParts(
  clock: VirtualClock,
  ask: AskQuestion,
  { targets = [targetOf('claude')], ...more }: Partial<AskServiceParts> & { readonly targets?: readonly Target[] } = {},
): AskServiceParts {
  return {
    clock,
    newId: () => crypto.randomUUID(),
    client: () => ({ targets, ask, preview: () => Promise.resolve([]) }),
    scope: () => 'test',
    totalMs: () => 30_000,
    maxInputTokens: () => 8_000,
    findTargets: () => Promise.resolve(),
    confirm: () => Promise.resolve(true),
    overBudgetPolicy: { takeLeave: () => false, hasLeave: () => false, askLeave: () => Promise.resolve(undefined) },
    facts: () => Promise.reject(new Failure('unknown')),
    ...more,
  };
}

/** The surroundings of a conversation in which nothing is in the way; `ask` is all of the client, `more` what a test is about. */
export function conversationParts(
  clock: VirtualClock,
  ask: AskQuestion,
  { targets, ...more }: Partial<ConversationParts> & { readonly targets?: readonly Target[] } = {},
): ConversationParts {
  return {
    askService: new AskService(askServiceParts(clock, ask, targets && { targets })),
    newId: () => crypto.randomUUID(),
    thresholds: () => ({ auto: 0.8, review: 0.5 }),
    labelOf: target => target,
    propose: () => Promise.resolve({ cautions: [] }),
    began: () => undefined,
    ended: () => undefined,
    ...more,
  };
}
