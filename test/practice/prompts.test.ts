import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAnswerer } from '../../practice/answers/answerer.ts';
import { readPrompt } from '../../practice/answers/prompt.ts';
import type { Asked } from '../../practice/model/asked.ts';
import { withInstructions } from '../../src/assist/instructions/withInstructions.ts';
import { assistances } from '../../src/assist/tasks/all.ts';
import { render } from '../../src/core/model/prompt.ts';
import { contextOf } from '../assist/context.ts';
import { answerTo } from './started.ts';

test('the task comes from the system message and the instruction from the last line', () => {
  const read = readPrompt(
    asked(['File: a.ts\n\nSelection:\n```ts\nlet a;\n```\n\nInstruction: rename a\nto b'], 'Task: edit'),
  );
  assert.deepEqual(
    [read.task, read.code, read.language.id, read.instruction],
    ['edit', 'let a;', 'typescript', 'rename a\nto b'],
  );
});

test('the block that is called the selection is the code, wherever it stands', () => {
  const text =
    'Before the selected lines:\n\n```ts\nlet before;\n```\n\n## Selected code\n\n```ts\nlet it;\n```\n\nAfter:\n```ts\nlet after;\n```';
  assert.equal(
    readPrompt(asked([`Rest of the file:\n\n\`\`\`ts\nlet rest;\n\`\`\`\n\n${text.slice(text.indexOf('##'))}`])).code,
    'let it;',
  );
});

test('a follow-up question is about the code of an earlier message', () => {
  const read = readPrompt(asked(['```py\nx = 1\n```\nQuestion: what is it?', 'Question: and why?']));
  assert.deepEqual([read.code, read.instruction, read.task], ['x = 1', 'and why?', 'ask']);
});

test('a longer fence holds shorter ones', () => {
  assert.equal(readPrompt(asked(['````md\na\n```\nb\n```\n````'])).code, 'a\n```\nb\n```');
});

test('line numbers are those of the file when the prompt says where the code begins', () => {
  const text =
    'File: a.py\nLines: 40-41\n\nSelected code:\n```python\ndef mean(x):\n    return sum(x) / len(x)\n```\n\nQuestion: What could go wrong?';
  assert.match(createAnswerer()(asked([text], 'Task: ask')).text, /Line 41: divides by a length/);
});

test('a follow-up of an explanation is answered as a question', () => {
  const first = '```python\ndef mean(x):\n    return sum(x) / len(x)\n```\nQuestion: What does this code do, and how?';
  const { text } = createAnswerer()(asked([first, 'Question: What could go wrong?'], 'Task: explain'));
  assert.match(text, /This could go wrong/);
});

test('without a named task the words decide', () => {
  const tasks = ['Please rename x to y', 'Explain this', 'What is x?', ''].map(
    wish => readPrompt(asked([`\`\`\`js\nx\n\`\`\`\n\n${wish}`])).task,
  );
  assert.deepEqual(tasks, ['edit', 'explain', 'ask', 'explain']);
});

test('"Reply with exactly" is obeyed to the letter, over several lines', () => {
  const exactly = 'first\n\n  ```ts\n  x\n  ```';
  const { text } = createAnswerer()(asked([`Task: edit\nInstruction: Reply with exactly: ${exactly}`]));
  assert.equal(text, exactly);
});

test('a prompt without code gets an honest answer', () => {
  assert.match(createAnswerer()(asked(['What is the capital of France?'])).text, /answers questions about code/);
});

test('a half-written statement is completed', () => {
  assert.equal(answerTo('complete', { language: 'typescript', code: 'const rate = 2;\nreturn ' }), 'rate;');
  assert.equal(answerTo('complete', { language: 'typescript', code: 'console.log(items[0' }), ']);');
});

const careless = {
  elided: /\/\/ \.\.\. rest of the code unchanged/,
  prose: /^[^`]*$/,
  broken: /return a \+ b;\n\n\/\/ end\n```$/,
  'cut-fence': /^```typescript\n(?![\s\S]*```)/,
  'whole-file': /^```typescript\n\n?function add\(c: number/,
  flipped: /^```typescript\nfunction add\(c: number, b: number\) \{\n {2}return c \+ b;\n\}\n\/\/ end\n```$/,
  miscalled: /^```typescript\nfunction add\(c: number, b: number\) \{\n {2}return c \+ b;\n\}\n\/\/ end\n```$/,
  'flipped-elided': /\/\/ \.\.\. rest of the code unchanged/,
  empty: /^$/,
  repeating: /(The code is then called.*\n){50}/,
};

for (const [manner, expected] of Object.entries(careless)) {
  test(`a careless model answers in the manner "${manner}" when its name says so`, () => {
    const code = 'function add(a: number, b: number) {\n  return a + b;\n}\n// end';
    const answer = answerTo('edit', {
      language: 'typescript',
      code,
      wish: 'rename a to c',
      model: `practice-careless-${manner}`,
    });
    assert.match(answer, expected);
  });
}

test('a comparison that is turned is the only thing beside what was asked', () => {
  const wanted = { language: 'typescript', code: 'if (a > 1 && b < 2) run(a);', wish: 'rename a to c' };
  const answer = answerTo('edit', { ...wanted, model: 'practice-careless-flipped' });
  assert.equal(answer, '```typescript\nif (c >= 1 && b < 2) run(c);\n```');
});

test('a careless model is bad in another way each time', () => {
  const answer = createAnswerer();
  const code = '```ts\nconst a = [1];\n```\n';
  const edit = { ...asked([`${code}Instruction: rename a to b`], 'Task: edit'), model: 'practice-careless' };
  const explain = { ...asked([`${code}Question: what is it?`], 'Task: explain'), model: 'practice-careless' };
  assert.equal(new Set(Array.from({ length: 6 }, () => answer(edit).text)).size, 6);
  assert.equal(new Set(Array.from({ length: 3 }, () => answer(explain).text)).size, 3);
});

test('our own prompts are read whole, whatever else of the user’s files and instructions goes along', () => {
  const shown = { line: 1, language: 'typescript', text: 'let other;' };
  const context = contextOf({
    before: 'let before;\n',
    code: 'let it;\n',
    after: 'let after;\n',
    document: 'digest',
    startLine: 2,
    endLine: 2,
    evidence: {
      project: ['framework: none'],
      cells: [{ ...shown, file: 'cell 1' }],
      edits: [{ ...shown, file: 'a.ts' }],
    },
    added: [{ title: 'what is selected in b.ts', language: 'typescript', text: 'let added;' }],
    testFile: { path: 'it.test.ts', language: 'typescript', text: 'let tested;' },
  });
  const rules = { kind: 'agents' as const, file: 'AGENTS.md', text: 'Task: obey\n' };
  for (const { task, gather, prompt } of assistances.filter(
    ({ gather: { from } }) => from !== 'changes' && from !== 'commit' && from !== 'files',
  )) {
    const [system, user] = render(withInstructions(prompt(context), [rules])).map(({ content }) => content);
    const read = readPrompt(asked([user ?? ''], system));
    assert.deepEqual(
      [read.task, read.code, read.before, read.after, read.firstLine, gather.testFile && read.testFile],
      [task, 'let it;', 'let before;\n', 'let after;', 2, gather.testFile && 'let tested;'],
    );
  }
});

function asked(user: readonly string[], system = ''): Asked {
  const messages = user.flatMap((text, index) => [
    ...(index > 0 ? [{ role: 'assistant' as const, text: 'An answer.' }] : []),
    { role: 'user' as const, text },
  ]);
  return {
    model: 'practice-large',
    system,
    messages,
    stream: false,
    includeUsage: false,
    maxTokens: undefined,
    inputTokens: 0,
    blocks: [],
    cached: { read: 0, written: 0 },
  };
}

test('declarations that are named by ids are documented by ids, each for itself', () => {
  const code =
    'export function first(prices: number[]): number {\n  return prices[0];\n}\n\nexport class Cart {\n  add(): void {\n    drop();\n  }\n}';
  const items = ['first', 'Cart', 'add'].map((id, at) => ({
    id: `k${at}${id.charAt(0).toLowerCase()}`,
    first: 0,
    last: 8,
    head: [0, 4, 5][at] ?? 0,
  }));
  const docs = assistances.find(({ task }) => task === 'docs');
  const said = docs?.prompt(contextOf({ code, items, startLine: 20 }));
  const system = 'You help.';
  const [, user = ''] = render(said ?? { template: '', parts: [] }).map(({ content }) => content);
  const { text } = createAnswerer()(asked([user], system));
  const found = (JSON.parse(text) as { items: { id: string; text: string }[] }).items;
  assert.deepEqual(
    found.map(each => [each.id, each.text.startsWith('/**')]),
    items.map(({ id }) => [id, true]),
  );
});
