import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from '../../../src/core/model/failure.ts';
import { structured } from '../../../src/core/layers/structured.ts';
import { answerOf, ask, failureOf, scripted, type Act } from '../../support/scripted.ts';
import type { JsonForm } from '../../../src/core/model/question.ts';

const form: JsonForm = {
  check: value => (Array.isArray(value) ? undefined : 'It is not a list.'),
  predefined: '[]',
};

function world(...acts: readonly Act[]) {
  const target = scripted('only', ...acts);
  const asked = ask({ expects: { form: 'prose', language: 'typescript', code: '', json: form } });
  return { target, answer: structured()(target.ask)(asked.question), ...asked };
}

test('JSON in the right form passes as it is', async () => {
  const { answer, notes } = world({ says: '[1, 2]' });
  assert.deepEqual([(await answer).text, (await answer).degraded, notes], ['[1, 2]', [], []]);
});

test('a code block around it is taken off', async () => {
  assert.equal((await world({ says: '```json\n[1]\n```\n' }).answer).text, '[1]');
});

for (const [what, says, fault] of [
  ['what is no JSON', 'Here you are: [1', 'It is not valid JSON.'],
  ['JSON in another form', '{"list": []}', 'It is not a list.'],
  ['an abyss', '['.repeat(100) + ']'.repeat(100), 'It is nested too deeply.'],
] as const) {
  test(`${what} is asked for once more, with what was wrong`, async () => {
    const { target, answer, notes } = world({ says }, { says: '[1]' });
    assert.equal((await answer).text, '[1]');
    assert.match(target.calls[1]?.prompt.sections.at(-1)?.text ?? '', new RegExp(fault.replaceAll('.', '\\.')));
    assert.deepEqual(notes, [{ kind: 'asked-again', because: 'not-json' }]);
  });
}

test('after two misses the predefined response stands in, marked as such', async () => {
  const { target, answer } = world({ says: 'no' });
  const { text, degraded } = await answer;
  assert.deepEqual({ text, degraded, asked: target.calls.length }, { text: '[]', degraded: ['predefined'], asked: 2 });
});

test('when nobody can be asked again the predefined response stands in', async () => {
  const { answer } = world({ says: 'no' }, 'server');
  assert.deepEqual((await answer).degraded, ['predefined']);
});

test('what the user stopped stays stopped', async () => {
  const { answer, stop } = world({ says: 'no' }, 'hangs');
  await Promise.resolve();
  stop.abort(new Failure('cancelled'));
  assert.equal((await failureOf(answer)).kind, 'cancelled');
});

test('a refusal is an answer, whatever its form', async () => {
  const { question } = ask({ expects: { form: 'prose', language: '', code: '', json: form } });
  const refused = answerOf('only', 'I would rather not.', { finish: 'refused' });
  assert.equal(await structured()(() => Promise.resolve(refused))(question), refused);
});

test('without a form nothing is touched', async () => {
  const target = scripted('only', { says: 'plain words' });
  assert.equal((await structured()(target.ask)(ask().question)).text, 'plain words');
});
