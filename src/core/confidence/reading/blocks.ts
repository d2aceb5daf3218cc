import { meantIn, withoutThoughts } from '../../thoughts/thoughts.ts';

/** A fenced block of an answer. */
export interface Block {
  /** First word after the opening fence, in lower case; '' when there is none. Model text: compared, never shown. */
  readonly info: string;
  /** Its lines, without a newline after the last. */
  readonly code: string;
  /** False: the answer ended before the closing fence. */
  readonly closed: boolean;
}

/** An answer taken apart. */
export interface Reply {
  readonly blocks: readonly Block[];
  /** The lines outside of the blocks. */
  readonly prose: string;
}

interface OpenFence {
  readonly mark: string;
  readonly indent: number;
  readonly info: string;
  readonly lines: string[];
}

/** Whatever the rest of the line holds (U+2028 too): a fence that could fail behind its run would be tried at each length. */
const opening = /^([ \t]*)(`{3,}(?=[^`]*$)|~{3,})([^]*)$/;
/** Belongs before a file's bytes, and to no text. */
const byteOrderMark = /^\uFEFF/;
/** Marks by which servers tell the end of a turn, that were let through (pytorch/torchchat#459). */
const endMark = /(?:<\|[a-z_]{1,30}\|>|<end_of_turn>|(?<=`{3}|~{3})<\/s>)\s*$/;

/**
 * Takes the fenced blocks out of an answer, as CommonMark has it: backticks or tildes, any length, closed by a fence at
 * least as long. Models put blocks with fences of the same length inside others; where CommonMark's reading leaves a block
 * open and counting fences in pairs does not, the pairs are meant. `about`: code whose own marks of thoughts are none.
 */
export function readReply(text: string, about = ''): Reply {
  const answer = withoutThoughts(text.replace(byteOrderMark, ''), meantIn([about])).replace(endMark, '');
  const lines = linesOf(answer);
  const plain = takeApart(lines, false);
  if (plain.blocks.every(block => block.closed)) return plain;
  const nested = takeApart(lines, true);
  return nested.blocks.every(block => block.closed) ? nested : withoutStray(plain);
}

/** The lines of a text, whatever ends them. */
export const linesOf = (text: string): readonly string[] => text.split(text.includes('\r') ? /\r\n?|\n/ : '\n'); // the latter in a third of the time

/** A plain fence with nothing behind it has closed something, and opened nothing. */
function withoutStray({ blocks, prose }: Reply): Reply {
  const last = blocks.at(-1);
  const isStray = last && !last.closed && last.info === '' && last.code.trim() === '';
  return isStray && (prose.trim() !== '' || blocks.length > 1)
    ? { blocks: blocks.slice(0, -1), prose }
    : { blocks, prose };
}

/** A fence longer than any in the text, so that the text cannot close it. */
export function fenceAround(text: string): string {
  let longest = 2;
  for (const [run] of text.matchAll(/`{3,}/g)) longest = Math.max(longest, run.length);
  return '`'.repeat(longest + 1);
}

function takeApart(lines: readonly string[], nesting: boolean): Reply {
  const blocks: Block[] = [];
  const prose: string[] = [];
  const open: OpenFence[] = []; // the outermost first; more than one only when nesting
  for (const line of lines) {
    const [outer] = open;
    const inner = open.at(-1);
    if (inner && isClosing(line, inner)) {
      open.pop();
      if (outer && open.length === 0) blocks.push(blockOf(outer, true));
      else outer?.lines.push(within(line, outer));
      continue;
    }
    const fence = fenceOf(line);
    if (fence && (!inner || (nesting && fence.info !== ''))) open.push(fence);
    if (outer) outer.lines.push(within(line, outer));
    else if (!fence) prose.push(line);
  }
  const [left] = open;
  return { blocks: left ? [...blocks, blockOf(left, false)] : blocks, prose: prose.join('\n') };
}

const blockOf = ({ info, lines }: OpenFence, closed: boolean): Block => ({
  info,
  code: lines.join('\n').replace(byteOrderMark, ''),
  closed,
});

function fenceOf(line: string): OpenFence | undefined {
  if (!line.includes('```') && !line.includes('~~~')) return undefined; // most lines: a tenth of the time
  const [, indent = '', mark, info = ''] = opening.exec(line) ?? [];
  if (mark === undefined) return undefined;
  const [word = ''] = info
    .trim()
    .toLowerCase()
    .split(/[\s:{,]/, 1);
  return { mark, indent: indent.length, info: word, lines: [] };
}

function isClosing(line: string, { mark, indent }: OpenFence): boolean {
  if (!line.includes(mark)) return false; // most lines
  const rest = line.trim();
  const isFence = rest.length >= mark.length && rest === mark.charAt(0).repeat(rest.length);
  return isFence && line.length - line.trimStart().length <= indent + 3;
}

/** A block in a list is indented with it. */
function within(line: string, { indent }: OpenFence): string {
  if (indent === 0) return line;
  const blank = line.length - line.trimStart().length;
  return line.slice(Math.min(indent, blank));
}
