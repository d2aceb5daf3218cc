import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from '../../../src/core/model/failure.ts';
import { structured, UnfitAnswer } from '../../../src/core/layers/structured.ts';
import { ask, failureOf, scripted, targetOf, type Act } from '../../support/scripted.ts';
import type { JsonForm } from '../../../src/core/model/purpose.ts';

const form: JsonForm = {
  check: value => (Array.isArray(value) ? undefined : 'It is not a list.'),
  predefined: '[]',
};

function world(...acts: readonly Act[]) {
  const target = scripted('only', ...acts);
  const asked = ask({ watched: true, expects: { form: 'prose', language: 'typescript', code: '', json: form } });
  const { attempts } = asked.question;
  const counted: typeof target.ask = question => ((attempts.left -= 1), target.ask(question));
  return { target, answer: structured(target.target)(counted)(asked.question), ...asked };
}

const answered = ({ cause }: Failure) => (cause instanceof UnfitAnswer ? cause.answer.text : undefined);

test('JSON in the right form passes as it is', async () => {
  const { answer, notes } = world({ says: '[1, 2]' });
  assert.deepEqual([(await answer).text, (await answer).degraded, notes], ['[1, 2]', [], []]);
});

// lmstudio-ai/lmstudio-bug-tracker#2403: a server that takes the schema and does not hold the answer to it
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
    assert.match(target.calls[1]?.request.parts.at(-1)?.text ?? '', new RegExp(fault.replaceAll('.', '\\.')));
    assert.deepEqual(notes, [{ kind: 'asked-again', because: 'not-json' }]);
  });
}

test('after two misses the target makes way, with what it has answered', async () => {
  const { target, answer } = world({ says: 'no' }, { says: 'still not' });
  const failure = await failureOf(answer);
  const { kind, details } = failure;
  assert.deepEqual([kind, details.code, details.target, target.calls.length], ['malformed', 'form', 'only', 2]);
  assert.equal(answered(failure), 'still not');
});

test('a second try that fails is a miss, and what was answered first is kept', async () => {
  const failure = await failureOf(world({ says: 'no' }, 'server').answer);
  assert.deepEqual([failure.details.code, answered(failure)], ['form', 'no']);
});

test('without an attempt left nobody is asked a second time', async () => {
  const target = scripted('only', { says: 'no' });
  const { question } = ask({ attempts: { left: 0 }, expects: { form: 'prose', language: '', code: '', json: form } });
  await failureOf(structured(target.target)(target.ask)(question));
  assert.equal(target.calls.length, 1);
});

test('what the budget forbids in the second try is told as that', async () => {
  assert.equal((await failureOf(world({ says: 'no' }, 'budget-blocked').answer)).kind, 'budget-blocked');
});

test('of data that is being written nothing is shown, only that it goes on', async () => {
  const { answer, events } = world({ says: '[1]', inPieces: ['[', '1]'] });
  await answer;
  assert.deepEqual(
    events.map(({ kind }) => kind),
    ['connected', 'sent', 'thinking', 'thinking'],
  );
});

test('half of it does not keep an older answer from stepping in', async () => {
  const { answer } = world({ fails: 'truncated', details: { partial: '[1' } });
  const { kind, details } = await failureOf(answer);
  assert.deepEqual([kind, details.partial], ['truncated', undefined]);
});

test('what the user stopped stays stopped', async () => {
  const { answer, stop } = world({ says: 'no' }, 'hangs');
  await Promise.resolve();
  stop.abort(new Failure('cancelled'));
  assert.equal((await failureOf(answer)).kind, 'cancelled');
});

for (const [when, first] of [
  ['at once', []],
  ['when it is asked again', [{ says: 'no' }]],
] as const) {
  test(`a refusal ${when} is an answer, whatever its form`, async () => {
    const { answer } = world(...first, { says: 'I would rather not.', finish: 'refused' });
    assert.deepEqual([(await answer).text, (await answer).finish], ['I would rather not.', 'refused']);
  });
}

test('without a form nothing is touched', async () => {
  const target = scripted('only', { says: 'plain words' });
  const { question, events } = ask({ watched: true });
  assert.equal((await structured(targetOf('only'))(target.ask)(question)).text, 'plain words');
  assert.deepEqual(events.at(-1), { kind: 'text', text: 'plain words' });
});
