import assert from 'node:assert/strict';
import { test } from 'node:test';
import { against, judge } from '../judged.ts';

const code = 'const total = lines.length;\nreport(total);\n';
const signsFor = async (answer: string, more: Parameters<typeof judge>[1] = {}) =>
  against(await judge(`\`\`\`\n${answer}\n\`\`\``, { code, instruction: 'rename', ...more }));
const isFound = async (answer: string, more?: Parameters<typeof judge>[1]) =>
  (await signsFor(answer, more)).includes('hard artefacts');

// pytorch/torchchat#459, ollama#7867, continuedev/continue#4283: marks of a chat format in what is to be applied
test('marks of chat formats in code must not be used', async () => {
  const marks = [
    '<|im_end|>',
    '<|endoftext|>',
    '<|eot_id|>',
    '<|fim_middle|>',
    '<end_of_turn>',
    '[/INST]',
    '<｜end▁of▁sentence｜>',
    '<tool_call>',
    '[TOOL_CALLS]',
    '[gMASK]<sop>',
  ];
  for (const mark of marks) assert.ok(await isFound(`const sum = lines.length;\nreport(sum);${mark}`), mark);
});

test('a program about such marks holds them', async () => {
  const own = "const end = '<|im_end|>';\n";
  assert.equal(await isFound("const stop = '<|im_end|>';", { code: own }), false);
  assert.equal(await isFound("const stop = '<|im_end|>';", { instruction: 'add <|im_end|> as a stop word' }), false);
});

test('JSON around the code must not be used, where the selection is none', async () => {
  const around = JSON.stringify({ code: 'const sum = 1;\nreport(sum);' });
  assert.ok(await isFound(around));
  assert.ok(await isFound(JSON.stringify({ language: 'ts', replacement: 'a;\nb;' }, null, 2)));
  assert.equal(await isFound(around, { language: 'json', code: '{ "a": 1 }' }), false);
  assert.equal(await isFound(around, { code: '{ "a": "b" }' }), false);
});
