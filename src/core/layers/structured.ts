import type { Ask, Layer } from '../model/layer.ts';
import { Failure } from '../model/failure.ts';
import type { Answer } from '../model/answer.ts';
import type { TextPart } from '../model/prompt.ts';
import type { Question } from '../model/question.ts';
import type { JsonForm } from '../model/purpose.ts';

/**
 * Holds an answer that must be JSON to its form. One that is not is asked for once more, with what was wrong; then the form's
 * predefined response stands in for it, marked as such, so a question for data always gets data.
 */
export const structured = (): Layer => next => async question => {
  const json = question.purpose?.expects.json;
  const answer = await next(question);
  if (!json || answer.finish === 'refused') return answer;
  const first = read(answer, json);
  if ('answer' in first) return first.answer;
  question.notes({ kind: 'asked-again', because: 'not-json' });
  const again =
    question.attempts.left > 0 ? await secondTry(next, corrected(question, answer, first.fault)) : undefined;
  const second = again && read(again, json);
  if (second && 'answer' in second) return second.answer;
  return { ...(again ?? answer), text: json.predefined, degraded: [...answer.degraded, 'predefined'] };
};

/** undefined: the second try failed. What the user stopped stays stopped. */
async function secondTry(next: Ask, question: Question): Promise<Answer | undefined> {
  try {
    return await next(question);
  } catch (error) {
    if (error instanceof Failure && !question.signal.aborted) return undefined;
    throw error;
  }
}

const longestEcho = 2_000; // characters of the unfit answer that are sent back

/** The question, with the answer that did not fit and what is wrong with it. Written for the model, so not translated. */
function corrected(question: Question, { text }: Answer, fault: string): Question {
  const { request } = question;
  const complaint = `That is not what was asked for: ${fault} Answer again, with the JSON alone.`;
  const parts: readonly TextPart[] = [
    ...request.parts,
    {
      kind: 'text',
      name: 'unfit answer',
      role: 'assistant',
      text: text.slice(0, longestEcho) || '(nothing)',
      priority: 94,
    },
    { kind: 'text', name: 'complaint', role: 'user', text: complaint, priority: 95 },
  ];
  return { ...question, request: { ...request, template: `${request.template}+json`, parts } };
}

type Reading = { readonly answer: Answer } | { readonly fault: string };

function read(answer: Answer, json: JsonForm): Reading {
  const text = withoutFence(answer.text);
  const value = parsed(text);
  if (value === undefined) return { fault: 'It is not valid JSON.' };
  if (isTooDeep(value)) return { fault: 'It is nested too deeply.' };
  const fault = json.check(value);
  return fault === undefined ? { answer: { ...answer, text } } : { fault };
}

/** Models like to put JSON into a code block. */
function withoutFence(text: string): string {
  const whole = text.trim();
  const [opening = ''] = /^```(?:json)?[ \t\r]*\n/.exec(whole) ?? [];
  if (opening === '' || !whole.endsWith('```')) return whole;
  const inside = whole.slice(opening.length, -3).trimEnd();
  return whole.slice(opening.length + inside.length, -3).includes('\n') ? inside : whole;
}

/** undefined: not JSON, which itself knows no undefined. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const maxDepth = 64; // F121

/** Without recursion, which a hostile depth would overflow. */
function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; depth < maxDepth; depth += 1) {
    level = level.flatMap((each): unknown[] => (typeof each === 'object' && each !== null ? Object.values(each) : []));
    if (level.length === 0) return false;
  }
  return true;
}
