import type { Tested } from './tested.ts';
import { exportedNames } from './exportedNames.ts';
import { importOf } from './scriptImport.ts';

/** Tests of JavaScript and TypeScript in the project's framework: that it is there, and what is left to write, marked as that. */
export function scriptTests(tested: Tested): string {
  const { framework } = tested;
  const make = makers[framework] ?? nodeTest;
  return make(tested);
}

type Maker = (tested: Tested) => string;

const text = (words: string): string => `'${words.replace(/[\\']/g, '\\$&')}'`;

/** The head of the file: what the framework gives, and what is tested. */
function head(tested: Tested, modules: readonly (readonly [names: string, from: string])[]): string {
  const lines = modules.map(([names, from]) =>
    exportedNames(tested.source).isCommonJs
      ? `const ${names} = require('${from}');`
      : `import ${names} from '${from}';`,
  );
  return [...lines, importOf(tested), ''].join('\n');
}

interface Grouped {
  readonly modules: readonly (readonly [names: string, from: string])[];
  readonly test: string;
  readonly isThere: (subject: string) => string;
  /** One that is still to be written. */
  readonly todo: (name: string) => string;
}

const grouped =
  ({ modules, test, isThere, todo }: Grouped): Maker =>
  tested =>
    [
      head(tested, modules),
      `describe(${text(tested.label)}, () => {`,
      `  ${test}('is there', () => {`,
      `    ${isThere(tested.subject)};`,
      '  });',
      ...tested.cases.flatMap(each => ['', `  ${todo(text(each))};`]),
      '});',
      '',
    ].join('\n');

const single =
  ({ modules, test, isThere, todo }: Grouped): Maker =>
  tested =>
    [
      head(tested, modules),
      `${test}(${text(`${tested.label} is there`)}, ${isThere(tested.subject)});`,
      ...tested.cases.flatMap(each => ['', `${todo(text(`${tested.label}: ${each}`))};`]),
      '',
    ].join('\n');

const isDefined = (subject: string): string => `expect(${subject}).toBeDefined()`;

const nodeTest = single({
  modules: [
    ['assert', 'node:assert/strict'],
    ['{ test }', 'node:test'],
  ],
  test: 'test',
  isThere: subject => `() => {\n  assert.ok(${subject});\n}`,
  todo: name => `test.todo(${name})`,
});

const makers: Readonly<Record<string, Maker>> = {
  vitest: grouped({
    modules: [['{ describe, expect, it }', 'vitest']],
    test: 'it',
    isThere: isDefined,
    todo: name => `it.todo(${name})`,
  }),
  jest: grouped({ modules: [], test: 'it', isThere: isDefined, todo: name => `it.todo(${name})` }),
  'bun:test': grouped({
    modules: [['{ describe, expect, test }', 'bun:test']],
    test: 'test',
    isThere: isDefined,
    todo: name => `test.todo(${name})`,
  }),
  mocha: grouped({
    modules: [['assert', 'node:assert/strict']],
    test: 'it',
    isThere: subject => `assert.ok(${subject})`,
    todo: name => `it(${name})`,
  }),
  jasmine: grouped({ modules: [], test: 'it', isThere: isDefined, todo: name => `it(${name})` }),
  ava: single({
    modules: [['test', 'ava']],
    test: 'test',
    isThere: subject => `t => {\n  t.truthy(${subject});\n}`,
    todo: name => `test.todo(${name})`,
  }),
  tap: single({
    modules: [['t', 'tap']],
    test: 't.test',
    isThere: subject => `async inner => {\n  inner.ok(${subject});\n}`,
    todo: name => `t.todo(${name})`,
  }),
  '@playwright/test': single({
    modules: [['{ expect, test }', '@playwright/test']],
    test: 'test',
    isThere: subject => `() => {\n  ${isDefined(subject)};\n}`,
    todo: name => `test.fixme(${name}, () => {})`,
  }),
  'Deno.test': single({
    modules: [],
    test: 'Deno.test',
    isThere: subject => `() => {\n  if (!${subject}) throw new Error('it is not there');\n}`,
    todo: name => `Deno.test.ignore(${name}, () => {})`,
  }),
};
