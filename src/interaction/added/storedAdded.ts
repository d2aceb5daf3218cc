import * as v from 'valibot';
import type { Mask } from '../../core/secrets/maskText.ts';
import { maskTexts } from '../../core/secrets/maskTexts.ts';
import type { AddedItem } from './addedItem.ts';

const text = v.pipe(v.string(), v.maxLength(1_000_000));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));

const from = v.variant('kind', [
  v.object({ kind: v.literal('file'), uri: text }),
  v.object({ kind: v.literal('folder'), uri: text }),
  v.object({ kind: v.literal('symbol'), uri: text, first: whole, last: whole }),
  v.object({ kind: v.literal('problems') }),
  v.object({ kind: v.literal('changes'), which: v.picklist(['staged', 'working']) }),
  v.object({ kind: v.literal('selection'), title: text, language: text, text }),
]);

/** What was added to a question, as it lies on disk. */
export const addedSchema = v.pipe(v.array(v.object({ id: text, name: text, from, tokens: whole })), v.maxLength(100));

/**
 * What was added, to put on disk, with the secrets in what was selected masked. What cannot be found again with its secrets masked is
 * left out, and so are lines of a document that holds secrets: half of one is not told by itself.
 */
export async function storedAdded(items: readonly AddedItem[], mask: Mask): Promise<readonly AddedItem[]> {
  const kept = await Promise.all(items.map(item => storedItem(item, mask)));
  return kept.filter(item => item !== undefined);
}

async function storedItem(item: AddedItem, mask: Mask): Promise<AddedItem | undefined> {
  if (item.from.kind !== 'selection') {
    const masked = await maskTexts(item, text => mask(text));
    return JSON.stringify(masked) === JSON.stringify(item) ? item : undefined;
  }
  const { whole: document, ...selected } = item.from;
  return document && document.findings.length > 0
    ? undefined
    : maskTexts({ ...item, from: selected }, text => mask(text));
}
