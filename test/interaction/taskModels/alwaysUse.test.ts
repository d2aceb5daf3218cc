import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from '../../../src/core/model/failure.ts';
import { alwaysUse, alwaysUseAction } from '../../../src/interaction/taskModels/alwaysUse.ts';
import { answerOf, targetOf } from '../../support/scripted.ts';
import { taskModelWorld } from './taskModelWorld.ts';

const chain = [targetOf('claude'), targetOf('gpt')];
const offeredFor = (more: Parameters<typeof answerOf>[2], targets = chain) =>
  alwaysUseAction(answerOf('claude', 'It adds.', more), { targets, set: undefined });

test('an answer of a model of the chain offers to use it always, a remembered one too', () => {
  assert.deepEqual([offeredFor({}), offeredFor({ freshness: 'cached' })], ['alwaysUse', 'alwaysUse']);
});

test('where it is set already the other way round is offered', () => {
  const action = alwaysUseAction(answerOf('claude', 'It adds.'), { targets: chain, set: { target: 'claude' } });
  assert.equal(action, 'doNotAlwaysUse');
});

test('an answer that no model has given to this question now offers nothing', () => {
  const insteadOf = new Failure('overloaded', { target: 'claude' });
  for (const freshness of ['stale', 'similar', 'offline'] as const) assert.equal(offeredFor({ freshness }), undefined);
  assert.deepEqual(
    [offeredFor({ insteadOf }), alwaysUseAction(undefined, { targets: chain, set: undefined })],
    [undefined, undefined],
  );
});

// https://github.com/Kilo-Org/kilocode/pull/13615: a default was set that the list of models did not hold
test('a model that is not in the chain, or is alone there, is not offered', () => {
  assert.deepEqual(
    [offeredFor({}, [targetOf('gpt'), targetOf('mini')]), offeredFor({}, [targetOf('claude')])],
    [undefined, undefined],
  );
});

test('a model that is called like a strength cannot be set: that would be another wish', () => {
  const action = alwaysUseAction(answerOf('simple', 'It adds.'), {
    targets: [targetOf('simple'), ...chain],
    set: { class: 'simple' },
  });
  assert.equal(action, undefined);
});

// https://github.com/microsoft/vscode/issues/319131: a model was set by what it is called, which is not how it is found
test('its id is written, whatever it is called', async () => {
  const named = [{ ...targetOf('anthropic/claude'), label: 'Claude (mine)' }, targetOf('gpt')];
  const { parts, written } = taskModelWorld({ chain: named, replies: ['turns away'] });
  await alwaysUse('alwaysUse', { answer: answerOf('anthropic/claude', 'It adds.'), task: 'ask' }, parts);
  assert.deepEqual(written.user, { ask: 'anthropic/claude' });
});

test('taken away, it is gone from the user’s own settings', async () => {
  const { parts, written } = taskModelWorld({ user: { ask: 'claude', fix: 'gpt' }, replies: ['turns away'] });
  await alwaysUse('doNotAlwaysUse', { answer: answerOf('claude', 'It adds.'), task: 'ask' }, parts);
  assert.deepEqual(written.user, { fix: 'gpt' });
});

test('what the workspace has set is not changed from an answer, and neither is what the user has set beside it', async () => {
  const { parts, person, pages, saves } = taskModelWorld({
    user: { ask: 'gpt' },
    workspace: { ask: 'claude' },
    replies: [{ picks: 'Open Workspace Settings' }],
  });
  await alwaysUse('doNotAlwaysUse', { answer: answerOf('claude', 'It adds.'), task: 'ask' }, parts);
  assert.deepEqual([saves(), pages], [0, ['workspace']]);
  assert.deepEqual(person.saw, ['The settings of this workspace say that claude is asked first for “Ask”, not yours.']);
});

test('called from the palette where there is nothing to set, each says so', async () => {
  const { parts, person, saves } = taskModelWorld();
  const offline = answerOf('offline', 'It adds.', { freshness: 'offline' });
  await alwaysUse('alwaysUse', { answer: undefined, task: 'ask' }, parts);
  await alwaysUse('alwaysUse', { answer: offline, task: 'ask' }, parts);
  await alwaysUse('doNotAlwaysUse', { answer: answerOf('claude', 'It adds.'), task: 'ask' }, parts);
  const none = 'No model of your chain has given this answer to this question, so there is no model to set.';
  assert.deepEqual([person.saw, saves()], [[none, none, 'claude is not set for “Ask”.'], 0]);
});
