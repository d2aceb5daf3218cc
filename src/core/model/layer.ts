import type { Answer } from './answer.ts';
import type { Question } from './question.ts';

/** A function that answers a question: the common type of layers, providers and clients. Rejects with a Failure. */
export type Ask = (question: Question) => Promise<Answer>;

/** A layer wraps an Ask and is an Ask again. */
export type Layer = (next: Ask) => Ask;

/** stack(a, b, c)(ask) is a(b(c(ask))): read it top to bottom, outermost first. */
export const stack =
  (...layers: readonly Layer[]): Layer =>
  ask =>
    layers.reduceRight((next, layer) => layer(next), ask);
