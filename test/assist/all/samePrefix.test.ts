import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assistances } from '../../../src/assist/all.ts';
import { ask } from '../../../src/assist/ask.ts';
import { askedIn } from '../../../src/assist/contextSections.ts';
import { explain } from '../../../src/assist/explain.ts';
import { contextOf } from '../context.ts';

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

/** Reports of prompts whose beginning changed with each question, so that no provider knew it again. */
const reports = {
  place: 'Kilo-Org/kilocode#7778, boringstack-xyz/tsforge#277',
  task: 'anomalyco/opencode#32622, Mintplex-Labs/anything-llm#6398, dimagi/open-chat-studio#3649',
  turns: 'openclaw/openclaw#90301',
};

test(`every task begins as every other does, up to the selection (${reports.task})`, () => {
  const begun = assistances.map(({ prompt }) => {
    const { parts } = prompt(selecting(80));
    return JSON.stringify(parts.slice(0, 1 + parts.findIndex(({ name }) => name === 'selection')));
  });
  assert.equal(new Set(begun).size, 1);
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
