import type { TextPart } from '../../core/model/prompt.ts';
import type { Expectation } from '../../core/model/purpose.ts';
import { atOnce } from '../../core/shared/steps.ts';
import type { CodeItem, Context, Outcome } from '../assistance.ts';
import { batchForm } from './batchForm.ts';
import { readBatch } from './readBatch.ts';
import { codeMark } from '../codeMark.ts';
import { block } from '../prompt/sections.ts';
import { allDocumented, type DocumentedCode } from '../documentation/allDocumented.ts';
import { documented } from '../documentation/documented.ts';

/** More of a line is not needed to find it, characters. */
const longestHead = 160;

/** Which declarations of the code are to be documented, by id: line and words are those of the file. */
export function itemSections({ code, startLine }: Context, items: readonly CodeItem[]): readonly TextPart[] {
  const lines = code.split(/\r?\n/);
  const text = items
    .map(({ id, head }) => `${id}: line ${startLine + head}: ${(lines[head] ?? '').trim().slice(0, longestHead)}`)
    .join('\n');
  return block({ name: 'declarations', priority: 96, title: 'Declarations to document, by id:', text });
}

/** An answer by ids. */
export const commentsExpected = ({ language, code }: Context, items: readonly CodeItem[]): Expectation => ({
  form: 'prose',
  language,
  code,
  json: batchForm(items.map(({ id }) => id)),
});

/** A declaration with the comment that it was answered with. */
export interface DocumentedItem extends DocumentedCode {
  readonly id: string;
}

/** The declarations that an answer has a comment for which can be used, from above. */
export function commentsIn(text: string, { code, language, items = [] }: Context): readonly DocumentedItem[] {
  const { answers } = readBatch(
    text,
    items.map(({ id }) => id),
  );
  const starts = lineStarts(code);
  return items.flatMap(({ id, first, last }): readonly DocumentedItem[] => {
    const [start, end] = [starts[first] ?? 0, starts[last + 1] ?? code.length];
    const original = code.slice(start, end).replace(/\r?\n$/, '');
    const replacement = documented(original, answers.get(id) ?? '', language);
    if (replacement === undefined || replacement === original) return [];
    return [{ id, original, replacement, mark: codeMark(code, original, start) }];
  });
}

/** The code with all comments of an answer. */
export function readComments(text: string, context: Context): Outcome {
  const { code, language } = context;
  const { start, original, replacement, used } = atOnce(allDocumented(code, commentsIn(text, context), language));
  if (used.length === 0) return { kind: 'unusable', markdown: text };
  return { kind: 'replacement', code: code.slice(0, start) + replacement + code.slice(start + original.length) };
}

function lineStarts(code: string): readonly number[] {
  const starts = [0];
  for (let at = code.indexOf('\n'); at >= 0; at = code.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
