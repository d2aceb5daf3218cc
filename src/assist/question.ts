import { maxAttempts, type Facts, type Question, type SignCode } from '../core/model/ask.ts';
import type { Clock } from '../core/model/clock.ts';
import type { Assistance, Context } from './assistance.ts';
import { rephrased } from './rephrase.ts';

/** What a question needs besides its task and context. */
export interface Circumstances {
  readonly clock: Clock;
  readonly id: string;
  readonly scope: string;
  /** The time budget, counted from now, ms. */
  readonly totalMs: number;
  readonly signal: AbortSignal;
  readonly notes: Question['notes'];
  readonly onEvent?: Question['onEvent'];
  readonly facts?: () => Promise<Facts>;
  readonly fresh?: boolean;
  readonly only?: readonly string[];
  /** Most input tokens the user wants sent; undefined: as many as the target takes. */
  readonly maxInputTokens?: number;
  readonly overBudget?: boolean;
  /** What was wrong with the answer before, when it is asked again because of that. */
  readonly doubts?: readonly SignCode[];
}

/** The question that asks for an assistance in a context, its time budget beginning now. */
export function createQuestion(assistance: Assistance, context: Context, around: Circumstances): Question {
  const prompt = assistance.prompt(context);
  const { clock, totalMs, doubts, onEvent, facts, fresh, only, ...rest } = around;
  return {
    ...rest,
    task: assistance.task,
    taskClass: assistance.taskClass,
    priority: 'interactive',
    prompt: doubts ? rephrased(prompt, doubts) : prompt,
    sampling: assistance.sampling,
    expects: { form: assistance.form, language: context.language, code: context.code },
    until: clock.now() + totalMs,
    ...(context.used && { used: context.used }),
    attempts: { left: maxAttempts },
    alternatives: 0,
    ...(onEvent && { onEvent }),
    ...(facts && { facts }),
    ...(fresh && { fresh }),
    ...(only && { only }),
  };
}
