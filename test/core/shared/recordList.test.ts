import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { RecordList } from '../../../src/core/shared/recordList.ts';
import { emptyList, merge, withSlot, type MergeableList } from '../../../src/core/shared/mergeableList.ts';
import { StoreError, type Store, type StoreTrouble } from '../../../src/core/shared/store.ts';
import { createFiles } from '../../../src/storage/files.ts';

interface Kept {
  readonly id: string;
  readonly text: string;
}

/** A Store in memory that can be told to fail, and keeps the contract of the real one. */
class Disk implements Store {
  readonly texts = new Map<string, string>();
  readonly calls: string[] = [];
  trouble: StoreTrouble | undefined;
  /** Which names the trouble is with. */
  troubled = /./;

  read(name: string): Promise<string | undefined> {
    this.calls.push('read');
    return Promise.resolve(this.texts.get(name));
  }

  write(name: string, text: string): Promise<void> {
    this.calls.push('write');
    if (this.trouble && this.troubled.test(name)) return Promise.reject(new StoreError(this.trouble));
    this.texts.set(name, text);
    return Promise.resolve();
  }

  remove(name: string): Promise<void> {
    this.texts.delete(name);
    return Promise.resolve();
  }

  names(): Promise<readonly string[]> {
    return Promise.resolve([...this.texts.keys()]);
  }
}

const readKept = (value: unknown): Kept | undefined =>
  typeof value === 'object' && value !== null && 'id' in value && 'text' in value
    ? { id: String(value.id), text: String(value.text) }
    : undefined;

function window(store: Store, more: { limit?: number; now?: () => number } = {}) {
  const troubles: StoreTrouble[] = [];
  const records = new RecordList<Kept>({
    store,
    name: 'kept.json',
    limit: more.limit ?? 3,
    wall: more.now ?? (() => 1_000),
    read: readKept,
    onTrouble: trouble => troubles.push(trouble),
  });
  const ids = async () => (await records.list()).map(({ id }) => id).join('');
  return { records, ids, troubles };
}

const kept = (id: string, text = ''): Kept => ({ id, text });

test('nothing is read before the first use', () => {
  const disk = new Disk();
  window(disk);
  assert.deepEqual(disk.calls, []);
});

test('the newest comes first and the oldest makes room', async () => {
  const { records, ids } = window(new Disk());
  for (const id of 'abcd') await records.add(kept(id));
  assert.equal(await ids(), 'dcb');
});

test('what was added is there in the next session', async () => {
  const disk = new Disk();
  await window(disk).records.add(kept('a', 'text'));
  assert.deepEqual(await window(disk).records.get('a'), kept('a', 'text'));
});

test('what is added again is replaced where it stands', async () => {
  const { records, ids } = window(new Disk());
  for (const id of 'ab') await records.add(kept(id));
  await records.add(kept('a', 'new'));
  assert.equal(await ids(), 'ba');
  assert.equal((await records.get('a'))?.text, 'new');
});

test('an update changes one record and one that is not there is not made', async () => {
  const { records, ids } = window(new Disk());
  await records.add(kept('a', 'old'));
  await records.update('a', record => ({ ...record, text: `${record.text} and new` }));
  await records.update('z', record => record);
  assert.equal(await ids(), 'a');
  assert.equal((await records.get('a'))?.text, 'old and new');
});

test('a change that changes nothing writes nothing and tells nobody', async () => {
  const disk = new Disk();
  const { records } = window(disk);
  records.onDidChange(() => assert.fail('told'));
  await records.remove('z');
  await records.update('z', record => record);
  assert.ok(!disk.calls.includes('write'));
});

test('each change is told, until one does not want to hear more', async () => {
  const { records } = window(new Disk());
  let told = 0;
  const end = records.onDidChange(() => (told += 1));
  await records.add(kept('a'));
  await records.clear();
  end();
  await records.add(kept('b'));
  assert.equal(told, 2);
});

test('changes made at once are all kept, in their order', async () => {
  const { records, ids } = window(new Disk());
  await Promise.all([records.add(kept('a')), records.add(kept('b')), records.remove('a'), records.add(kept('c'))]);
  assert.equal(await ids(), 'cb');
});

test('two windows see and keep what the other added', async () => {
  const disk = new Disk();
  const [one, other] = [window(disk), window(disk)];
  await one.records.add(kept('a'));
  await other.records.add(kept('b'));
  await one.records.add(kept('c'));
  assert.equal(await other.ids(), 'cba');
});

test('what one window removed does not come back from the other', async () => {
  const disk = new Disk();
  const [one, other] = [window(disk), window(disk)];
  await one.records.add(kept('a'));
  await other.ids();
  await one.records.remove('a');
  await other.records.add(kept('b'));
  assert.equal(await one.ids(), 'b');
});

test('what one window cleared does not come back from the other', async () => {
  const disk = new Disk();
  const [one, other] = [window(disk), window(disk)];
  for (const id of 'ab') await one.records.add(kept(id));
  await other.ids();
  await one.records.clear();
  await other.records.add(kept('c'));
  assert.equal(await one.ids(), 'c');
});

test('a file that was deleted stays deleted', async () => {
  const disk = new Disk();
  const { records, ids } = window(disk);
  await records.add(kept('a'));
  disk.texts.clear();
  assert.equal(await ids(), '');
  await records.add(kept('b'));
  assert.equal(await ids(), 'b');
});

test('two windows that wrote over each other agree again after the next change', async () => {
  const disk = new Disk();
  const [one, other] = [window(disk), window(disk)];
  await Promise.all([one.records.add(kept('a')), other.records.add(kept('b'))]);
  await one.records.add(kept('c'));
  await other.records.add(kept('d'));
  assert.equal(await one.ids(), await other.ids());
  assert.deepEqual(Array.from(await one.ids()).toSorted(), ['b', 'c', 'd'], 'the oldest of four made room');
});

test('the later change to a record counts, whichever window was read last', async () => {
  const disk = new Disk();
  let now = 1_000;
  const [one, other] = [window(disk, { now: () => now }), window(disk, { now: () => now })];
  await one.records.add(kept('a', 'first'));
  now += 1;
  await other.records.update('a', record => ({ ...record, text: 'second' }));
  now -= 500; // this computer's clock was set back
  await one.records.update('a', record => ({ ...record, text: `${record.text}, third` }));
  assert.equal((await other.records.get('a'))?.text, 'second, third');
});

test('when the disk fails it goes on in memory and says so once', async () => {
  const disk = new Disk();
  disk.trouble = 'full';
  const { records, ids, troubles } = window(disk);
  for (const id of 'ab') await records.add(kept(id));
  assert.equal(await ids(), 'ba');
  assert.deepEqual(troubles, ['full']);
});

test('when the disk works again everything is written, and the next trouble is said again', async () => {
  const disk = new Disk();
  const { records, troubles } = window(disk);
  disk.trouble = 'full';
  await records.add(kept('a'));
  disk.trouble = undefined;
  await records.add(kept('b'));
  assert.equal(await window(disk).ids(), 'ba');
  disk.trouble = 'forbidden';
  await records.add(kept('c'));
  assert.deepEqual(troubles, ['full', 'forbidden']);
});

test('entries that are none are dropped and counted, the others are kept', async () => {
  const disk = new Disk();
  await window(disk).records.add(kept('a'));
  const stored = JSON.parse(disk.texts.get('kept.json') ?? '') as { records: unknown[] };
  const [good] = stored.records;
  stored.records.push(
    null,
    7,
    [],
    { id: 'b' },
    { id: 'c', addedAt: 1, changedAt: 1, record: 'text' },
    { ...Object(good), addedAt: 'x' },
  );
  disk.texts.set('kept.json', JSON.stringify(stored));
  const { records, ids, troubles } = window(disk);
  assert.equal(await ids(), 'a');
  assert.equal(records.dropped, 6);
  assert.deepEqual(troubles, []);
});

const useless = ['', '{', 'null', '[]', '{"records":[]}', '{"format":2,"records":[]}', '{"format":1}', '\u0000'];
for (const text of useless) {
  test(`a file of no use is set aside and not lost: ${JSON.stringify(text)}`, async () => {
    const disk = new Disk();
    disk.texts.set('kept.json', text);
    const { records, ids, troubles } = window(disk);
    await records.add(kept('a'));
    assert.equal(await ids(), 'a');
    assert.deepEqual(troubles, ['unusable']);
    assert.equal(disk.texts.get('kept.json.bad-1000'), text);
  });
}

test('a file of no use that cannot be set aside is not written over', async () => {
  const disk = new Disk();
  disk.texts.set('kept.json', '{"format":2}');
  disk.trouble = 'full';
  disk.troubled = /bad/;
  const { records, ids } = window(disk);
  await records.add(kept('a'));
  assert.equal(await ids(), 'a');
  assert.equal(disk.texts.get('kept.json'), '{"format":2}');
});

test('a mistake in the caller is not mistaken for a full disk', async () => {
  const { records, ids } = window(new Disk());
  await records.add(kept('a'));
  const broken = records.update('a', () => {
    throw new TypeError('mistake');
  });
  await assert.rejects(broken, TypeError);
  assert.equal(await ids(), 'a');
});

test('on real files, too', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'steadfast-records-'));
  try {
    const [one, other] = [0, 1].map(() => window(createFiles(folder, () => assert.fail('trouble'))));
    for (const id of 'ab') await one?.records.add(kept(id));
    await other?.records.remove('a');
    assert.equal(await one?.ids(), 'b');
    assert.deepEqual(readdirSync(folder), ['kept.json']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** Shelves as windows could have them: each time stands for one change and no two changes are made at the same time. */
const shelves: fc.Arbitrary<MergeableList<string>> = fc
  .record({
    clearedAt: fc.constantFrom(0, 3, 6),
    slots: fc.uniqueArray(
      fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), changedAt: fc.integer({ min: 1, max: 9 }) }),
      {
        selector: ({ id }) => id,
      },
    ),
  })
  .map(({ clearedAt, slots }) =>
    slots.reduce<MergeableList<string>>(
      (shelf, { id, changedAt }) => {
        const addedAt = id.charCodeAt(0);
        const isRemoved = changedAt % 3 === 0;
        return withSlot(shelf, { id, addedAt, changedAt, ...(!isRemoved && { record: `${id}${changedAt}` }) });
      },
      { ...emptyList<string>(), clearedAt },
    ),
  );

test('merging gives the same result in any order and however often', () => {
  const together = (...all: readonly MergeableList<string>[]) =>
    all.reduce((one, other) => merge(one, other, 9), emptyList<string>());
  fc.assert(
    fc.property(shelves, shelves, shelves, (one, two, three) => {
      const merged = together(one, two, three);
      assert.deepEqual(together(three, one, two), merged);
      assert.deepEqual(together(one, together(two, three)), merged);
      assert.deepEqual(together(merged, one, merged), merged);
    }),
  );
});
