import { Failure } from '../../../../src/core/model/failure.ts';
import type { Prompt } from '../../../../src/core/model/prompt.ts';
import { settle } from '../../../support/virtualClock.ts';
import { priced, workspace } from '../../stage/budgetOf.ts';
import { endOf } from '../../stage/endOf.ts';
import { healthy, inTurn, refusing } from '../../stage/replies.ts';
import type { Row } from '../../stage/row.ts';

/** VII. What several questions share, F164 to F166. */
export const sharingRows: readonly Row[] = [
  {
    id: 'F164',
    title: 'a remembered answer costs no request, no token and no time, and says what it is',
    serve: healthy,
    target: () => priced,
    world: { budget: {} },
    heldBy: [
      [
        'core/layers/cache.test.ts',
        'F164: a remembered answer costs no request, says how old it is, and is given by allowed targets only',
      ],
      ['core/client/order.test.ts', 'a target that is not allowed any more does not answer from memory either'],
    ],
    course: async stage => {
      await endOf(stage.ask(), stage);
      stage.clock.sleepFor(1_000);
      const usedBefore = stage.ledger?.standing(workspace).day.used;
      const asked = stage.ask();
      const end = await endOf(asked, stage);
      const { ageMs } = await asked.answer;
      const used = stage.ledger?.standing(workspace).day.used;
      const attempts = stage.attempts(asked.notes).length;
      return { end, ageMs, requests: stage.server?.requests.length, attempts, usedBefore, used };
    },
    played: { end: 'cached', ageMs: 1_000, requests: 1, attempts: 0, usedBefore: 18, used: 18 },
  },
  {
    id: 'F165',
    title: 'equal questions at once share one request, and the first to leave stops nobody else',
    serve: (wire, clock) => async exchange => {
      await new Promise<void>(resolve => void clock.after(1_000, resolve));
      await healthy(wire, clock)(exchange);
    },
    course: async stage => {
      const asked = [stage.ask(), stage.ask(), stage.ask()];
      await settle();
      asked[0]?.stop.abort(new Failure('cancelled'));
      const ends = await Promise.all(asked.map(one => endOf(one, stage)));
      return { ends, requests: stage.server?.requests.length };
    },
    played: { ends: ['cancelled', 'live', 'live'], requests: 1 },
  },
  {
    id: 'F166',
    variant: 'the same question',
    title: 'when nobody answers, the same question’s older answer is given, with its age',
    serve: inTurn(healthy, refusing(403)),
    course: async stage => {
      await endOf(stage.ask(), stage);
      stage.clock.sleepFor(7_200_000);
      const asked = stage.ask();
      const end = await endOf(asked, stage);
      const { ageMs, degraded, insteadOf } = await asked.answer;
      return { end, ageMs, degraded, insteadOf: insteadOf?.kind };
    },
    played: { end: 'stale', ageMs: 7_200_000, degraded: ['stale'], insteadOf: 'auth' },
  },
  {
    id: 'F166',
    variant: 'a similar question',
    title: 'another question’s answer is given only to explain or ask, guarded and labelled',
    serve: inTurn(healthy, refusing(403)),
    world: { similarity: 0.85 },
    heldBy: [
      ['core/cache/similarity.test.ts', 'of questions that only look alike not one is taken for the other'],
      ['core/cache/similarity.test.ts', 'an edit is never similar to another one, nor an answer in a form'],
    ],
    course: async stage => {
      const about = (words: string, code: string) => ({ request: promptOf(words, code) });
      await endOf(stage.ask(about('What does this code do?', 'f(x)')), stage);
      stage.clock.sleepFor(60_000);
      const asked = stage.ask(about('Explain this code, please.', 'f(x)'));
      const explained = await endOf(asked, stage);
      const { ageMs, degraded, insteadOf, from } = await asked.answer;
      const edited = await endOf(stage.ask({ ...about('Explain this code, please.', 'f(x)'), task: 'edit' }), stage);
      const ofOtherCode = await endOf(stage.ask(about('Explain this code, please.', 'g(x)')), stage);
      return { explained, from, ageMs, degraded, insteadOf: insteadOf?.kind, edited, ofOtherCode };
    },
    played: {
      explained: 'similar',
      from: 'target',
      ageMs: 60_000,
      degraded: ['similar'],
      insteadOf: 'auth',
      edited: 'all-paused',
      ofOtherCode: 'all-paused',
    },
  },
];

const promptOf = (words: string, code: string): Prompt => ({
  template: 'test@1',
  parts: [
    { kind: 'text', name: 'selection', role: 'user', text: code, priority: 95 },
    { kind: 'text', name: 'question', role: 'user', text: words, wordsFrom: 0, priority: 95 },
  ],
});
