import { familyOf } from '../reading/languages.ts';

/** What stands before and after a code, as it is parsed with it. */
export interface ParsedPlace {
  readonly before: string;
  readonly after: string;
}

/** A code, what it would replace, and what stands around that in the file. */
export interface CodeInFile {
  readonly language: string;
  readonly code: string;
  readonly original: string;
  readonly place: ParsedPlace;
}

/** What the code may be parsed in, the shortest first: beneath its heads, with the lines about it, in the whole file. */
export function placesToParse(inFile: CodeInFile): readonly ParsedPlace[] {
  return [...beneathHeads(inFile), ...linesAbout(inFile), inFile.place];
}

const lineStart = (text: string, at: number): number => (at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1);

function nextLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}

/** From where something begins at the margin, behind a blank line, to where the next thing does so; none: that is the whole file. */
function linesAbout({ original, place: { before, after } }: CodeInFile): readonly ParsedPlace[] {
  const file = before + original + after;
  let from = lineStart(file, before.length);
  while (from > 0 && !isBeginning(file, from)) from = lineStart(file, from - 1);
  const end = before.length + original.length;
  let to = lineStart(file, end) === end ? end : nextLine(file, end);
  while (to < file.length && !isBeginning(file, to)) to = nextLine(file, to);
  if (from === 0 && to === file.length) return [];
  return [{ before: file.slice(from, before.length), after: file.slice(end, to) }];
}

/** A bracket at the margin ends what began before. */
const isBeginning = (text: string, at: number): boolean =>
  /[^\s)\]}]/.test(text.charAt(at)) && text.slice(lineStart(text, at - 1), at).trim() === '';

/** What goes on with the statement before it, so that the statement does not end with the code. */
const goesOn = /^\s*(?:(?:else|elif|except|catch|finally|while)\b|[^\s\w}"'@#/$~!({[])/;

/**
 * The lines that each stand further out than those behind them, and what closes their brackets: the class of a method, the
 * namespace of that. None where the code does not end as a statement does, for what follows would not be seen.
 */
function beneathHeads({ language, code, original, place: { before, after } }: CodeInFile): readonly ParsedPlace[] {
  const family = familyOf(language);
  const isPython = family === 'python';
  const [end, ownEnd] = [code.trimEnd().at(-1) ?? '', original.trimEnd().at(-1) ?? ''];
  const isWhole = before === '' || before.endsWith('\n');
  if (!isWhole || goesOn.test(after) || (!isPython && (end !== ownEnd || !'};'.includes(end)))) return [];
  const heads = headsOf(before, indentOf(/^.*\S.*$/m.exec(original)?.[0] ?? ''));
  if (heads.length === 0 || !heads.every(head => head.trimEnd().endsWith(isPython ? ':' : '{'))) return [];
  const brackets = closersOf(heads);
  const close = family === 'c' ? brackets.replaceAll('}', '};') : brackets; // a class ends so
  return [{ before: `${heads.join('\n')}\n`, after: close === '' ? '' : `\n${close}\n` }];
}

/** From the outermost to the innermost. */
function headsOf(before: string, indent: number): readonly string[] {
  const heads: string[] = [];
  let least = indent;
  for (let end = before.length - 1; end >= 0 && least > 0;) {
    const from = lineStart(before, end);
    const line = before.slice(from, end);
    if (/^\s*[^\s)\]}]/.test(line) && indentOf(line) < least) {
      heads.unshift(line);
      least = indentOf(line);
    }
    end = from - 1;
  }
  return heads;
}

/** Each head opens what is open behind it. */
function closersOf(heads: readonly string[]): string {
  const open: string[] = [];
  for (const character of heads.join('\n')) {
    const index = '({['.indexOf(character);
    if (index >= 0) open.unshift(')}]'.charAt(index));
    else if (')}]'.includes(character)) open.shift();
  }
  return open.join('');
}

const indentOf = (line: string): number => /^[ \t]*/.exec(line)?.[0].length ?? 0;
