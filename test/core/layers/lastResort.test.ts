import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure, type FailureDetails, type FailureKind } from '../../../src/core/model/failure.ts';
import { lastResort, type LastResorts } from '../../../src/core/layers/lastResort.ts';
import type { WithoutModel } from '../../../src/core/model/purpose.ts';
import { answerOf, ask, failureOf } from '../../support/scripted.ts';

const stale = answerOf('first', 'of before', { freshness: 'stale', degraded: ['stale'] });
const similar = answerOf('first', 'to a similar one', { freshness: 'similar', degraded: ['similar'] });

/** The layer over a client that fails. */
function failing(
  { offline = false, ...resorts }: Partial<LastResorts> & { readonly offline?: string | false },
  kind: FailureKind = 'no-target',
  details: FailureDetails = {},
) {
  const { question, notes } = ask({ offline });
  const layer = lastResort({ older: () => undefined, ...resorts });
  return { notes, answer: layer(() => Promise.reject(new Failure(kind, details)))(question) };
}

test('F166: the older answer to the same question comes first, then one to a similar question, then the offline rules', async () => {
  const all = { older: () => stale, similar: () => similar, offline: 'of no model' };
  const found: unknown[] = [];
  for (const without of [{}, { older: () => undefined }, { older: () => undefined, similar: () => undefined }]) {
    const { answer, notes } = failing({ ...all, ...without });
    found.push([(await answer).text, notes]);
  }
  const said = (by: string) => [{ kind: 'last-resort', by, because: 'no-target' }];
  assert.deepEqual(found, [
    ['of before', said('stale')],
    ['to a similar one', said('similar')],
    ['of no model', said('offline')],
  ]);
});

test('the answer says what it stands in for', async () => {
  const { insteadOf, degraded } = await failing({ similar: () => similar }).answer;
  assert.deepEqual([insteadOf?.kind, degraded], ['no-target', ['similar']]);
});

test('an answer without a model cost nothing and pretends nothing', async () => {
  const { insteadOf: _, ...answer } = await failing({ offline: 'of no model' }).answer;
  assert.deepEqual(answer, {
    text: 'of no model',
    from: 'offline',
    model: '',
    usage: { inputTokens: 0, outputTokens: 0, cachedInputTokens: 0, exact: true },
    freshness: 'offline',
    ageMs: 0,
    finish: 'stop',
    degraded: ['offline'],
  });
});

test('what is said without a model may hold a draft; where its purpose says nothing, the failure is told', async () => {
  const draftOf = async (said: WithoutModel | undefined) => {
    const { question } = ask({ offline: false });
    const purpose = question.purpose && { ...question.purpose, offline: async () => said };
    const layer = lastResort({ older: () => undefined });
    return layer(() => Promise.reject(new Failure('no-target')))({ ...question, ...(purpose && { purpose }) });
  };
  assert.equal((await draftOf({ text: 'a frame', draft: '/** TODO */' })).draft, '/** TODO */');
  assert.equal((await failureOf(draftOf(undefined))).kind, 'no-target');
});

test('where nothing is known, the failure is told', async () => {
  assert.equal((await failureOf(failing({}).answer)).kind, 'no-target');
});

test('a cancelled question is not consoled, nor one whose text was seen in part', async () => {
  const resorts = { older: () => stale, similar: () => similar };
  assert.equal((await failureOf(failing(resorts, 'cancelled').answer)).kind, 'cancelled');
  assert.equal((await failureOf(failing(resorts, 'stalled', { partial: 'half' }).answer)).kind, 'stalled');
});
