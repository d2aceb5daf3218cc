import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { LearntFacts } from '../../../src/core/model/learntFacts.ts';
import { expectsUnopened, learnUnopened } from '../../../src/providers/wire/unopenedThoughts.ts';
import { withPeer } from '../asked.ts';
import { questionWith } from '../asking.ts';
import { payloadsOf, toEvents, type PeerReply } from '../wire.ts';

const thinking = 'The user wants it.\n</think>\n\n';

/** What is shown of one answer after the other, and what each of them is. */
async function played(...answers: readonly (readonly string[])[]) {
  const told: { shown: string; text: string; thoughts: number }[] = [];
  const left = [...answers];
  const reply: PeerReply = exchange => {
    exchange.stream();
    exchange.chunk(toEvents('openai', payloadsOf('openai', left.shift() ?? [])));
    exchange.end();
  };
  await withPeer({ wire: 'openai', reply }, async ({ ask }) => {
    while (left.length > 0) {
      const { events, ...question } = questionWith();
      const { text } = await ask(question);
      const shown = events.map(event => (event.kind === 'text' ? event.text : '')).join('');
      told.push({ shown, text, thoughts: events.filter(({ kind }) => kind === 'thinking').length });
    }
  });
  return told;
}

const thought = ['The user', ' wants it.', '\n</think>\n\n', 'It', ' adds.'];

suite('thoughts that no mark opens', () => {
  test('are shown once, and from then on no more; they are progress', async () => {
    const [first, second] = await played(thought, thought);
    assert.equal(first?.shown, `${thinking}It adds.`);
    assert.deepEqual([second?.shown, second?.text], ['It adds.', 'It adds.']);
    assert.ok((second?.thoughts ?? 0) >= 2);
  });

  test('that do not come hold an answer back until its end, and it is shown whole', async () => {
    const [, second] = await played(thought, ['It', ' adds.']);
    assert.deepEqual(second, { shown: 'It adds.', text: 'It adds.', thoughts: 2 });
  });

  test('that have not come three times are expected no more', async () => {
    const plain = ['It', ' adds.'];
    const told = await played(thought, plain, plain, plain, plain);
    assert.deepEqual(
      told.map(({ thoughts }) => thoughts),
      [0, 2, 2, 2, 0],
    );
  });

  test('are not learnt of an answer that names their mark, or opens it', () => {
    const facts = new LearntFacts();
    for (const text of ['It is "</think>" that ends it.', '<think>a</think>It adds.', 'It adds.'])
      learnUnopened(facts, text, () => false);
    assert.equal(expectsUnopened(facts), false);
  });

  test('are not learnt where the question is about their mark', () => {
    const facts = new LearntFacts();
    learnUnopened(facts, 'a</think>b', () => true);
    assert.equal(expectsUnopened(facts), false);
  });
});
