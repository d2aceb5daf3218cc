import type { AnswerEvent } from '../core/model/answerEvent.ts';
import type { Facts } from './facts.ts';
import type { OfflinePhrases } from './offlineAnswer.ts';
import type { Purpose } from '../core/model/purpose.ts';
import type { Clock } from '../core/model/clock.ts';
import type { Assistance, Context } from './assistance.ts';
import { expectationOf } from './expectation.ts';
import type { Instruction } from './instructions/instruction.ts';
import { withInstructions } from './instructions/withInstructions.ts';
import { rephrased } from './rephrase.ts';
import type { SignCode } from '../core/model/answer.ts';
import { type Question, maxAttempts } from '../core/model/question.ts';

/** What a question needs besides its task and context. */
export interface Circumstances {
  readonly clock: Clock;
  readonly id: string;
  readonly scope: string;
  /** The time budget, counted from now, ms. */
  readonly totalMs: number;
  readonly signal: AbortSignal;
  readonly notes: Question['notes'];
  readonly onPassOver?: NonNullable<Question['onPassOver']>;
  readonly onAsking?: NonNullable<Question['onAsking']>;
  readonly onEvent?: (event: AnswerEvent) => void;
  /** What the language services know, for an answer without a model; undefined: none is wanted. */
  readonly offline?: { readonly facts: () => Promise<Facts>; readonly phrases: () => OfflinePhrases };
  readonly fresh?: boolean;
  readonly only?: readonly string[];
  readonly answeredBefore?: string;
  /** Most input tokens the user wants sent; undefined: as many as the target takes. */
  readonly maxInputTokens?: number;
  readonly overBudget?: boolean;
  /** What was wrong with the answer before, when it is asked again because of that. */
  readonly doubts?: readonly SignCode[];
  /** What the owner of the workspace wants models to know. */
  readonly instructions?: readonly Instruction[];
}

/** The question that asks for an assistance in a context, its time budget beginning now. */
export function createQuestion(assistance: Assistance, context: Context, around: Circumstances): Question {
  const { clock, totalMs, doubts, offline, scope, instructions = [], ...rest } = around;
  const prompt = withInstructions(assistance.prompt(context), instructions);
  return {
    ...rest,
    request: {
      ...(doubts ? rephrased(prompt, doubts) : prompt),
      sampling: (context.items && assistance.samplingOf?.(context.items.length)) ?? assistance.sampling,
      ...secretsOf(context),
    },
    purpose: {
      task: assistance.task,
      expects: assistance.expects?.(context) ?? expectationOf(assistance.form, context),
      scope,
      ...(context.used && { used: context.used }),
      ...withoutModel(assistance, context, offline),
    },
    taskClass: assistance.taskClass,
    priority: 'interactive',
    until: clock.now() + totalMs,
    attempts: { left: maxAttempts },
    alternatives: 0,
  };
}

/** Those of the text that was sent before are among them, when it is sent again. */
function secretsOf({ secrets = [], earlier }: Context): Pick<Question['request'], 'secrets'> {
  const all = [...secrets, ...(earlier?.secrets ?? [])];
  return all.length > 0 ? { secrets: all } : {};
}

/** Never rejects: a language service that fails is one that knows nothing, and the answer says so. */
function withoutModel(
  { offline: say }: Assistance,
  { code, language }: Context,
  offline: Circumstances['offline'],
): Pick<Purpose, 'offline'> {
  if (!say || !offline) return {};
  const factsOf = async (): Promise<Facts | undefined> => {
    try {
      return await offline.facts();
    } catch {
      return undefined;
    }
  };
  return { offline: async () => say({ facts: await factsOf(), code, language }, offline.phrases()) };
}
