import { frameworkIn } from '../../../src/assist/testFiles/framework.ts';
import { testPlace } from '../../../src/assist/testFiles/testPath.ts';
import { tests } from '../../../src/assist/tasks/tests.ts';
import { render } from '../../../src/core/model/prompt.ts';
import { contextOf } from '../../assist/context.ts';
import { heldBy, type AssistanceCase, type SeenOfCase } from './assistanceCase.ts';

export interface TestsCase extends AssistanceCase {
  readonly file?: string;
  /** Of the test file. */
  readonly path?: string;
  readonly language?: string;
  /** Path and text of what says which framework is used, the nearest first. */
  readonly manifests?: Readonly<Record<string, string>>;
  /** Path and text of the test files that are there. */
  readonly existing?: Readonly<Record<string, string>>;
  /** Of the test file; undefined: a new one. */
  readonly existingText?: string;
  /** Another test file. */
  readonly example?: string;
  readonly linesAbove?: string;
  readonly code?: string;
  readonly answer?: string;
}

const languages: Readonly<Record<string, string>> = {
  ts: 'typescript',
  py: 'python',
  java: 'java',
  cs: 'csharp',
  go: 'go',
  rs: 'rust',
  cpp: 'cpp',
};

/** Where the tests go, for which framework, and what the test file becomes. */
export function playTests(report: TestsCase): SeenOfCase {
  const { file = 'src/a.ts', answer } = report;
  const language = report.language ?? languages[file.split('.').at(-1) ?? ''] ?? '';
  return answer === undefined ? placeOf(report, { file, language }) : resultOf({ ...report, file, language, answer });
}

function placeOf(
  { manifests = {}, existing = {}, linesAbove: before = '', code = '', expect }: TestsCase,
  { file, language }: { readonly file: string; readonly language: string },
): SeenOfCase {
  const { path, exists, example = '' } = testPlace(file, language, { tests: Object.keys(existing) });
  const texts = [existing[path] ?? '', existing[example] ?? '', ...Object.values(manifests)];
  const prompt = tests.prompt(contextOf({ file, language, before, code, testFile: { path, language } }));
  const told = render(prompt)
    .map(({ content }) => content)
    .join('\n\n');
  return {
    path,
    how: exists ? 'insert' : 'new',
    framework: frameworkIn(language, texts),
    ...heldBy(told, expect),
  };
}

type Answered = TestsCase & { readonly file: string; readonly language: string; readonly answer: string };

function resultOf({ file, path, language, existingText, example, answer, expect }: Answered): SeenOfCase {
  const testFile = {
    path: path ?? (language === 'rust' ? file : `tests/${file.split('/').at(-1) ?? ''}`),
    language,
    ...(existingText !== undefined && { text: existingText }),
    ...(example !== undefined && { example: { path: 'tests/main', text: example } }),
  };
  const outcome = tests.read(answer, contextOf({ file, language, testFile }));
  const result = outcome.kind === 'replacement' ? outcome.code : null;
  const { resultHas = [], resultLacks = [] } = expect as Readonly<Record<string, readonly string[]>>;
  return {
    result,
    resultHas: resultHas.filter(text => result?.includes(text)),
    resultLacks: resultLacks.filter(text => result?.includes(text) === false),
  };
}
