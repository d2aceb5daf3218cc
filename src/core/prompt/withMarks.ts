import { sectionsLeftOut } from './leftOutMarks.ts';
import type { TextPart } from '../model/prompt.ts';

/** A section and what has become of it; `kept` undefined: it is left out. */
export interface Placed {
  readonly section: TextPart;
  readonly kept: TextPart | undefined;
}

/**
 * The sections that are left, with a line that names the missing ones: at the end of the section before them, or where that
 * is none of the user's, at the beginning of the next one that is.
 */
export function withMarks(placed: readonly Placed[]): readonly TextPart[] {
  const sections: TextPart[] = [];
  let missing: string[] = [];
  const follow = (next: TextPart | undefined): void => {
    const last = sections.at(-1);
    if (missing.length > 0 && last?.role === 'user') {
      sections.splice(-1, 1, { ...last, text: `${last.text}\n${sectionsLeftOut(missing)}`, ...moreLines(last, 0, 1) });
      missing = [];
    }
    if (!next) return;
    if (missing.length > 0 && next.role === 'user') {
      sections.push({ ...next, text: `${sectionsLeftOut(missing)}\n${next.text}`, ...moreLines(next, 1, 0) });
      missing = [];
    } else sections.push(next);
  };
  for (const { section, kept } of placed) {
    if (kept) follow(kept);
    else missing.push(section.name);
  }
  follow(undefined);
  return sections;
}

/** Lines that were added before and after its own. */
const moreLines = ({ shrinks }: TextPart, head: number, tail: number): Pick<TextPart, 'shrinks'> =>
  shrinks ? { shrinks: { ...shrinks, headLines: shrinks.headLines + head, tailLines: shrinks.tailLines + tail } } : {};
