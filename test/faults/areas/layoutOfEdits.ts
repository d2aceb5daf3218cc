import { edited, type AreaCase } from './areaCase.ts';

const fence = '```';
const block = (language: string, code: string): string => `${fence}${language}\n${code}\n${fence}`;

/** Blanks, tabs and line ends of what an edit puts into the file. */
export const layoutOfEdits: readonly AreaCase[] = [
  {
    name: 'blanks for tabs',
    source: 'https://github.com/anthropics/claude-code/issues/26996',
    sent: 'Go with four blanks where the file has tabs',
    must: 'tabs',
    play: edited({
      language: 'go',
      code: '\tif a {\n\t\trun()\n\t}\n',
      instruction: 'Stop, too',
      answer: block('go', '    if a {\n        run()\n        stop()\n    }'),
      expect: { replacement: '\tif a {\n\t\trun()\n\t\tstop()\n\t}\n', doubted: false },
    }),
  },
  {
    name: 'tabs for blanks',
    source: 'https://github.com/continuedev/continue/issues/2550',
    sent: 'Python with tabs where the file has four blanks',
    must: 'blanks',
    play: edited({
      language: 'python',
      code: '    def f(self):\n        return 1\n',
      instruction: 'Return 2',
      answer: block('python', '\tdef f(self):\n\t\treturn 2'),
      expect: { replacement: '    def f(self):\n        return 2\n', doubted: false },
    }),
  },
  {
    name: 'line ends of Windows',
    source: 'https://github.com/anomalyco/opencode/pull/9443',
    sent: 'an answer in LF, ending with a newline, for a file in CRLF',
    must: 'CRLF everywhere, and no line more at the end',
    play: edited({
      language: 'typescript',
      code: 'let a = 1;\r\nlet b = 2;\r\n',
      instruction: 'Use const',
      answer: block('ts', 'const a = 1;\nconst b = 2;\n'),
      expect: { replacement: 'const a = 1;\r\nconst b = 2;\r\n', doubted: false },
    }),
  },
  {
    name: 'only the first line has lost its indentation',
    source: 'https://github.com/microsoft/vscode-copilot-release/issues/1223',
    sent: 'a method whose first line begins at the margin',
    must: 'the indentation of the place',
    play: edited({
      language: 'typescript',
      code: '    if (a) {\n      run();\n    }\n',
      instruction: 'Stop, too',
      answer: block('ts', 'if (a) {\n      run();\n      stop();\n    }'),
      expect: { replacement: '    if (a) {\n      run();\n      stop();\n    }\n', doubted: false },
    }),
  },
  {
    name: 'the whole stands too far to the right',
    source: 'https://github.com/google-gemini/gemini-cli/issues/19177',
    sent: 'the selection, changed, each line four blanks deeper than in the file',
    must: 'the indentation of the place',
    before: 'four blanks too deep, without a doubt',
    play: edited({
      language: 'typescript',
      code: 'function f() {\n    run();\n}\n',
      instruction: 'Stop, too',
      answer: block('ts', '    function f() {\n        run();\n        stop();\n    }'),
      expect: { replacement: 'function f() {\n    run();\n    stop();\n}\n', doubted: false },
    }),
  },
  {
    name: 'a newline at the end is missing',
    source: 'https://github.com/sourcegraph/cody/issues/623',
    sent: 'a comment and the function, without a newline behind it',
    must: 'the newline, so that the next line keeps its own',
    play: edited({
      language: 'typescript',
      code: 'export function create() {}\n',
      instruction: 'Write a docstring',
      answer: `${fence}ts\n/** Makes one. */\nexport function create() {}\n${fence}`,
      after: 'export function other() {}\n',
      expect: { replacement: '/** Makes one. */\nexport function create() {}\n', doubted: false },
    }),
  },
];
