import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assistances } from '../../../../src/assist/tasks/all.ts';
import { ask } from '../../../../src/assist/tasks/ask.ts';
import { askedIn } from '../../../../src/assist/contextSections.ts';
import type { Evidence } from '../../../../src/assist/evidence/evidence.ts';
import { explain } from '../../../../src/assist/tasks/explain.ts';
import { contextOf } from '../../context.ts';

const lines = Array.from({ length: 200 }, (_, at) => `const value${at} = ${at};\n`);
const selecting = (line: number, more: Parameters<typeof contextOf>[0] = {}) =>
  contextOf({
    before: lines.slice(0, line).join(''),
    code: lines[line] ?? '',
    after: lines.slice(line + 1).join(''),
    startLine: line + 1,
    endLine: line + 1,
    document: 'digest',
    ...more,
  });
const textsOf = (prompt: ReturnType<typeof explain.prompt>): readonly string[] => prompt.parts.map(({ text }) => text);

const testFile = { path: 'src/price.test.ts', language: 'typescript', text: "test('a price', () => {});\n" };
const found = { file: 'src/tax.ts', line: 3, language: 'typescript', text: 'export const rate = 1;' };
const evidence: Evidence = {
  project: ['package manager: pnpm'],
  definitions: [found],
  callers: [found],
  edits: [found],
  openFiles: ['src/cart.ts'],
};

/** Reports of prompts whose beginning changed with each question, so that no provider knew it again. */
const reports = {
  place: 'Kilo-Org/kilocode#7778, boringstack-xyz/tsforge#277',
  task: 'anomalyco/opencode#32622, Mintplex-Labs/anything-llm#6398, dimagi/open-chat-studio#3649',
  turns: 'openclaw/openclaw#90301',
};

test(`every task begins as every other does, up to the selection (${reports.task})`, () => {
  const begun = assistances
    .filter(({ gather: { from } }) => from !== 'changes' && from !== 'commit' && from !== 'files')
    .map(({ prompt }) => {
      const { parts } = prompt(selecting(80, { evidence, testFile }));
      return JSON.stringify(parts.slice(0, 1 + parts.findIndex(({ name }) => name === 'selection')));
    });
  assert.ok(begun.length > 6 && (begun[0] ?? '').includes('src/tax.ts'));
  assert.equal(new Set(begun).size, 1);
});

test('a message of a commit, which is about no file, begins as they do up to where a file would stand', () => {
  const [system, ...others] = assistances.map(({ prompt }) => prompt(selecting(80)).parts[0]);
  for (const other of others) assert.equal(other, system);
});

test(`a question about other lines of the file differs behind its text only (${reports.place})`, () => {
  const [one, other] = [20, 150].map(line =>
    explain.prompt(
      selecting(line, { hovers: [`number ${line}`], diagnostics: [{ line, severity: 'error', message: 'no' }] }),
    ),
  );
  const end = (one?.parts.findIndex(({ name }) => name === 'document') ?? -1) + 1;
  assert.ok(end > 1);
  assert.deepEqual(textsOf(one ?? assert.fail()).slice(0, end), textsOf(other ?? assert.fail()).slice(0, end));
});

test('what all files of a project share stands in front of the file, and what the next moment changes behind all else', () => {
  const diagnostics = [{ line: 81, severity: 'error' as const, message: 'no' }];
  const added = [{ title: 'notes', language: 'text', text: 'It is net.' }];
  const context = selecting(80, { evidence, diagnostics, added, hovers: ['value80: number'], uses: ['src/cart.ts:3'] });
  const steady = ['system', 'project', 'file', 'document', 'definitions', 'callers', 'hovers', 'uses'];
  const changing = ['open files', 'edits', 'diagnostics', 'added', 'selection', 'task', 'question'];
  assert.deepEqual(
    explain.prompt(context).parts.map(({ name }) => name),
    [...steady, ...changing],
  );
});

test('a provider may be asked to remember what a project begins with, the file, its names, and the selection', () => {
  const { parts } = explain.prompt(selecting(80, { evidence }));
  assert.deepEqual(
    parts.filter(({ repeats }) => repeats).map(({ name }) => name),
    ['project', 'document', 'definitions', 'selection'],
  );
});

test(`what a turn sent is what the next turn begins with, whatever its task was (${reports.turns})`, () => {
  const first = explain.prompt(selecting(80));
  const turns = [{ question: 'Explain price.ts:81', answer: 'It is 80.', asked: askedIn(first) }];
  const second = ask.prompt(selecting(80, { input: 'Why?', turns }));
  assert.deepEqual(textsOf(second).slice(0, first.parts.length), textsOf(first));
  const next = [...turns, { question: 'Why?', answer: 'Because.', asked: askedIn(second) }];
  const third = ask.prompt(selecting(80, { input: 'Really?', turns: next }));
  assert.deepEqual(textsOf(third).slice(0, second.parts.length), textsOf(second));
});

test('nothing in front of the words tells the time, a line’s number or an id', () => {
  for (const { prompt } of assistances) {
    const [system, file, document] = prompt(selecting(80)).parts;
    for (const { text = '' } of [system, file, document].filter(part => part !== undefined))
      assert.doesNotMatch(text, /20\d\d-\d\d|\d\d:\d\d|Lines: /);
  }
});

test('a question about a file to which a definition has come begins as the one before, up to where that stands', () => {
  const [first, second] = [1, 2].map(count =>
    explain.prompt(
      selecting(80, {
        evidence: { definitions: [3, 9].slice(0, count).map(line => ({ ...found, line })) },
        symbol: { name: `at${count}`, kind: 'Function' },
      }),
    ),
  );
  const end = 1 + (first?.parts.findIndex(({ name }) => name === 'definitions') ?? assert.fail());
  assert.ok(end > 1);
  assert.deepEqual(textsOf(first ?? assert.fail()).slice(0, end), textsOf(second ?? assert.fail()).slice(0, end));
});

test('a file that is sent as it was says behind its definitions what has changed since', () => {
  const earlier = { text: { text: 'const a = 1;\n', splits: [] }, changes: '@@ line 1 @@\n-a\n+b\n' };
  const { parts } = explain.prompt(selecting(80, { evidence: { definitions: [found] }, earlier }));
  assert.deepEqual(
    parts.map(({ name }) => name).filter(name => /document|definitions|changed since/.test(name)),
    ['document', 'definitions', 'changed since'],
  );
});
