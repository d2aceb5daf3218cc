import assert from 'node:assert/strict';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import type { JournalEntry } from '../../../src/core/journal/journalEntry.ts';
import { journalHead, journalLine } from '../../../src/core/journal/journalLine.ts';
import { JournalFiles, type JournalFilesOptions } from '../../../src/storage/journal/journalFiles.ts';
import { questionEntry } from '../../core/journal/entries.ts';
import { onlyWith } from '../../support/onlyWith.ts';
import { VirtualClock } from '../../support/virtualClock.ts';

const root = mkdtempSync(path.join(os.tmpdir(), 'steadfast-journal-'));
after(() => rmSync(root, { recursive: true, force: true }));

const dayMs = 86_400_000;

/** A folder of its own, with as many windows on its journal as wanted, all on one clock. */
function scene() {
  const folder = path.join(mkdtempSync(path.join(root, 'scene-')), 'journal');
  const clock = new VirtualClock();
  const troubles: string[] = [];
  const window = (options: Partial<JournalFilesOptions> = {}) =>
    new JournalFiles({ folder, clock, keepDays: () => 40, onTrouble: trouble => troubles.push(trouble), ...options });
  const names = () => readdirSync(folder).toSorted();
  const put = (name: string, ...lines: readonly string[]) => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, name), lines.join('\n') + '\n');
  };
  return { folder, clock, troubles, window, names, put };
}

const entry = (id: string) => questionEntry({ id });

/** The ids of the questions that a window has not heard of yet. */
async function heardBy(files: JournalFiles): Promise<readonly string[]> {
  const heard: string[] = [];
  await files.read(one => heard.push(one.kind === 'question' ? one.id : one.kind));
  return heard;
}

async function kept(files: JournalFiles, ...entries: readonly JournalEntry[]): Promise<void> {
  for (const one of entries) files.append(one);
  await files.flush();
}

test('a window hears each entry of another one once, as they come, and none of its own', async () => {
  const { window } = scene();
  const [one, other] = [window(), window()];
  await kept(one, entry('a'), entry('b'));
  await kept(other, entry('c'));
  assert.deepEqual([await heardBy(one), await heardBy(other)], [['c'], ['a', 'b']]);
  await kept(one, entry('d'));
  assert.deepEqual(await heardBy(other), ['d']);
});

test('entries are written together, a second after the first of them', async () => {
  const { window, clock, folder, names } = scene();
  const files = window();
  files.append(entry('a'));
  await clock.pass(999);
  assert.equal(readdirSync(path.dirname(folder)).length, 0);
  files.append(entry('b'));
  await clock.pass(1);
  await files.flush();
  assert.deepEqual(readFileSync(path.join(folder, names()[0] ?? ''), 'utf8').split('\n').length, 4);
});

test('the folder and its files are for the user alone', onlyWith('POSIX'), async () => {
  const { window, folder, names } = scene();
  await kept(window(), entry('a'));
  const modes = [folder, ...names().map(name => path.join(folder, name))].map(file =>
    (statSync(file).mode & 0o777).toString(8),
  );
  assert.deepEqual(modes, ['700', '600']);
});

test('a window that closes writes what waits', async () => {
  const { window } = scene();
  const closing = window();
  await kept(closing, entry('a'));
  closing.append(entry('b'));
  closing.close();
  assert.deepEqual(await heardBy(window()), ['a', 'b']);
});

test('a line that was cut when its window was killed is passed over, and so is what others wrote', async () => {
  const { window, put } = scene();
  const line = journalLine(entry('a'));
  put(
    'journal-2026-01-01-aaaaaaaaaaaa-1.jsonl',
    journalHead,
    line,
    line.slice(0, 50),
    '\0\0\0',
    'x'.repeat(300_000),
    line,
  );
  assert.deepEqual(await heardBy(window()), ['a', 'a']);
});

test('a line is read when it is whole, however it arrives', async () => {
  const { window, folder, put } = scene();
  const reader = window();
  const name = 'journal-2026-01-01-aaaaaaaaaaaa-1.jsonl';
  put(name, journalHead);
  const line = `${journalLine(entry('a'))}\n`;
  appendFileSync(path.join(folder, name), line.slice(0, 40));
  assert.deepEqual(await heardBy(reader), []);
  appendFileSync(path.join(folder, name), line.slice(40));
  assert.deepEqual(await heardBy(reader), ['a']);
});

test('a file in a format of later, or of nobody, is left alone', async () => {
  const { window, put, names, troubles } = scene();
  put('journal-2026-01-01-aaaaaaaaaaaa-1.jsonl', journalHead.replace('1', '2'), journalLine(entry('a')));
  put('journal-2026-01-01-bbbbbbbbbbbb-1.jsonl', journalLine(entry('b')));
  put('notes.txt', 'mine');
  const files = window();
  await kept(files, entry('c'));
  assert.deepEqual([await heardBy(files), names().length, troubles], [[], 4, []]);
});

test('a link in the place of a file is neither read nor written through', onlyWith('POSIX'), async () => {
  const { window, folder, put } = scene();
  put('elsewhere', journalHead, journalLine(entry('a')));
  symlinkSync(path.join(folder, 'elsewhere'), path.join(folder, 'journal-2026-01-01-aaaaaaaaaaaa-1.jsonl'));
  assert.deepEqual(await heardBy(window()), []);
});

// https://github.com/marimo-team/marimo-lsp/issues/547 (430 GB), https://github.com/odoo/odoo-ls/issues/129 (55 GB),
// https://github.com/openai/codex/issues/13463 (50 GB), https://github.com/coder/vscode-coder/issues/377
test('all files together stay within their limit, and those of the oldest day go first', async () => {
  const { window, clock, folder, names } = scene();
  const [one, other] = [window({ mostBytes: 1_000_000 }), window({ mostBytes: 1_000_000 })];
  for (let day = 0; day < 12; day += 1) {
    for (const files of [one, other])
      await kept(files, ...Array.from({ length: 400 }, (_, index) => entry(`${day}-${index}`)));
    clock.sleep(dayMs);
  }
  const size = names().reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0);
  assert.ok(size < 1_000_000 + 2 * 256 * 1024 + 400_000, `${size} bytes`);
  assert.ok(names().at(-1)?.includes('2026-01-12'));
});

test('days that are over their time are removed, and with no days nothing is written', async () => {
  const { window, clock, names } = scene();
  await kept(window({ keepDays: () => 2 }), entry('a'));
  clock.sleep(3 * dayMs);
  const files = window({ keepDays: () => 2 });
  await kept(files, entry('b'));
  await kept(window({ keepDays: () => 0 }), entry('c'));
  assert.deepEqual(
    names().map(name => name.slice(0, 18)),
    ['journal-2026-01-04'],
  );
});

// https://github.com/microsoft/vscode/issues/79882
test('no file grows without end within a day', async () => {
  const { window, names } = scene();
  const files = window();
  for (let batch = 0; batch < 8; batch += 1)
    await kept(files, ...Array.from({ length: 1_000 }, (_, index) => entry(`${batch}-${index}`)));
  assert.ok(names().length > 1);
});

test('a disk that refuses is told of once, and what waited is written when it takes it again', async () => {
  const { window, clock, folder, troubles } = scene();
  writeFileSync(folder, 'in the way');
  const files = window();
  await kept(files, entry('a'));
  await kept(files, entry('b'));
  assert.deepEqual(troubles.length, 1);
  rmSync(folder);
  await clock.pass(30_000);
  await files.flush();
  assert.deepEqual(await heardBy(window()), ['a', 'b']);
});

test('forgetting removes what all windows wrote, and tells a window that goes on', async () => {
  const { window, names, put } = scene();
  let cleared = 0;
  const going = window({ onCleared: () => (cleared += 1) });
  await kept(going, entry('a'));
  put('notes.txt', 'mine');
  await window().clear();
  assert.deepEqual(names(), ['notes.txt']);
  await kept(going, entry('b'));
  assert.deepEqual([cleared, await heardBy(window())], [1, ['b']]);
});
