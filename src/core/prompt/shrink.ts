import { fitPrompt, type Fitted } from './fitPrompt.ts';
import type { Prompt } from '../model/prompt.ts';
import { tokensOfPrompt } from './tokens.ts';

/**
 * The same prompt with less in it, about half as long if it allows that; undefined: nothing can go. For a model that said
 * the prompt was too long (F31): what is sent again must be strictly smaller.
 */
export function shrink(prompt: Prompt): Fitted | undefined {
  const tokens = tokensOfPrompt(prompt);
  for (const share of [0.5, 0.7, 0.9]) {
    const fitted = fitPrompt(prompt, Math.floor(tokens * share));
    if (fitted !== 'too-long' && tokensOfPrompt(fitted.prompt) < tokens) return fitted;
  }
  return undefined;
}
