import { isObject, type Json } from '../model/json.ts';
import type { PromptBlock } from '../model/promptCache.ts';
import { countTokens } from '../model/tokens.ts';
import { Refusal } from '../model/refusal.ts';

/** The text of a message's content: a string, or a list of parts of which the text ones count. */
export function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content
    .map((part: unknown) => (isObject(part) && typeof part['text'] === 'string' ? part['text'] : ''))
    .join('');
}

/** The pieces of a content, each with whether it is marked to be remembered; throws a `Refusal` for a mark on nothing. */
export function blocksOf(content: unknown, place: string): readonly PromptBlock[] {
  if (typeof content === 'string') return [{ text: content, isMarked: false, tokens: countTokens(content) }];
  return (Array.isArray(content) ? content : []).filter(isObject).map((part, at) => {
    const text = typeof part['text'] === 'string' ? part['text'] : '';
    const isMarked = isObject(part['cache_control']);
    if (isMarked && text === '')
      throw new Refusal('bad-request', `${place}.${at}.text: cache_control cannot be set for empty text blocks`);
    if (text.trim() === '')
      throw new Refusal('bad-request', `${place}.${at}: text content blocks must contain non-whitespace text`);
    return { text, isMarked, tokens: countTokens(text) };
  });
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
