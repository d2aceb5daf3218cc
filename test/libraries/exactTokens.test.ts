import assert from 'node:assert/strict';
import { test } from 'node:test';
import { estimateTokens } from '../../src/core/prompt/estimateTokens.ts';
import { ExactCounts } from '../../src/core/prompt/exactCounts.ts';
import { loadExactTokens } from '../../src/libraries/exactTokens.ts';

/** Exact counts on a clock on which every group takes 1 ms; how often others had their turn. */
function world() {
  let [nowMs, pauses] = [0, 0];
  const counts = new ExactCounts({
    load: loadExactTokens,
    pause: () => Promise.resolve(void (pauses += 1)),
    now: () => (nowMs += 1),
  });
  return { counts, pauses: () => pauses };
}

test('a text has the tokens that its models count', async () => {
  assert.equal(await world().counts.countExactly('tiktoken is great!'), 6); // OpenAI's cookbook
});

test('the names of special tokens are text like any other', async () => {
  const { counts } = world();
  assert.ok((await counts.countExactly('a <|endoftext|> b <|im_start|><|fim_prefix|>')) > 10);
});

test('others have their turn while a long text is counted', async () => {
  const { counts, pauses } = world();
  await counts.countExactly('const one = 1;\n'.repeat(1_000));
  assert.ok(pauses() >= 100, `${pauses()} pauses`);
});

test('what would take a tokenizer its time squared is estimated', async () => {
  const { counts } = world();
  for (const text of ['a'.repeat(1_000_000), 'QUJD'.repeat(250_000), '中'.repeat(3_000), '='.repeat(2_000)]) {
    const [counted, estimate] = [await counts.countExactly(text), estimateTokens(text)];
    assert.ok(Math.abs(counted - estimate) <= 0.02 * estimate + 1, `${counted} for ${estimate}`);
  }
});

test('a run too long for the tokenizer is found wherever it stands, and one less long is left to it', async () => {
  const seen: string[] = [];
  const load = () => Promise.resolve((text: string) => seen.push(text));
  const count = await new ExactCounts({ load, pause: () => Promise.resolve(), now: () => 0 }).counter();
  const runs = { a: 255, '=': 255, ' ': 1_023, '\u3000': 1_023, 中: 95 };
  for (const [kind, longest] of Object.entries(runs)) {
    const [from, to] = kind.trim() === '' ? ['c', 'd'] : [' ', ' d'];
    for (let place = 0; place <= 200; place += 1) {
      const before = 'b- '.repeat(67).slice(0, place) + from;
      seen.length = 0;
      count(before + kind.repeat(longest + 1) + to);
      assert.deepEqual(seen, [], `${kind} at ${place}`);
      count(before + kind.repeat(longest) + to);
      assert.equal(seen.length, 1, `${kind} at ${place}`);
    }
  }
});
