import { plainModel } from '../budget/modelTable.ts';
import type { Target } from '../model/target.ts';
import { alike } from './alike.ts';

/**
 * Those that are neither at the same provider nor the same make as the first, by whatever name or proxy: a model that agrees with
 * itself says nothing (can1357/oh-my-pi#1912).
 */
export const otherMakers = (targets: readonly Target[], first: Target): readonly Target[] =>
  targets.filter(target => target.id !== first.id && !alike(target, first) && !isSameMake(target.model, first.model));

/** Is it known of these models that they are of one family, or one and the same? */
function isSameMake(one: string, other: string): boolean {
  const make = makeOf(one);
  return make === makeOf(other);
}

/** Beginnings of names by which models are known, whoever serves them; each with its family. */
const makes: readonly (readonly [RegExp, string])[] = [
  [/^claude/, 'claude'],
  [/^(?:gpt|chatgpt|codex|o[1-9])(?![a-z])/, 'gpt'],
  [/^(?:gemini|gemma)/, 'gemini'],
  [/^(?:code|meta-)?llama/, 'llama'],
  [/^(?:mistral|mixtral|codestral|ministral|magistral|devstral)/, 'mistral'],
  [/^(?:qwen|qwq)/, 'qwen'],
  [/^deepseek/, 'deepseek'],
  [/^grok/, 'grok'],
  [/^phi-?[0-9]/, 'phi'],
];

/** The family of a model where it is known, else its own name: without who serves it, its size, its day. */
function makeOf(model: string): string {
  const name = plainModel(model.toLowerCase().split('/').at(-1)?.split(':')[0] ?? '');
  return makes.find(([beginning]) => beginning.test(name))?.[1] ?? name;
}
