import { anchor, type Anchored } from '../anchor.ts';
import { hunkPlaces, type HunkPlace, type HunkSpan } from '../edits/hunkChoice.ts';
import { hunks, type Hunk } from '../edits/hunks.ts';

/** An edit of one piece of code. */
export interface AnsweredEdit extends Anchored {
  readonly replacement: string;
}

/** A file and what is to be changed in it, of which some may be left. */
export interface PartlyTaken {
  readonly text: string;
  readonly hunks: readonly Hunk[];
  readonly isTaken: (index: number) => boolean;
}

/**
 * Where a line of the code that an answer proposes (1-based) stands in the file with what is taken of the edit, 0-based; undefined:
 * its change is left, or the code has no place in the file any more.
 */
export function lineInDiff(line: number, edit: AnsweredEdit, { text, hunks: found, isTaken }: PartlyTaken) {
  const first = firstLine(text, edit);
  if (first === undefined) return undefined;
  const whole = hunkPlaces(text, found, () => true);
  const partly = hunkPlaces(text, found, isTaken);
  const wanted = first + lineWithin(edit.replacement, line);
  const at = holding(
    whole.map(({ after }) => after),
    wanted,
  );
  if (at !== undefined && !isTaken(at)) return undefined;
  return moved(
    wanted,
    whole.map(({ after }, index) => ({ before: after, after: partly[index]?.after ?? after })),
  );
}

/**
 * Where to look in the file for a line of the code that an answer proposes (1-based), 0-based: the line itself where the edit was
 * applied, else the one that it would replace; undefined: neither stands there.
 */
export function lineInFile(line: number, edit: AnsweredEdit, text: string): number | undefined {
  const applied = anchor(text, { original: edit.replacement });
  const within = lineWithin(edit.replacement, line);
  if (typeof applied !== 'string') return lineAt(text, applied.start) + within;
  const first = firstLine(text, edit);
  if (first === undefined) return undefined;
  const places = hunkPlaces(edit.original, hunks(edit.original, edit.replacement), () => true);
  return first + moved(within, places.map(turned));
}

/**
 * The line of the code that an answer proposes (1-based) that stands at a line of the file with the edit (0-based); undefined: it
 * stands outside of that code.
 */
export function lineInAnswer(line: number, { replacement, mark }: Omit<AnsweredEdit, 'original'>, text: string) {
  const first = firstLine(text, { original: replacement, ...(mark && { mark }) });
  const within = first === undefined ? -1 : line - first;
  return within >= 0 && within < replacement.trimEnd().split('\n').length ? within + 1 : undefined;
}

/** 0-based; what is gone behind the last line is told at the last line. */
const lineWithin = (code: string, line: number): number =>
  Math.max(0, Math.min(line, lineAt(code, code.trimEnd().length) + 1) - 1);

function firstLine(text: string, edit: Anchored): number | undefined {
  const span = anchor(text, edit);
  return typeof span === 'string' ? undefined : lineAt(text, span.start);
}

const turned = ({ before, after }: HunkPlace): HunkPlace => ({ before: after, after: before });

/** Where a line of `before` stands in `after`; of one that has no fellow there the nearest. */
function moved(line: number, places: readonly HunkPlace[]): number {
  const at = holding(
    places.map(({ before }) => before),
    line,
  );
  const place = at === undefined ? places.findLast(({ before }) => before.end <= line) : places[at];
  if (!place) return line;
  const { before, after } = place;
  if (at === undefined) return line + after.end - before.end;
  return after.first + Math.max(0, Math.min(line - before.first, after.end - after.first - 1));
}

/** The change that a line belongs to; where lines are gone, the line behind them. */
function holding(spans: readonly HunkSpan[], line: number): number | undefined {
  const at = spans.findIndex(({ first, end }) => first <= line && line < Math.max(end, first + 1));
  return at < 0 ? undefined : at;
}

function lineAt(text: string, offset: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
