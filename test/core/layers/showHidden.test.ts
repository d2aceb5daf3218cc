import assert from 'node:assert/strict';
import { test } from 'node:test';
import { showHidden } from '../../../src/core/layers/showHidden.ts';
import type { Ask } from '../../../src/core/model/layer.ts';
import { Failure } from '../../../src/core/model/failure.ts';
import type { Question } from '../../../src/core/model/question.ts';
import { answerOf, ask, failureOf, scripted, shown, type QuestionChanges } from '../../support/scripted.ts';
import { house } from '../../support/house.ts';
import { VirtualClock } from '../../support/virtualClock.ts';

const trojan = 'if (a) { /*\u202E } \u2066 x */ }';

/** A model that is asked about this code, and says something of what it saw. */
function asked(code: string, say: (seen: string) => string, changes: QuestionChanges = {}) {
  const seen: Question[] = [];
  const next: Ask = async question => {
    seen.push(question);
    const text = say(question.request.parts.at(-1)?.text ?? '');
    for (const letter of text) question.onEvent?.({ kind: 'text', text: letter });
    return answerOf('model', text);
  };
  const request = {
    template: 'test@1',
    parts: [
      { kind: 'text', name: 'system', role: 'system', text: 'You help.', priority: 100 },
      { kind: 'text', name: 'selection', role: 'user', text: code, priority: 95 },
    ],
  } as const;
  const world = ask({ request, ...changes });
  return { ...world, seen, answer: showHidden(new VirtualClock())(next)(world.question) };
}

const forCode: QuestionChanges = { task: 'edit', expects: { form: 'code', language: 'javascript', code: trojan } };

test('a model is sent marks, is told what they are, and the user how many', async () => {
  const { seen, notes, answer } = asked(trojan, () => 'fine');
  await answer;
  const parts = seen[0]?.request.parts ?? [];
  assert.deepEqual(
    parts.map(({ name, role }) => [name, role]),
    [
      ['system', 'system'],
      ['hidden characters', 'system'],
      ['selection', 'user'],
    ],
  );
  assert.equal(parts[2]?.text, 'if (a) { /*⟦hidden U+202E⟧ } ⟦hidden U+2066⟧ x */ }');
  assert.deepEqual(notes, [{ kind: 'hidden-shown', count: 2, kinds: ['direction'] }]);
});

test('a question in which nothing is hidden goes as it is', async () => {
  const { seen, notes, question, answer } = asked('const a = "می\u200Cروم 👩\u200D💻";', () => 'fine');
  await answer;
  assert.equal(seen[0], question);
  assert.deepEqual(notes, []);
});

test('an edit gets the file’s own characters back, in pieces too', async () => {
  const { events, answer } = asked(trojan, seen => `${seen} // done`, { ...forCode, watched: true });
  assert.equal((await answer).text, `${trojan} // done`);
  assert.equal(shown(events), `${trojan} // done`);
});

test('an explanation keeps the marks, to be seen', async () => {
  const { answer } = asked(trojan, () => 'The mark ⟦hidden U+202E⟧ turns the text around.');
  assert.equal((await answer).text, 'The mark ⟦hidden U+202E⟧ turns the text around.');
});

test('what is only passed through gets them back', async () => {
  const world = ask({ words: 'a\u200Bb' });
  const { purpose: _none, ...question } = world.question;
  const next: Ask = async ({ request }) => answerOf('model', request.parts.at(-1)?.text ?? '');
  assert.equal((await showHidden(new VirtualClock())(next)(question)).text, 'a\u200Bb');
});

test('what a stopped answer had of an edit gets them back', async () => {
  const world = ask({ ...forCode, words: trojan });
  const next: Ask = async () => {
    throw new Failure('truncated', { partial: 'if (a) { /*⟦hidden U+202E⟧ }' });
  };
  const failure = await failureOf(showHidden(new VirtualClock())(next)(world.question));
  assert.equal(failure.details.partial, 'if (a) { /*\u202E }');
});

test('in the whole client: the target sees marks, the answer is judged and remembered by the file’s own characters', async () => {
  const target = scripted('one', { says: '```javascript\nif (b) { /*⟦hidden U+202E⟧ } ⟦hidden U+2066⟧ x */ }\n```' });
  const { client } = house([target]);
  const answer = await client.ask(ask({ ...forCode, words: trojan }).question);
  assert.match(target.calls[0]?.request.parts.at(-1)?.text ?? '', /⟦hidden U\+202E⟧/);
  assert.match(answer.text, /\/\*\u202E \} \u2066 x \*\//);
  assert.deepEqual(
    answer.confidence?.signs.filter(({ weight }) => weight === 'hard'),
    [],
  );
});

test('a mark that a model invents is a fact against its edit', async () => {
  const target = scripted('one', { says: '```javascript\nif (b) { /*⟦hidden U+202D⟧ x */ }\n```' });
  const answer = await house([target]).client.ask(ask({ ...forCode, words: trojan }).question);
  assert.deepEqual(answer.confidence?.signs[0], { code: 'mark-left', weight: 'hard', facts: { marks: 1 } });
});

test('a preview shows the marks that would be sent', async () => {
  const [preview] = await house([scripted('one')]).client.preview(ask({ words: trojan }).question);
  assert.match(preview?.messages.map(({ content }) => content).join('\n') ?? '', /\/\*⟦hidden U\+202E⟧/);
});

test('a text that is left while it is looked through is not sent', async () => {
  const sent: Question[] = [];
  const next: Ask = async question => {
    sent.push(question);
    return answerOf('model', '');
  };
  const leaving = new AbortController();
  const slow = new VirtualClock();
  slow.now = () => Infinity; // each stretch has been long
  slow.after = () => {
    leaving.abort(new Failure('cancelled'));
    return () => undefined;
  };
  const question = { ...ask({ words: '\u200B'.repeat(3_000) }).question, signal: leaving.signal };
  assert.equal((await failureOf(showHidden(slow)(next)(question))).kind, 'cancelled');
  assert.deepEqual(sent, []);
});
