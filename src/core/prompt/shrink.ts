import type { Prompt, Section } from './prompt.ts';

/** A prompt with less in it, and the names of the sections that were left out. */
export interface Shrunk {
  readonly prompt: Prompt;
  readonly leftOut: readonly string[];
}

/** What the user asked about stays; sections below this priority are only there to help. */
const dispensable = 90;

/**
 * The same prompt without its least important sections, at most half as long if they allow that; undefined: nothing can go.
 * For a model that said the prompt was too long (F31): what is sent again must be strictly smaller.
 */
export function shrink(prompt: Prompt): Shrunk | undefined {
  const goal = length(prompt.sections) / 2;
  const candidates = prompt.sections
    .slice(0, -1) // what is asked stands last
    .filter(({ role, priority }) => role !== 'system' && priority < dispensable)
    .toSorted((a, b) => a.priority - b.priority);
  const gone = new Set<Section>();
  let left = length(prompt.sections);
  for (const section of candidates) {
    if (left <= goal) break;
    gone.add(section);
    left -= section.text.length;
  }
  if (gone.size === 0) return undefined;
  return {
    prompt: { ...prompt, sections: prompt.sections.filter(section => !gone.has(section)) },
    leftOut: prompt.sections.filter(section => gone.has(section)).map(({ name }) => name),
  };
}

const length = (sections: readonly Section[]): number => sections.reduce((sum, { text }) => sum + text.length, 0);
