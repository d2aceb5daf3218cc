import { codeMark, type CodeMark } from '../codeMark.ts';
import { hunks } from '../hunks.ts';

/** A piece of a file that was replaced, so that it can be taken back when the file has been changed elsewhere. */
export interface AppliedPiece {
  /** The line above and the one below, when there are such: by them a piece is told that is short, or gone. */
  readonly above: string;
  readonly below: string;
  /** What stood between them. */
  readonly before: string;
  /** What stands there since. */
  readonly after: string;
  /** Tells `above`, `after` and `below` together from equal text, as the file was right after. */
  readonly mark: CodeMark;
}

/** What one edit has replaced in a file, in its order. */
export function appliedPieces(before: string, after: string): readonly AppliedPiece[] {
  let shift = 0;
  return hunks(before, after).map(({ start, end, text }) => {
    const [from, to] = [start + shift, start + shift + text.length];
    shift += text.length - (end - start);
    const above = lineAbove(after, from);
    const below = lineBelow(after, to);
    return {
      above,
      below,
      before: before.slice(start, end),
      after: text,
      mark: codeMark(after, above + text + below, from - above.length),
    };
  });
}

/** The last line before this offset, with its end. */
const lineAbove = (text: string, at: number): string => text.slice(text.lastIndexOf('\n', at - 2) + 1, at);

/** The line that begins at this offset, with its end. */
function lineBelow(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(at, end < 0 ? text.length : end + 1);
}
