import type { TargetClass } from '../../model/target.ts';
import { answerVariance, writeBelieved } from './believed.ts';
import { learnedTasks, levels } from './learnedOutcome.ts';
import { cellAt, cellCount, type Fading, type LearnedTally } from './learnedTally.ts';

/** A target as far as the model knows it; no tally: it never answered. */
export interface ModelledTarget {
  readonly class: TargetClass;
  readonly tally: LearnedTally | undefined;
}

/** How likely it is that an answer will be kept, and how far that may be wrong: one standard deviation. */
export interface KeptEstimate {
  readonly mean: number;
  readonly deviation: number;
}

/**
 * What is believed before anything was seen, by the level of the question: stronger ones are kept more, the more the question
 * takes. An assumption, worth a handful of answers.
 */
const before: Readonly<Record<TargetClass, readonly [number, number, number]>> = {
  simple: [0.72, 0.58, 0.42],
  medium: [0.75, 0.68, 0.58],
  complex: [0.77, 0.74, 0.68],
};

/**
 * So many answers weigh as much as what is believed without them: of a task whoever answers, of a target, of it at a level, of
 * it at a task, of it at both. The variance of one answer by that of what is to be learnt: targets differ by 0.15, their levels by
 * 0.08, their tasks by 0.1, and the rest by 0.06.
 */
const weights = { task: 10, target: 9, level: 30, ofTask: 20, cell: 60 };

/** Each time with what the other one of targets and tasks turned out to be. */
const rounds = 2;

const tasks = learnedTasks.length;

/**
 * How likely answers are kept, by task, level and target, pooled: what a target is worth is told by all of its answers, less what
 * the task takes from everybody; its levels and tasks correct that by as much as they have seen. A sum of effects, each the mean
 * of what the ones before have left over, drawn towards nothing.
 */
export class KeptModel {
  readonly #targets: readonly Residuals[];
  /** What each task takes from or gives to everybody. */
  readonly #taskEffects = new Float64Array(tasks);
  /** How much better each target is than believed, in all. */
  readonly #effects: readonly number[];

  constructor(targets: readonly ModelledTarget[], fading: Fading) {
    const sums = new Float64Array(targets.length * sumCount); // one for all: small ones are slow to make and to collect
    this.#targets = targets.map(
      (target, at) => new Residuals(target, fading, sums.subarray(at * sumCount, (at + 1) * sumCount)),
    );
    for (let round = 0; round < rounds; round += 1) this.#findTaskEffects();
    this.#effects = this.#targets.map(target => target.effect(this.#taskEffects));
  }

  /** What is to be expected of the target at this place of the list. */
  estimate(at: number, task: number, level: number): KeptEstimate {
    const target = this.#targets[at];
    return target
      ? target.estimate({ effect: this.#effects[at] ?? 0, taskEffects: this.#taskEffects }, task, level)
      : { mean: 0, deviation: 1 };
  }

  /** How much more of the answers of the target at this place were kept than is believed of its class, and of how many: all tasks. */
  overall(at: number): { readonly effect: number; readonly of: number } {
    const target = this.#targets[at];
    return target ? { effect: this.#effects[at] ?? 0, of: target.of } : { effect: 0, of: 0 };
  }

  /** By what the targets themselves leave over: who gets worse at all tasks, alone, is worse; the tasks did not get harder. */
  #findTaskEffects(): void {
    const effects = this.#targets.map(target => target.effect(this.#taskEffects));
    for (let task = 0; task < tasks; task += 1) {
      let [left, of] = [0, 0];
      for (let at = 0; at < this.#targets.length; at += 1) {
        const seen = this.#targets[at]?.ofTask[task] ?? 0;
        left += (this.#targets[at]?.leftOfTask[task] ?? 0) - seen * (effects[at] ?? 0);
        of += seen;
      }
      this.#taskEffects[task] = left / (of + weights.task);
    }
  }
}

/** What is told by all of a target's answers, and by all answers to each task. */
interface Effects {
  readonly effect: number;
  readonly taskEffects: Float64Array;
}

/** What a target's sums take: two by cell, two by task. */
const sumCount = 2 * cellCount + 2 * tasks;

/** Of one target: by how many answers more than believed were kept, and of how many, in each cell and summed up. */
class Residuals {
  readonly #of: Float64Array;
  /** How many answers more than believed were kept. */
  readonly #left: Float64Array;
  readonly leftOfTask: Float64Array;
  readonly ofTask: Float64Array;
  readonly #before: readonly [number, number, number];
  #allOf = 0;

  /** How many answers there were, as far as they are still believed. */
  get of(): number {
    return this.#allOf;
  }

  constructor({ class: strength, tally }: ModelledTarget, fading: Fading, sums: Float64Array) {
    this.#before = before[strength];
    const of = sums.subarray(0, cellCount);
    const kept = sums.subarray(cellCount, 2 * cellCount);
    this.#of = of;
    this.#left = kept; // what was kept becomes what is left of it
    this.leftOfTask = sums.subarray(2 * cellCount, 2 * cellCount + tasks);
    this.ofTask = sums.subarray(2 * cellCount + tasks);
    if (tally) writeBelieved({ of, kept }, tally, fading);
    for (let task = 0; tally && task < tasks; task += 1) {
      let [leftOfTask, ofTask] = [0, 0];
      for (let level = 0; level < levels; level += 1) {
        const cell = cellAt(task, level);
        const left = (kept[cell] ?? 0) - (of[cell] ?? 0) * (this.#before[level] ?? 0);
        kept[cell] = left;
        leftOfTask += left;
        ofTask += of[cell] ?? 0;
      }
      this.leftOfTask[task] = leftOfTask;
      this.ofTask[task] = ofTask;
      this.#allOf += ofTask;
    }
  }

  /** How much better the target is than believed, in all. */
  effect(taskEffects: Float64Array): number {
    let left = 0;
    for (let task = 0; task < tasks; task += 1)
      left += (this.leftOfTask[task] ?? 0) - (this.ofTask[task] ?? 0) * (taskEffects[task] ?? 0);
    return left / (this.#allOf + weights.target);
  }

  estimate({ effect, taskEffects }: Effects, task: number, level: number): KeptEstimate {
    const ofTask = this.ofTask[task] ?? 0;
    let [leftOfTask, ofLevel, levelEffect] = [this.leftOfTask[task] ?? 0, 0, 0];
    leftOfTask -= ofTask * (effect + (taskEffects[task] ?? 0));
    for (let each = 0; each < levels; each += 1) {
      const [left, of] = this.#leftOfLevel(each, effect, taskEffects);
      leftOfTask -= ((this.#of[cellAt(task, each)] ?? 0) * left) / (of + weights.level);
      if (each === level) [ofLevel, levelEffect] = [of, left / (of + weights.level)];
    }
    const sum = (taskEffects[task] ?? 0) + effect + levelEffect + leftOfTask / (ofTask + weights.ofTask);
    const [left, of] = [this.#left[cellAt(task, level)] ?? 0, this.#of[cellAt(task, level)] ?? 0];
    const mean = (this.#before[level] ?? 0) + sum + (left - of * sum) / (of + weights.cell);
    const unknown =
      1 / (this.#allOf + weights.target) +
      1 / (ofLevel + weights.level) +
      1 / (ofTask + weights.ofTask) +
      1 / (of + weights.cell);
    return { mean: Math.min(0.98, Math.max(0.02, mean)), deviation: Math.sqrt(answerVariance * unknown) };
  }

  /** What the target and the tasks leave over at a level, and how many answers there were. */
  #leftOfLevel(level: number, effect: number, taskEffects: Float64Array): readonly [left: number, of: number] {
    let [left, of] = [0, 0];
    for (let task = 0; task < tasks; task += 1) {
      const cell = cellAt(task, level);
      const seen = this.#of[cell] ?? 0;
      left += (this.#left[cell] ?? 0) - seen * (effect + (taskEffects[task] ?? 0));
      of += seen;
    }
    return [left, of];
  }
}
