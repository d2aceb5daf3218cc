import type { TargetClass } from '../model/target.ts';

export interface DefaultModel {
  /** The provider's own id. */
  readonly model: string;
  /** Short enough for the status bar: at most 18 characters. */
  readonly label: string;
}

/** What one provider offers when the user has chosen no model. */
export interface DefaultModels {
  readonly strongest: DefaultModel;
  readonly cheaper: DefaultModel;
}

/** By provider, in the order they are asked. The ids are among those that the providers' SDKs name. */
export const defaultModels: Readonly<Record<string, DefaultModels>> = {
  anthropic: {
    strongest: { model: 'claude-opus-5-5', label: 'Claude Opus 5.5' },
    cheaper: { model: 'claude-haiku-5-5', label: 'Claude Haiku 5.5' },
  },
  openai: {
    strongest: { model: 'gpt-6-astra', label: 'GPT-6 Astra' },
    cheaper: { model: 'gpt-6-luna', label: 'GPT-6 Luna' },
  },
};

const small = /\b(haiku|mini|nano|luna|lite|flash|small|tiny|[0-9](\.[0-9])?b)\b/i;
const large = /\b(opus|fable|mythos|astra|sol|pro|large|o1|o3)\b/i;

/** How strong a model is, guessed from its name; an unknown name is medium. Settings may say otherwise. */
export function classOf(model: string): TargetClass {
  if (small.test(model)) return 'simple';
  return large.test(model) ? 'complex' : 'medium';
}

/** A name that people recognise: the default models' own, else the model's id without the path before it. */
export function labelOf(model: string): string {
  const known = Object.values(defaultModels).flatMap(({ strongest, cheaper }) => [strongest, cheaper]);
  return known.find(each => each.model === model)?.label ?? model.slice(model.lastIndexOf('/') + 1);
}
