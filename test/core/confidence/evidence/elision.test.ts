import assert from 'node:assert/strict';
import { test } from 'node:test';
import { against, judge } from '../judged.ts';

const before = 'func a() {\n\tfirst()\n\tsecond()\n\tthird()\n}\n';
const edited = (code: string, language = 'go', code0 = before) =>
  judge(`\`\`\`\n${code}\n\`\`\``, { language, code: code0, instruction: 'only the first' });
const isHard = async (code: string, language?: string) => against(await edited(code, language)).includes('hard elided');

test('the ways in which models leave code out', async () => {
  const comments = [
    '...',
    '…',
    '... rest of the code ...',
    '... existing code ...',
    '... (rest of the function remains unchanged)',
    '…rest of the file',
    'rest of the code unchanged',
    'The rest of the function stays the same',
    'rest of your code here',
    'Existing code',
    'existing implementation here',
    'remaining methods unchanged',
    'other functions ...',
    'error handling omitted for brevity',
    '... error handling ...',
    'same as before ...',
    'snip',
  ];
  for (const comment of comments) assert.ok(await isHard(`func a() {\n\t// ${comment}\n}`), comment);
});

test('in the comments of every language', async () => {
  const marks = [
    '# … existing code …',
    '-- ... existing code ...',
    '/* ... existing code ... */',
    '<!-- ... existing code ... -->',
  ];
  for (const mark of marks) assert.ok(await isHard(`a\n${mark}`, 'ruby'), mark);
  assert.ok(await isHard('a\n{/* ... existing code ... */}', 'ruby'));
  assert.ok(await isHard('a\n[...]'));
});

test('comments that only sound like it', async () => {
  const comments = [
    'Other properties stay untouched by this', // of data
    'the rest of the list is sorted already',
    '...args are passed on',
    'Existing routes',
    'The remaining items are merged recursively',
    'previous element',
    'wait...',
    'more than 3 ... 5 is too many',
    'Keep the original order',
    'code here is hot',
  ];
  for (const comment of comments) {
    const confidence = await edited(`func a() {\n\tfirst(1)\n\t// ${comment}\n\tsecond(2)\n\tthird(3)\n}`);
    assert.deepEqual(against(confidence), [], comment);
  }
});

test('a line that the selection held already is no elision', async () => {
  const code = 'func a() {\n\t// ... rest of the code unchanged\n}\n';
  assert.deepEqual(against(await edited('func b() {\n\t// ... rest of the code unchanged\n}', 'go', code)), []);
});

test('three dots between other lines of comment are part of what they say', async () => {
  const code = 'func a() {\n\t// Prints 1\n\t// ...\n\t// 9\n\tfirst(1)\n\tsecond(2)\n\tthird(3)\n}';
  assert.deepEqual(against(await edited(code)), []);
});

test('three dots in a text or in a longer comment are part of it', async () => {
  const code = 'func a() {\n\t/*\n\t...\n\t*/\n\tprint(`one\n...\n`)\n\tsecond(2)\n\tthird(3)\n}';
  assert.deepEqual(against(await edited(code)), []);
});

test('an explanation may leave out what it likes', async () => {
  const text = 'It is short, this is nearly all:\n\n```ruby\na\n# ... rest of the code unchanged\n```';
  assert.deepEqual(against(await judge(text, { form: 'prose', language: 'ruby' })), []);
});

test('words in brackets say the same as a comment, and brackets of code do not', async () => {
  const ofTypeScript = (line: string) =>
    judge(`\`\`\`\nfunction a(b) {\n  ${line}\n}\n\`\`\``, {
      language: 'typescript',
      code: 'function a() {\n  first();\n  second();\n}\n',
    });
  const isElided = async (line: string) => against(await ofTypeScript(line)).some(sign => sign.endsWith('elided'));
  assert.deepEqual(await Promise.all(['[unchanged]', '<same as before>', '[ first ]'].map(isElided)), [
    true,
    true,
    false,
  ]);
});

test('in other languages, and in passing, a comment says so where the code has become less', async () => {
  const body = '  first(one, two, three);\n  second(one, two, three);\n  third(one, two, three);\n';
  const code = `function a() {\n${body}}\n`;
  const said = [
    'der Rest bleibt wie gehabt',
    'le reste est identique',
    'resto igual',
    'остальное без изменений',
    '其余保持不变',
  ];
  const more = ['以下省略', '以下同じ', '나머지는 동일', '-- snip --', 'and so on', 'same deal here'];
  for (const words of [...said, ...more]) {
    const changed = (lines: string) =>
      judge(`\`\`\`\nfunction a() {\n  if (!ready) return;\n  // ${words}\n${lines}}\n\`\`\``, {
        language: 'typescript',
        code,
      });
    assert.ok(against(await changed('')).includes('soft elided'), words);
    assert.ok(!against(await changed(body)).includes('soft elided'), words);
  }
  for (const words of ['省略時は既定値', '同じ値は動かさない', 'остальные поля необязательны', 'the rest are optional'])
    assert.ok(
      !against(
        await judge(`\`\`\`\nfunction a() {\n  // ${words}\n  return one;\n}\n\`\`\``, {
          language: 'typescript',
          code,
        }),
      ).includes('soft elided'),
      words,
    );
});
