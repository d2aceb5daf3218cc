import type { Evidence, FoundText } from './evidence.ts';

/** The evidence without texts that stand in what is sent anyway, or that another kind of it has brought already. */
export function withoutRepeats(evidence: Evidence, sent: readonly string[]): Evidence {
  const shown = [...sent];
  const fresh = (found: readonly FoundText[] = []): readonly FoundText[] =>
    found.filter(({ text }) => {
      const body = text.trim();
      if (shown.some(each => each.includes(body))) return false;
      shown.push(text);
      return true;
    });
  const { definitions, callers, edits, ...rest } = evidence;
  const all = { ...rest, definitions: fresh(definitions), callers: fresh(callers), edits: fresh(edits) };
  return Object.fromEntries(Object.entries(all).filter(([, found]) => found.length > 0));
}
