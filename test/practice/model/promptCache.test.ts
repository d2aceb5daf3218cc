import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { PromptCache, type PromptBlock } from '../../../practice/model/promptCache.ts';

const block = (name: string, tokens: number, isMarked = false): PromptBlock => ({
  text: name.padEnd(tokens * 4, '.'),
  tokens,
  isMarked,
});

/** A cache, and how to ask it so many minutes after the last time. */
function world() {
  let now = 0;
  const cache = new PromptCache(() => now, 1_024);
  const later = (minutes: number): PromptCache => {
    now += minutes * 60_000;
    return cache;
  };
  return { cache, later };
}

suite('marked prompts', () => {
  const file = block('file', 2_000, true);

  test('are written up to the last mark, and read from then on for five minutes since the last use', () => {
    const { cache, later } = world();
    const asked = [file, block('why?', 10)];
    assert.deepEqual(cache.useMarked('m', asked), { read: 0, written: 2_000 });
    assert.deepEqual(later(4).useMarked('m', [file, block('how?', 10)]), { read: 2_000, written: 0 });
    assert.deepEqual(later(4).useMarked('m', asked), { read: 2_000, written: 0 });
    assert.deepEqual(later(5).useMarked('m', asked), { read: 0, written: 2_000 });
  });

  test('are another model’s too only when it has seen them', () => {
    const { cache } = world();
    cache.useMarked('m', [file]);
    assert.deepEqual(cache.useMarked('other', [file]), { read: 0, written: 2_000 });
  });

  test('pay for what is new behind what is remembered', () => {
    const { cache } = world();
    cache.useMarked('m', [file]);
    assert.deepEqual(cache.useMarked('m', [file, block('turn', 300, true)]), { read: 2_000, written: 300 });
  });

  test('are not remembered below the least number of tokens, and not without a mark', () => {
    const { cache } = world();
    const short = [block('file', 1_000, true)];
    assert.deepEqual(
      [cache.useMarked('m', short), cache.useMarked('m', short)].map(use => use.read + use.written),
      [0, 0],
    );
    assert.deepEqual(cache.useMarked('m', [{ ...file, isMarked: false }]), { read: 0, written: 0 });
  });

  test('are looked for 20 blocks back from a mark and no further (bug-ops/zeph#1087, netease-lcap/wave-agent#1261)', () => {
    const grown = (blocks: number) => [
      file,
      ...Array.from({ length: blocks }, (_, at) => block(`turn${at}`, 10, at === blocks - 1)),
    ];
    const near = world().cache;
    near.useMarked('m', [file]);
    assert.equal(
      near.useMarked(
        'm',
        grown(19).map((one, at) => ({ ...one, isMarked: at === 19 })),
      ).read,
      2_000,
    );
    const far = world().cache;
    far.useMarked('m', [file]);
    assert.equal(
      far.useMarked(
        'm',
        grown(20).map((one, at) => ({ ...one, isMarked: at === 20 })),
      ).read,
      0,
    );
  });

  test('are only found where a mark was: one at the end does not save what stands before a change (BYK/loreai#1155)', () => {
    const { cache } = world();
    cache.useMarked('m', [block('head', 3_000), block('tail', 500, true)]);
    assert.deepEqual(cache.useMarked('m', [block('head', 3_000), block('other', 500, true)]), {
      read: 0,
      written: 3_500,
    });
  });
});

suite('automatic prefixes', () => {
  test('are read in steps of 128 tokens from 1024 on, up to the first difference', () => {
    const { cache, later } = world();
    assert.deepEqual(cache.useAutomatic('m', [block('file', 2_000), block('why?', 10)]), { read: 0, written: 0 });
    assert.equal(later(1).useAutomatic('m', [block('file', 2_000), block('how?', 10)]).read, 1_024 + 7 * 128);
    assert.equal(later(6).useAutomatic('m', [block('file', 2_000)]).read, 0);
  });

  test('of a shorter prompt nothing is read', () => {
    const { cache } = world();
    cache.useAutomatic('m', [block('file', 1_000)]);
    assert.equal(cache.useAutomatic('m', [block('file', 1_000)]).read, 0);
  });
});
