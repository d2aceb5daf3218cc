import { type Language, languageOf } from '../code/language.ts';
import type { Asked } from '../model/asked.ts';

/** What a prompt asks for, as far as rules can read it. */
export interface ReadPrompt {
  /** From a line `Task: …`; where there is none, guessed from the words. */
  readonly task: string;
  /** The question or instruction in the user's words; '' when there is none. */
  readonly instruction: string;
  /** The code that it is about; undefined when the conversation holds none. */
  readonly code: string | undefined;
  /** The lines before and after the code, as far as the prompt holds them. */
  readonly before: string;
  readonly after: string;
  readonly language: Language;
  /** Where the code begins in its file, from a line `Lines: 12-24`; 1 when the prompt does not say. */
  readonly firstLine: number;
  /** The file in which tests stand already; undefined: there is none. */
  readonly testFile: string | undefined;
  /** All that the user's messages say. */
  readonly said: string;
  /** Set when the prompt says `Reply with exactly: …`. */
  readonly exactly: string | undefined;
}

const editWords =
  /\b(rename|convert|replace|refactor|rewrite|sort|fix|change|remove|delete|insert|add|make|turn|wrap|simplify|implement|use)\b/i;

/** Reads the messages of a request; the code of an earlier message counts while the last one has none. */
export function readPrompt({ system, messages }: Asked): ReadPrompt {
  const asked = messages.filter(({ role }) => role === 'user').map(({ text }) => text);
  const last = asked.at(-1) ?? '';
  const blocks =
    asked
      .toReversed()
      .map(blocksOf)
      .find(found => found.length > 0) ?? [];
  const block =
    blocks.find(({ above }) => above.startsWith('Selected code')) ??
    blocks.find(({ isMain }) => isMain) ??
    blocks.find(({ stands }) => stands === 'around') ??
    blocks[0];
  const instruction = instructionOf(last);
  const task = taskIn(withoutBlocks(last)) ?? taskIn(system);
  return {
    task: task ?? guessTask(instruction, blocksOf(last).length > 0),
    instruction,
    code: block?.code,
    ...around(blocks, block?.code ?? ''),
    language: languageOf(block?.info ?? '', block?.code ?? ''),
    firstLine: Number(/^[ \t]*Lines?:[ \t]*(\d+)/im.exec(withoutBlocks(asked.join('\n')))?.[1] ?? 1),
    testFile: blocks.find(({ above }) => above.startsWith('The test file '))?.code,
    said: asked.join('\n'),
    exactly: /\bReply with exactly:[ \t]*\n?([\s\S]*)$/i.exec(last)?.[1]?.trimEnd(),
  };
}

const taskIn = (text: string): string | undefined => /^[ \t]*Task:[ \t]*([\w-]+)/im.exec(text)?.[1];

interface Block {
  /** The line above it. */
  readonly above: string;
  readonly info: string;
  readonly code: string;
  /** Whether the line above calls it the selection, or the code to change. */
  readonly isMain: boolean;
  /** Whether the line above says that it stands before or after the code, or is the file with the code in it. */
  readonly stands: 'before' | 'after' | 'around' | undefined;
}

/** What stands before and after the code: in blocks of their own, or in the file's, where the code stands once. */
function around(blocks: readonly Block[], code: string): Pick<ReadPrompt, 'before' | 'after'> {
  const at = (place: Block['stands']): string | undefined => blocks.find(({ stands }) => stands === place)?.code;
  const file = at('around') ?? '';
  const start = code === '' ? -1 : `\n${file}\n`.indexOf(`\n${code}\n`);
  if (start >= 0) return { before: file.slice(0, start), after: file.slice(start + code.length + 1) };
  return { before: at('before') ?? '', after: at('after') ?? '' };
}

const standsIn = (above: string): Block['stands'] => {
  if (/\bbefore it\b/i.test(above)) return 'before';
  if (/\bafter it\b/i.test(above)) return 'after';
  return /^The file, as far as/i.test(above) ? 'around' : undefined;
};

const blockPattern =
  /^(?<above>[^\n]*)\n\s*?^[ \t]*(?<fence>`{3,}|~{3,})[ \t]*(?<info>[^\n`]*)\n(?<code>[\s\S]*?)^[ \t]*\k<fence>[`~]*[ \t]*$/gm;

function blocksOf(text: string): readonly Block[] {
  return [...`\n${text}`.matchAll(blockPattern)].map(({ groups = {} }) => ({
    above: groups['above'] ?? '',
    info: (groups['info'] ?? '').trim().split(/[\s{,:]/)[0] ?? '',
    code: (groups['code'] ?? '').replace(/\r?\n$/, ''),
    stands: standsIn(groups['above'] ?? ''),
    isMain: /\b(select(ed|ion)|code to|edit this|change this|replace)\b/i.test(groups['above'] ?? ''),
  }));
}

function withoutBlocks(text: string): string {
  return `\n${text}`.replaceAll(blockPattern, '$<above>\n');
}

function instructionOf(text: string): string {
  const prose = withoutBlocks(text);
  const marked = [
    ...prose.matchAll(
      /^[ \t]*(?:Question|Instruction):[ \t]*([\s\S]*?)(?=^[ \t]*(?:Question|Instruction):|$(?![\s\S]))/gim,
    ),
  ];
  const last = marked.at(-1)?.[1];
  if (last !== undefined) return last.trim();
  const lines = prose
    .split('\n')
    .filter(line => !/^\s*(#+\s|[\w ]+:\s*$|(File|Path|Language|Lines?|Symbol|Task):)/i.test(line));
  return lines.join('\n').trim();
}

function guessTask(instruction: string, hasCode: boolean): string {
  if (/^\s*(what|where|who|why|when|which|how|is|are|does|do|can|could|should)\b|\?\s*$/i.test(instruction))
    return 'ask';
  if (/\bexplain|describe|summari[sz]e\b/i.test(instruction)) return 'explain';
  if (hasCode && editWords.test(instruction)) return 'edit';
  return hasCode && instruction === '' ? 'explain' : 'ask';
}
