import { asked, chunks, edited, type AreaCase } from './areaCase.ts';

const fence = '```';
const block = (language: string, code: string): string => `${fence}${language}\n${code}\n${fence}`;

const form = [
  '  return (',
  '    <form>',
  '      <input name="first" />',
  '      <input name="last" />',
  '      <button>Save</button>',
  '    </form>',
  '  );',
].join('\n');

/** What an edit does to the file beyond what was asked for. */
export const edits: readonly AreaCase[] = [
  {
    name: 'a remark in place of the imports',
    source: 'https://github.com/cline/cline/issues/534',
    sent: '`# ... (keep the existing imports and other functions)`',
    must: 'doubted',
    before: 'given without a doubt',
    play: edited({
      language: 'python',
      code: 'import os\nimport sys\n\ndef f():\n    return 1\n',
      instruction: 'Return 2',
      answer: block('python', '# ... (keep the existing imports and other functions)\n\ndef f():\n    return 2'),
      expect: { doubted: true },
    }),
  },
  {
    name: 'a remark in place of elements',
    source: 'https://github.com/cline/cline/issues/141',
    sent: '`{/* ... (other form fields remain unchanged) ... */}`',
    must: 'doubted',
    play: edited({
      language: 'typescriptreact',
      code: `${form}\n`,
      instruction: 'Name the button Send',
      answer: block(
        'tsx',
        '  return (\n    <form>\n      {/* ... (other form fields remain unchanged) ... */}\n      <button>Send</button>\n    </form>\n  );',
      ),
      expect: { doubted: true },
    }),
  },
  {
    name: 'a remark in place of methods',
    source: 'https://github.com/cline/cline/issues/470',
    sent: '`// ... (previous methods remain unchanged)`',
    must: 'doubted',
    play: edited({
      language: 'java',
      code: '  int a() {\n    return 1;\n  }\n\n  int b() {\n    return 2;\n  }\n',
      instruction: 'Let b return 3',
      answer: block('java', '  // ... (previous methods remain unchanged)\n\n  int b() {\n    return 3;\n  }'),
      expect: { doubted: true },
    }),
  },
  {
    name: 'a remark without dots',
    source: 'https://github.com/cline/cline/issues/14',
    sent: '`// rest of code here`',
    must: 'doubted',
    play: edited({
      language: 'go',
      code: 'func a() int {\n\tx := 1\n\ty := 2\n\treturn x + y\n}\n',
      instruction: 'Set x to 5',
      answer: block('go', 'func a() int {\n\tx := 5\n\t// rest of code here\n}'),
      expect: { doubted: true },
    }),
  },
  {
    name: 'the line behind the selection once more',
    source: 'https://github.com/microsoft/vscode-copilot-release/issues/9719',
    sent: 'the selection, changed, and the one line that stands behind it',
    must: 'no line twice: left out, or doubted',
    before: 'the line stood there twice, without a doubt',
    play: edited({
      language: 'python',
      code: '    total = 0\n    for n in numbers:\n        total += n\n',
      instruction: 'Add the squares',
      answer: block('python', '    total = 0\n    for n in numbers:\n        total += n * n\n    return total'),
      before: 'def add(numbers):\n',
      after: '    return total\n\n\ndef main():\n    print(add([1]))\n',
      expect: { doubted: true },
    }),
  },
  {
    name: 'the line before the selection once more',
    source: 'https://github.com/microsoft/vscode/issues/256560',
    sent: 'the line that stands before the selection, and the selection, changed',
    must: 'no line twice: left out, or doubted',
    before: 'the line stood there twice, without a doubt',
    play: edited({
      language: 'python',
      code: '    return a + b\n',
      instruction: 'Subtract',
      answer: block('python', 'def calculate(a, b):\n    return a - b'),
      before: 'def calculate(a, b):\n',
      after: '\n\nprint(calculate(1, 2))\n',
      expect: { doubted: true },
    }),
  },
  {
    name: 'a line that stands there more than once by right',
    source: 'https://github.com/microsoft/vscode/issues/272361',
    sent: 'a case that ends with the same line as the one behind it',
    must: 'not doubted',
    play: edited({
      language: 'typescript',
      code: "case 'a':\n  return one();\n",
      instruction: 'Do it for b, too',
      answer: block('ts', "case 'a':\n  return one();\ncase 'b':\n  return fallback();"),
      before: 'switch (kind) {\n',
      after: 'default:\n  return fallback();\n}\n',
      expect: { doubted: false },
    }),
  },
  {
    name: 'comments that are gone',
    source: 'https://github.com/microsoft/vscode-copilot-release/issues/8689',
    sent: 'the code as asked for, without the comment above a line that has not changed',
    must: 'told beside the diff, and not doubted',
    before: 'given without a doubt',
    play: edited({
      language: 'typescript',
      code: 'const a = read();\n// the file may be empty, see the manual\nconst b = parse(a);\nreturn b.total;\n',
      instruction: 'Return the sum',
      answer: block('ts', 'const a = read();\nconst b = parse(a);\nreturn b.sum;'),
      expect: { doubted: false, told: 'comments-gone' },
    }),
  },
  {
    name: 'code in comments that is gone',
    source: 'https://github.com/microsoft/vscode-copilot-release/issues/4326',
    sent: 'the code as asked for, without two lines that were commented out',
    must: 'told beside the diff, and not doubted',
    before: 'given without a doubt',
    play: edited({
      language: 'python',
      code: 'def f(a):\n    # print(a)\n    # log(a)\n    b = a * 2\n    return b\n',
      instruction: 'Multiply by 3',
      answer: block('python', 'def f(a):\n    b = a * 3\n    return b'),
      expect: { doubted: false, told: 'comments-gone' },
    }),
  },
  {
    name: 'a comment that goes with its line',
    source: 'https://github.com/microsoft/vscode/issues/252847',
    sent: 'a comment rewritten with the line that it is about',
    must: 'not doubted',
    play: edited({
      language: 'typescript',
      code: '// adds one\nconst b = a + 1;\nreturn b;\n',
      instruction: 'Add two',
      answer: block('ts', '// adds two\nconst b = a + 2;\nreturn b;'),
      expect: { replacement: '// adds two\nconst b = a + 2;\nreturn b;\n', doubted: false },
    }),
  },
  {
    name: 'half of a file, and the end says that it is whole',
    source: 'https://github.com/RooCodeInc/Roo-Code/issues/1921',
    sent: 'code that breaks off within a call, in a closed block',
    must: 'doubted',
    play: edited({
      language: 'typescript',
      code: 'function f() {\n  run(1);\n  run(2);\n  run(3);\n}\n',
      instruction: 'Call stop, too',
      answer: block('ts', 'function f() {\n  run(1);\n  run(2'),
      expect: { doubted: true },
    }),
  },
  {
    name: 'an edit that was cut off at its length',
    source: 'https://github.com/QwenLM/qwen-code/issues/4964',
    sent: 'a block that ends in the midst of it, and `length`',
    must: 'doubted',
    play: asked(
      chunks([`${fence}ts\nconst a = 1;\n`, 'const b'], 'length'),
      { answeredBy: 'A', finish: 'length', doubted: true },
      { task: 'edit', chain: 'alone', input: { code: 'let a = 1;\nlet b = 2;\n', input: 'Use const' } },
    ),
  },
  {
    name: 'more is gone than was asked for',
    source: 'https://github.com/microsoft/vscode-copilot-release/issues/9543',
    sent: 'one function of nine, with the comment that was asked for',
    must: 'doubted',
    play: edited({
      language: 'go',
      code: [1, 2, 3, 4, 5, 6, 7, 8, 9]
        .map(n => `func f${n}() int {\n\treturn someLongName${n} + another${n}\n}\n`)
        .join('\n'),
      instruction: 'Add a comment to each function',
      answer: block('go', '// f1 adds.\nfunc f1() int {\n\treturn someLongName1 + another1\n}'),
      expect: { doubted: true },
    }),
  },
];
