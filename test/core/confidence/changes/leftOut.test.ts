import assert from 'node:assert/strict';
import { test } from 'node:test';
import { against, judge } from '../judged.ts';

const before = [
  'export function total(lines: readonly Line[]): number {',
  '  let sum = 0;',
  '  for (const line of lines) {',
  '    const gross = line.quantity * line.price;',
  '    sum += gross - discountOf(line);',
  '    report(line.article, gross);',
  '  }',
  '  return sum;',
  '}',
  '',
].join('\n');

/** The function with these lines in place of its loop's body. */
const withBody = (...lines: readonly string[]) =>
  before
    .split('\n')
    .toSpliced(3, 3, ...lines)
    .join('\n');

const signsFor = async (code: string, more: Parameters<typeof judge>[1] = {}) =>
  against(await judge(`\`\`\`\n${code}\n\`\`\``, { code: before, instruction: 'add a guard', ...more }));
const isLeftOut = async (code: string, more?: Parameters<typeof judge>[1]) =>
  (await signsFor(code, more)).includes('soft left-out');

// spellings that no list of words knew: shared findings of trials from outside, cline#14, aider's "lazy coding" pages
test('code is left out in any words and any language', async () => {
  const comments = [
    '12 lines omitted',
    '--- snip ---',
    'the rest stays the same',
    'rest unchanged',
    'wie bisher',
    'der Rest bleibt unverändert',
    '… le reste du code …',
    '其余代码不变',
    'ここは変更なし',
    'остальное без изменений',
    'TODO',
  ];
  for (const comment of comments) assert.ok(await isLeftOut(withBody(`    // ${comment}`)), comment);
  for (const comment of comments) assert.ok(await isLeftOut(withBody(`    /* ${comment} */`)), comment);
});

test('a stub in place of code is code left out', async () => {
  const python = ['def total(lines):', '    checked = check(lines)', '    sum = add(checked)', '    report(sum)'].join(
    '\n',
  );
  for (const stub of ['pass', 'pass  # unchanged', '...', 'raise NotImplementedError()', 'return None'])
    assert.ok(await isLeftOut(`def total(lines):\n    ${stub}`, { language: 'python', code: `${python}\n` }), stub);
  for (const stub of ['throw new Error("not implemented");', 'return 0;', 'return;'])
    assert.ok(await isLeftOut(withBody(`    ${stub}`)), stub);
});

test('so it is where a stub is left of a body that ended with it', async () => {
  const go = ['func (a *App) find(name string) *Command {', '\tfor _, c := range a.all {', '\t\tif c.has(name) {'];
  const code = [...go, '\t\t\treturn c', '\t\t}', '\t}', '\treturn nil', '}', ''].join('\n');
  assert.ok(await isLeftOut(`${go[0]}\n\treturn nil\n}`, { language: 'go', code }));
  const one = [go[0], '\tlog(name)', '\treturn nil', '}', ''].join('\n');
  assert.equal(await isLeftOut(`${go[0]}\n\treturn nil\n}`, { language: 'go', code: one }), false);
});

test('the line is told, and how much is gone', async () => {
  const { signs } = await judge(`\`\`\`\n${withBody('    // as before')}\n\`\`\``, {
    code: before,
    instruction: 'guard',
  });
  assert.deepEqual(signs.find(({ code }) => code === 'left-out')?.facts, { line: 4, lines: 3 });
});

test('what was commented out is there still', async () => {
  const body = before.split('\n').slice(3, 6);
  assert.equal(await isLeftOut(withBody(...body.map(line => `    // ${line.trim()}`))), false);
  assert.equal(await isLeftOut(withBody(`    /* ${body.map(line => line.trim()).join('\n')} */`)), false);
});

test('code that other code stands in for is not left out', async () => {
  const rewritten = withBody('    // one call does all of it', '    sum += worthOf(line);');
  assert.equal(await isLeftOut(rewritten), false);
});

test('who asks for less gets less', async () => {
  assert.equal(await isLeftOut(withBody('    // gone'), { instruction: 'remove the body of the loop' }), false);
  assert.equal(await isLeftOut(withBody('    // entfernt'), { instruction: 'Entferne die Schleife' }), false);
});

test('a line may go with many an edit', async () => {
  const short = withBody('    sum += line.price;', '    count(line);');
  const found = await isLeftOut(short.replace('    count(line);', '    // counted elsewhere'), {
    code: short,
  });
  assert.equal(found, false);
});

test('code of up to 5 000 lines is compared, longer code is not', async () => {
  const lines = (count: number) => Array.from({ length: count }, (_, at) => `a${at}();`);
  const lost = async (count: number) =>
    isLeftOut([...lines(count - 5), '  // as before'].join('\n'), { code: lines(count).join('\n') });
  assert.deepEqual([await lost(4_900), await lost(5_100)], [true, false]);
});

const withHead = (...lines: readonly string[]) =>
  ['export function total(lines: readonly Line[], tax: number): number {', ...lines, '}', ''].join('\n');

for (const left of [
  '// -- snip --',
  '// 其余代码保持不变',
  "throw new Error('Not implemented');",
  'return 0; // placeholder',
])
  test(`what is left out beneath a head that was changed is found, too: ${left}`, async () => {
    assert.ok(await isLeftOut(withHead(`  ${left}`)));
  });

test('a body that was rewritten beneath a changed head is not left out', async () => {
  assert.equal(
    await isLeftOut(withHead('  // with tax', '  return lines.reduce((sum, line) => sum + line.price, tax);')),
    false,
  );
});

const elided: readonly (readonly [language: string, before: string, after: string])[] = [
  ['ruby', 'def a\n  one\n  two\n  three\nend\n', 'def a(x)\n  # rest\nend\n'],
  ['rust', 'fn a() -> V {\n  one();\n  two();\n  three()\n}\n', 'fn a() -> V {\n  panic!("later")\n}\n'],
  ['go', 'func a() V {\n\tone()\n\ttwo()\n\treturn b\n}\n', 'func a() V {\n\treturn V{} // placeholder\n}\n'],
  ['kotlin', 'fun a() {\n  one()\n  two()\n}\n', 'fun a(x: Int) {\n  TODO("Not yet implemented")\n}\n'],
  ['swift', 'func a() {\n  one()\n  two()\n}\n', 'func a(x: Int) {\n  fatalError("not implemented")\n}\n'],
  ['css', '.a { color: red; }\n.b { color: blue; }\n.c { top: 0; }\n', '.a { color: black; }\n/* keep others */\n'],
  ['yaml', 'on: push\njobs:\n  a: 1\n  b: 2\n', 'on: [push]\njobs:\n  # (jobs unchanged)\n'],
];

for (const [language, code, after] of elided)
  test(`what is left out behind a line that was changed is found in ${language}, too`, async () => {
    assert.ok(await isLeftOut(after, { language, code }));
  });

test('code with a note of what is still to do is no stub', async () => {
  const code = 'const a = one();\nlog(a);\nconst b = two(a);\nreturn b;\n';
  assert.equal(await isLeftOut('return both(); // TODO: cache\n', { language: 'typescript', code }), false);
});

test('where other code stands behind what is gone, it took its place', async () => {
  const code = 'const a = one();\nlog(a);\nconst b = two(a);\nreturn b;\n';
  assert.equal(await isLeftOut('// in one step\nreturn two(one());\n', { language: 'typescript', code }), false);
});
