import type { Ask, Layer } from '../model/layer.ts';
import { Failure } from '../model/failure.ts';
import type { Answer } from '../model/answer.ts';
import type { Target } from '../model/target.ts';
import type { TextPart } from '../model/prompt.ts';
import type { Question } from '../model/question.ts';
import type { JsonForm } from '../model/purpose.ts';

/**
 * Holds an answer of one target that must be JSON to its form. One that is not is asked for once more, with what was wrong; after
 * that the target makes way for the next one: Failure 'malformed', code 'form'. What has been written of it so far is of no use
 * to anybody, so it is told as progress, and is no reason not to ask again.
 */
export const structured =
  (target: Target): Layer =>
  next =>
  async question => {
    const json = question.purpose?.expects.json;
    if (!json) return next(question);
    const asked = unseen(question);
    const answer = await whole(next, asked);
    const first = read(answer, json);
    if ('answer' in first) return first.answer;
    if (question.attempts.left <= 0) throw unfit(answer, target);
    question.notes({ kind: 'asked-again', because: 'not-json' });
    const again = await secondTry(next, corrected(asked, answer, first.fault));
    const second = again && read(again, json);
    if (second && 'answer' in second) return second.answer;
    throw unfit(again ?? answer, target);
  };

/** The cause of a failure whose target has answered in another form than was asked for, twice: what it has answered. */
export class UnfitAnswer extends Error {
  readonly answer: Answer;

  constructor(answer: Answer) {
    super('unfit answer');
    this.answer = answer;
  }
}

const unfit = (answer: Answer, { id }: Target): Failure =>
  new Failure('malformed', { target: id, code: 'form', cause: new UnfitAnswer(answer) });

function unseen(question: Question): Question {
  const { onEvent } = question;
  if (!onEvent) return question;
  return { ...question, onEvent: event => onEvent(event.kind === 'text' ? { kind: 'thinking' } : event) };
}

/** Half an answer is none: what had arrived is kept from nobody, so the last resort may step in. */
async function whole(next: Ask, question: Question): Promise<Answer> {
  try {
    return await next(question);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { partial, ...details } = error.details;
    throw partial === undefined ? error : new Failure(error.kind, details);
  }
}

/** undefined: the second try failed. What the user stopped stays stopped, and what nobody could do better is told. */
async function secondTry(next: Ask, question: Question): Promise<Answer | undefined> {
  try {
    return await whole(next, question);
  } catch (error) {
    const isOver = !(error instanceof Failure) || question.signal.aborted || error.rules.next === 'no';
    if (isOver) throw error;
    return undefined;
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
  if (answer.finish === 'refused') return { answer };
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
