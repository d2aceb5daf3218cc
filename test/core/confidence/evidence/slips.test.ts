import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge } from '../judged.ts';

/** What is said of code in place of other code that has none of it. */
async function signs(code: string, language: string, before = 'call(one);\n'): Promise<readonly string[]> {
  const judged = await judge(`\`\`\`\n${code}\n\`\`\``, { code: before, language });
  return judged.signs
    .filter(({ weight }) => weight === 'soft')
    .map(({ code: found, facts }) => `${found} ${String(facts['line'])}`);
}

test('signs of print among code are told, in texts and comments they may stand', async () => {
  assert.ok((await signs('call(“one”);', 'go')).includes('odd-signs 1'));
  assert.ok((await signs('call(one，two);', 'cpp')).includes('odd-signs 1'));
  assert.ok((await signs('x = a – b', 'python')).includes('odd-signs 1'));
  assert.deepEqual(await signs('call("“one”，"); // – said', 'go'), []);
  assert.deepEqual(await signs('call(“one”);\ncall(one);', 'go', 'call(“two”);\n'), []);
});

test('where no parser reads a language, slips of the pen are told', async () => {
  for (const line of [
    'retrun one',
    'fi (one) {',
    'fnn one() {',
    'whlie (one) {',
    'x = = 1;',
    'a && && b',
    'print("one);',
  ])
    assert.ok(
      (await signs(`call(one);\n${line}`, 'java')).some(sign => sign.startsWith('does-not-parse 2')),
      line,
    );
});

test('a word that the selection has, or that is a name, is none', async () => {
  assert.deepEqual(await signs('fi = fi + one;', 'java'), []);
  assert.deepEqual(await signs('call(fi (one));', 'java', 'fi (two);\n'), []);
  assert.deepEqual(await signs('ofr.each(one);', 'java'), []);
});
