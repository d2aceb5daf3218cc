/** How some model's thoughts begin and end when a server lets them through. */
interface ThoughtMarks {
  /** What stands before them, at the beginning of a text. Sticky. */
  readonly opening: RegExp;
  /** What stands behind them, by the opening that was found. */
  readonly closing: (opening: string) => string;
}

const names =
  'think(?:ing)?|thoughts?|chain_of_thought|cot|reasoning(?:_scratchpad)?|reflection|scratchpad|antthinking';

/** Tags with or without a prefix, and in square brackets as Magistral's; Kimi's triangles; channels; Cohere; OpenThinker. */
const allMarks: readonly ThoughtMarks[] = [
  { opening: new RegExp(`<(?:[a-z]{1,12}:)?(?:${names})>`, 'iy'), closing: tag => `</${tag.slice(1)}` },
  { opening: new RegExp(`\\[(?:${names})\\]`, 'iy'), closing: tag => `[/${tag.slice(1)}` },
  { opening: /◁think▷/y, closing: () => '◁/think▷' },
  {
    opening: /(?:<\|start\|>assistant)?<\|channel\|>(?:analysis|commentary)(?: [^<\n]{0,80})?<\|message\|>/y,
    closing: () => '<|end|>',
  },
  { opening: /<\|channel>(?:thought|analysis)?/y, closing: () => '<channel|>' },
  { opening: /<\|START_THINKING\|>/y, closing: () => '<|END_THINKING|>' },
  { opening: /<\|begin_of_thought\|>/y, closing: () => '<|end_of_thought|>' },
];

/** What may stand before the answer itself once thoughts have ended, and what then stands behind it. */
const answerMarks: readonly (readonly [opening: string, closing: string])[] = [
  ['<|start|>assistant<|channel|>final<|message|>', '<|return|>'],
  ['<|channel|>final<|message|>', '<|return|>'],
  ['<|START_RESPONSE|>', '<|END_RESPONSE|>'],
  ['<|begin_of_solution|>', '<|end_of_solution|>'],
  ['<answer>', '</answer>'],
];

/** An end of thoughts whose beginning stood in the prompt, or was cut (vllm-project/vllm#31045, ggml-org/llama.cpp#11861). */
const orphan = /<\/(?:[a-z]{1,12}:)?think(?:ing)?>|\[\/THINK\]|◁\/think▷|<channel\|>|<\|END_THINKING\|>/gi;
const orphanBefore = new RegExp(`(?:${orphan.source})[^]`, 'i');
const anyMark = new RegExp(`<\\/?(?:[a-z]{1,12}:)?(?:${names})>|\\[\\/?(?:${names})\\]|◁|<\\|[a-z]|<channel\\|>`, 'i');

/** Is the question itself about such a mark? Then it stays where it stands. */
export type IsMeant = (mark: string) => boolean;

const nothingMeant: IsMeant = () => false;

/** So many marks are looked for in a question; an answer of nothing else would have it read through for each. */
const mostMarks = 40;

/** The marks that stand in these texts of a question; each is looked for once. */
export function meantIn(texts: readonly string[]): IsMeant {
  const known = new Map<string, boolean>();
  return mark => {
    const before = known.get(mark);
    if (before !== undefined || known.size >= mostMarks) return before ?? false;
    const isMeant = texts.some(text => text.includes(mark));
    known.set(mark, isMeant);
    return isMeant;
  };
}

/**
 * An answer without the thoughts of the model that a server has let through: blocks before the answer or on lines of their
 * own within it, and all before an end that had no beginning. Thoughts that do not end are all that there is: ''. What stands
 * in a code block is code.
 */
export function withoutThoughts(text: string, isMeant = nothingMeant): string {
  if (!anyMark.test(text)) return mangledFinal(text) ?? text; // nearly always
  const led = withoutLeading(text, isMeant);
  return withoutOrphan(withoutInner(led, isMeant), isMeant);
}

/** The mark with which thoughts begin at this offset, and the one with which they end. */
export function thoughtsAt(
  text: string,
  at: number,
): { readonly opening: string; readonly closing: string } | undefined {
  for (const { opening, closing } of allMarks) {
    opening.lastIndex = at;
    const [found] = opening.exec(text) ?? [];
    if (found !== undefined) return { opening: found, closing: closing(found) };
  }
  return undefined;
}

const finalChannel = '<|channel|>final<|message|>';

/** Where text goes on at or after this offset. */
const startOf = (text: string, from = 0): number => text.length - text.slice(from).trimStart().length;

function withoutLeading(text: string, isMeant: IsMeant): string {
  let at = startOf(text);
  let hasThoughts = false;
  for (let found = thoughtsAt(text, at); found && !isMeant(found.opening); found = thoughtsAt(text, at)) {
    const end = text.indexOf(found.closing, at + found.opening.length);
    const final = end < 0 ? text.indexOf(finalChannel, at) : -1;
    if (end < 0 && final < 0) return '';
    hasThoughts = true;
    at = end < 0 ? final : startOf(text, end + found.closing.length);
  }
  const answer = hasThoughts || text.startsWith(finalChannel, at) ? unwrapped(text.slice(at)) : undefined;
  return answer ?? (hasThoughts ? text.slice(at) : text);
}

/** How long the mark is that stands before the answer itself at the beginning of this text; 0: there is none. */
export const answerMarkLength = (text: string): number =>
  answerMarks.find(([mark]) => text.startsWith(mark))?.[0].length ?? 0;

/** What stands between the marks of an answer; undefined: it has none. */
function unwrapped(text: string): string | undefined {
  const [opening, closing] = answerMarks.find(([mark]) => text.startsWith(mark)) ?? [];
  if (opening === undefined || closing === undefined) return undefined;
  const answer = text.slice(opening.length).trim();
  return answer.endsWith(closing) ? answer.slice(0, -closing.length).trim() : answer;
}

/** gpt-oss through a server that drops the special tokens and leaves the words between them. */
function mangledFinal(text: string): string | undefined {
  if (!/^\s*(?:assistant)?analysis[A-Z]/.test(text)) return undefined;
  const at = text.lastIndexOf('assistantfinal');
  return at < 0 ? undefined : text.slice(at + 'assistantfinal'.length).trimStart();
}

const fence = /^[ \t]*(?:```|~~~)/gm;
const fencesIn = (text: string): number => text.match(fence)?.length ?? 0;

function withoutOrphan(text: string, isMeant: IsMeant): string {
  const cut = unopenedEnd(text, isMeant);
  return cut === 0 ? text : text.slice(cut).trimStart();
}

/** Where thoughts end that had no beginning; 0: there are none. */
export function unopenedEnd(text: string, isMeant: IsMeant): number {
  let [cut, looked, fences] = [0, 0, 0];
  for (const { 0: mark, index } of text.matchAll(orphan)) {
    const end = index + mark.length;
    fences += fencesIn(text.slice(looked, index));
    looked = end;
    const isKept = isMeant(mark) || isMeant(mark.replace('/', '')) || isNamed(text, index, end);
    if (fences % 2 !== 0 || isKept) continue;
    [cut, fences] = [end, 0];
  }
  return cut;
}

/** Does an answer begin with thoughts that no mark opens? */
export const hasUnopenedThoughts = (text: string, isMeant: IsMeant): boolean =>
  anyMark.test(text) && unopenedEnd(withoutInner(withoutLeading(text, isMeant), isMeant), isMeant) > 0;

/** Behind the first mark that may end thoughts without a beginning, and that has something behind it; -1: there is none. */
export function behindUnopenedEnd(text: string): number {
  const found = orphanBefore.exec(text);
  return found ? found.index + found[0].length - 1 : -1;
}
/** The longest mark that ends them, and the character behind it. */
export const longestUnopenedEnd = 32;

/** Does a sentence name the mark: in quotes, or as a word among words? */
function isNamed(text: string, from: number, to: number): boolean {
  const [before, after] = [text.charAt(from - 1), text.charAt(to)];
  return /["'`(]/.test(before) || /["'`)]/.test(after) || (/[ \t]/.test(before) && /[ \t,.;]/.test(after));
}

/** Blocks of thoughts that begin a line of the answer. */
function withoutInner(text: string, isMeant: IsMeant): string {
  const lineStart = /^[ \t]*/gm;
  let [kept, from, isFenced] = ['', 0, false];
  for (let line = lineStart.exec(text); line; line = lineStart.exec(text)) {
    const at = lineStart.lastIndex;
    if (text.startsWith('```', at) || text.startsWith('~~~', at)) isFenced = !isFenced;
    const found = isFenced ? undefined : thoughtsAt(text, at);
    if (found && /think|thought/i.test(found.opening) && !isMeant(found.opening)) {
      const end = text.indexOf(found.closing, at);
      if (end < 0) break; // it may be a tag of the answer's own
      kept += text.slice(from, line.index);
      from = startOf(text, end + found.closing.length);
    }
    const next = text.indexOf('\n', Math.max(at, from - 1));
    if (next < 0) break;
    lineStart.lastIndex = next + 1;
  }
  return kept + text.slice(from);
}
