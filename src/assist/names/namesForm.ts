import * as v from 'valibot';
import { parseJson } from '../../core/shared/parseJson.ts';
import type { JsonForm } from '../../core/model/purpose.ts';
import { answerSchema, listOf as schemaOfList, objectOf, someText } from '../answerSchema.ts';
import type { SuggestedName } from '../assistance.ts';

const longestReason = 200;

const reason = v.optional(v.string(), '');
const named = v.object({ name: v.string(), reason });
const list = v.array(v.union([named, v.string()]));
/** `{"names": [{"name": "…", "reason": "…"}]}`; models give plainer shapes as well. */
const schema = v.union([v.object({ names: list }), list, named, v.object({ newName: v.string(), reason })]);
const byName = v.record(v.string(), v.string());

/** `{"names": [{"name": "…", "reason": "…"}]}`, the best first. */
export const namesForm: JsonForm = {
  schema: answerSchema('names', { names: schemaOfList(objectOf({ name: someText, reason: someText })) }),
  check: value =>
    namesIn(value).length > 0 ? undefined : 'It is not {"names": [{"name": "…", "reason": "…"}]} with a name at least.',
  predefined: '{"names":[]}',
};

/** The names of an answer as they were written; of an object from old names to new ones, that for `current`. */
export function writtenNames(text: string, current: string): readonly SuggestedName[] {
  for (const candidate of candidates(text)) {
    const value = parseJson(candidate);
    const found = value === undefined ? [] : namesIn(value, current);
    if (found.length > 0) return found;
  }
  return namesInList(text);
}

/** The text itself, and what stands between its first and its last bracket, where there are words around it. */
const candidates = (text: string): readonly string[] => [text, between(text, '{', '}'), between(text, '[', ']')];

const between = (text: string, open: string, close: string): string =>
  text.slice(Math.max(text.indexOf(open), 0), text.lastIndexOf(close) + 1);

function namesIn(value: unknown, current?: string): readonly SuggestedName[] {
  const { success, output } = v.safeParse(schema, value);
  if (success)
    return listOf(output)
      .map(each => (typeof each === 'string' ? suggested(each, '') : each))
      .map(tidy);
  const renamed = v.safeParse(byName, value);
  const name = renamed.success && current !== undefined ? renamed.output[current] : undefined;
  return name === undefined ? [] : [suggested(name, '')];
}

function listOf(output: v.InferOutput<typeof schema>): readonly (SuggestedName | string)[] {
  if (Array.isArray(output)) return output;
  if ('names' in output) return output.names;
  return ['name' in output ? output : suggested(output.newName, output.reason)];
}

const suggested = (name: string, why: string): SuggestedName => ({ name, reason: why });

const tidy = (each: SuggestedName): SuggestedName =>
  suggested(each.name, each.reason.replace(/\s+/g, ' ').trim().slice(0, longestReason));

/** A list in words: each item begins with a name in backticks, behind which stands the reason. */
function namesInList(text: string): readonly SuggestedName[] {
  return text.split('\n').flatMap(line => {
    const [, name, why = ''] =
      /^(?:[-*•]|\d{1,2}[.)]) {1,4}(?:\*\*)?`([^`\n]{1,100})`(?:\*\*)?([^\n]{0,300})/.exec(line.trimStart()) ?? [];
    return name === undefined ? [] : [tidy(suggested(name, why.replace(/^\s?[:\-–—]{1,4}/, '')))];
  });
}
