import * as v from 'valibot';
import type { JsonForm } from '../../core/model/purpose.ts';
import { answerSchema, listOf, objectOf, oneOf, someText, textOrNull } from '../answerSchema.ts';
import { findingKinds } from '../finding.ts';

/** More findings than these nobody reads; the first are the weightiest. */
export const mostFindings = 40;

const words = v.optional(v.nullable(v.string()));
const written = v.object({
  quote: v.string(),
  message: v.string(),
  severity: words,
  kind: words,
  why: words,
  advice: words,
  fix: words,
  line: v.optional(v.nullable(v.number())),
  file: words,
});
const list = v.array(v.unknown());
/** Models leave the object around the list away. */
const schema = v.union([v.object({ findings: list, unread: v.optional(v.unknown()) }), list]);

/** A finding as a model has written it. */
export type WrittenFinding = v.InferOutput<typeof written>;

const finding = {
  quote: someText,
  severity: oneOf(['error', 'warning', 'information']),
  kind: oneOf(findingKinds),
  message: someText,
  why: textOrNull,
  advice: textOrNull,
  fix: textOrNull,
};

/** `{"findings": [{"quote": "…", "severity": "…", "kind": "…", "message": "…", …}]}`; an empty list is an answer, too. */
export const findingsForm: JsonForm = {
  schema: answerSchema('findings', { findings: listOf(objectOf(finding)) }),
  check: value => {
    const found = findingsIn(value);
    if (!found) return 'It is not {"findings": [{"quote": "…", "severity": "…", "kind": "…", "message": "…"}]}.';
    const hasNone = found.read.length === 0 && found.malformed > 0;
    return hasNone ? 'No entry of "findings" has both a "quote" and a "message".' : undefined;
  },
  predefined: '{"findings":null}', // no review, which is not the same as one that has found nothing
};

/** The same of changes, of which each finding says in which file it is. */
export const changeFindingsForm: JsonForm = {
  ...findingsForm,
  schema: answerSchema('change_findings', { findings: listOf(objectOf({ file: someText, ...finding })) }),
};

/** What was read of a list of findings, and how many entries are none; undefined: it is no such list. */
export function findingsIn(
  value: unknown,
): { readonly read: readonly WrittenFinding[]; readonly malformed: number; readonly unread: number } | undefined {
  const all = listIn(value);
  if (!all) return undefined;
  const entries = all.entries.slice(0, mostFindings);
  const read = entries.flatMap(entry => {
    const result = v.safeParse(written, entry);
    return result.success ? [result.output] : [];
  });
  return { read, malformed: entries.length - read.length, unread: all.unread };
}

/** The list itself, whatever stands in it; `unread`: of so many parts there is none (`batch/changesInParts`). */
export function listIn(value: unknown): { readonly entries: readonly unknown[]; readonly unread: number } | undefined {
  const { success, output } = v.safeParse(schema, value);
  if (!success) return undefined;
  if (Array.isArray(output)) return { entries: output, unread: 0 };
  return { entries: output.findings, unread: typeof output.unread === 'number' ? output.unread : 0 };
}
