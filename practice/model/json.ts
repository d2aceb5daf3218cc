import { Refusal } from './refusal.ts';

/** A JSON object, as far as nothing is known of it. */
export type Json = Readonly<Record<string, unknown>>;

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
