/**
 * One part of what is sent. Parts are what masking and trimming work on; a model sees messages, see `render`. Images, tool
 * calls and tool results are to be further kinds.
 */
export interface TextPart {
  readonly kind: 'text';
  /** Names the part in notes and previews: 'selection', 'diagnostics'. Nothing is decided by it. */
  readonly name: string;
  readonly role: 'system' | 'user' | 'assistant';
  readonly text: string;
  /** Where in `text` the user's own words begin, now or in an earlier turn; undefined: the user typed none of it. */
  readonly wordsFrom?: number;
  /** Higher stays longer when a prompt must shrink. */
  readonly priority: number;
  /**
   * It helps, and is no part of what is asked: which of it there is depends on how far a language service has loaded. A
   * question that differs in nothing else is the same question.
   */
  readonly isEvidence?: boolean;
  /** What makes it another question beside its text: a digest of the document that it speaks of. */
  readonly identity?: string;
  /** How it gets shorter when the prompt must; undefined: it stays whole, or goes. */
  readonly shrinks?: Shrinks;
  /** The prompt up to its end is likely to be sent again within minutes, so a provider may be asked to remember it so far. */
  readonly repeats?: Repetition;
}

/** How much of a section stays the same when something of it changes. Lines, 0-based, of its whole text. */
export interface Repetition {
  /** It may be sent in pieces, each beginning with one of these lines; ascending, and the same whatever is asked about it. */
  readonly splits: readonly number[];
  /** One of them: what stands before it will hardly change soon. undefined: of none this is known. */
  readonly steady?: number;
}

/**
 * Where a section may be cut: between the lines of its body, which stands between its first `headLines` and its last
 * `tailLines` lines. Lines and not offsets, so that masking a secret leaves it true.
 */
export interface Shrinks {
  readonly headLines: number;
  readonly tailLines: number;
  /** Which end of the body matters most: 'ends' keeps head and tail, as for a log; 'ranked' first all that has a rank. */
  readonly focus: 'start' | 'end' | 'ends' | 'ranked';
  /** Lines of the body that matter more than their distance says; what has the highest rank stays longest. */
  readonly keep: readonly KeptLines[];
}

export interface KeptLines {
  /** 0-based, of the body, inclusive. */
  readonly first: number;
  readonly last: number;
  readonly rank: number;
}

export interface Prompt {
  /** Name and version of the template that made it, part of the cache key: 'explain@1'. */
  readonly template: string;
  readonly parts: readonly TextPart[];
}

export interface Message {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** Turns sections into messages: neighbours of the same role become one message, in order. */
export function render(prompt: Prompt): readonly Message[] {
  const messages: { role: Message['role']; content: string }[] = [];
  for (const { role, text } of prompt.parts) {
    const last = messages.at(-1);
    if (last?.role === role) last.content += `\n\n${text}`;
    else messages.push({ role, content: text });
  }
  return messages;
}

/** The same prompt with the text of every part replaced. */
export function mapText<P extends Prompt>(prompt: P, change: (text: string) => string): P {
  return { ...prompt, parts: prompt.parts.map(part => ({ ...part, text: change(part.text) })) };
}

/** Did the user type some of this part? */
export const hasWords = ({ text, wordsFrom }: TextPart): boolean => wordsFrom !== undefined && wordsFrom < text.length;

/** What the user typed in this part, now or in an earlier turn; '' where it is not the user's. */
export const wordsIn = ({ text, wordsFrom }: TextPart): string =>
  wordsFrom === undefined ? '' : text.slice(wordsFrom);
