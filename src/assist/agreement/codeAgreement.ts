import { tokenLines } from './tokenLines.ts';
import { lineDifference, type LineDifference, type Touched } from './lineDifference.ts';
import { renamedNames, type RenamedName } from './renamedNames.ts';

/** Two codes for the same place. */
export interface ComparedCode {
  readonly one: string;
  readonly other: string;
  /** What stood there before; undefined: nothing, or it is not known. */
  readonly original?: string | undefined;
  readonly language: string;
}

/** How two codes agree. Lines are those that hold code: comments and blanks do not count where they say nothing. */
export interface CodeAgreement {
  /**
   * 'identical': letter by letter. 'layout': but for comments, blanks and line ends. 'renamed': but for names that they declare themselves.
   * 'differ': in more.
   */
  readonly relation: 'identical' | 'layout' | 'renamed' | 'differ';
  readonly names: readonly RenamedName[];
  readonly lines: number;
  readonly differing: number;
  /** The lines that differ were counted without their order. */
  readonly isRough: boolean;
  /** What they change of the original; undefined: there is none, or it is not known. */
  readonly changed?: ChangedOriginal;
  /** One is longer than what was compared. */
  readonly isCut: boolean;
}

/** How many lines of the original both change, and each alone. */
export interface ChangedOriginal {
  readonly both: number;
  readonly onlyOne: number;
  readonly onlyOther: number;
  /** They change no line, and add some at the same places. */
  readonly addTheSamePlaces: boolean;
}

/** Compares two codes by their tokens, in time that grows with them. Says nothing of whether either is right. */
export function codeAgreement({ one, other, original, language }: ComparedCode): CodeAgreement {
  const [left, right] = [tokenLines(one, language), tokenLines(other, language)];
  const [leftLines, rightLines] = [joined(left.lines), joined(right.lines)];
  const difference = lineDifference(leftLines, rightLines);
  const before = original === undefined ? undefined : tokenLines(original, language);
  const isCut = left.isCut || right.isCut || before?.isCut === true;
  const changed = before && !isCut ? changedLines(joined(before.lines), leftLines, rightLines) : undefined;
  const told = { ...countsOf(difference), isCut, ...(changed && { changed }) };
  if (one === other) return { relation: 'identical', names: [], ...told };
  if (isCut) return { relation: 'differ', names: [], ...told }; // nobody has seen the rest
  const [leftTokens, rightTokens] = [left.lines.flat(), right.lines.flat()];
  const isSame = leftTokens.length === rightTokens.length && leftTokens.every((each, at) => each === rightTokens[at]);
  if (isSame) return { relation: 'layout', names: [], ...told };
  const names = renamedNames(leftTokens, rightTokens);
  return names ? { relation: 'renamed', names, ...told } : { relation: 'differ', names: [], ...told };
}

const countsOf = ({ lines, differing, isRough }: LineDifference) => ({ lines, differing, isRough });

/** A token holds no such character. */
const joined = (lines: readonly (readonly string[])[]): readonly string[] => lines.map(line => line.join('\u0000'));

function changedLines(
  before: readonly string[],
  one: readonly string[],
  other: readonly string[],
): ChangedOriginal | undefined {
  const [left, right] = [lineDifference(before, one).touched, lineDifference(before, other).touched];
  if (!left || !right) return undefined;
  const both = sizeOfBoth(left.changed, right.changed);
  return {
    both,
    onlyOne: left.changed.size - both,
    onlyOther: right.changed.size - both,
    addTheSamePlaces: left.changed.size + right.changed.size === 0 && isSameSet(left, right),
  };
}

const isSameSet = ({ addedBefore: one }: Touched, { addedBefore: other }: Touched): boolean =>
  one.size > 0 && one.size === other.size && sizeOfBoth(one, other) === one.size;

const sizeOfBoth = (one: ReadonlySet<number>, other: ReadonlySet<number>): number =>
  [...one].filter(each => other.has(each)).length;
