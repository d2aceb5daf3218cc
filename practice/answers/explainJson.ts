import { isObject } from '../model/json.ts';
import type { Detail } from '../wording/describe.ts';
import { count, tick, tickAll } from '../wording/words.ts';

/** Explains JSON by its keys and values. */
export function explainJson(code: string, detail: Detail): string {
  let value: unknown;
  try {
    value = JSON.parse(code);
  } catch (error) {
    return `This is meant to be JSON, but it does not parse: ${error instanceof Error ? error.message : 'unknown reason'}.`;
  }
  const head = `This is JSON: ${describeValue(value)}.`;
  if (detail === 1 || !isObject(value)) return head;
  const entries = Object.entries(value).slice(0, detail === 2 ? 8 : 40);
  return [head, entries.map(([key, inner]) => `- ${tick(key)}: ${describeValue(inner)}`).join('\n')].join('\n\n');
}

function describeValue(value: unknown): string {
  if (Array.isArray(value)) {
    const kinds = [...new Set(value.map((inner: unknown) => kindOf(inner)))];
    return `a list of ${count(value.length, 'entry', 'entries')}${kinds.length === 1 ? `, each ${kinds[0] ?? ''}` : ''}`;
  }
  if (isObject(value)) {
    const keys = Object.keys(value);
    return keys.length === 0 ? 'an empty object' : `an object with ${count(keys.length, 'key')}: ${tickAll(keys)}`;
  }
  return `the ${kindOf(value).replace(/^an? /, '')} ${tick(JSON.stringify(value) ?? 'null')}`;
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (isObject(value)) return 'an object';
  if (typeof value === 'string') return 'a text';
  if (typeof value === 'number') return 'a number';
  return value === null ? 'a null' : 'a boolean';
}
