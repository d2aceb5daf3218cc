import { isObject, type Json } from '../model/json.ts';
import { Refusal } from '../model/refusal.ts';

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
