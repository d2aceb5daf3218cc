import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changesInParts } from '../../../src/assist/batch/changesInParts.ts';
import { readChangeFindings } from '../../../src/assist/review/readChangeFindings.ts';
import { findingsForm, mostFindings } from '../../../src/assist/review/findingsForm.ts';
import { contextOf } from '../context.ts';

const fileOf = (name: string) =>
  `diff --git a/${name}.ts b/${name}.ts\n--- a/${name}.ts\n+++ b/${name}.ts\n@@ -1 +1 @@\n-let ${name};\n+const ${name} = 1;\n`;
const names = (count: number) => Array.from({ length: count }, (_, at) => `part${at}`);
const context = (count: number) => contextOf({ code: names(count).map(fileOf).join('') });
const filesIn = (code: string) => [...code.matchAll(/^diff --git a\/(\w+)/gm)].map(([, name]) => name);
const atMost = (count: number) => (part: { readonly code: string }) => filesIn(part.code).length <= count;

test('changes for which there is room stay one question', () => {
  const whole = context(3);
  assert.deepEqual(
    changesInParts.parts(whole, () => true),
    [whole],
  );
});

test('others are divided between files, in their order, and nothing of them is lost', () => {
  const parts = changesInParts.parts(context(5), atMost(2));
  assert.deepEqual(
    parts.map(({ code }) => filesIn(code).length),
    [2, 2, 1],
  );
  assert.equal(parts.map(({ code }) => code).join(''), context(5).code);
});

test('a file for which there is no room is a part of its own, and is cut there', () => {
  assert.equal(changesInParts.parts(context(2), () => false).length, 2);
});

test('after ten parts the rest goes with the last one', () => {
  const parts = changesInParts.parts(context(25), atMost(1));
  assert.deepEqual([parts.length, filesIn(parts.at(-1)?.code ?? '').length], [10, 16]);
});

test('what is no diff that can be read is one question', () => {
  const strange = contextOf({ code: 'no diff' });
  assert.deepEqual(
    changesInParts.parts(strange, () => false),
    [strange],
  );
});

const finding = (message: string) => ({ quote: 'let a;', message });
const said = (...messages: readonly string[]) => JSON.stringify({ findings: messages.map(finding) });
const messagesOf = (text: string) =>
  (JSON.parse(text) as { findings: { message: string }[] }).findings.map(({ message }) => message);

test('the findings of all parts are one list, in order', () => {
  assert.deepEqual(messagesOf(changesInParts.join([said('a', 'b'), said(), said('c')])), ['a', 'b', 'c']);
});

test('a part that nobody reviewed in the form takes none from the others', () => {
  assert.deepEqual(messagesOf(changesInParts.join([findingsForm.predefined, said('a')])), ['a']);
  const joined = changesInParts.join(['I would rather not.', said('a'), 'Nor would I.']);
  assert.deepEqual(messagesOf(joined), ['a']);
  assert.equal(readChangeFindings(joined, context(1).code)?.unread, 2, 'and how many there are is told');
});

test('where no part was reviewed the answer is none either', () => {
  assert.equal(changesInParts.join([findingsForm.predefined, 'no']), findingsForm.predefined);
});

test('of more findings than are read the weightiest of each part come first', () => {
  const [one, other] = ['a', 'b'].map(part => said(...names(mostFindings).map(name => `${part} ${name}`)));
  const first = messagesOf(changesInParts.join([one ?? '', other ?? ''])).slice(0, mostFindings);
  assert.equal(first.filter(message => message.startsWith('b')).length, mostFindings / 2);
});
