import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  feedbackRecord,
  mostSigns,
  readFeedback,
  type FeedbackEntry,
} from '../../../src/core/feedback/feedbackEntry.ts';
import { tasks } from '../../../src/core/model/purpose.ts';

const anyPart = fc.record(
  { doubts: fc.nat({ max: mostSigns }), place: fc.constantFrom('a', 'b'), by: fc.constant('decision' as const) },
  { requiredKeys: [] },
);

const anyMain = fc.record({
  isHelpful: fc.boolean(),
  at: fc.nat(),
  task: fc.option(fc.constantFrom(...tasks), { nil: undefined }),
  target: fc.constantFrom('claude', 'openai/gpt-6', 'a target'),
  score: fc.option(fc.constantFrom(0, 0.6, 0.9), { nil: undefined }),
  signs: fc.array(fc.constantFrom('parses', 'no-code', 'much-shorter'), { maxLength: mostSigns }),
});

const anyEntry: fc.Arbitrary<FeedbackEntry> = fc
  .tuple(anyMain, anyPart)
  .map(([main, part]): FeedbackEntry => ({ ...main, ...part }));

test('what is written is what is read', () => {
  fc.assert(
    fc.property(anyEntry, entry => {
      assert.deepEqual(readFeedback(feedbackRecord('q1', entry)), { id: 'q1', entry: { ...entry } });
    }),
    { numRuns: 200, seed: 18 },
  );
});

test('of whatever is read, nothing is thrown', () => {
  const anything = fc.oneof(fc.string(), fc.double(), fc.boolean());
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.constantFrom('id', 'at', 'helpful', 'target', 'task', 'score', 'signs', 'doubts', 'place', 'by'),
        anything,
      ),
      odd => {
        const read = readFeedback({ kind: 'feedback', ...odd });
        assert.ok(read === undefined || read.entry.signs.length <= mostSigns);
      },
    ),
    { numRuns: 500, seed: 18 },
  );
});
