import type { Steps } from '../../core/shared/steps.ts';
import { codeMark, type CodeMark } from '../codeMark.ts';
import { type Hunk, withHunks } from '../edits/hunks.ts';

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

/** Marks read the whole file for each piece: beyond so many characters all pieces are one. */
const mostRead = 200_000_000;

/** What an edit replaces in a file, in its order. */
export function* appliedPieces(before: string, replaced: readonly Hunk[]): Steps<readonly AppliedPiece[]> {
  const wanted = joined(before, replaced);
  const after = withHunks(before, wanted);
  const pieces: AppliedPiece[] = [];
  let shift = 0;
  for (const { start, end, text } of wanted) {
    const [from, to] = [start + shift, start + shift + text.length];
    shift += text.length - (end - start);
    const above = lineAbove(after, from);
    const below = lineBelow(after, to);
    pieces.push({
      above,
      below,
      before: before.slice(start, end),
      after: text,
      mark: codeMark(after, above + text + below, from - above.length),
    });
    yield;
  }
  return pieces;
}

/** Those that stand in one line as one, so that none is the line beside another. */
function joined(text: string, hunks: readonly Hunk[]): readonly Hunk[] {
  const inOrder = hunks.toSorted((one, other) => one.start - other.start);
  const all = text.length * inOrder.length > mostRead;
  const result: Hunk[] = [];
  for (const hunk of inOrder) {
    const last = result.at(-1);
    const between = last && text.slice(last.end, hunk.start);
    if (last && between !== undefined && (all || !between.includes('\n')))
      result[result.length - 1] = {
        start: last.start,
        end: Math.max(last.end, hunk.end),
        text: last.text + between + hunk.text,
      };
    else result.push(hunk);
  }
  return result;
}

/** The last line before this offset, with its end; where it stands within a line, what of that is before it. */
const lineAbove = (text: string, at: number): string => text.slice(text.lastIndexOf('\n', at - 2) + 1, at);

/** The line that begins at this offset, with its end. */
function lineBelow(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(at, end < 0 ? text.length : end + 1);
}
