import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SteadyTexts } from '../../../src/assist/prompt/steadyTexts.ts';
import { explain } from '../../../src/assist/tasks/explain.ts';
import { contextOf } from '../context.ts';

const lines = Array.from({ length: 200 }, (_, at) => `const value${at} = ${at};\n`);
const minute = 60_000;

/** A question about one line of a file. */
const about = (line: number, all: readonly string[] = lines, more: Parameters<typeof contextOf>[0] = {}) =>
  contextOf({
    before: all.slice(0, line).join(''),
    code: all[line] ?? '',
    after: all.slice(line + 1).join(''),
    document: all.join(''),
    ...more,
  });
const changed = lines.with(100, 'const value100 = 7;\n');
const documentIn = (context: ReturnType<typeof about>) =>
  explain.prompt(context).parts.find(({ name }) => name === 'document')?.text;
const changesIn = (context: ReturnType<typeof about>) =>
  explain.prompt(context).parts.find(({ name }) => name === 'changed since')?.text;

test('a changed file begins as it began before, with what has changed behind it', () => {
  const texts = new SteadyTexts();
  texts.note(about(20), 0);
  const now = texts.steadied(about(20, changed), minute);
  assert.equal(documentIn(now), documentIn(about(20)));
  assert.match(
    changesIn(now) ?? '',
    /```diff\n@@ line 101 @@\n const value99 = 99;\n-const value100 = 100;\n\+const value100 = 7;\n```$/,
  );
});

test('the selection is as it is now', () => {
  const texts = new SteadyTexts();
  texts.note(about(100), 0);
  const { parts } = explain.prompt(texts.steadied(about(100, changed), minute));
  assert.match(parts.find(({ name }) => name === 'selection')?.text ?? '', /const value100 = 7;/);
});

test('an unchanged file says nothing of changes', () => {
  const texts = new SteadyTexts();
  texts.note(about(20), 0);
  assert.equal(changesIn(texts.steadied(about(150), minute)), undefined);
});

test('after five minutes without a question it begins anew, and so does another file', () => {
  const texts = new SteadyTexts();
  texts.note(about(20), 0);
  texts.note(about(20, changed), 4 * minute);
  assert.equal(documentIn(texts.steadied(about(20, changed), 8 * minute)), documentIn(about(20)));
  assert.equal(documentIn(texts.steadied(about(20, changed), 9 * minute)), documentIn(about(20, changed)));
  const other = about(20, changed, { file: 'src/other.ts' });
  assert.equal(documentIn(texts.steadied(other, 5 * minute)), documentIn(other));
});

test('much that has changed makes it begin anew, and the new text is what counts from then on', () => {
  const texts = new SteadyTexts();
  const rewritten = lines.map(line => line.replace('const', 'let'));
  texts.note(about(20), 0);
  texts.note(about(20, rewritten), minute);
  assert.equal(documentIn(texts.steadied(about(20, rewritten), 2 * minute)), documentIn(about(20, rewritten)));
});

test('what was secret in the text of then is known, so that it is masked when it is sent again', () => {
  const texts = new SteadyTexts();
  const secrets = [{ lines: [{ text: 'hunter2', start: 0, end: 7 }] }];
  texts.note(about(20, lines, { secrets }), 0);
  assert.deepEqual(texts.steadied(about(20, changed), minute).earlier?.secrets, secrets);
});

test('where the document is not known, its text is what is asked about: it is sent as it is', () => {
  const texts = new SteadyTexts();
  const { document: _, ...unknown } = about(20);
  texts.note(unknown, 0);
  const { document: __, ...now } = about(20, changed);
  assert.equal(texts.steadied(now, minute), now);
});
