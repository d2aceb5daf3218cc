import type { LanguageId } from './languages.ts';
import type { Placed } from './tokens.ts';

/** Lines of a file, from the first to the last, 0-based; what stands in them is called so. */
export interface NamedLines {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** What a user may have selected: one function, or several that follow each other. Its code has no newline at its end. */
export interface Unit extends Placed {
  readonly package: string;
  /** Its path in the package. */
  readonly file: string;
  /** The names of its functions, from above. */
  readonly names: readonly string[];
  /** Of its first line, 1-based. */
  readonly startLine: number;
}

/** A file of a package. */
export interface SourceFile {
  readonly package: string;
  readonly file: string;
  readonly language: LanguageId;
  readonly text: string;
}

export const linesIn = (code: string): number => code.split('\n').length;

export function unitAt(source: SourceFile, functions: readonly NamedLines[]): Unit | undefined {
  const [first, last] = [functions[0], functions.at(-1)];
  if (!first || !last) return undefined;
  const { text } = source;
  const from = startOfLine(text, first.from);
  const to = endOfLine(text, startOfLine(text, last.to));
  return {
    package: source.package,
    file: source.file,
    language: source.language,
    names: functions.map(({ name }) => name),
    startLine: first.from + 1,
    before: text.slice(0, from), // slices of one text: thousands of units take no more room than their files
    code: text.slice(from, to),
    after: text.slice(to),
  };
}

function startOfLine(text: string, line: number): number {
  let at = 0;
  for (let left = line; left > 0; left -= 1) at = text.indexOf('\n', at) + 1;
  return at;
}

const endOfLine = (text: string, at: number): number =>
  !text.includes('\n', at) ? text.length : text.indexOf('\n', at);
