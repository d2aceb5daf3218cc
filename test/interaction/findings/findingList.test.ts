import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeFinding } from '../../../src/assist/finding.ts';
import { FindingList, type Dismissals } from '../../../src/interaction/findings/findingList.ts';

const text = ['a();', 'b();', 'c(1);', 'd();', 'e();'];
const uri = 'file:///work/a.ts';

const finding = (line: number, more: Partial<CodeFinding> = {}): CodeFinding => ({
  severity: 'warning',
  kind: 'bug',
  message: `about ${text[line]}`,
  why: '',
  advice: '',
  first: line,
  last: line,
  quoted: text[line] ?? '',
  ...more,
});

function dismissals(): Dismissals & { readonly known: Set<string> } {
  const names = new Set<string>();
  return {
    known: names,
    names: () => Promise.resolve(names),
    clear: () => {
      names.clear();
      return Promise.resolve();
    },
    add: name => {
      names.add(name);
      return Promise.resolve();
    },
  };
}

const listOf = async (...findings: readonly CodeFinding[]): Promise<FindingList> => {
  const list = new FindingList(dismissals());
  await list.add({ uri, findings: () => findings, first: 0, last: 4, summary: 'Answered by A' });
  return list;
};
const placesIn = (list: FindingList) => list.of(uri).map(({ first, message }) => `${first}: ${message}`);
const follow = (list: FindingList, change: { first: number; last: number; added: number }, now: readonly string[]) =>
  list.follow(uri, [change], () => now.join('\n'));

test('findings stand from above, each with a name of its own', async () => {
  const list = await listOf(finding(3), finding(1));
  assert.deepEqual(placesIn(list), ['1: about b();', '3: about d();']);
  assert.equal(new Set(list.of(uri).map(({ id }) => id)).size, 2);
});

test('a later review replaces what was found in its lines, and nothing else', async () => {
  const list = await listOf(finding(0), finding(3));
  await list.add({ uri, findings: () => [finding(4)], first: 2, last: 4, summary: '' });
  assert.deepEqual(placesIn(list), ['0: about a();', '4: about e();']);
  await list.add({ uri, findings: () => [], first: 0, last: 4, summary: '' });
  assert.deepEqual(list.uris, []);
});

test('a finding goes along with its lines', async () => {
  const list = await listOf(finding(2));
  follow(list, { first: 0, last: 0, added: 2 }, ['', '', ...text]);
  assert.deepEqual(placesIn(list), ['4: about c(1);']);
});

test('a finding stays while its lines say the same, also further in', async () => {
  const list = await listOf(finding(2));
  follow(list, { first: 2, last: 2, added: 1 }, ['a();', 'b();', '{', '  c(1);', 'd();', 'e();']);
  assert.deepEqual(placesIn(list), ['3: about c(1);']);
});

test('a finding goes when its lines say something else', async () => {
  const list = await listOf(finding(2), finding(3));
  follow(list, { first: 2, last: 2, added: 0 }, ['a();', 'b();', 'c(2);', 'd();', 'e();']);
  assert.deepEqual(placesIn(list), ['3: about d();']);
});

test('lines that were cut and put elsewhere take their finding along', async () => {
  const list = await listOf(finding(2));
  list.follow(
    uri,
    [
      { first: 4, last: 4, added: 1 },
      { first: 2, last: 3, added: 0 },
    ],
    () => ['a();', 'b();', 'd();', 'e();', 'c(1);'].join('\n'),
  );
  assert.deepEqual(placesIn(list), ['4: about c(1);']);
});

test('what is typed below all findings is not read', async () => {
  const list = await listOf(finding(1));
  list.follow(uri, [{ first: 3, last: 3, added: 0 }], () => assert.fail('it was read'));
  assert.deepEqual(placesIn(list), ['1: about b();']);
});

test('one that was dismissed does not come again, and is counted', async () => {
  const list = await listOf(finding(1), finding(2));
  await list.dismiss(list.of(uri)[0]?.id ?? '');
  assert.deepEqual(placesIn(list), ['2: about c(1);']);
  const again = [finding(1, { message: 'in other words' }), finding(2)];
  const added = await list.add({ uri, findings: () => again, first: 0, last: 4, summary: '' });
  assert.deepEqual(added, { shown: 1, dismissed: 1 });
  assert.deepEqual(placesIn(list), ['2: about c(1);']);
});

test('stands where its code is once the dismissed ones are known, although it was typed meanwhile', async () => {
  const names = Promise.withResolvers<ReadonlySet<string>>();
  const list = new FindingList({ ...dismissals(), names: () => names.promise });
  let line = 1;
  const adding = list.add({ uri, findings: () => [finding(line)], first: 0, last: 4, summary: '' });
  line = 2;
  names.resolve(new Set());
  await adding;
  assert.equal(list.of(uri)[0]?.first, 2);
});

test('a dismissed one comes again when its code is another, or in another file', async () => {
  const list = await listOf(finding(1));
  await list.dismiss(list.of(uri)[0]?.id ?? '');
  await list.add({ uri, findings: () => [finding(1, { quoted: 'b(2);' })], first: 0, last: 4, summary: '' });
  await list.add({ uri: 'file:///work/b.ts', findings: () => [finding(1)], first: 0, last: 4, summary: '' });
  assert.deepEqual([list.of(uri).length, list.of('file:///work/b.ts').length], [1, 1]);
});

test('of a dismissed kind none is shown in that file, now and later', async () => {
  const list = await listOf(finding(1), finding(2, { kind: 'readability' }), finding(3, { kind: 'readability' }));
  assert.equal(await list.dismissKind(list.of(uri)[1]?.id ?? ''), 2);
  assert.deepEqual(placesIn(list), ['1: about b();']);
  const again = [finding(4, { kind: 'readability' })];
  const { dismissed } = await list.add({ uri, findings: () => again, first: 0, last: 4, summary: '' });
  assert.equal(dismissed, 1);
});

test('what is kept of a dismissal is no code', async () => {
  const kept = dismissals();
  const list = new FindingList(kept);
  await list.add({ uri, findings: () => [finding(2)], first: 0, last: 4, summary: '' });
  await list.dismiss(list.of(uri)[0]?.id ?? '');
  assert.deepEqual(
    [...kept.known].filter(name => !/^[0-9a-z]{7}$/.test(name)),
    [],
  );
});

test('who listens hears of each change of a document, and of none where nothing has moved', async () => {
  const heard: string[] = [];
  const list = await listOf(finding(1));
  const stop = list.onDidChange(each => heard.push(each));
  follow(list, { first: 4, last: 4, added: 0 }, text);
  assert.deepEqual(heard, []);
  follow(list, { first: 0, last: 0, added: 1 }, ['', ...text]);
  list.clear();
  stop();
  list.clear();
  assert.deepEqual(heard, [uri, uri]);
});

test('what was dismissed may be shown again', async () => {
  const list = await listOf(finding(1));
  await list.dismiss(list.of(uri)[0]?.id ?? '');
  await list.forgetDismissed();
  await list.add({ uri, findings: () => [finding(1)], first: 0, last: 4, summary: '' });
  assert.deepEqual(placesIn(list), ['1: about b();']);
});
