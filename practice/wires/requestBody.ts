import { Refusal } from '../model/refusal.ts';
import type { Json } from './wire.ts';

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Parses a request's body; throws a `Refusal` when it is not a JSON object. */
export function parseObject(body: string): Json {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch (error) {
    throw new Refusal('bad-request', `We could not parse the JSON body of your request. (${String(error)})`);
  }
  if (!isObject(value)) throw new Refusal('bad-request', 'The body of your request must be a JSON object.');
  return value;
}

/** The text of a message's content: a string, or a list of parts of which the text ones count. */
export function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content
    .map((part: unknown) => (isObject(part) && typeof part['text'] === 'string' ? part['text'] : ''))
    .join('');
}

/** The body's messages; throws a `Refusal` when there are none. */
export function messagesOf(body: Json): readonly Json[] {
  const messages = body['messages'];
  if (!Array.isArray(messages) || messages.length === 0) {
    throw new Refusal('bad-request', "Missing required parameter: 'messages'.", 'messages');
  }
  return messages.filter(isObject);
}

/** A number above zero, or undefined. */
export function positiveNumber(value: unknown): number | undefined {
  return typeof value === 'number' && value > 0 ? value : undefined;
}
