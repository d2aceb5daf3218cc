import type { Question } from '../../../src/core/model/question.ts';
import type { Regime } from '../server/regime.ts';

/** Who asks: everything that one would put between a question and the providers. */
export interface Side {
  readonly name: string;
  /** How many providers it may ask. */
  readonly providers: 1 | 2;
  /** Answers with the text; anything else rejects. `onScreen` hears what stands on the screen of who watches. */
  ask(question: Question, onScreen: (text: string) => void): Promise<string>;
  /** How often one of its circuits opened, if it knows. */
  readonly opened?: number;
}

/** Where a side's providers are, and how they treat it. */
export interface Ground {
  readonly ports: readonly [first: number, second: number];
  readonly regime: Regime;
}
