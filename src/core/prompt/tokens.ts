import { estimateTokens } from './estimateTokens.ts';
import type { Prompt, Section } from './prompt.ts';

/** The common rule of thumb. */
const charsPerToken = 4;
/** What a message costs besides its text: its role and its ends (OpenAI's cookbook counts 3, and 3 once for the answer). */
export const tokensPerMessage = 4;
/** The blank line between two sections. */
export const tokensPerSection = 1;

/** About how many tokens so many characters are, where there is no text to look at; else `estimateTokens`. */
export const estimatedTokens = (chars: number): number => Math.ceil(chars / charsPerToken);

/** About how many tokens a section's text is, counted once for each section object. */
export function tokensOf(section: Section): number {
  const known = ofSections.get(section);
  if (known !== undefined) return known;
  const tokens = estimateTokens(section.text);
  ofSections.set(section, tokens);
  return tokens;
}

/** About how many tokens a prompt is, with what its messages cost besides their text; counted once for each prompt object. */
export function tokensOfPrompt(prompt: Prompt): number {
  const known = ofPrompts.get(prompt);
  if (known !== undefined) return known;
  const tokens = prompt.sections.reduce((sum, section) => sum + tokensOf(section), frameTokens(prompt.sections));
  ofPrompts.set(prompt, tokens);
  return tokens;
}

/** What these sections cost besides their text. */
export function frameTokens(sections: readonly Section[]): number {
  const messages = sections.filter(({ role }, index) => role !== sections[index - 1]?.role).length;
  return messages * tokensPerMessage + sections.length * tokensPerSection;
}

const ofSections = new WeakMap<Section, number>();
const ofPrompts = new WeakMap<Prompt, number>();
