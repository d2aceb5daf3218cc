import type { LearntFacts } from '../../core/model/learntFacts.ts';
import type { AnswerSchema } from '../../core/model/purpose.ts';
import type { Question } from '../../core/model/question.ts';
import type { Target } from '../../core/model/target.ts';
import type { Json } from '../errors/json.ts';

/**
 * Servers that are known to hold an answer to a schema. Of another one nobody knows: some refuse it, some take it and do as they
 * like (ggml-org/llama.cpp#10732), and what is said in words holds everywhere.
 */
const holding = /^https:\/\/(?:api\.openai\.com|api\.anthropic\.com|api\.mistral\.ai|[\w-]{1,63}\.openai\.azure\.com)$/;

/** Parameters with which the user has decided already what an answer is like. */
const decided = ['response_format', 'tools', 'tool_choice', 'functions', 'function_call'];

/** The schema that goes along in the protocol's own way; undefined: the form is said in words alone. */
export function ownForm(target: Target, { purpose }: Question, { takesForm }: LearntFacts): AnswerSchema | undefined {
  const { origin, parameters } = target;
  const isTaken = takesForm && holding.test(origin) && !decided.some(name => name in parameters);
  return isTaken && !thinks(parameters) ? purpose?.expects.json?.schema : undefined;
}

/** Anthropic lets no tool be forced on a model that thinks (langchain-ai/langchain#35551). */
function thinks({ thinking }: Target['parameters']): boolean {
  return thinking !== undefined && (thinking as Json | null)?.['type'] !== 'disabled';
}

/** As chat completions are told it. */
export const responseFormat = ({ name, schema }: AnswerSchema): Json => ({
  response_format: { type: 'json_schema', json_schema: { name, strict: true, schema } },
});

/** As Anthropic's messages are told it: a tool that must be called once, its input being the answer. */
export const forcedTool = ({ name, schema }: AnswerSchema): Json => ({
  tools: [{ name, description: 'Takes the answer.', input_schema: schema }],
  tool_choice: { type: 'tool', name, disable_parallel_tool_use: true },
});
