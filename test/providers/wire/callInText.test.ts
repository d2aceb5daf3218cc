import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callInText } from '../../../src/providers/wire/callInText.ts';

const calls: readonly string[] = [
  '<tool_call>\n{"name": "read_file", "arguments": {}}\n</tool_call>',
  '<tool_call>a</tool_call>\n<tool_call>b</tool_call>\n',
  '<|tool_call>call:read{path:<|"|>a<|"|>}<tool_call|>',
  '<|tool_calls_section_begin|><|tool_call_begin|>functions.read:0 {}<|tool_call_end|><|tool_calls_section_end|>',
];
for (const text of calls) test(`is a call and no answer: ${JSON.stringify(text)}`, () => assert.ok(callInText(text)));

const answers: readonly string[] = [
  'It calls `<tool_call>` and `</tool_call>`.',
  '<tool_call>a</tool_call>\nThat is how a call looks.',
  'It reads the file first.\n<tool_call>a</tool_call>',
  '```xml\n<tool_call>a</tool_call>\n```',
];
for (const text of answers)
  test(`says something: ${JSON.stringify(text)}`, () => assert.equal(callInText(text), undefined));
