import type { ReadSource } from '../code/readSource.ts';
import { isObject } from '../model/json.ts';
import type { EditRule } from './editRule.ts';

/** Changes JSON: sets or removes a key, sorts the keys, formats. */
export const editJson: EditRule = {
  sign: /\b(add|set|change|remove|delete|sort|format|indent|pretty)\b/i,
  apply: (source, instruction) => {
    const value = source.language.id === 'json' ? parsed(source) : undefined;
    if (value === undefined) return source.code;
    const step = /^[ \t]+(?=["[{])/m.exec(source.code)?.[0] ?? '  ';
    const changed = changeValue(value, instruction);
    return changed === undefined ? source.code : JSON.stringify(changed, undefined, step);
  },
};

function parsed({ code }: ReadSource): unknown {
  try {
    return JSON.parse(code) as unknown;
  } catch {
    // Broken JSON can not be changed by rules; the code then stays as it is.
    return undefined;
  }
}

const setSign =
  /\b(?:add|set|change)\s+(?:an?\s+|the\s+)?(?:key\s+|property\s+|field\s+)?["'`]?(?<key>[\w.-]+)["'`]?\s*(?:to|=|:|with(?:\s+the)?(?:\s+value)?)\s*(?<value>[\s\S]+?)[.\s]*$/i;
const removeSign = /\b(?:remove|delete)\s+(?:the\s+)?(?:key\s+|property\s+|field\s+)?["'`]?(?<key>[\w.-]+)["'`]?/i;

function changeValue(value: unknown, instruction: string): unknown {
  if (/\bsort\b/i.test(instruction)) return sorted(value);
  const set = setSign.exec(instruction)?.groups;
  if (set !== undefined && isObject(value)) return { ...value, [set['key'] ?? '']: readValue(set['value'] ?? '') };
  const removed = removeSign.exec(instruction)?.groups?.['key'];
  if (removed !== undefined && isObject(value))
    return Object.fromEntries(Object.entries(value).filter(([key]) => key !== removed));
  return /\b(format|indent|pretty)\b/i.test(instruction) ? value : undefined;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

/** A value as somebody writes it in a sentence: JSON, or else a text. */
function readValue(text: string): unknown {
  const bare = text.trim().replace(/^[`']|[`']$/g, '');
  try {
    return JSON.parse(bare) as unknown;
  } catch {
    // Words without quotes are meant as a text.
    return bare;
  }
}
