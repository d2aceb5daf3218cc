import { camelName, pascalName, snakeName, type Tested } from './tested.ts';

/** Tests of Python, for pytest or for what comes with the language. */
export function pythonTests(tested: Tested): string {
  const { subject, framework } = tested;
  const taken = `from ${moduleOf(tested.file)} import ${subject}`;
  return framework === 'pytest' ? pytest(tested, taken) : unittest(tested, taken);
}

const pytest = ({ subject, label, cases }: Tested, taken: string): string =>
  [
    'import pytest',
    '',
    taken,
    '',
    '',
    `def test_${snakeName(label)}_is_there():`,
    `    assert ${subject} is not None`,
    ...cases.flatMap(each => [
      '',
      '',
      '@pytest.mark.skip(reason="TODO")',
      `def test_${snakeName(`${label} ${each}`)}():`,
      '    ...',
    ]),
    '',
  ].join('\n');

const unittest = ({ subject, label, cases }: Tested, taken: string): string =>
  [
    'import unittest',
    '',
    taken,
    '',
    '',
    `class ${pascalName(label)}Test(unittest.TestCase):`,
    '    def test_is_there(self):',
    `        self.assertIsNotNone(${subject})`,
    ...cases.flatMap(each => [
      '',
      '    @unittest.skip("TODO")',
      `    def test_${snakeName(each)}(self):`,
      '        ...',
    ]),
    '',
  ].join('\n');

/** 'src/shop/cart.py' is 'shop.cart' to who imports it. */
const moduleOf = (file: string): string =>
  file
    .replace(/\.pyi?$/, '')
    .replace(/^(?:src|lib)\//, '')
    .replace(/\/__init__$/, '')
    .replaceAll('/', '.');

/** Tests of Go stand in the package; a method's has the name of its type before it, as two types may have methods of one name. */
export function goTests({ shape, source, testFile, file, cases }: Tested): string {
  const packageOf = (text: string): string | undefined => /^package\s+(\w+)/m.exec(text)?.[1];
  const folder = file.split('/').at(-2)?.replace(/\W/g, '') ?? 'main';
  const name = (shape.receiver === '' ? '' : `${great(shape.receiver)}_`) + great(shape.name);
  return [
    `package ${packageOf(testFile.text ?? '') ?? packageOf(source) ?? folder}`,
    '',
    'import "testing"',
    '',
    `func Test${name}(t *testing.T) {`,
    ...cases.flatMap(each => [`\tt.Run("${each}", func(t *testing.T) {`, '\t\tt.Skip("TODO")', '\t})']),
    '}',
    '',
  ].join('\n');
}

const great = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Tests of Rust stand in the file itself; who reads them puts them into its module of tests. */
export const rustTests = ({ shape, cases }: Tested): string =>
  cases
    .flatMap(each => [
      '#[test]',
      '#[ignore = "TODO"]',
      `fn ${snakeName(`${shape.name} ${each}`)}() {`,
      `    todo!("call ${shape.name}")`,
      '}',
      '',
    ])
    .join('\n');

interface JavaWords {
  readonly imports: readonly string[];
  readonly marks: readonly string[];
  readonly visible: string;
}

const javaWords: Readonly<Record<string, JavaWords>> = {
  'JUnit 5': {
    imports: ['org.junit.jupiter.api.Disabled', 'org.junit.jupiter.api.Test'],
    marks: ['@Test', '@Disabled("TODO")'],
    visible: '',
  },
  'JUnit 4': {
    imports: ['org.junit.Ignore', 'org.junit.Test'],
    marks: ['@Test', '@Ignore("TODO")'],
    visible: 'public ',
  },
  TestNG: { imports: ['org.testng.annotations.Test'], marks: ['@Test(enabled = false)'], visible: 'public ' },
};

/** Tests of Java stand in the package of what they test. */
export function javaTests({ shape, source, testFile, framework, cases }: Tested): string {
  const { imports, marks, visible } = javaWords[framework] ?? { imports: [], marks: [], visible: '' };
  const name =
    testFile.path
      .split('/')
      .at(-1)
      ?.replace(/\.java$/, '') ?? '';
  const own = /^[ \t]{0,40}package ([\w.]{1,200});/m.exec(source)?.[1];
  return [
    ...(own === undefined ? [] : [`package ${own};`, '']),
    ...imports.map(each => `import ${each};`),
    '',
    `${visible}class ${name} {`,
    ...cases.flatMap((each, at) => [
      ...(at === 0 ? [] : ['']),
      ...marks.map(mark => `    ${mark}`),
      `    ${visible}void ${camelName(`${shape.name} ${each}`)}() {`,
      '    }',
    ]),
    '}',
    '',
  ].join('\n');
}

/** Tests of C++, one case of a suite for each. */
export function cppTests(tested: Tested): string {
  const { label, framework, cases } = tested;
  const suite = pascalName(label);
  const included = includeOf(tested);
  const isGoogle = framework === 'GoogleTest';
  const header = isGoogle
    ? '<gtest/gtest.h>'
    : framework === 'doctest'
      ? '<doctest/doctest.h>'
      : '<catch2/catch_test_macros.hpp>';
  const skipped = framework === 'doctest' ? ' * doctest::skip()' : '';
  return [
    `#include ${header}`,
    ...(included === undefined ? [] : [`#include "${included}"`]),
    '',
    ...cases.flatMap(each =>
      isGoogle
        ? [`TEST(${suite}, ${pascalName(each)}) {`, '  GTEST_SKIP() << "TODO";', '}', '']
        : [`TEST_CASE("${label}: ${each}"${skipped}) {`, ...(skipped === '' ? ['  SKIP("TODO");'] : []), '}', ''],
    ),
  ].join('\n');
}

/** The header of the source, as the source itself takes it in; undefined: it is not known. */
function includeOf({ file, source }: Tested): string | undefined {
  const stem =
    file
      .split('/')
      .at(-1)
      ?.replace(/\.\w+$/, '') ?? '';
  if (/\.(?:h|hh|hpp|hxx)$/.test(file)) return file.replace(/^(?:include|src)\//, '');
  return [...source.matchAll(/^#\s*include\s+"([^"\n]+)"/gm)]
    .map(([, path = '']) => path)
    .find(
      path =>
        path
          .split('/')
          .at(-1)
          ?.replace(/\.\w+$/, '') === stem,
    );
}
