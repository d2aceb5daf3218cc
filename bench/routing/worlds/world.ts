import type { Task } from '../../../src/core/model/purpose.ts';
import type { Price, Target, TargetClass } from '../../../src/core/model/target.ts';
import type { Asked } from './questions.ts';

/** What a target really is like; no policy but the oracle sees any of it. */
export interface Nature {
  readonly target: Target;
  /** What it really costs, also where the client does not know it. */
  readonly price: Price;
  /** Its price is not known to the client. */
  readonly isUnpriced: boolean;
  /** Up to which score it is as good as anybody. */
  readonly strength: number;
  /** By task: better or worse than its strength says, in logits. */
  readonly bent: ReadonlyMap<Task, number>;
  /** Median time of an answer on a calm day, ms. */
  readonly usualMs: number;
  /** By how much longer it takes, by the hour. */
  readonly slowness: Float64Array;
  readonly outages: readonly { readonly from: number; readonly to: number }[];
  /** Overnight its quality changes by so many logits; undefined: it stays. */
  readonly change: { readonly at: number; readonly logits: number } | undefined;
  /** From then on its price is multiplied. */
  readonly repriced: { readonly at: number; readonly factor: number } | undefined;
}

/** Three months of questions of one editor, and who can be asked. */
export interface World {
  readonly seed: number;
  /** In the order of the user's chain, which says nothing about them. */
  readonly natures: readonly Nature[];
  readonly questions: readonly Asked[];
  /** By task: how much is kept of everybody's answers, in logits. */
  readonly ease: ReadonlyMap<Task, number>;
}

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;
/** The worlds last so long. */
export const worldDays = 90;

/** How strong a model is on average, by its class: as a share of the score up to which it suffices. */
export const strengthOf: Readonly<Record<TargetClass, number>> = { simple: 0.35, medium: 0.62, complex: 0.9 };

/** The chance that an answer is kept, were there no other. */
export function keptChance({ ease }: World, nature: Nature, { task, score, at }: Asked): number {
  const width = 0.1;
  const lacking = width * Math.log1p(Math.exp((score - nature.strength) / width));
  const changed = nature.change && at >= nature.change.at ? nature.change.logits : 0;
  const logits = 1.4 + (ease.get(task) ?? 0) + (nature.bent.get(task) ?? 0) + changed - 5 * lacking;
  return 1 / (1 + Math.exp(-logits));
}

/** US dollars that an answer of so many tokens costs then. */
export function costUsd({ price, repriced }: Nature, { promptTokens, at }: Asked, answerTokens: number): number {
  const factor = repriced && at >= repriced.at ? repriced.factor : 1;
  return (factor * (promptTokens * price.input + answerTokens * price.output)) / 1e6;
}

/** Of the median time of an answer of 400 tokens, what goes by before the first one; the rest is in proportion. */
export const firstShare = 0.3;
export const usualTokens = 400;

/** Median time of an answer of so many tokens then, ms. */
export function usualMsAt({ usualMs, slowness }: Nature, at: number, answerTokens: number): number {
  const factor = slowness[Math.min(slowness.length - 1, Math.floor(at / hourMs))] ?? 1;
  return factor * usualMs * (firstShare + ((1 - firstShare) * answerTokens) / usualTokens);
}

export const isOut = ({ outages }: Nature, at: number): boolean =>
  outages.some(({ from, to }) => at >= from && at < to);

/** Both prices together then, as some compare them. */
export const costOf = ({ price, repriced }: Nature, at: number): number =>
  ((repriced && at >= repriced.at ? repriced.factor : 1) * (price.input + price.output)) / 1e6;

/** A moment of the world as wall-clock ms. */
export const wallOf = (at: number): number => 1_780_000_000_000 + at;
