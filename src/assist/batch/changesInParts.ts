import { parseJson } from '../../core/shared/parseJson.ts';
import { atOnce } from '../../core/shared/steps.ts';
import type { Context, Division } from '../assistance.ts';
import { diffSections } from '../commit/changedFiles.ts';
import { listIn, mostFindings } from '../review/findingsForm.ts';
import { batches } from './batches.ts';

/** So many requests at most: what is in none of them goes with the last one, as much of it as there is room for. */
const mostParts = 10;

/** A review of changes that are too much for one request: whole files in each part, their findings one behind the other. */
export const changesInParts = { parts: partsOfChanges, join } satisfies Division;

/** The changes in parts of whole files, in their order. */
export function partsOfChanges(context: Context, fits: (part: Context) => boolean): readonly Context[] {
  if (fits(context)) return [context];
  const texts = atOnce(diffSections(context.code)).map(({ text }) => text);
  const withCode = (some: readonly string[]): Context => ({ ...context, code: some.join('') });
  const groups = batches(texts, { size: Infinity, fits: some => fits(withCode(some)) });
  const kept = groups.slice(0, mostParts - 1);
  const rest = groups.slice(mostParts - 1).flat();
  const all = [...kept, ...(rest.length > 0 ? [rest] : [])].map(withCode);
  return all.length > 0 ? all : [context];
}

/** One list of all lists, and how many answers are none. Where there are too many findings, the weightiest go first. */
function join(texts: readonly string[]): string {
  const lists = texts.flatMap(text => {
    const found = listIn(parseJson(text));
    return found ? [found.entries] : [];
  });
  if (lists.length === 0) return texts[0] ?? '';
  const all = lists.flat();
  const longest = Math.max(...lists.map(({ length }) => length));
  const inTurn = Array.from({ length: longest }, (_, at) => lists.flatMap(list => list.slice(at, at + 1))).flat();
  const unread = texts.length - lists.length;
  return JSON.stringify({ findings: all.length > mostFindings ? inTurn : all, ...(unread > 0 && { unread }) });
}
