import { LRUCache } from 'lru-cache';
import { readSnapshot, type CalibrationSnapshot, type LearntModel, type LearntRatio } from './calibrationSnapshot.ts';

/** What a provider said it read, beside what was estimated for it. */
export interface TokenReading {
  readonly model: string;
  /** VS Code's language id of the code at hand: another language is another ratio. */
  readonly language: string;
  /** `tokensOfPrompt` of what was sent. */
  readonly estimated: number;
  /** The provider's own count; believed only within reason (F137). */
  readonly reported: number;
}

/**
 * How many tokens a model really counts for each estimated one, learnt from what its provider reports: for each model and
 * language, and for each model as a whole, which stands in for languages that it has hardly seen.
 */
export class Calibration {
  readonly #models = new LRUCache<string, Map<string, LearntRatio>>({ max: mostModels });

  /** Reports that cannot be true, and those of small prompts, where the frame weighs more than the text, are ignored. */
  learn({ model, language, estimated, reported }: TokenReading): void {
    const ratio = reported / estimated;
    if (!(estimated >= leastTokens) || !(ratio >= lowest && ratio <= highest)) return;
    const learnt = this.#models.get(model) ?? new Map<string, LearntRatio>();
    this.#models.set(model, learnt);
    for (const key of new Set([whole, language])) {
      if (learnt.has(key) || learnt.size < mostLanguages) learnt.set(key, moved(learnt.get(key), ratio));
    }
  }

  /** Tokens for each estimated one, as expected. */
  factor(model: string, language: string): number {
    return this.#ratio(model, language).mean;
  }

  /** Tokens for each estimated one that are hardly ever exceeded: two standard deviations above what is expected. */
  upperFactor(model: string, language: string): number {
    const { mean, variance } = this.#ratio(model, language);
    return clamp(mean + 2 * Math.sqrt(variance) + leastMargin);
  }

  /** All that was learnt, as plain JSON. */
  snapshot(): CalibrationSnapshot {
    const models = [...this.#models.entries()].toReversed();
    return {
      version: 1,
      models: models.map(([model, learnt]): LearntModel => ({ model, ratios: Object.fromEntries(learnt) })),
    };
  }

  /** Takes over a snapshot; whatever is not one, or not within reason, is ignored. */
  restore(stored: unknown): void {
    for (const { model, ratios } of readSnapshot(stored)) {
      const believable = Object.entries(ratios).filter(([, { mean }]) => mean >= lowest && mean <= highest);
      if (believable.length > 0) this.#models.set(model, new Map(believable.slice(0, mostLanguages)));
    }
  }

  /** The language leans on its model, and the model on its family, by how much each has seen. */
  #ratio(model: string, language: string): Ratio {
    const learnt = this.#models.get(model);
    const ofModel = blended(learnt?.get(whole), priorOf(model));
    return language === whole ? ofModel : blended(learnt?.get(language), ofModel);
  }
}

type Ratio = Omit<LearntRatio, 'count'>;

const whole = '';
const mostModels = 100;
const mostLanguages = 40;
const leastTokens = 50;
/** No tokenizer in use counts less or more than this for each token of o200k on a whole prompt. */
const lowest = 0.4;
const highest = 4;
const leastMargin = 0.02;
/** A new report moves the average by this much at least: models change behind their names. */
const leastShare = 0.1;
/** So many reports weigh as much as what stood in for them. */
const reportsLikePrior = 3;

const clamp = (ratio: number): number => Math.min(highest, Math.max(lowest, ratio));

/**
 * Before anything is learnt, by the family that the model's name tells. OpenAI's own models: the estimate is of their
 * tokenizer. Claude has no public one: reports lie between 1.1 and 1.5 times o200k (cxpak #35, copilot-api #134, pflow
 * #414). Others, with smaller vocabularies, count a little more than o200k.
 */
function priorOf(model: string): Ratio {
  if (/claude/i.test(model)) return { mean: 1.25, variance: 0.12 ** 2 };
  if (/^(?:.*\/)?(?:gpt-|chatgpt|o\d|codex)/i.test(model)) return { mean: 1, variance: 0.04 ** 2 };
  return { mean: 1.1, variance: 0.1 ** 2 };
}

function moved(old: LearntRatio | undefined, ratio: number): LearntRatio {
  if (!old) return { mean: ratio, variance: 0, count: 1 };
  const share = Math.max(leastShare, 1 / (old.count + 1));
  const step = ratio - old.mean;
  return {
    mean: old.mean + share * step,
    variance: (1 - share) * (old.variance + share * step ** 2),
    count: Math.min(old.count + 1, 1_000_000),
  };
}

function blended(learnt: LearntRatio | undefined, prior: Ratio): Ratio {
  if (!learnt) return prior;
  const weight = learnt.count / (learnt.count + reportsLikePrior);
  return {
    mean: clamp(weight * learnt.mean + (1 - weight) * prior.mean),
    variance: weight * learnt.variance + (1 - weight) * prior.variance,
  };
}
