import { asked, chunks, edited, type AreaPlay } from '../areas/areaCase.ts';
import { ownColumns, ownFences, ownIndentation } from './ownReadings.ts';
import type { OwnCases } from './ownWireCases.ts';

const fence = '```';

interface Told {
  readonly language: string;
  readonly code: string;
  readonly instruction: string;
  /** What the model gives, and what must replace the code; it is given in a block of `info`. */
  readonly becomes: string;
  readonly info?: string;
}

/** An edit that must come through as it was given, and without a doubt. */
const through = ({ language, code, instruction, becomes, info = language }: Told): AreaPlay =>
  edited({
    language,
    code,
    instruction,
    answer: `${fence}${info}\n${becomes.replace(/\n$/, '')}\n${fence}`,
    expect: { replacement: becomes, doubted: false },
  });

const table = (line: string): string => `begin\n${`${line}\n`.repeat(70)}end\n`;
const repeating = (language: string, line: string): AreaPlay =>
  asked(
    chunks([`${fence}${language}\n${table(line).replace('begin', 'start')}${fence}`]),
    { answeredBy: 'A', finish: 'stop' },
    { task: 'edit', chain: 'alone', input: { language, code: table(line), input: 'Rename begin to start' } },
  );

/** What models write for edits; the numbers are those of the cases in `test/fixtures/reports`. */
export const ownEditCases: OwnCases = {
  '15': {
    ...ownIndentation,
    'tabs were asked for': through({
      language: 'typescript',
      code: 'function f() {\n    a();\n    b();\n}\n',
      instruction: 'Indent with tabs',
      becomes: 'function f() {\n\ta();\n\tb();\n}\n',
    }),
    'two blanks were asked for': through({
      language: 'typescript',
      code: 'function f() {\n    a();\n    b();\n}\n',
      instruction: 'Indent with two spaces',
      becomes: 'function f() {\n  a();\n  b();\n}\n',
    }),
    'one level deeper was asked for': through({
      language: 'css',
      code: 'a {\n  b: c;\n}\n',
      instruction: 'Indent it by two',
      becomes: '  a {\n    b: c;\n  }\n',
    }),
  },
  '16': { ...ownFences },
  '19': { ...ownColumns },
  '17': {
    'a query in PHP': through({
      language: 'php',
      code: '$a = 1;\n',
      instruction: 'Use 2',
      becomes: '$a = 2;\n',
      info: 'sql',
    }),
    'a command in a Dockerfile': through({
      language: 'dockerfile',
      code: 'RUN ls\n',
      instruction: 'List all',
      becomes: 'RUN ls -a\n',
      info: 'bash',
    }),
    'a script in a workflow': through({
      language: 'yaml',
      code: '  run: ls\n',
      instruction: 'List all',
      becomes: '  run: ls -a\n',
      info: 'bash',
    }),
  },
  '18': {
    'a family': through({
      language: 'python',
      code: "say('hi')\n",
      instruction: 'Use an emoji',
      becomes: "say('👨‍👩‍👧')\n",
    }),
    'Persian with its non-joiner': through({
      language: 'python',
      code: "say('hi')\n",
      instruction: 'In Persian',
      becomes: "say('می‌خواهم')\n",
    }),
    'Sinhala with its joiner': through({
      language: 'python',
      code: "say('hi')\n",
      instruction: 'In Sinhala',
      becomes: "say('ශ්‍රී')\n",
    }),
  },
  '20': {
    'rows of YAML': repeating('yaml', '  - value: 0'),
    'rows of SQL': repeating('sql', "  (0, 'none'),"),
    'rows of a text': repeating('plaintext', '0 0 0 0 0 0'),
  },
  '27': {
    'a magic of a notebook': through({
      language: 'python',
      code: 'import a\n',
      instruction: 'Show plots',
      becomes: '%matplotlib inline\nimport a\n',
    }),
    'await at the top': through({
      language: 'javascript',
      code: 'const a = load();\n',
      instruction: 'Await it',
      becomes: 'const a = await load();\n',
    }),
    'settings with a comment': through({
      language: 'jsonc',
      code: '{\n  "a": 1\n}\n',
      instruction: 'Say what a is',
      becomes: '{\n  // first\n  "a": 1,\n}\n',
    }),
  },
};
