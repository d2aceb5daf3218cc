import { fenceAround } from '../../core/confidence/reading/blocks.ts';
import { readCode } from '../../core/confidence/reading/reading.ts';
import { familyOf } from '../../core/confidence/reading/languages.ts';
import type { Expectation } from '../../core/model/purpose.ts';
import type { TextPart } from '../../core/model/prompt.ts';
import type { Assistance, Context, Outcome, TestFile } from '../assistance.ts';
import { contextSections, systemSection, taskSection, turnSections, wordsPart } from '../contextSections.ts';
import { flat } from '../prompt/sections.ts';
import { keepsAll } from '../testFiles/keepsAll.ts';
import { merged } from '../testFiles/merged.ts';
import { hasCode, newFile } from '../testFiles/newFile.ts';
import { offlineTests } from '../offline/offlineTests.ts';

const task = taskSection(
  [
    'Task: tests',
    'You write tests for the selected code, as somebody who knows how it is used: what it promises, its edges, what fails. Test',
    'what it does by what can be seen from outside; use nothing that the code shown does not have. Each test says in its name',
    'what holds. Follow the framework, the style and the names of the tests that are there. Answer with exactly one fenced code',
    'block and nothing else, which can run as it stands.',
  ].join('\n'),
);

/** A longer test file is not written anew: the new tests are put to its end, characters. */
const longestWhole = 16_000;

/** Tests for the code, in a new file or in the one that is there. */
export const tests: Assistance = {
  task: 'tests',
  taskClass: 'long',
  gather: { words: 'none', testFile: true, callers: true },
  title: 'tests-place',
  form: 'code',
  expects: testsExpected,
  presenter: 'diff',
  sampling: { temperature: 0, maxOutputTokens: 6_000 },
  prompt: context => ({
    template: 'tests@4',
    parts: [
      systemSection,
      ...contextSections(context),
      ...testSections(context.testFile),
      ...turnSections(context.turns, 'Instruction: '),
      task,
      wordsPart('instruction', 'Instruction: ', instruction(context)),
    ],
  }),
  offline: offlineTests,
  read: readTests,
};

/** Is the whole test file asked for, as it shall be? Rust's tests stand in the file itself, which is not to be written anew. */
const isWhole = ({ file, testFile }: Context): boolean =>
  testFile?.text !== undefined && testFile.text.length <= longestWhole && testFile.path !== file;

function instruction(context: Context): string {
  const { testFile, language, input } = context;
  const { path = '', text, framework } = testFile ?? {};
  const isRust = familyOf(language) === 'rust' && path === context.file;
  const how = isRust
    ? 'Answer with the test functions alone, without the module around them.'
    : text === undefined
      ? `They will be a new file, ${flat(path)}; answer with all of it, with what it imports.`
      : isWhole(context)
        ? `Answer with the whole file ${flat(path)}, with the new tests in it; leave the others as they are.`
        : `They will be put to the end of ${flat(path)}; answer with the new tests, and what has to be imported besides.`;
  const by = framework === undefined ? '' : ` They are written for ${flat(framework)}.`;
  return [`Write tests for the selected code.${by} ${how}`, input.trim()].filter(words => words !== '').join(' ');
}

function testSections(testFile: TestFile | undefined): readonly TextPart[] {
  if (!testFile) return [];
  const { path, text, example, language } = testFile;
  const shown = example && {
    name: 'test example',
    priority: 45,
    title: `Tests of another file, ${flat(example.path)}:`,
    text: example.text,
  };
  const own = text !== undefined && { name: 'test file', priority: 92, title: `The test file ${flat(path)}:`, text };
  return [...(shown ? [fenced(shown, language)] : []), ...(own ? [fenced(own, language)] : [])];
}

interface Fenced {
  readonly name: string;
  readonly priority: number;
  readonly title: string;
  readonly text: string;
}

function fenced({ name, priority, title, text }: Fenced, language: string): TextPart {
  const fence = fenceAround(text);
  const info = flat(language).replaceAll(' ', '-');
  const whole = `${title}\n${fence}${info}\n${text.replace(/\r?\n$/, '')}\n${fence}`;
  return {
    kind: 'text',
    name,
    role: 'user',
    priority,
    text: whole,
    shrinks: { headLines: 2, tailLines: 1, focus: 'ends', keep: [] },
  };
}

function testsExpected(context: Context): Expectation {
  const { testFile, language } = context;
  const code = isWhole(context) ? (testFile?.text ?? '') : '';
  const file = testFile === undefined ? {} : { file: testFile.path };
  const about = { kind: 'tests', code: context.code } as const;
  return { form: 'code', language: testFile?.language ?? language, code, about, ...file };
}

function readTests(text: string, context: Context): Outcome {
  const { testFile } = context;
  const reading = readCode(text, testsExpected(context));
  const isClosed = reading.is === 'code' && (reading.block?.closed ?? true) && reading.code.trim() !== '';
  const unusable: Outcome = { kind: 'unusable', markdown: text };
  if (!isClosed || !testFile || !hasCode(reading.code, testFile.language)) return unusable;
  const code = written(reading.code, testFile, isWhole(context));
  return code === undefined ? unusable : { kind: 'replacement', code, original: testFile.text ?? '' };
}

/** What the test file becomes. A whole one that has lost something of it is read for what is new in it. */
function written(
  answered: string,
  { path, text, example, language }: TestFile,
  mayBeWhole: boolean,
): string | undefined {
  if (text === undefined) return newFile(answered, { path, language, others: example?.text });
  return mayBeWhole && keepsAll(answered, { text, language }) ? answered : merged(text, answered, language);
}
