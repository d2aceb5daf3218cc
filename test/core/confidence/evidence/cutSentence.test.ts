import assert from 'node:assert/strict';
import { test } from 'node:test';
import { against, judge } from '../judged.ts';

const isCut = async (text: string, finish: 'stop' | 'length' = 'stop'): Promise<boolean> =>
  against(await judge(text, { form: 'prose', finish })).includes('soft cut-sentence');

const begun = 'It adds up the prices of all lines. Then it reports the sum to whoever asked for it.';

test('words that break off amid a sentence are told', async () => {
  for (const end of [
    ' It returns the',
    ' Danach gibt es die',
    ' Elle renvoie le',
    ' Luego devuelve el',
    ' It calls `total',
    ' It calls (as said',
    ' After that nothing more happens',
  ])
    assert.ok(await isCut(begun + end), end);
  assert.ok(await isCut(`${begun}\n\n- It reads the lines.\n- It adds them up.\n- It goes on`));
});

test('words that end as they like are none', async () => {
  const ends = [
    '',
    '\n\n```ts\ntotal();\n```',
    '\n\n- reads lines\n- adds them up',
    '\n\n## More',
    '\n\n| a | b |',
    '\n\n**Note**',
    ' It calls `total`.',
    '\n\n1. `one`\n2. `two`',
  ];
  for (const end of ends) assert.equal(await isCut(begun + end), false, end);
  assert.equal(await isCut('Reads the lines'), false);
});

test('what the provider itself says was cut is told once', async () => {
  assert.equal(await isCut(`${begun} It returns the`, 'length'), false);
});
