import type { JsonForm } from '../../core/model/purpose.ts';
import { answerSchema, listOf, objectOf, someText } from '../answerSchema.ts';
import { answersIn } from './readBatch.ts';

/** What a batch is told of its answer, for the model. */
export const batchFormWords = '{"items": [{"id": "…", "text": "…"}]}';

/**
 * A batch is answered with `{"items": [{"id": "…", "text": "…"}]}`. Which ids there are is not in the schema, which is so the same for all
 * batches: providers take seconds for one that they have not seen. One item that can be used makes an answer; the others are asked
 * again alone.
 */
export const batchForm = (ids: readonly string[]): JsonForm => ({
  schema: answerSchema('items', { items: listOf(objectOf({ id: someText, text: someText })) }),
  check: value => {
    const { answers } = answersIn(value, ids);
    return answers.size > 0
      ? undefined
      : `It is not ${batchFormWords} with an entry for each of these ids: ${ids.join(', ')}.`;
  },
  predefined: '{"items":[]}',
});
