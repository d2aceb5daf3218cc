import { familyOf } from '../../core/confidence/reading/languages.ts';
import type { WithoutModel } from '../../core/model/purpose.ts';
import type { Context, Known, TestFile } from '../assistance.ts';
import type { OfflinePhrases } from '../offlinePhrases.ts';
import { placeOf } from './offlineExplanation.ts';
import { codeWords, fencedCode, paragraphs } from './offlineMarkdown.ts';
import { symbolIn } from './symbolIn.ts';
import { bareName, shapeOf } from './shape/shapeOf.ts';
import { cppTests, goTests, javaTests, pythonTests, rustTests } from './testSkeleton/otherTests.ts';
import { isExported } from './testSkeleton/scriptImport.ts';
import { scriptTests } from './testSkeleton/scriptTests.ts';
import { casesOf, type Tested } from './testSkeleton/tested.ts';

/** The frame of a test file in the project's framework, with what it tests taken in; what is to be tested is left to write, and marked so. */
export function offlineTests(known: Known, phrases: OfflinePhrases): WithoutModel {
  const { tests, noModel, draft } = phrases;
  const begin = [noModel, placeOf(known, phrases)];
  const tested = testedIn(known);
  if (!tested) return { text: paragraphs([...begin, tests.noDeclaration]) };
  const { testFile, framework, subject, source } = tested;
  const family = familyOf(testFile.language) ?? '';
  const code = skeletons[family]?.(tested);
  if (code === undefined || unknownFrameworks.includes(framework))
    return { text: paragraphs([...begin, tests.noSkeleton(codeWords(framework || testFile.language))]) };
  const said = testFile.text === undefined ? tests.skeleton : tests.addition;
  const block = fencedCode(testFile.language, code);
  const isHidden = family === 'script' && !isExported(subject, source);
  return {
    text: paragraphs([
      ...begin,
      said(codeWords(testFile.path), framework),
      testFile.framework === undefined ? tests.assumed(framework) : '',
      isHidden ? tests.notExported(codeWords(subject)) : '',
      block,
      draft,
    ]),
    draft: block,
  };
}

const skeletons: Readonly<Record<string, (tested: Tested) => string>> = {
  script: scriptTests,
  python: pythonTests,
  go: goTests,
  rust: rustTests,
  java: javaTests,
  c: cppTests,
};

/** What comes with the language, or is most usual there. */
const usualFramework: Readonly<Record<string, string>> = {
  script: 'node:test',
  python: 'unittest',
  go: 'testing',
  rust: '#[test]',
  java: 'JUnit 5',
  c: 'GoogleTest',
};

/** Of these no frame is known. */
const unknownFrameworks: readonly string[] = ['testing with ginkgo', 'Boost.Test', 'Unity', 'CppUTest'];

/** undefined: there is nothing that could be called, or no place for its tests. */
function testedIn({ facts, context }: Known): Tested | undefined {
  const { code, language, testFile, file } = context;
  const shape = shapeOf(code, language, symbolIn({ facts, context }));
  if (!shape || !testFile || !isTestable(code, shape.isFunction)) return undefined;
  const container = containerOf({ facts, context });
  const subject = container === '' ? shape.name : container;
  const source = `${context.before}\n${code}\n${context.after}`.slice(0, 400_000);
  return {
    shape,
    subject,
    label: container === '' ? shape.name : `${container}.${shape.name}`,
    file,
    source,
    testFile,
    framework: frameworkOf(testFile),
    cases: casesOf(shape),
  };
}

const frameworkOf = ({ framework, language }: TestFile): string =>
  framework ?? usualFramework[familyOf(language) ?? ''] ?? '';

/** A type alone is nothing at run time. */
const isTestable = (code: string, isFunction: boolean): boolean =>
  isFunction || !/^[ \t]{0,40}(?:export )?(?:declare )?(?:interface|type)\s/m.test(code);

/** The class that is taken in for one of its members. */
function containerOf({ facts, context }: { readonly facts: Known['facts']; readonly context: Context }): string {
  const own = bareName(facts?.container ?? '');
  return familyOf(context.language) === 'go' ? '' : own;
}
