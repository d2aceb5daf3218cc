import assert from 'node:assert/strict';
import { test } from 'node:test';
import { appliedPieces } from '../../../src/assist/checkpoints/appliedPieces.ts';
import { hunks } from '../../../src/assist/edits/hunks.ts';
import { atOnce, unpaced } from '../../../src/core/shared/steps.ts';
import type { LearnedOutcome } from '../../../src/core/routing/learned/learnedOutcome.ts';
import type { Checkpoint, CheckpointFile } from '../../../src/interaction/checkpoints/checkpoint.ts';
import { KeptJudge, keptAfterMs } from '../../../src/interaction/learned/keptJudge.ts';
import { settle, VirtualClock } from '../../support/virtualClock.ts';

const uri = 'file:///work/cart.ts';
const before = 'class Cart {\n  total() {\n    return 0;\n  }\n}\n';
const after =
  'class Cart {\n  /** What all of it costs. */\n  total() {\n    const sum = this.items.length;\n    return sum;\n  }\n}\n';

interface Applied {
  readonly id: string;
  readonly from?: string;
  readonly to?: string;
  readonly more?: Partial<Checkpoint>;
  readonly file?: Partial<CheckpointFile>;
}

/** A workspace in which edits were applied, as its next window finds them. */
function workspace() {
  const clock = new VirtualClock();
  const texts = new Map<string, string>([[uri, after]]);
  const checkpoints: Checkpoint[] = [];
  const files = new Map<string, readonly CheckpointFile[]>();
  const learnt: [string, boolean][] = [];
  const errors = { now: 0 };
  const apply = ({ id, from = before, to = after, more = {}, file = {} }: Applied): void => {
    const pieces = atOnce(appliedPieces(from, hunks(from, to)));
    files.set(id, [{ uri, pieces, ...file }]);
    const origin = {
      task: 'edit',
      score: 0.3,
      target: 'claude',
      costUsd: 0.01,
      tookMs: 900,
      at: clock.wall(),
      errors: 0,
    } as const;
    checkpoints.push({ id, at: clock.wall(), title: '', summary: '', files: [uri], size: 1, origin, ...more });
  };
  const open = () =>
    new KeptJudge({
      clock,
      pace: unpaced,
      checkpoints: {
        all: () => Promise.resolve([...checkpoints]),
        filesOf: id => Promise.resolve(files.get(id)),
        judged: id => {
          const at = checkpoints.findIndex(each => each.id === id);
          const found = checkpoints[at];
          if (found) checkpoints[at] = { ...found, isJudged: true };
          return Promise.resolve();
        },
      },
      textOf: file => Promise.resolve(texts.get(file.uri)),
      errorsAt: (_file, spans) => Promise.resolve(spans.length > 0 ? errors.now : 0),
      learn: (id: string, { kept }: LearnedOutcome) => void learnt.push([id, kept]),
    });
  return { clock, texts, files, errors, learnt, apply, open };
}

/** What is learnt of one edit, ten minutes after it, when the file reads like this by then; undefined: it is gone. */
async function judged(text: string | undefined, applied: Omit<Applied, 'id'> = {}, errorsNow = 0) {
  const { clock, texts, errors, learnt, apply, open } = workspace();
  apply({ id: 'one', ...applied });
  void open().follow();
  if (text === undefined) texts.delete(uri);
  else texts.set(uri, text);
  errors.now = errorsNow;
  await clock.pass(keptAfterMs + 1);
  await settle();
  return learnt.map(([, kept]) => kept);
}

test('an edit that stands after ten minutes was kept', async () => {
  assert.deepEqual(await judged(after), [true]);
});

test('before ten minutes are over nothing is said of it', async () => {
  const { clock, learnt, apply, open } = workspace();
  apply({ id: 'one' });
  void open().follow();
  await clock.pass(keptAfterMs - 1_000);
  assert.deepEqual(learnt, []);
});

test('one that was undone was not', async () => {
  assert.deepEqual(await judged(before), [false]);
});

test('one in which a name was changed, or around which others wrote, was kept', async () => {
  assert.deepEqual(await judged(after.replace('const sum = this.items.length', 'const count = this.items.length')), [
    true,
  ]);
  assert.deepEqual(await judged(`import x from 'x';\n${after}\nexport const more = 1;\n`), [true]);
  assert.deepEqual(await judged(after.replaceAll('\n', '\r\n')), [true]);
});

test('one of which most was written anew was not', async () => {
  const anew = after
    .replace('/** What all of it costs. */', '// total')
    .replace('const sum = this.items.length', 'let s = 1');
  assert.deepEqual(await judged(anew.replace('return sum', 'return s')), [false]);
});

test('one that stands with an error in it that was not there before was not kept; one that was there before is not its fault', async () => {
  assert.deepEqual(await judged(after, {}, 1), [false]);
  const origin = { task: 'fix', score: 0.3, target: 'claude', costUsd: 0.01, tookMs: 900, at: 0, errors: 2 } as const;
  assert.deepEqual(await judged(after, { more: { origin } }, 1), [true]);
});

test('one whose file is gone was not kept; one that has deleted its file was', async () => {
  assert.deepEqual(await judged(undefined), [false]);
  assert.deepEqual(await judged(undefined, { file: { wasRemoved: true } }), [true]);
});

test('one that only takes away is kept while that is away', async () => {
  const shorter = 'class Cart {\n}\n';
  assert.deepEqual(await judged(shorter, { to: shorter }), [true]);
  assert.deepEqual(await judged(before, { to: shorter }), [false]);
});

test('of an edit whose answer is not known nothing is learnt, nor of what takes one back', async () => {
  assert.deepEqual(await judged(after, { more: { origin: undefined } }), []);
});

test('after a reload it is looked at when it is due, each once', async () => {
  const { clock, learnt, apply, open } = workspace();
  apply({ id: 'one' });
  await clock.pass(keptAfterMs + 60_000);
  apply({ id: 'two' });
  await open().follow();
  const next = open();
  await next.follow();
  await clock.pass(keptAfterMs + 1);
  await settle();
  assert.deepEqual(learnt, [
    ['one', true],
    ['two', true],
  ]);
});

test('a day later what still stands was kept, and of what does not nobody knows when it went', async () => {
  const { clock, texts, learnt, apply, open } = workspace();
  apply({ id: 'stands' });
  apply({ id: 'gone', from: 'a\n', to: 'something else\n' });
  await clock.pass(24 * 3_600_000);
  texts.set(uri, after);
  await open().follow();
  assert.deepEqual(learnt, [['stands', true]]);
});

test('one of which it is not known any more what it has changed is passed over', async () => {
  const { clock, files, learnt, apply, open } = workspace();
  apply({ id: 'one' });
  files.delete('one');
  await clock.pass(keptAfterMs + 1);
  await open().follow();
  assert.deepEqual(learnt, []);
});

test('a window that closes asks for nothing more', async () => {
  const { clock, learnt, apply, open } = workspace();
  apply({ id: 'one' });
  const judge = open();
  await judge.follow();
  judge.dispose();
  await clock.pass(keptAfterMs + 1);
  assert.deepEqual(learnt, []);
});

const two = 'function one() {}\n\nconst apart = 1;\n\nfunction two() {}\n\nconst more = 2;\n\nfunction three() {}\n';
const commented = two
  .replace('function one', '/** The first. */\nfunction one')
  .replace('function two', '/** The second. */\nfunction two')
  .replace('function three', '/** The third. */\nfunction three');
const batchOrigin = { task: 'docs', score: 0.1, target: 'claude', costUsd: 0.01, tookMs: 900, at: 0 } as const;

/** What is learnt of a batch of two answers, the first of which has brought two comments, when the file reads like this later. */
async function judgedBatch(text: string, pieces: readonly [readonly number[], readonly number[]] = [[0, 1], [2]]) {
  const { clock, texts, learnt, apply, open } = workspace();
  const [first, second] = pieces;
  const answers = [
    { question: 'q1', origin: batchOrigin, pieces: first },
    { question: 'q2', origin: { ...batchOrigin, target: 'gpt' }, pieces: second },
  ];
  apply({ id: 'batch', from: two, to: commented, more: { origin: undefined, answers } });
  texts.set(uri, text);
  void open().follow();
  await clock.pass(keptAfterMs + 1);
  await settle();
  return learnt;
}

// https://github.com/continuedev/continue/pull/6443: one answer was counted twice, as accepted and as not
test('of a batch each answer has one outcome, and one that was taken away does not speak against the others', async () => {
  assert.deepEqual(await judgedBatch(commented), [
    ['q1', true],
    ['q2', true],
  ]);
  assert.deepEqual(await judgedBatch(commented.replace('/** The third. */\n', '')), [
    ['q1', true],
    ['q2', false],
  ]);
});

test('of an answer that has brought several comments half of them is enough', async () => {
  const half = commented.replace('/** The first. */\n', '');
  assert.deepEqual(await judgedBatch(half), [
    ['q1', true],
    ['q2', true],
  ]);
  assert.deepEqual((await judgedBatch(half.replace('/** The second. */\n', '')))[0], ['q1', false]);
});

// https://github.com/git-ai-project/git-ai/issues/620: what had not been taken counted for nothing
test('a comment of a batch that the user did not take counts as one that does not stand', async () => {
  assert.deepEqual(await judgedBatch(commented, [[0, -1, -1], [2]]), [
    ['q1', false],
    ['q2', true],
  ]);
});
