import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Ask } from '../../../src/core/model/layer.ts';
import { cache, olderAnswer, similarAnswer, type CacheParts } from '../../../src/core/layers/cache.ts';
import { AnswerCache, type AnswerCacheParts } from '../../../src/core/cache/answerCache.ts';
import { Failure } from '../../../src/core/model/failure.ts';
import type { Target } from '../../../src/core/model/target.ts';
import { sha256 } from '../../../src/libraries/sha256.ts';
import { answerOf, ask, targetOf, type QuestionChanges } from '../../support/scripted.ts';
import { VirtualClock } from '../../support/virtualClock.ts';
import { MemoryDisk } from '../cache/memoryDisk.ts';
import type { Note } from '../../../src/core/model/note.ts';
import type { Answer } from '../../../src/core/model/answer.ts';

const targets = [targetOf('first'), targetOf('second')];

function world(answer: Partial<Answer> = {}, from = 'first', answersParts: AnswerCacheParts = {}) {
  const clock = new VirtualClock();
  const answers = new AnswerCache(clock, () => ({ maxEntries: 100, ttlMs: 3_600_000 }), answersParts);
  let calls = 0;
  const next: Ask = () => Promise.resolve(answerOf(from, `answer ${++calls}`, answer));
  let allowed: readonly Target[] = targets;
  let similarity = 0.85;
  const parts: CacheParts = {
    answers,
    clock,
    hash: sha256,
    targets: () => allowed,
    enabled: () => true,
    similarity: () => similarity,
  };
  const layer = cache(parts)(next);
  return {
    clock,
    answers,
    parts,
    /** Asks twice; tells how often the target was called and what the second answer was. */
    async twice(first: QuestionChanges = {}, second = first) {
      await layer(ask(first).question);
      const answer = await layer(ask(second).question);
      return { calls, answer };
    },
    layer,
    allow: (only: readonly Target[]) => (allowed = only),
    want: (threshold: number) => (similarity = threshold),
  };
}

test('the same question is answered from memory, and says so', async () => {
  const { calls, answer } = await world().twice();
  assert.deepEqual([calls, answer.text, answer.freshness], [1, 'answer 1', 'cached']);
});

const jsonForm = (predefined: string) => ({ check: () => undefined, predefined });

const others: [string, QuestionChanges][] = [
  ['other words', { words: 'other' }],
  ['another workspace or trust', { scope: 'elsewhere' }],
  ['other sampling', { sampling: { temperature: 0, maxOutputTokens: 7 } }],
  ['another task', { task: 'explain' }],
  ['another language', { expects: { form: 'prose', language: 'python', code: '' } }],
  ['another form', { expects: { form: 'code', language: 'typescript', code: '' } }],
  ['JSON wanted', { expects: { form: 'prose', language: 'typescript', code: '', json: jsonForm('{}') } }],
];
for (const [name, other] of others) {
  test(`${name} is another question`, async () => {
    assert.equal((await world().twice({}, other)).calls, 2);
  });
}

test('an answer that used another file is given while that file is as it was', async () => {
  const used = [{ file: 'item.ts', hash: 'before' }];
  const scene = world();
  let now: string | undefined = 'before';
  const layer = cache({ ...scene.parts, currentHash: async () => now })(async () => answerOf('first', 'answer'));
  const freshness: string[] = [];
  for (const hash of ['before', 'before', 'after', undefined]) {
    now = hash;
    freshness.push((await layer(ask({ used, words: 'same' }).question)).freshness);
  }
  assert.deepEqual(freshness, ['live', 'cached', 'live', 'live']);
});

test('nor is it given as an older answer or to a similar question, once that file has changed', async () => {
  const used = [{ file: 'item.ts', hash: 'before' }];
  const scene = world();
  await scene.layer(ask({ used, ...selected('What does this code do?') }).question);
  const parts = { ...scene.parts, currentHash: async () => 'after' };
  assert.equal(await olderAnswer(parts, ask({ used, ...selected('What does this code do?') }).question), undefined);
  assert.equal(
    await similarAnswer(parts, ask({ used, ...selected('Explain this code, please.') }).question),
    undefined,
  );
});

test('Ask Again passes memory over', async () => {
  assert.equal((await world().twice({}, { fresh: true })).calls, 2);
});

test('an answer older than its time to live is not given', async () => {
  const { clock, layer } = world();
  await layer(ask().question);
  await clock.pass(3_600_001);
  assert.equal((await layer(ask().question)).freshness, 'live');
});

const unfit: [string, Partial<Answer>][] = [
  ['cut at the length limit', { finish: 'length' }],
  ['refused', { finish: 'refused' }],
  ['degraded', { degraded: ['offline'], freshness: 'offline' }],
  ['to less than the whole prompt', { degraded: ['trimmed'] }],
  ['doubtful', { confidence: { tier: 'doubtful', score: 0.6, signs: [] } }],
];
for (const [name, answer] of unfit) {
  test(`an answer that is ${name} is not remembered`, async () => {
    assert.equal((await world(answer).twice()).calls, 2);
  });
}

test('a question about the present is always asked', async () => {
  assert.equal((await world().twice({ words: 'what is the latest version of node?' })).calls, 2);
});

test('a question that follows one about the present is always asked too', async () => {
  const section = (name: string, text: string) => ({ kind: 'text', name, role: 'user', text, priority: 1 }) as const;
  const typed = { wordsFrom: 0 };
  const sections = [
    { ...section('earlier question', 'What is the newest version?'), ...typed },
    { ...section('question', 'Why that one?'), ...typed },
  ];
  assert.equal((await world().twice({ request: { template: 'test@1', parts: sections } })).calls, 2);
});

test('code that speaks of the present keeps no question from being remembered', async () => {
  const section = (name: string, text: string) => ({ kind: 'text', name, role: 'user', text, priority: 1 }) as const;
  const asked = { ...section('question', 'What is this?'), wordsFrom: 0 };
  const sections = [section('selection', 'const now = today();'), asked];
  assert.equal((await world().twice({ request: { template: 'test@1', parts: sections } })).calls, 1);
});

test('a question asked with chance is always asked', async () => {
  assert.equal((await world().twice({ sampling: { maxOutputTokens: 100 } })).calls, 2);
});

test('F164: a remembered answer costs no request, says how old it is, and is given by allowed targets only', async () => {
  const { clock, layer, allow } = world();
  const notes: Note[] = [];
  await layer(ask().question);
  clock.sleep(60_000);
  const again = await layer({ ...ask().question, notes: note => notes.push(note) });
  assert.deepEqual([again.from, again.freshness, again.ageMs], ['first', 'cached', 60_000]);
  assert.deepEqual(notes, [{ kind: 'remembered', target: 'first', ageMs: 60_000 }]);
  allow([]);
  assert.equal((await layer(ask().question)).freshness, 'live');
});

test('an answer of another server, or with other parameters, fills nobody else’s place (S22)', async () => {
  const evil = targetOf('first', { origin: 'http://evil.test', baseUrl: 'http://evil.test/v1' });
  const other = targetOf('first', { parameters: { effort: 'high' } });
  for (const stranger of [evil, other]) {
    const { layer, allow } = world();
    allow([stranger]);
    await layer(ask().question);
    allow([targetOf('first')]);
    assert.equal((await layer(ask().question)).freshness, 'live');
  }
});

test('after a restart the answer is given from the disk, with the name that the target has now', async () => {
  const disk = new MemoryDisk();
  const before = world({}, 'first', { store: disk.window() });
  await before.layer(ask().question);
  await before.answers.flush();
  const after = world({}, 'first', { store: disk.window() });
  after.allow([targetOf('first', { id: 'renamed' })]);
  const answer = await after.layer(ask().question);
  assert.deepEqual([answer.text, answer.freshness, answer.from], ['answer 1', 'cached', 'renamed']);
});

test('who cancels does not wait for a disk that hangs', async () => {
  const disk = new MemoryDisk();
  disk.slow = new Promise(() => undefined);
  const { layer } = world({}, 'first', { store: disk.window() });
  const { question, stop } = ask();
  const asked = layer(question);
  stop.abort(new Failure('cancelled'));
  await assert.rejects(asked, { kind: 'cancelled' });
});

test('Ask Again reads the disk all the same, for when nobody can answer', async () => {
  const disk = new MemoryDisk();
  const before = world({}, 'first', { store: disk.window() });
  await before.layer(ask().question);
  await before.answers.flush();
  const after = world({}, 'first', { store: disk.window() });
  await after.layer(ask({ fresh: true, words: 'another' }).question);
  assert.equal((await olderAnswer(after.parts, ask().question))?.text, 'answer 1');
});

const selected = (words: string, code = 'f(x)') => {
  const section = (name: string, text: string) => ({ kind: 'text', name, role: 'user', text, priority: 1 }) as const;
  const asked = { ...section('question', words), wordsFrom: 0 };
  return { request: { template: 'ask@1', parts: [section('selection', code), asked] } };
};

test('the answer to a similar question is given as such, with its age', async () => {
  const { clock, layer, parts } = world();
  await layer(ask(selected('What does this code do?')).question);
  clock.sleep(60_000);
  const answer = await similarAnswer(parts, ask(selected('Explain this code, please.')).question);
  assert.deepEqual(
    [answer?.text, answer?.from, answer?.freshness, answer?.ageMs, answer?.degraded],
    ['answer 1', 'first', 'similar', 60_000, ['similar']],
  );
});

test('after a restart a similar question is found on the disk', async () => {
  const disk = new MemoryDisk();
  const before = world({}, 'first', { store: disk.window() });
  await before.layer(ask(selected('What does this code do?')).question);
  await before.answers.flush();
  const after = world({}, 'first', { store: disk.window() });
  await after.answers.refresh();
  assert.equal((await similarAnswer(after.parts, ask(selected('Explain this code')).question))?.text, 'answer 1');
  assert.doesNotMatch(JSON.stringify(disk.answers), /Explain|f\(x\)/);
});

const unlike: [string, (scene: ReturnType<typeof world>) => QuestionChanges][] = [
  ['is about other code', () => selected('Explain this code', 'g(x)')],
  ['is an edit', () => ({ ...selected('Explain this code'), task: 'edit' })],
  ['has no target that gave it', ({ allow }) => (allow(targets.slice(1)), selected('Explain this code'))],
  ['is asked where none is wanted', ({ want }) => (want(1), selected('What does this code do'))],
  ['is asked with chance', () => ({ ...selected('Explain this code'), sampling: { maxOutputTokens: 100 } })],
];
for (const [name, other] of unlike) {
  test(`a question that ${name} has no similar answer`, async () => {
    const scene = world();
    await scene.layer(ask(selected('What does this code do?')).question);
    assert.equal(await similarAnswer(scene.parts, ask(other(scene)).question), undefined);
  });
}

test("a fallback's answer is kept under the model that gave it", async () => {
  const { layer, allow } = world({}, 'second');
  await layer(ask().question);
  allow(targets.slice(0, 1));
  assert.equal((await layer(ask().question)).freshness, 'live');
});
