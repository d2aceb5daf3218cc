import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultModels } from '../../../src/core/budget/defaultModels.ts';
import { retiredModels, retirementOf, withSuccessor } from '../../../src/core/budget/retiredModels.ts';
import { Failure } from '../../../src/core/model/failure.ts';

const now = Date.parse('2026-11-30T08:00:00Z');
const at = (provider: string, model: string, origin = `https://api.${provider}.com`) =>
  retirementOf({ provider, model, origin }, now);

// https://github.com/multidotdev/cli/releases/tag/v0.0.135: a default model went, and nobody was told which one came in its place
test('a model that its vendor has retired names what comes in its place', () => {
  assert.deepEqual(at('anthropic', 'claude-opus-4-1'), {
    day: '2026-08-05',
    successor: 'claude-opus-4-8',
    isOver: true,
  });
});

// https://github.com/coder/coder/pull/22304: a version by its date is the same model
test('a version that is named by its date is retired with its model', () => {
  assert.equal(at('anthropic', 'claude-3-5-haiku-20241022')?.successor, 'claude-haiku-4-5');
});

test('of two versions with days of their own each has its own', () => {
  const days = ['gpt-4o-2024-05-13', 'gpt-4o-2024-11-20', 'chatgpt-4o-latest'].map(model => at('openai', model)?.day);
  assert.deepEqual(days, ['2026-10-23', '2027-01-14', '2026-02-17']);
});

// https://github.com/orgs/cometapi-dev/discussions/71: what was named in its place is retired by now as well
test('a successor that is retired too is passed over for its own', () => {
  assert.deepEqual(
    [
      ['anthropic', 'claude-3-opus-20240229'],
      ['openai', 'o1-mini'],
      ['openai', 'chatgpt-4o-latest'],
    ].map(([provider = '', model = '']) => at(provider, model)?.successor),
    ['claude-opus-4-8', 'gpt-5.6-terra', 'gpt-5.3-chat-latest'],
  );
});

test('a model whose end is announced is said to be there still', () => {
  assert.deepEqual(at('openai', 'gpt-5'), { day: '2026-12-11', successor: 'gpt-6.1-sol', isOver: false });
  const then = Date.parse('2026-12-11T00:00:00Z');
  const ends = [then - 1, then].map(
    wallMs => retirementOf({ provider: 'openai', model: 'gpt-5', origin: 'https://api.openai.com' }, wallMs)?.isOver,
  );
  assert.deepEqual(ends, [false, true]);
});

// https://dev.to/flarecanary/claude-opus-4-and-sonnet-4-retire-june-15-your-claude-opus-4-0-alias-is-about-to-start-failing-ej5
test('an alias is retired with what it stands for, and its neighbour is not', () => {
  assert.deepEqual(
    ['claude-opus-4-0', 'claude-sonnet-4-5', 'claude-opus-5-5'].map(model => at('anthropic', model)?.isOver),
    [true, undefined, undefined],
  );
});

// https://platform.claude.com/docs/en/about-claude/model-deprecations: other platforms have schedules of their own
test('of the same model on another server nothing is said', () => {
  const others = ['http://localhost:8080', 'https://bedrock.example', 'https://api.anthropic.com:8443'];
  assert.deepEqual(
    others.map(origin => at('anthropic', 'claude-3-opus', origin)),
    [undefined, undefined, undefined],
  );
  assert.equal(at('openai-compatible', 'gpt-4', 'https://api.openai.com'), undefined);
});

test('odd names are no models, and no provider either', () => {
  for (const name of ['', '__proto__', 'constructor', 'claude-', 'x'.repeat(100_000)])
    assert.deepEqual([at('anthropic', name), at(name, 'gpt-4')], [undefined, undefined]);
});

// https://github.com/github/docs/pull/41216: a table named a model as the one in place of itself
test('no model comes in its own place, every chain of successors ends, and no default model is retired', () => {
  for (const [provider, { rows, host }] of Object.entries(retiredModels)) {
    assert.equal(new Set(rows.map(([model]) => model)).size, rows.length);
    for (const [model, day] of rows)
      for (const wallMs of [now, Date.parse('2030-01-01'), Date.parse(day)]) {
        const { successor } = retirementOf({ provider, model, origin: `https://${host}` }, wallMs) ?? {};
        assert.ok(successor !== undefined && successor !== model, model);
        const next = retirementOf({ provider, model: successor, origin: `https://${host}` }, wallMs);
        assert.notEqual(next?.isOver, true, `${model} → ${successor}`);
      }
  }
  for (const [provider, { strongest, cheaper }] of Object.entries(defaultModels))
    assert.deepEqual([at(provider, strongest.model), at(provider, cheaper.model)], [undefined, undefined]);
});

// https://github.com/rocketride-org/rocketride-server/pull/2162: a bare 404 is no proof that a model was retired
test('only a missing model that is known to be retired is told with a successor', () => {
  const old = { provider: 'anthropic', model: 'claude-3-opus', origin: 'https://api.anthropic.com' };
  const facts = (kind: 'not-found' | 'server', target: typeof old) =>
    withSuccessor(new Failure(kind, { facts: { host: 'h' } }), target, now).details.facts;
  assert.deepEqual(
    [facts('not-found', old), facts('server', old), facts('not-found', { ...old, model: 'claude-opus-5-5' })],
    [{ host: 'h', model: 'claude-3-opus', successor: 'claude-opus-4-8' }, { host: 'h' }, { host: 'h' }],
  );
});
