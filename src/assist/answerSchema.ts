import type { AnswerSchema } from '../core/model/purpose.ts';

type Schema = AnswerSchema['schema'];

/** The schema of an answer, by its name. */
export const answerSchema = (name: string, properties: Readonly<Record<string, Schema>>): AnswerSchema => ({
  name,
  schema: objectOf(properties),
});

/** An object of these properties and no others. What may be missing is null: strict schemas want all of them. */
export const objectOf = (properties: Readonly<Record<string, Schema>>): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});

export const listOf = (items: Schema): Schema => ({ type: 'array', items });

export const someText: Schema = { type: 'string' };

export const textOrNull: Schema = { type: ['string', 'null'] };

export const oneOf = (words: readonly string[]): Schema => ({ type: 'string', enum: words });
