import { fenceAround } from '../../core/confidence/reading/blocks.ts';
import type { Shrinks, TextPart } from '../../core/model/prompt.ts';

/** A section of what the user is told to say. */
export const section = (name: string, priority: number, text: string): TextPart => ({
  kind: 'text',
  name,
  role: 'user',
  text,
  priority,
});

/** What stands between fences, as data. */
export interface FencedPart extends Pick<TextPart, 'name' | 'priority' | 'text'> {
  /** Tells the model what it is. */
  readonly title: string;
  /** The word after the fence. Default: 'text'. */
  readonly info?: string;
  /** Where it may be cut; undefined: it stays whole, or goes. */
  readonly shrinks?: Shrinks;
}

/** Title, fence, text, fence; nothing where there is no text. */
export function block({ name, priority, title, text, info = 'text', shrinks }: FencedPart): readonly TextPart[] {
  if (text.trim() === '') return [];
  const fence = fenceAround(text);
  const whole = section(name, priority, `${title}\n${fence}${info}\n${text.replace(/\r?\n$/, '')}\n${fence}`);
  return [shrinks ? { ...whole, shrinks } : whole];
}

/** Between title and fence above, and the fence below. */
export const shrinks = (focus: Shrinks['focus'], keep: Shrinks['keep'] = []): Shrinks => ({
  headLines: 2,
  tailLines: 1,
  focus,
  keep,
});

/** On one line and without backticks: a file's name is the user's data too. */
export const flat = (text: string): string => text.replace(/[\s`]+/g, ' ').trim();

const shortNames: Readonly<Record<string, string>> = {
  typescriptreact: 'tsx',
  javascriptreact: 'jsx',
  shellscript: 'sh',
  plaintext: 'text',
};

/** The word after a fence that models know best. */
export const infoOf = (language: string): string => shortNames[language] ?? flat(language).replaceAll(' ', '-');

/** Parts that help, and are no part of what is asked. */
export const evidenceParts = (parts: readonly TextPart[]): readonly TextPart[] =>
  parts.map(each => ({ ...each, isEvidence: true }));
