import type { AnswerEvent } from '../core/model/answerEvent.ts';
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
  /** Gives an answer without a model; undefined: none is wanted. */
  readonly offline?: NonNullable<Purpose['offline']>;
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
      ...(assistance.offline && offline && { offline }),
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
