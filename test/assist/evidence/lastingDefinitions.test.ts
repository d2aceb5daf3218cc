import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EvidencePiece } from '../../../src/assist/evidence/evidencePiece.ts';
import { behindEarlier, LastingDefinitions } from '../../../src/assist/evidence/lastingDefinitions.ts';

const minuteMs = 60_000;
const room = { characters: 100, files: 3 };

const definition = (file: string, line = 1, text = 'type A = 1;'): EvidencePiece => ({
  kind: 'definitions',
  found: { file, line, language: 'typescript', text },
  secrets: [],
  source: { file: `file:///${file}`, hash: `digest of ${file}` },
});
const names = (pieces: readonly EvidencePiece[]) => pieces.map(({ found: { file, line } }) => `${file}:${line}`);

test('what a question needs stands behind what the one before was sent with', () => {
  const all = behindEarlier(
    [definition('a.ts'), definition('b.ts')],
    [definition('c.ts'), definition('a.ts'), definition('a.ts', 9)],
    room,
  );
  assert.deepEqual(names(all), ['a.ts:1', 'b.ts:1', 'c.ts:1', 'a.ts:9']);
});

test('where there is no room for both, the question has what it needs', () => {
  const found = [definition('c.ts')];
  assert.equal(behindEarlier([definition('a.ts', 1, 'x'.repeat(90))], found, room), found);
});

test('where they would come from too many files, the question has what it needs', () => {
  const found = [definition('d.ts')];
  assert.equal(behindEarlier([definition('a.ts'), definition('b.ts'), definition('c.ts')], found, room), found);
});

test('they last five minutes from when they were sent last, file by file', () => {
  const lasting = new LastingDefinitions();
  lasting.note('one.ts', [definition('a.ts')], 0);
  lasting.note('two.ts', [definition('b.ts')], 3 * minuteMs);
  const after = [4.9, 5].map(minutes =>
    ['one.ts', 'two.ts'].map(file => names(lasting.earlier(file, minutes * minuteMs))),
  );
  assert.deepEqual(after, [
    [['a.ts:1'], ['b.ts:1']],
    [[], ['b.ts:1']],
  ]);
});

test('what stands in the file asked about is not remembered: it is sent with it', () => {
  const lasting = new LastingDefinitions();
  const { source: _, ...own } = definition('one.ts', 7);
  lasting.note('one.ts', [own, definition('a.ts')], 0);
  assert.deepEqual(names(lasting.earlier('one.ts', 1)), ['a.ts:1']);
});

test('those of eight files are remembered, the last ones asked about', () => {
  const lasting = new LastingDefinitions();
  for (let file = 0; file < 9; file += 1) lasting.note(`${file}.ts`, [definition('a.ts')], file);
  assert.deepEqual(
    ['0.ts', '1.ts', '8.ts'].map(file => lasting.earlier(file, 10).length),
    [0, 1, 1],
  );
});
