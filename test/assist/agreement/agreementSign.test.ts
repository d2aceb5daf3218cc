import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agreementSign } from '../../../src/assist/agreement/agreementSign.ts';
import type { Answer } from '../../../src/core/model/answer.ts';
import type { Expectation } from '../../../src/core/model/purpose.ts';
import { answerOf } from '../../support/scripted.ts';

const expects: Expectation = { form: 'code', language: 'typescript', code: 'const a = read();\nreturn a.total;\n' };
const said = (text: string, more: Partial<Answer> = {}): Answer =>
  answerOf('target', text, { model: 'gpt-9', ...more });
const block = (code: string): Answer => said(`\`\`\`ts\n${code}\n\`\`\``);
const compared = (one: Answer, two: Answer, more: Partial<Expectation> = {}) =>
  agreementSign({ ...expects, ...more }, { kept: one, other: two });

const sum = 'const a = read();\nreturn a.sum;';

test('the same code in other words, comments and layout agrees, and says who wrote it', () => {
  const other = said(`Here it is:\n\n\`\`\`ts\n// read it\nconst a = read();\n\nreturn a.sum;\n\`\`\`\nDone.`);
  assert.deepEqual(compared(block(sum), other), { code: 'agrees', weight: 'good', facts: { model: 'gpt-9' } });
});

test('other names of its own agree, another name of the world does not', () => {
  assert.equal(compared(block(sum), block('const b = read();\nreturn b.sum;'))?.code, 'agrees');
  assert.equal(compared(block(sum), block('const a = load();\nreturn a.sum;'))?.code, 'disagrees');
});

test('other code is told with how many lines differ, and doubts nothing', () => {
  assert.deepEqual(compared(block(sum), block('const a = read();\nreturn a.total * 2;')), {
    ...{ code: 'disagrees', weight: 'fact' },
    facts: { model: 'gpt-9', differing: 1, lines: 2 },
  });
});

test('texts, answers without code, refusals and changes of several files are not compared', () => {
  const words = said('It reads.');
  const all = [
    compared(words, words, { form: 'prose' }),
    compared(block(sum), words),
    compared(block(sum), { ...block(sum), finish: 'refused' }),
    compared(block(sum), block(sum), { isInBlocks: true }),
  ];
  assert.deepEqual(all, [undefined, undefined, undefined, undefined]);
});
