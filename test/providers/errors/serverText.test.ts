import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { serverText, serverId } from '../../../src/providers/errors/serverText.ts';

const table: readonly (readonly [title: string, message: string, expected: string | undefined])[] = [
  ['a plain sentence stands', 'The model is busy.', 'The model is busy.'],
  ['line ends become spaces', 'one\r\ntwo\n\nthree', 'one two three'],
  ['terminal escapes go', '\u001b[31mred\u001b[0m \u001b]8;;http://evil.example\u0007link\u001b]8;;\u0007', 'red link'],
  ['an escape that is cut off goes', 'a\u001b]0;title', 'a'],
  ['bidi and zero width go', 'a\u202eb\u200bc\u2066d', 'a b c d'],
  ['tag characters go', 'hi\u{e0041}\u{e0042}', 'hi'],
  ['the key itself goes', 'Incorrect key my-very-own-key!', 'Incorrect key [key]!'],
  ['keys of other kinds go', 'Incorrect API key provided: sk-proj-ab12CD34ef.', 'Incorrect API key provided: [key]'],
  ['starred keys go', 'Incorrect API key: sk-ab******yz.', 'Incorrect API key: [key]'],
  ['bearer tokens go', 'Header "Bearer abc.def-ghi" refused', 'Header "[key]" refused'],
  ['long tokens go', 'token 0123456789abcdef0123456789abcdef bad', 'token [key] bad'],
  ['tokens in parts go', 'Bad token xoxb-17653672481-19874698323-pdFZKVeTuE8sk7oOHcBrzzqy.', 'Bad token [key]'],
  [
    'signed addresses go',
    'GET https://b.example/f?sig=Ab3dEf6hIj9kLm2Np failed',
    'GET https://b.example/f?[key] failed',
  ],
  [
    'long names of models stand',
    'No meta-llama/Llama-3.3-70B-Instruct, deepseek-r1-distill-qwen-32b or gpt-4o-2024-08-06 at https://a.example/v1',
    'No meta-llama/Llama-3.3-70B-Instruct, deepseek-r1-distill-qwen-32b or gpt-4o-2024-08-06 at https://a.example/v1',
  ],
  [
    'names of models stand',
    'The model claude-3-5-sonnet-20241022 is unknown',
    'The model claude-3-5-sonnet-20241022 is unknown',
  ],
  ['a web page says nothing', '<!DOCTYPE html><html><body>502</body></html>', undefined],
  ['nothing is nothing', ' \n\u0000', undefined],
  ['a long one is cut', 'word '.repeat(100), `${'word '.repeat(100).slice(0, 199)}…`],
];

suite('what a provider said', () => {
  for (const [title, message, expected] of table) {
    test(title, () => assert.equal(serverText(message, 'my-very-own-key'), expected));
  }
});

test('an id is shown only when it is short and visible', () => {
  const ids = ['req_123', 'a b', 'x'.repeat(129), 'é', '', null, undefined];
  assert.deepEqual(ids.map(serverId), ['req_123', undefined, undefined, undefined, undefined, undefined, undefined]);
});
