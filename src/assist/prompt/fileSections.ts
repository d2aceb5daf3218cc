import type { TextPart } from '../../core/model/prompt.ts';
import { fileText, type FileText } from './fileText.ts';
import { block, shrinks } from './sections.ts';
import { nearest, type Surroundings } from './surroundings.ts';

interface AroundSelection extends Surroundings {
  readonly code: string;
  /** The text that was sent before, see `SteadyTexts`. */
  readonly earlier?: { readonly text: Pick<FileText, 'text' | 'splits'>; readonly changes: string };
}

/**
 * The text of the file, or what of it is near, the selection in its place: where that stands or ends must change nothing of
 * it. So much of it that it would have to be said twice stands only once, between the lines around it.
 */
export function textOfFile(context: AroundSelection, info: string): readonly TextPart[] {
  const { before, after, earlier } = context;
  if (before.trim() === '' && after.trim() === '') return [];
  if (isSaidOnce(context)) return linesAround(context, info);
  const { text, keep, splits, steady } = { ...fileText(context), ...earlier?.text };
  const title = 'The file, as far as it matters here:';
  const parts = block({ name: 'document', priority: 20, title, text, info, shrinks: shrinks('ranked', keep) });
  const below = (line: number): number => line + 2; // the title and the fence
  const repeats = { splits: splits.map(below), ...(steady !== undefined && !earlier && { steady: below(steady) }) };
  return parts.map(part => ({ ...part, repeats }));
}

/**
 * What the text of the file says no longer, where it is sent as it was. It stays when that must shrink: what that says would
 * be wrong without it.
 */
export const changedSince = ({ earlier }: Pick<AroundSelection, 'earlier'>): readonly TextPart[] =>
  block({
    name: 'changed since',
    priority: 90,
    title: 'Since then these lines of the file have changed, and stand in it as the lines with + say:',
    text: earlier?.changes ?? '',
    info: 'diff',
  });

/** So much of the file is asked about that it is not said twice, or all of it. */
export const isSaidOnce = ({ before, after, code }: AroundSelection): boolean =>
  code.length > longestQuoted || (before.trim() === '' && after.trim() === '');

/** The lines around the selection, as many as help. */
function linesAround(context: AroundSelection, info: string): readonly TextPart[] {
  const { before, after, outline } = nearest(context);
  return [
    ...block({
      name: 'before',
      priority: 20,
      title: 'Lines that stand before it in the file:',
      text: before,
      info,
      shrinks: shrinks('end', outline?.before),
    }),
    ...block({
      name: 'after',
      priority: 20,
      title: 'Lines that stand after it in the file:',
      text: after,
      info,
      shrinks: shrinks('start', outline?.after),
    }),
  ];
}

/** A longer selection is not said twice, characters. */
const longestQuoted = 8_000;
