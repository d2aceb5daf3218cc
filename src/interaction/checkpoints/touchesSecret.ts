import { type Hunk, withHunks } from '../../assist/edits/hunks.ts';
import type { Finding } from '../../core/secrets/secretScan.ts';

/** A file that is going to be changed. */
export interface TouchedFile {
  readonly uri: string;
  readonly text: string;
  readonly replaced: readonly Hunk[];
}

/** Does a secret stand in what is replaced, in what comes there, or in the lines around? `findingsIn`: the secrets of a whole text. */
export async function touchesSecret(
  { uri, text, replaced }: TouchedFile,
  findingsIn: (name: string, text: string) => Promise<readonly Finding[]>,
): Promise<boolean> {
  const after = withHunks(text, replaced);
  const inOrder = replaced.toSorted((one, other) => one.start - other.start);
  let shift = 0;
  const written = inOrder.map(hunk => {
    const start = hunk.start + shift;
    shift += hunk.text.length - (hunk.end - hunk.start);
    return { start, end: start + hunk.text.length };
  });
  return touches(text, inOrder, await findingsIn(uri, text)) || touches(after, written, await findingsIn(uri, after));
}

type Place = Pick<Hunk, 'start' | 'end'>;

const touches = (text: string, places: readonly Place[], findings: readonly Finding[]): boolean =>
  findings.length > 0 &&
  places.some(place => {
    const from = text.lastIndexOf('\n', place.start - 2) + 1;
    const end = text.indexOf('\n', place.end);
    return findings.some(finding => finding.start < (end < 0 ? text.length : end) && finding.end > from);
  });
