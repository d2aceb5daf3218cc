import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAnswerer } from '../../../practice/answers/answerer.ts';
import { placeBlocks } from '../../../src/assist/edits/placeBlocks.ts';
import { editFiles } from '../../../src/assist/tasks/editFiles.ts';
import { render } from '../../../src/core/model/prompt.ts';
import { fitPrompt } from '../../../src/core/prompt/fitPrompt.ts';
import { atOnce } from '../../../src/core/shared/steps.ts';
import { contextOf } from '../context.ts';

const file = (path: string, text: string) => ({ path, uri: `file:///${path}`, language: 'typescript', text });
const files = [
  file('src/a.ts', 'export const round = (amount: number) => Math.floor(amount * 100) / 100;\n'),
  file('src/b.ts', 'const a = 1;\nexport const up = (amount: number) => Math.floor(amount * 100) / 100;\n'),
];
const promptOf = (input: string, given = files) => editFiles.prompt(contextOf({ files: given, input }));
const said = (input: string, given = files): string =>
  render(promptOf(input, given))
    .map(({ content }) => content)
    .join('\n');

test('each file goes whole, with its path', () => {
  const text = said('round');
  for (const each of files) assert.ok(text.includes(`File: ${each.path}\n\`\`\`typescript\n${each.text}\`\`\``));
});

test('an empty file is said to be one', () => {
  assert.match(said('fill it', [file('src/c.ts', '')]), /File: src\/c\.ts\n\(empty\)/);
});

test('a file is never sent in part: what does not fit is too long', () => {
  const long = file('src/long.ts', 'export const a = 1;\n'.repeat(5_000));
  assert.equal(fitPrompt(promptOf('rename a', [long]), 4_000), 'too-long');
});

test('the marks are longer than those in the files', () => {
  assert.match(said('merge', [file('a.ts', '<<<<<<< HEAD\na\n=======\nb\n>>>>>>> main\n')]), /^<{8} SEARCH$/m);
});

test('what a model is told to write is what is read', () => {
  const system = said('fix the rounding bug');
  const messages = [{ role: 'user' as const, text: system }];
  const { text } = createAnswerer()({ ...asked, messages });
  const outcome = editFiles.read(text, contextOf({ files }));
  assert.ok(outcome.kind === 'edits');
  const placed = atOnce(placeBlocks(outcome.blocks, files));
  assert.deepEqual([placed.files.length, placed.left], [2, []]);
});

test('the practice model misquotes when it is told to', () => {
  const messages = [{ role: 'user' as const, text: said('fix the rounding bug, and misquote b.ts') }];
  const outcome = editFiles.read(createAnswerer()({ ...asked, messages }).text, contextOf({ files }));
  assert.ok(outcome.kind === 'edits');
  const { left } = atOnce(placeBlocks(outcome.blocks, files));
  assert.deepEqual(
    left.map(({ block, fault }) => [block.file, fault]),
    [['src/b.ts', 'missing']],
  );
});

const asked = {
  model: 'practice-large',
  system: '',
  stream: false,
  includeUsage: false,
  maxTokens: undefined,
  inputTokens: 0,
  blocks: [],
  cached: { read: 0, written: 0 },
};
