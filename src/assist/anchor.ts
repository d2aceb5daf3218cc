import { type CodeMark, isPrintOf, placesOf, type Print } from './codeMark.ts';

/** Where the code that a proposal replaces stands now, as offsets into the document's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The code as it was asked about; without a mark (kept by an older version) only code that stands once is found. */
export interface Anchored {
  readonly original: string;
  readonly mark?: CodeMark | undefined;
}

/** The code is gone or changed, or several places may be meant. */
export type Astray = 'changed' | 'several';

/**
 * Finds the original code again after the user has typed elsewhere: by its content, and among copies by what stood around
 * it and around no copy. When two places may be meant it chooses none: an edit never lands in an equal copy.
 */
export function anchor(text: string, { original, mark }: Anchored): Span | Astray {
  const spanAt = (start: number): Span => ({ start, end: start + original.length });
  if (mark && isUnchanged(text, original, mark)) return spanAt(mark.before.length);
  const places = placesOf(text, original);
  if (places?.length === 0) return 'changed';
  const copies = mark ? mark.copies : 1;
  // a copy that was made since may have taken along what stood around
  if (!places || copies === undefined || places.length > copies) return 'several';
  const [only] = places;
  if (copies === 1 && only !== undefined) return spanAt(only);
  const [meant, ...others] = places.filter(place => mark && isMeant(place, text, { original, mark }));
  if (meant !== undefined && others.length === 0) return spanAt(meant);
  return places.length === 1 ? 'changed' : 'several';
}

const isUnchanged = (text: string, original: string, { before, after }: CodeMark): boolean =>
  text.startsWith(original, before.length) &&
  isPrintOf(before, text.slice(0, before.length)) &&
  isPrintOf(after, text.slice(before.length + original.length));

/** Does what stands around this copy speak for it? A side that is short may have been typed once more by chance. */
function isMeant(place: number, text: string, { original, mark }: Anchored & { readonly mark: CodeMark }): boolean {
  const { before, after } = mark;
  const end = place + original.length;
  const stands = (print: Print | undefined, cut: (length: number) => string): boolean =>
    print !== undefined && print.length >= tellingLength && isPrintOf(print, cut(print.length));
  return (
    stands(before.next, length => text.slice(Math.max(0, place - length), place)) ||
    stands(after.next, length => text.slice(end, end + length)) ||
    stands(before, () => text.slice(0, place)) ||
    stands(after, () => text.slice(end))
  );
}

const tellingLength = 40;
