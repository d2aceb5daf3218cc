import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LearntFacts } from '../../../src/core/model/learntFacts.ts';
import { render, type Prompt, type TextPart } from '../../../src/core/model/prompt.ts';
import { asList, asObject, asText } from '../../../src/providers/errors/json.ts';
import { markedMessages } from '../../../src/providers/wire/cacheMarks.ts';
import { SentPrefixes } from '../../../src/providers/wire/sentPrefixes.ts';
import { targetAt } from '../asking.ts';

const part = (text: string, more: Partial<TextPart> = {}): TextPart => ({
  kind: 'text',
  name: 'document',
  role: 'user',
  text,
  priority: 1,
  ...more,
});
const file = (lines = 300, from = 0): string =>
  Array.from({ length: lines }, (_, at) => `const value${at + from} = compute(${at});`).join('\n');
const promptOf = (...parts: readonly TextPart[]): Prompt => ({ template: 'test@1', parts });

/** The blocks of the messages of one prompt after the other, sent a minute apart, and which are marked. */
function sending({ model = 'claude-sonnet-4-5', parameters = {}, facts = new LearntFacts() } = {}) {
  const sent = new SentPrefixes();
  let nowMs = 0;
  return (prompt: Prompt) => {
    nowMs += 60_000;
    const messages = markedMessages(prompt, targetAt('anthropic', 'http://127.0.0.1:1', { model, parameters }), {
      sent,
      facts,
      nowMs,
    });
    return messages?.flatMap(message =>
      asList(message['content'])
        .map(block => asObject(block) ?? {})
        .map(block => ({ text: asText(block['text']), isMarked: block['cache_control'] !== undefined })),
    );
  };
}

test('joined, the blocks are what is rendered, whatever the parts are', () => {
  const anyPart = fc.record({
    text: fc
      .array(fc.constantFrom('a', 'b\n', '\n', ' ', 'const x = 1;\n'), { maxLength: 400 })
      .map(all => all.join('')),
    role: fc.constantFrom('user', 'assistant'),
    splits: fc.option(fc.uniqueArray(fc.nat(200), { maxLength: 5 }).map(all => all.toSorted((a, b) => a - b))),
  });
  fc.assert(
    fc.property(fc.array(anyPart, { minLength: 1, maxLength: 6 }), all => {
      const prompt = promptOf(
        part(file(), { repeats: { splits: [64] } }),
        ...all.map(({ text, role, splits }) =>
          part(text, { role: role === 'user' ? 'user' : 'assistant', ...(splits && { repeats: { splits } }) }),
        ),
      );
      const facts = new LearntFacts();
      const messages = markedMessages(prompt, targetAt('anthropic', 'http://127.0.0.1:1'), {
        sent: new SentPrefixes(),
        facts,
        nowMs: 0,
      });
      const joined = messages?.map(message =>
        asList(message['content'])
          .map(block => asText(asObject(block)?.['text']))
          .join(''),
      );
      assert.deepEqual(
        joined,
        render(prompt).map(({ content }) => content),
      );
    }),
  );
});

test('a mark stands behind the text of the file, none behind the words', () => {
  const blocks = sending()(promptOf(part(file(), { repeats: { splits: [] } }), part('Why?')));
  assert.deepEqual(
    blocks?.map(({ isMarked }) => isMarked),
    [true, false],
  );
  assert.equal(blocks?.[1]?.text, '\n\nWhy?');
});

test('a block of blanks alone is none, and never marked (anthropics/claude-code#50082, #54013)', () => {
  const blanks = `${file()}\n${'\n'.repeat(64)}`;
  const blocks = sending()(
    promptOf(
      part(blanks, { repeats: { splits: [64, 128, 192, 256, 300, 330] } }),
      part('  ', { repeats: { splits: [] } }),
    ),
  );
  assert.ok(blocks && blocks.length > 3);
  assert.ok(blocks.every(({ text }) => text.trim() !== ''));
});

test('where one line was changed, what stands before its piece is marked, and the steady end above the selection from the first time on', () => {
  const send = sending();
  const repeats = { splits: [64, 128, 192, 256], steady: 192 };
  const changed = file().replace('value200 =', 'value200000 =');
  assert.deepEqual(
    send(promptOf(part(file(), { repeats })))?.map(({ isMarked }) => isMarked),
    [false, false, true, false, true],
  );
  assert.deepEqual(
    send(promptOf(part(changed, { repeats })))?.map(({ isMarked }) => isMarked),
    [false, false, true, false, true],
  );
});

test('a prompt too short for its model to remember goes as it is (browser-use/browser-use#3924, elgorro/aiquila#415)', () => {
  const prompt = promptOf(part(file(), { repeats: { splits: [] } }));
  const short = promptOf(part(file(80), { repeats: { splits: [] } }));
  const isMarked = (model: string, each: Prompt) => sending({ model })(each)?.some(block => block.isMarked);
  assert.deepEqual(
    ['claude-sonnet-4-5', 'claude-haiku-4-5', 'claude-opus-4-6', 'claude-opus-4-7', 'claude-opus-5-5'].map(model =>
      isMarked(model, prompt),
    ),
    [true, undefined, undefined, true, true],
  );
  assert.deepEqual(
    ['claude-sonnet-4-5', 'claude-opus-5-5'].map(model => isMarked(model, short)),
    [undefined, true],
  );
});

test('the user’s own cache_control goes before: two kinds of marks could not stand in one request (cnighswonger/claude-code-cache-fix#44, agno-agi/agno#8694)', () => {
  const parameters = { cache_control: { type: 'ephemeral', ttl: '1h' } };
  assert.equal(sending({ parameters })(promptOf(part(file(), { repeats: { splits: [] } }))), undefined);
});

test('a prompt of which nothing repeats is sent as it was', () => {
  assert.equal(sending()(promptOf(part(file()))), undefined);
});

test('the same places are told whatever is marked: a mark that moves would change nothing that was sent before (looplj/axonhub#2342, earendil-works/pi#1610)', () => {
  const send = sending();
  const repeats = { splits: [64, 128, 192, 256] };
  const textsOf = (blocks: ReturnType<typeof send>) => blocks?.map(({ text }) => text).slice(0, 5);
  const [one, two] = [70, 250].map(steady =>
    textsOf(send(promptOf(part(file(), { repeats: { ...repeats, steady } }), part(`line ${steady}`)))),
  );
  assert.deepEqual(one, two);
});

test('of sections of one name in a row only the end of the last is marked before it was sent', () => {
  const send = sending();
  const definition = (at: number) => part(`type A${at} = ${at};`, { name: 'definitions', repeats: { splits: [] } });
  const whole = part(file(), { repeats: { splits: [] } });
  const [first, second] = [
    [1, 2],
    [1, 2, 3],
  ].map(all => send(promptOf(whole, ...all.map(definition), part('Why?', { name: 'question' }))));
  const marked = (blocks = first) =>
    blocks?.filter(({ isMarked }) => isMarked).map(({ text }) => text.trim().slice(0, 7));
  assert.deepEqual(
    [marked(first), marked(second)],
    [
      ['const v', 'type A2'],
      ['const v', 'type A2', 'type A3'],
    ],
  );
});

test('what a tool stands before is remembered apart: the same prompt without it was not sent yet', () => {
  const sent = new SentPrefixes();
  const target = targetAt('anthropic', 'http://127.0.0.1:1', { model: 'claude-sonnet-4-5' });
  const prompt = promptOf(part(file(), { repeats: { splits: [64, 128] } }), part('Why?', { name: 'question' }));
  const marks = (nowMs: number, before?: string) => {
    const now = { sent, facts: new LearntFacts(), nowMs, ...(before !== undefined && { before }) };
    return JSON.stringify(markedMessages(prompt, target, now));
  };
  const [first, second] = [marks(1), marks(2)];
  assert.deepEqual([marks(3, 'a tool'), marks(4, 'a tool')], [first, second]);
});
