import { edited, type AreaCase } from './areaCase.ts';

const fence = '```';
const two = { language: 'typescript', code: 'let a = 1;\nlet b = 2;\n', instruction: 'Use const' } as const;
const twoConst = 'const a = 1;\nconst b = 2;\n';

/** Which piece of an answer is the code, and what stands around and within it that is none. */
export const readingCode: readonly AreaCase[] = [
  {
    name: 'three backticks within the code',
    source: 'https://github.com/continuedev/continue/issues/5842',
    sent: 'TypeScript with three backticks on a line of a multi-line text',
    must: 'all of the code, or none of it',
    before: 'the code up to the backticks, doubted',
    play: edited({
      language: 'python',
      code: `help = """\nUse:\n${fence}\nrun\n${fence}\n"""\nprint(help)\n`,
      instruction: 'Rename help to text',
      answer: `${fence}python\ntext = """\nUse:\n${fence}\nrun\n${fence}\n"""\nprint(text)\n${fence}`,
      expect: { replacement: `text = """\nUse:\n${fence}\nrun\n${fence}\n"""\nprint(text)\n`, doubted: false },
    }),
  },
  {
    name: 'backticks within a line close nothing',
    source: 'https://github.com/zed-industries/zed/pull/46270',
    sent: 'a block with three backticks in the midst of a line',
    must: 'all of the code',
    play: edited({
      language: 'typescript',
      code: 'const mark = "x";\n',
      instruction: 'Use three backticks',
      answer: `${fence}ts\nconst mark = "${fence}";\nconst end = "a ${fence}";\n${fence}`,
      expect: { replacement: `const mark = "${fence}";\nconst end = "a ${fence}";\n`, doubted: false },
    }),
  },
  {
    name: 'a closing fence without an opening one',
    source: 'https://github.com/noonghunna/benchlocal-cli/issues/120',
    sent: 'bare code, and a fence behind it',
    must: 'the code',
    before: 'nothing to apply',
    play: edited({
      language: 'python',
      code: 'def f():\n    return 0\n',
      instruction: 'Return 1',
      answer: `def f():\n    return 1\n${fence}`,
      expect: { replacement: 'def f():\n    return 1\n', doubted: false },
    }),
  },
  {
    name: 'an opening fence without a closing one',
    source: 'https://github.com/cuga-project/cuga-agent/pull/252',
    sent: 'a block that is not closed, though the answer says that it is whole',
    must: 'nothing is applied unseen: it may be cut off',
    play: edited({
      ...two,
      answer: `${fence}ts\nconst a = 1;\nconst b = 2;`,
      expect: { replacement: null, doubted: true },
    }),
  },
  {
    name: 'a fence around Markdown',
    source: 'https://github.com/continuedev/continue/pull/8056',
    sent: 'a paragraph of Markdown in plain fences',
    must: 'the paragraph without the fences',
    play: edited({
      language: 'markdown',
      code: 'Runn `it`.\n',
      instruction: 'Fix the spelling',
      answer: `${fence}\nRun \`it\`.\n${fence}`,
      expect: { replacement: 'Run `it`.\n', doubted: false },
    }),
  },
  {
    name: 'Markdown with blocks in it, and nothing around',
    source: 'https://github.com/sourcegraph/cody/issues/3475',
    sent: 'a README with a block in it, without a fence around all',
    must: 'all of the README',
    before: 'the one command of its block in place of the README, without a doubt',
    play: edited({
      language: 'markdown',
      code: '# A\n\nInstal:\n\n```sh\nnpm i\n```\n\nThen runn it.\n',
      instruction: 'Fix the spelling',
      answer: `# A\n\nInstall:\n\n${fence}sh\nnpm i\n${fence}\n\nThen run it.`,
      expect: { replacement: `# A\n\nInstall:\n\n${fence}sh\nnpm i\n${fence}\n\nThen run it.\n`, doubted: false },
    }),
  },
  {
    name: 'a fence that is closed by a longer, indented one',
    source: 'https://github.com/objectstack-ai/objectstack/issues/11690',
    sent: 'a closing fence with a blank before it and four backticks, and line ends of Windows',
    must: 'the code',
    play: edited({
      ...two,
      answer: `${fence}ts\r\nconst a = 1;\r\nconst b = 2;\r\n ${fence}\`\r\n`,
      expect: { replacement: twoConst, doubted: false },
    }),
  },
  {
    name: 'prose and fenced code',
    source: 'https://github.com/divingsbysangam/salesforce-compound-engineering-plugin/pull/31',
    sent: 'a sentence, the block, and a sentence',
    must: 'the code of the block',
    play: edited({
      ...two,
      answer: `Here is the code:\n\n${fence}ts\nconst a = 1;\nconst b = 2;\n${fence}\n\nIt uses const now.`,
      expect: { replacement: twoConst, doubted: false },
    }),
  },
];
