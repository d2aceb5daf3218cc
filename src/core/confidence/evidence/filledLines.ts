/** A line of code that is not blank. */
export interface FilledLine {
  /** Without the blanks around it. */
  readonly text: string;
  /** 1-based. */
  readonly number: number;
}

/** The lines of a code in order, without those that are blank. */
export const filledLines = (code: string): readonly FilledLine[] =>
  code
    .split('\n')
    .map((line, at) => ({ text: line.trim(), number: at + 1 }))
    .filter(({ text }) => text !== '');

/** Code of more lines is nobody's selection: where what is looked for takes more than a look at each, it is not looked at. */
export function isOverlong(code: string): boolean {
  let lines = 0;
  for (let at = code.indexOf('\n'); at >= 0 && lines <= mostLines; at = code.indexOf('\n', at + 1)) lines += 1;
  return lines > mostLines;
}

/** 128 KB in lines of 25 characters, which is short for code. */
const mostLines = 5_000;
