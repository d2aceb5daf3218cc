import { edited, type AreaCase } from './areaCase.ts';

const fence = '```';

/** What an edit does to the file around it. */
export const inItsFile: readonly AreaCase[] = [
  {
    name: 'lines that lost their indentation',
    source: 'https://github.com/anomalyco/opencode/issues/25953',
    sent: 'the body of a `try` in Python, at the margin',
    must: 'indented as it stood, and not doubted',
    play: edited({
      language: 'python',
      before: 'def example():\n    try:\n',
      code: '        result = process_data()\n        return result\n',
      after: '    except OSError as error:\n        log_error(error)\n',
      instruction: 'Validate the result',
      answer: `${fence}python\nresult = process_data()\nvalidate(result)\nreturn result\n${fence}`,
      expect: {
        replacement: '        result = process_data()\n        validate(result)\n        return result\n',
        doubted: false,
      },
    }),
  },
  {
    name: 'one line of several stands deeper',
    source: 'https://github.com/zed-industries/zed/issues/60302',
    sent: 'two assignments in Python, the second one eight blanks too deep',
    must: 'doubted',
    play: edited({
      language: 'python',
      before: 'class Outer:\n    def method(self):\n        self.kept = "unchanged"\n',
      code: '        self.target_a = "before"\n        self.target_b = "before"\n',
      after: '        self.kept_2 = "unchanged"\n',
      instruction: 'Set them to after',
      answer: `${fence}python\n        self.target_a = "after"\n                self.target_b = "after"\n${fence}`,
      expect: { doubted: true },
    }),
  },
  {
    name: 'a bracket that is there already',
    source: 'https://github.com/microsoft/vscode/issues/335068',
    sent: 'lines of an array, with the `]` that stands behind them',
    must: 'doubted',
    play: edited({
      language: 'typescript',
      before: 'const sizes = [\n',
      code: '  1,\n  2,\n',
      after: '];\n',
      instruction: 'Add 3',
      answer: `${fence}ts\n  1,\n  2,\n  3,\n]\n${fence}`,
      expect: { doubted: true },
    }),
  },
  {
    name: 'a file that was broken before',
    source: 'https://github.com/SWE-agent/SWE-agent/issues/560',
    sent: 'a right edit of a function, in a file whose next function does not parse',
    must: 'not doubted',
    play: edited({
      language: 'python',
      before: 'import os\n\n\n',
      code: 'def first(path):\n    return os.listdir(path)\n',
      after: '\n\ndef second(path:\n    return 1\n',
      instruction: 'Sort it',
      answer: `${fence}python\ndef first(path):\n    return sorted(os.listdir(path))\n${fence}`,
      expect: { doubted: false },
    }),
  },
  {
    name: 'new errors only, in a file that has some',
    source: 'https://github.com/jahala/tilth/pull/126',
    sent: 'a function with a bracket lost, in a file whose next function does not parse',
    must: 'doubted',
    play: edited({
      language: 'javascript',
      before: "import { log } from './log.js';\n\n",
      code: 'function first(list) {\n  return list.map(each => log(each));\n}\n',
      after: '\nfunction second(list {\n}\n',
      instruction: 'Log twice',
      answer: `${fence}js\nfunction first(list) {\n  return list.map(each => log(each, each);\n}\n${fence}`,
      expect: { doubted: true },
    }),
  },
  {
    name: 'a line that slips out of its body',
    source: 'https://github.com/use-agent-os/agent-os/issues/2050',
    sent: 'the body of a method in Python, as deep as its head',
    must: 'indented as it stood, and not doubted',
    play: edited({
      language: 'python',
      before: 'class A:\n    def foo(self):\n',
      code: '        return 1\n',
      after: '\n    def bar(self):\n        return 3\n',
      instruction: 'Return 2',
      answer: `${fence}python\n    return 2\n${fence}`,
      expect: { replacement: '        return 2\n', doubted: false },
    }),
  },
];
