import { linesOf, readReply, type Block, type Reply } from './blocks.ts';
import { fitToCode } from './fitToCode.ts';
import { namesFile } from '../../fileName/namesFile.ts';
import { familyOf, isProse } from './languages.ts';
import { lexiconOf } from './lexicons.ts';
import { isBareComment, withinPieces } from './pieces.ts';
import type { Expectation } from '../../model/purpose.ts';

/** What an answer holds that could stand in the place of the selection. `assessAnswer` judges it, the editor applies it. */
export type CodeReading =
  | {
      readonly is: 'code';
      /** Fitted into its place: line ends, indentation and last newline as the selection had them. */
      readonly code: string;
      /** The block it was taken from; undefined: the answer was bare code without a fence. */
      readonly block?: Block;
      /** How many blocks there were. */
      readonly blocks: number;
    }
  /** Several blocks, and nothing says which one is meant. */
  | { readonly is: 'several'; readonly blocks: number }
  /** A patch instead of the code. */
  | { readonly is: 'diff' }
  | { readonly is: 'no-code' };

/**
 * Finds the one piece of code in an answer that is meant to replace the selection. Never guesses between two. `reply` is the
 * answer taken apart, if that has been done.
 */
export function readCode(text: string, expects: Expectation, reply = readReply(text, expects.code)): CodeReading {
  if (reply.blocks.length === 0) return readQuoted(text, expects) ?? readBare(reply, expects);
  const whole = wholeText(text, expects);
  if (whole)
    return { is: 'code', code: fitToCode(withoutFileName(whole.code, expects), expects), block: whole, blocks: 1 };
  const bare = bareMarkdown(text, reply, expects);
  if (bare) return bare;
  const block = choose(reply.blocks, expects.language);
  if (!block) return { is: 'several', blocks: reply.blocks.length };
  if (familyOf(block.info) === 'diff' && familyOf(expects.language) !== 'diff') return { is: 'diff' };
  const inner = fencedTwice(block, expects) ?? block;
  return {
    is: 'code',
    code: fitToCode(withoutFileName(inner.code, expects), expects),
    block: inner,
    blocks: 1 + reply.blocks.filter(other => other !== block && isRival(other, block, expects)).length,
  };
}

/**
 * May another block be meant in place of the chosen one? Not what says that it is of another language, a command to install or an
 * output, beside one that says that it is of the right one.
 */
function isRival({ info }: Block, chosen: Block, { language }: Expectation): boolean {
  const [wanted, found] = [familyOf(language), familyOf(info)];
  if (wanted === undefined || familyOf(chosen.info) !== wanted || found === 'diff') return true;
  return found === undefined ? !outputs.has(info) : found === wanted;
}

const outputs: ReadonlySet<string> = new Set(['text', 'txt', 'plaintext', 'output', 'log', 'terminal', 'console']);

/** Without a first line that only says which file it is. Where it is all that was changed, it is the change. */
function withoutFileName(code: string, { file: path, language, code: original }: Expectation): string {
  const [first = ''] = code.trimStart().split('\n', 1);
  if (path === undefined) return code;
  const file = { path, family: familyOf(language) };
  if (!namesFile(first, file) || namesFile(firstLine(original), file)) return code;
  const rest = code
    .trimStart()
    .slice(first.length)
    .replace(/^[ \t\r]*\n/, '');
  return rest.trim() === '' || rest.trim() === original.trim() ? code : rest;
}

const quoteMark = /^[ \t]{0,3}> ?/;

/** An answer that is all of it quoted, as mail and Markdown do it, and has a block in it. */
function readQuoted(text: string, expects: Expectation): CodeReading | undefined {
  const lines = text.trim().split(/\r?\n/);
  if (!lines.every(line => quoteMark.test(line) || line.trim() === '')) return undefined;
  if (expects.code.split('\n').some(line => quoteMark.test(line))) return undefined;
  const inner = lines.map(line => line.replace(quoteMark, '')).join('\n');
  const reply = readReply(inner, expects.code);
  return reply.blocks.length > 0 ? readCode(inner, expects, reply) : undefined;
}

/** A line of code as it stands within a sentence, and no sentence around it. */
function withoutTicks(prose: string, { code }: Expectation): string {
  const [, inner] = /^\s*`([^`\n]+)`\s*$/.exec(prose) ?? [];
  return inner === undefined || code.includes('`') ? prose : inner;
}

function readBare(reply: Reply, expects: Expectation): CodeReading {
  const prose = withoutTicks(reply.prose, expects);
  const isComment = expects.code === '' && isComments(prose, expects.language); // it was asked for as it stands
  if (!isComment && !isBareCode(prose, expects)) return { is: 'no-code' };
  return { is: 'code', code: fitToCode(prose, expects), blocks: 0 };
}

function isComments(text: string, language: string): boolean {
  const lexicon = lexiconOf(language);
  return lexicon !== undefined && isBareComment(text, lexicon, familyOf(language) === 'python');
}

/** The only block, the only one in the right language, or one of several that say the same. */
function choose(blocks: readonly Block[], language: string): Block | undefined {
  const [first] = blocks;
  if (blocks.every(block => block.code.trim() === first?.code.trim())) return first;
  const family = familyOf(language);
  const right = blocks.filter(block => family !== undefined && familyOf(block.info) === family);
  return right.length === 1 ? right[0] : undefined;
}

const anyFence = /^[ \t]{0,3}(`{3,}|~{3,})([\w+#-]{0,30})[ \t]*$/;

/**
 * A text in fences whose own fences are of the same length, where it may have some: in Markdown, or where the selection has.
 * By CommonMark the first of them would close it. When they come in pairs, it reaches to the last one.
 */
function wholeText(text: string, { language, code }: Expectation): Block | undefined {
  const [first = ''] = /^[^\r\n]*/.exec(text.trim()) ?? [];
  const [, mark, info = ''] = anyFence.exec(first) ?? [];
  if (mark === undefined || !text.trimEnd().endsWith(mark)) return undefined; // most answers: no line is looked at
  const lines = linesOf(text.trim());
  if (lines.at(-1)?.trim() !== mark) return undefined;
  const inside = lines.slice(1, -1);
  const fences = fencesIn(inside, mark);
  const isRight = isMarkdown(language) ? isMarkdown(info) : fences === fencesIn(code.split('\n'), mark);
  if (!isRight || fences === 0 || fences % 2 !== 0) return undefined;
  return { info: info.toLowerCase(), code: inside.join('\n'), closed: true };
}

const fencesIn = (lines: readonly string[], mark: string): number =>
  lines.filter(line => line.includes(mark) && line.trimStart().startsWith(mark)).length;

/**
 * Markdown that has blocks, answered without a fence around it: its blocks are parts of it, and none is all of it. Where it
 * begins as the selection does, it is the answer as it stands.
 */
function bareMarkdown(
  text: string,
  { blocks, prose }: Reply,
  { language, code }: Expectation,
): CodeReading | undefined {
  const hasBlocks = isMarkdown(language) && readReply(code).blocks.length > 0;
  if (!hasBlocks || blocks.some(({ info }) => isMarkdown(info))) return undefined;
  const known = new Set(
    readReply(code)
      .prose.split('\n')
      .filter(line => line.trim().length > 2),
  );
  if (!prose.split('\n').some(line => known.has(line))) return undefined;
  const isAll = blocks.every(({ closed }) => closed) && firstLine(text) === firstLine(code);
  return isAll ? { is: 'code', code: fitToCode(text, { code, language }), blocks: 0 } : { is: 'several', blocks: 1 };
}

const isMarkdown = (language: string): boolean => familyOf(language) === 'markdown';
const firstLine = (text: string): string => text.trim().split(/\r?\n/, 1)[0] ?? '';

/** Some models put a fence around their fence. */
function fencedTwice({ code, closed }: Block, expects: Expectation): Block | undefined {
  if (!closed || !/```|~~~/.test(code) || /^\s*(?:```|~~~)/.test(expects.code)) return undefined;
  const { blocks, prose } = readReply(code);
  return blocks.length === 1 && prose.trim() === '' ? blocks[0] : undefined;
}

const comment = /^(?:\/\/|\/?\*|#|--|<!--|;)/;
const symbol = /[{}()[\];=<>@]|^\S+:|[,:\\]$/;
const startOfSentence = /^(?:[-*•]\s+|\d+[.)]\s+)?[A-Z][\w'’-]*,?(?: [\w'’(),/"`-]+){3}/;
const contraction =
  /^[^'"`]*\b(?:I['’]m|[a-z]{1,9}['’](?:ll|ve|re)|(?:can|don|won|doesn|isn)['’]t|(?:it|here|that)['’]s)\b/i;

/** Is a text without a fence nothing but code? Rather no than yes: prose must never replace code. */
function isBareCode(text: string, { language, code }: Expectation): boolean {
  if (isProse(language)) return false;
  const known = new Set(code.split('\n').map(firstWord));
  const trimmed = new Set(linesOutsideTexts(text, language).map(line => line.trim())); // of an empty one there may be thousands
  const lines = [...trimmed].filter(line => line !== '' && !comment.test(line));
  const isCode = (line: string) => symbol.test(line) || known.has(firstWord(line));
  const mayBeCode = (line: string) => isCode(line) || line.split(/\s+/, 4).length <= 3;
  return lines.some(isCode) && lines.every(mayBeCode) && !lines.some(isSentence);
}

/** Without those that a text of several lines goes on in, or that it begins: sentences of a docstring are none of the model's. */
function linesOutsideTexts(text: string, language: string): readonly string[] {
  const lexicon = lexiconOf(language);
  const lines = text.split('\n');
  if (!lexicon || !/"""|'''/.test(text)) return lines;
  const isWithin = withinPieces(text, lexicon);
  let from = 0;
  return lines.filter(line => {
    const isInText = isWithin(from) || /^\s*[rbuf]{0,2}(?:"""|''')/i.test(line);
    from += line.length + 1;
    return !isInText;
  });
}

const firstWord = (line: string): string => line.trim().split(/\s+/, 1)[0] ?? '';

const isSentence = (line: string): boolean =>
  (startOfSentence.test(line) && /[.:!?]$/.test(line)) || contraction.test(line);
