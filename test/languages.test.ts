import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import * as l10n from '@vscode/l10n';
import { describe } from '../src/core/status/status.ts';
import { pictureOf } from '../src/interaction/status/statusPicture.ts';
import { noteText } from '../src/interaction/provenance/noteText.ts';

type Words = Readonly<Record<string, string>>;

const root = path.join(import.meta.dirname, '..');
const read = (file: string): Words => JSON.parse(readFileSync(path.join(root, file), 'utf8')) as Words;

/** Every translation, with the English that it translates. */
const translations = [
  ...globSync('l10n/bundle.l10n.*.json', { cwd: root }).map(file => ({ file, english: 'l10n/bundle.l10n.json' })),
  ...globSync('package.nls.*.json', { cwd: root }).map(file => ({ file, english: 'package.nls.json' })),
];

/** What must come back as it is: gaps to be filled, settings, links to settings, icons, addresses. */
const fixed = (text: string): readonly string[] =>
  (text.match(/\{\d\}|#?steadfast\.[\w.]+\w#?|http\.[a-z]\w+|\$\([\w-]+\)|https?:\/\/\S*\w/gi) ?? []).toSorted();

for (const { file, english } of translations) {
  test(`${file} is complete, in the order of the English, and holds nothing else`, () => {
    assert.deepEqual(Object.keys(read(file)), Object.keys(read(english)));
  });

  test(`${file} keeps gaps, settings and addresses as they are`, () => {
    const words = read(file);
    const changed = Object.entries(read(english)).filter(
      ([key, text]) => fixed(text).join() !== fixed(words[key] ?? '').join(),
    );
    assert.deepEqual(changed, []);
  });

  test(`${file} leaves no text empty`, () => {
    assert.deepEqual(
      Object.entries(read(file)).filter(([, text]) => text.trim() === ''),
      [],
    );
  });
}

test('there is German, for the extension and for its manifest', () => {
  const files = translations.map(({ file }) => file.replaceAll(path.sep, '/'));
  assert.ok(files.includes('l10n/bundle.l10n.de.json') && files.includes('package.nls.de.json'), files.join());
});

test('what is said is said in the language that VS Code gives', () => {
  l10n.config({ contents: read('l10n/bundle.l10n.de.json') });
  const rest = { restricted: false, enabled: true, localOnly: false, offline: false, nowMs: 0 };
  const picture = pictureOf(describe({ targets: [], working: undefined, ...rest }));
  assert.deepEqual(
    [picture.text, picture.label],
    ['$(plug) Kein Modell', 'Steadfast: noch kein Modell ist eingerichtet'],
  );
  const note = { kind: 'fallback', from: 'A', to: 'B', because: 'silent' } as const;
  assert.equal(
    noteText(note, id => id),
    'B statt A: keine rechtzeitige Antwort',
  );
});
