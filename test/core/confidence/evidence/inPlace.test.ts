import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse as read } from '../../../../src/libraries/parseCode.ts';
import type { Parse } from '../../../../src/core/confidence/reading/parse.ts';
import { judge } from '../judged.ts';

interface InFile {
  readonly language?: string;
  readonly before: string;
  readonly code: string;
  readonly after: string;
  readonly parse?: Parse;
}

/** What is said of the syntax of an answer that goes between the lines of a file. */
async function saidOf(answer: string, { language = 'typescript', before, code, after, parse = read }: InFile) {
  const known = () => ({ before, after });
  const { signs } = await judge(`\`\`\`\n${answer}\n\`\`\``, { language, code, known }, parse);
  return signs.filter(sign => ['parses', 'does-not-parse', 'balanced', 'unbalanced'].includes(sign.code));
}

const parsed = [{ code: 'parses', weight: 'good', facts: {} }];
const loop: InFile = {
  before: 'export function sum(list: number[]): number {\n  let all = 0;\n',
  code: '  for (const each of list) {\n    all += each;\n',
  after: '  }\n  return all;\n}\n',
};

test('a part that no frame holds is read in its own place', async () => {
  assert.deepEqual(await saidOf('  for (const each of list) {\n    all += each * 2;', loop), parsed);
});

test('a misspelt keyword in a part is found there, with its line in the answer', async () => {
  assert.deepEqual(await saidOf('  for (const each fo list) {\n    all += each * 2;', loop), [
    { code: 'does-not-parse', weight: 'hard', facts: { line: 1 } },
  ]);
});

// dirge-code/dirge#499, #500: what an edit leaves open is found at the end of the file, far from it
test('what the answer leaves open is told where it was opened', async () => {
  const [sign] = await saidOf('  for (const each of list) {\n    if (each > 0) {\n    all += each;', loop);
  assert.deepEqual(sign, { code: 'does-not-parse', weight: 'hard', facts: { line: 1 } });
});

// SWE-agent/SWE-agent#560, yvgude/lean-ctx#844
test('an edit is not held to account for a file that was broken before', async () => {
  const broken = { ...loop, after: `${loop.after}function (\n` };
  const [sign] = await saidOf('  for (const each of list) {\n    all += each * 2;', broken);
  assert.equal(sign?.code, 'balanced');
});

test('where the rest of the file is broken, the lines about the selection decide', async () => {
  const broken = { ...loop, before: `const a = ;\n\n${loop.before}`, after: `${loop.after}\nfunction (\n` };
  assert.deepEqual(await saidOf('  for (const each of list) {\n    all += each * 2;', broken), parsed);
  assert.deepEqual(await saidOf('  for (const each fo list) {\n    all += each * 2;', broken), [
    { code: 'does-not-parse', weight: 'hard', facts: { line: 1 } },
  ]);
});

test('an edit that mends a broken file parses', async () => {
  const broken = { ...loop, code: '  for (const each list) {\n    all += each;\n' };
  assert.deepEqual(await saidOf('  for (const each of list) {\n    all += each;', broken), parsed);
});

test('what parses by itself but not in its place is doubted', async () => {
  const member: InFile = { before: 'class A {\n', code: '  f(): void {\n    g();\n  }\n', after: '}\n' };
  assert.deepEqual(await saidOf('function f(): void {\n  h();\n}', member), [
    { code: 'does-not-parse', weight: 'soft', facts: { line: 1, place: 'elsewhere' } },
  ]);
  assert.deepEqual(await saidOf('  f(): void {\n    h();\n  }\n\n  i(): void {}', member), parsed);
});

test('where no file is known, it is said to parse alone', async () => {
  const { signs } = await judge('```\nlet a = b;\n```', {}, read);
  assert.deepEqual(signs[0], { code: 'parses', weight: 'good', facts: { place: 'alone' } });
});

test('a value stays in its object, in a file of settings', async () => {
  const settings: InFile = { language: 'json', before: '{\n  "a": 1,\n', code: '  "b": [2]\n', after: '}\n' };
  assert.deepEqual(await saidOf('  "b": [2, 3]', settings), parsed);
  assert.deepEqual(await saidOf('  "b": [2, 3],', settings), [
    { code: 'does-not-parse', weight: 'soft', facts: { line: 1, place: 'elsewhere' } },
  ]);
});

test('a branch of Python is read below its condition', async () => {
  const branch: InFile = {
    language: 'python',
    before: 'def f(a):\n    if a:\n        b()\n',
    code: '    else:\n        c()\n',
    after: '    return a\n',
  };
  assert.deepEqual(await saidOf('    elif d:\n        c()\n    else:\n        e()', branch), parsed);
  const [sign] = await saidOf('    else:\n        c()\n      e()', branch);
  assert.deepEqual(sign, { code: 'does-not-parse', weight: 'hard', facts: { line: 3 } });
});

test('a parser whose grammar has gaps can only raise a doubt', async () => {
  const gappy: Parse = (_, code) =>
    Promise.resolve({ verdict: code.includes('new') ? 'fails' : 'parses', line: 2, hasGaps: true });
  const rust: InFile = { language: 'rust', before: 'fn f() {\n', code: '    g();\n', after: '}\n', parse: gappy };
  assert.deepEqual(await saidOf('    new();', rust), [{ code: 'does-not-parse', weight: 'soft', facts: { line: 1 } }]);
  assert.deepEqual(await saidOf('    h();', rust), parsed);
});

test('of a file the lines are read that belong together: to where the next thing begins at the margin', async () => {
  const asked: string[] = [];
  const short: Parse = (_, code) => {
    asked.push(code);
    return Promise.resolve({ verdict: code.length > 1_000 ? 'unknown' : 'parses' });
  };
  const long = 'a();\n'.repeat(1_000);
  const file = { before: `${long}\r\nclass A {\r\n`, code: '  b = 1\r\n', after: `}\r\n\r\n${long}`, parse: short };
  assert.deepEqual(await saidOf('  b = 2', file), parsed);
  assert.deepEqual(asked, ['class A {\r\n  b = 2\r\n}\r\n\r\n']);
});

test('a whole statement is read beneath its heads alone', async () => {
  const asked: string[] = [];
  const parse: Parse = (_, code) => {
    asked.push(code);
    return Promise.resolve({ verdict: 'parses' });
  };
  const before = 'int a;\n\nnamespace b {\n  class C {\n    int d;\n\n    int e() {\n    }\n';
  const method = { language: 'cpp', before, code: '    int f() { return 1; }\n', after: '  };\n}\n', parse };
  assert.deepEqual(await saidOf('    int f() { return 2; }', method), parsed);
  assert.deepEqual(asked, ['namespace b {\n  class C {\n    int f() { return 2; }\n\n};};\n']);
});

test('what follows a part of a list, or of a statement, is read with it', async () => {
  const entry: InFile = {
    before: 'class A {\n  x = {\n',
    code: '    b() {\n      c();\n    },\n',
    after: '    d: 1,\n  };\n}\n',
  };
  assert.equal((await saidOf('    b() {\n      e();\n    }', entry))[0]?.code, 'does-not-parse');
  const branch: InFile = {
    before: 'function f() {\n',
    code: '  if (a) {\n    b();\n  }\n',
    after: '  else {\n    c();\n  }\n}\n',
  };
  assert.equal((await saidOf('  if (a) {\n    b();\n  }\n  for (;;) {\n  }', branch))[0]?.code, 'does-not-parse');
  assert.deepEqual(await saidOf('  if (a) {\n    b();\n    d();\n  }', branch), parsed);
});

test('what only looks like code, in a text of several lines, is not held against it', async () => {
  const file = { before: 'const page = `\nintro\n\n', code: 'one\n', after: '\ntwo\n`;\n' };
  assert.deepEqual(await saidOf('one and more', file), parsed);
});

// tree-sitter/tree-sitter-cpp#308: right code that its grammar fails
test('lines that decide what of C is compiled are no failure of it', async () => {
  const gappy: Parse = (_, code) =>
    Promise.resolve({ verdict: code.includes('#if') ? 'fails' : 'parses', line: 2, hasGaps: true });
  const file = {
    language: 'cpp',
    before: 'int f() {\n',
    code: '  int a = 1;\n  return a;\n',
    after: '}\n',
    parse: gappy,
  };
  const [sign] = await saidOf('  int a =\n#ifdef ONE\n  f(1)\n#else\n  2\n#endif\n  ;\n  return a;', file);
  assert.equal(sign?.code, 'balanced');
});
