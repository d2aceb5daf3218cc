import assert from 'node:assert/strict';
import { test } from 'node:test';
import { appliedPieces } from '../../../src/assist/checkpoints/appliedPieces.ts';
import { hunks } from '../../../src/assist/edits/hunks.ts';
import { atOnce, unpaced } from '../../../src/core/shared/steps.ts';
import { RecordList } from '../../../src/core/shared/recordList.ts';
import { StoreError, type Store } from '../../../src/core/shared/store.ts';
import { readCheckpoint, type Checkpoint } from '../../../src/interaction/checkpoints/checkpoint.ts';
import { Checkpoints, mostCheckpoints } from '../../../src/interaction/checkpoints/checkpoints.ts';
import { VirtualClock } from '../../support/virtualClock.ts';

const uri = 'file:///work/cart.ts';
const day = 24 * 3_600_000;

/** Windows of one workspace; `write` fails when told to. */
function workspace() {
  const clock = new VirtualClock();
  const files = new Map<string, string>();
  const trouble = { isFull: false };
  const store: Store = {
    read: name => Promise.resolve(files.get(name)),
    write: (name, text) =>
      trouble.isFull ? Promise.reject(new StoreError('full')) : Promise.resolve(void files.set(name, text)),
    remove: name => Promise.resolve(void files.delete(name)),
    names: () => Promise.resolve([...files.keys()]),
  };
  let count = 0;
  const window = (): Checkpoints =>
    new Checkpoints({
      list: new RecordList<Checkpoint>({
        store,
        name: 'checkpoints.json',
        limit: mostCheckpoints,
        wall: () => clock.wall(),
        read: readCheckpoint,
        onTrouble: () => undefined,
      }),
      store,
      mask: text => Promise.resolve(text.replaceAll('hunter2', '***')),
      wall: () => clock.wall(),
      findingsIn: (_, text) =>
        Promise.resolve(
          [...text.matchAll(/hunter2/g)].map(({ index }) => ({ kind: 'password', start: index, end: index + 7 })),
        ),
      pace: unpaced,
      newId: () => `id${(count += 1)}`,
    });
  return { clock, files, trouble, window };
}

const edit = (title: string, before = 'a\n', after = 'b\n') => ({
  title,
  summary: 'Answered by A',
  files: [{ uri, text: before, replaced: hunks(before, after) }],
});
const changed = ({ files }: ReturnType<typeof edit>) =>
  files.map(({ text, replaced }) => ({ uri, pieces: atOnce(appliedPieces(text, replaced)) }));
const titles = async (checkpoints: Checkpoints) => (await checkpoints.all()).map(({ title }) => title);
const texts = (files: Map<string, string>) => [...files.keys()].filter(name => name.startsWith('checkpoint-'));

test('what was applied is known after a reload, the newest first, with what it has changed', async () => {
  const { clock, window } = workspace();
  const first = window();
  await first.keep(edit('one'));
  await clock.pass(1_000);
  const id = await first.keep({ ...edit('two'), takesBack: 'id1' });
  const again = window();
  assert.deepEqual(await titles(again), ['two', 'one']);
  assert.equal((await again.all())[0]?.takesBack, 'id1');
  assert.deepEqual(await again.filesOf(id), changed(edit('two')));
});

test('what takes another one back counts as a part of that until it was applied', async () => {
  const { window } = workspace();
  const checkpoints = window();
  const first = await checkpoints.keep(edit('one'));
  const [whole, part, killed] = [
    await checkpoints.keep({ ...edit('whole'), takesBack: first }),
    await checkpoints.keep({ ...edit('part'), takesBack: first }),
    await checkpoints.keep({ ...edit('killed'), takesBack: first }),
  ];
  await checkpoints.settle(whole);
  await checkpoints.settle(part, true);
  const partial = (await window().all()).filter(({ isPartial }) => isPartial).map(({ id }) => id);
  assert.deepEqual(partial.toSorted(), [part, killed].toSorted());
});

test('one that was not applied after all leaves nothing behind', async () => {
  const { files, window } = workspace();
  const checkpoints = window();
  await checkpoints.forget(await checkpoints.keep(edit('one')));
  assert.deepEqual([await titles(checkpoints), texts(files)], [[], []]);
});

test('what holds a secret is on no disk, and can be taken back while its window is open', async () => {
  const { files, window } = workspace();
  const checkpoints = window();
  const secret = edit('login', 'password = old\n', 'password = "hunter2"\n');
  const id = await checkpoints.keep(secret);
  assert.deepEqual(await checkpoints.filesOf(id), changed(secret));
  assert.equal((await checkpoints.all())[0]?.isUnwritten, true);
  assert.doesNotMatch([...files.values()].join(), /hunter2/);
  assert.deepEqual(await titles(window()), []);
});

test('a secret in the line beside, or on both sides of what is replaced, counts', async () => {
  for (const [before, after] of [
    ['a\nhunter2\nb\nc\n', 'a\nhunter2\nx\nc\n'],
    ['b\nhunter2\nc\n', 'x\nhunter2\nc\n'],
    ['hunter2\nb\n', 'x\nb\n'],
  ] as const) {
    const { files, window } = workspace();
    await window().keep(edit('one', before, after));
    assert.doesNotMatch([...files.values()].join(), /hunter2/);
  }
  const { window } = workspace();
  await window().keep(edit('one', 'hunter2\n1\n2\nb\n3\n4\nhunter2', 'hunter2\n1\n2\nx\n3\n4\nhunter2'));
  assert.deepEqual(await titles(window()), ['one'], 'one that stands elsewhere does not');
});

test('of a file that may not be read nothing is on any disk, and no title shows a secret', async () => {
  const { files, window } = workspace();
  const checkpoints = window();
  const [file] = edit('one').files;
  assert.ok(file);
  await checkpoints.keep({ ...edit('use hunter2'), files: [{ ...file, isClosed: true }] });
  await checkpoints.keep(edit('use hunter2'));
  assert.deepEqual(await titles(window()), ['use ***']);
  assert.equal(texts(files).length, 1);
});

test('on a full disk it can be taken back while its window is open', async () => {
  const { trouble, window } = workspace();
  const checkpoints = window();
  trouble.isFull = true;
  const id = await checkpoints.keep(edit('one'));
  assert.deepEqual(await checkpoints.filesOf(id), changed(edit('one')));
  assert.deepEqual(await titles(checkpoints), ['one']);
});

test('no more are kept than their number, their size and their age allow, and what lies there for none goes', async () => {
  const { clock, files, window } = workspace();
  const checkpoints = window();
  files.set('checkpoint-left.json', '[]');
  for (let count = 0; count < mostCheckpoints + 20; count += 1) {
    await checkpoints.keep(edit(`${count}`));
    await clock.pass(1);
  }
  assert.deepEqual([(await titles(checkpoints)).length, texts(files).length], [mostCheckpoints, mostCheckpoints]);
  await checkpoints.keep(edit('large', 'a\n', 'x'.repeat(25_000_000)));
  await clock.pass(1);
  await checkpoints.keep(edit('larger', 'a\n', 'y'.repeat(25_000_000)));
  assert.deepEqual(await titles(checkpoints), ['larger']);
  await clock.pass(31 * day);
  assert.deepEqual(await titles(checkpoints), []);
});

test('one whose file is not there is not offered', async () => {
  const { files, window } = workspace();
  const checkpoints = window();
  const id = await checkpoints.keep(edit('one'));
  files.delete(`checkpoint-${id}.json`);
  assert.deepEqual(await titles(checkpoints), []);
});

test('two windows know of each other', async () => {
  const { clock, window } = workspace();
  const [one, other] = [window(), window()];
  await one.keep(edit('of one'));
  await clock.pass(1);
  await other.keep(edit('of the other'));
  assert.deepEqual(await titles(one), ['of the other', 'of one']);
  await one.clear();
  assert.deepEqual(await titles(other), []);
});

test('a damaged one is known, and cannot be taken back', async () => {
  const { files, window } = workspace();
  const checkpoints = window();
  const id = await checkpoints.keep(edit('one'));
  for (const text of ['', '{', '[{}]', '[{"uri":1,"pieces":[]}]', 'null']) {
    files.set(`checkpoint-${id}.json`, text);
    assert.equal(await checkpoints.filesOf(id), undefined, text);
  }
});

test('of a batch is kept which pieces each answer has brought, and no text of it beside them', async () => {
  const { files, window } = workspace();
  const origin = { task: 'docs', score: 0.1, target: 'claude', costUsd: 0.01, tookMs: 900, at: 1 } as const;
  const answers = [
    { question: 'q1', origin, texts: ['b'] },
    { question: 'q2', origin, texts: ['not taken'] },
  ];
  await window().keep({ ...edit('batch'), answers });
  assert.deepEqual((await window().all())[0]?.answers, [
    { question: 'q1', origin, pieces: [0] },
    { question: 'q2', origin, pieces: [-1] },
  ]);
  assert.ok(![...files.values()].some(text => text.includes('not taken')));
});

test('what was kept of answers that cannot be read is nothing, and the edit can be taken back all the same', () => {
  const whole = { id: 'a', at: 1, title: '', summary: '', files: [uri], size: 1 };
  for (const answers of [
    7,
    [],
    [{}],
    [{ question: 'q', pieces: [-2], origin: {} }],
    Array.from({ length: 500 }, () => ({})),
  ])
    assert.deepEqual(
      [readCheckpoint({ ...whole, answers })?.id, readCheckpoint({ ...whole, answers })?.answers],
      ['a', undefined],
    );
});
