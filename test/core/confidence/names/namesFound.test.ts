import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { KnownNames } from '../../../../src/core/model/purpose.ts';
import { judge } from '../judged.ts';

const ofNames = new Set(['names-lost', 'names-missing', 'members-missing', 'packages-missing']);

interface InFile {
  readonly before?: string;
  readonly after?: string;
  readonly code?: string;
  readonly instruction?: string;
  readonly packages?: KnownNames['packages'];
}

/** What is told of the names in a code that goes into a file of that language, as 'weight code: names'. */
async function toldOf(language: string, answer: string, file: InFile = {}): Promise<readonly string[]> {
  const { before = '', after = '', code = 'x', instruction = '', packages } = file;
  const known = () => ({ before, after, ...(packages && { packages }) });
  const { signs } = await judge(`\`\`\`\n${answer}\n\`\`\``, { language, code, instruction, known });
  return signs
    .filter(({ code: own }) => ofNames.has(own))
    .map(({ weight, code: own, facts }) => `${weight} ${own}: ${facts['names'] ?? ''}`);
}

const module = "import { log } from './log.js';\n";

/** Code that is right, by what it may be mistaken for. */
const right: Readonly<Record<string, readonly (readonly [why: string, answer: string, before?: string])[]>> = {
  typescript: [
    ['type parameters', 'function pick<T, K extends keyof T>(from: T, key: K): T[K] {\n  return from[key];\n}'],
    ['destructuring with values in default', 'const { a, b: { c = 1 } = {}, ...rest } = log;\nreturn a + c + rest.d;'],
    ['parameters that are patterns', 'const sum = ({ left, right }: Pair, [first]: number[]) => left + right + first;'],
    ['labels', 'outer: for (const row of log) {\n  for (const cell of row) continue outer;\n}'],
    ['a list of variables', 'let i = 0,\n  size = 3,\n  last;\nwhile (i < size) last = i++;'],
    ['entities among elements', 'const view = <b>{log} &amp; more&nbsp;</b>;'],
    ['what is caught', 'try {\n  log();\n} catch (problem) {\n  log(problem);\n}'],
    [
      'methods, getters, fields',
      'class A {\n  #count = 0;\n  get size() {\n    return this.#count;\n  }\n  add(item: Item): void {\n    log(item);\n  }\n}',
    ],
    ['overloads', 'function f(x: string): void;\nfunction f(x: number): void;\nfunction f(x: unknown) {\n  log(x);\n}'],
    [
      'return types with arguments',
      'function g<T>(index: number): Result<T, T | undefined> {\n  return log(index);\n}',
    ],
    // github.com/eslint/eslint/issues/3684: whoever asks by typeof does not take it for granted
    ['typeof', "if (typeof webkitSpeech !== 'undefined') webkitSpeech.start();"],
    ['members of every function', 'return [Array.name, Number.bind(log), Object.prototype.toString.call(log)];'],
    ['keys and members', 'log({ depth: 1, nested: { colour: 2 } }).someMember.other();'],
    [
      'what the web has',
      'document.querySelector("a")?.dispatchEvent(new CustomEvent("b"));\nreturn new AbortController();',
    ],
    [
      'newer members',
      'const { promise, resolve } = Promise.withResolvers();\nresolve(Object.groupBy([], String));\nreturn Array.fromAsync(promise);',
    ],
    ['types of others', 'const one: SomeType | OtherType = log as unknown as ThirdType;'],
    [
      'mapped types',
      'type Flags = { readonly [name in keyof Options]: boolean };\ntype Of = { [key: string]: number };',
    ],
    [
      'modules of Node',
      "import { readFile } from 'node:fs/promises';\nimport path from 'path';\nlog(readFile, path.join('a'));",
    ],
    [
      'files and aliases',
      "import { a } from '../a.js';\nimport { b } from '@/b';\nimport c from '~/c';\nlog(a, b, c);",
    ],
  ],
  typescriptreact: [
    [
      'elements and attributes',
      'return (\n  <section className="a" aria-label={log}>\n    <Log onOpen={() => log()} data-test="b" />\n  </section>\n);',
      "import { log, Log } from './log';\n",
    ],
    // github.com/jsx-eslint/eslint-plugin-react/pull/2986, /issues/637: namespaces and members are no names
    [
      'namespaces and members',
      'return (\n  <svg>\n    <Log.Title xlink:href="#a">It is late, come home</Log.Title>\n  </svg>\n);',
      "import { Log } from './log';\n",
    ],
    ['words between elements', 'return <p>Hello there, {log} and more words</p>;', module],
  ],
  javascript: [
    [
      'a function kept under a name',
      'const run = function inner(depth) {\n  return depth > 0 ? inner(depth - 1) : run;\n};',
      module,
    ],
    ['generators and async', 'async function* all() {\n  for await (const one of log()) yield one;\n}', module],
    ['a library object of another', 'return Promise.delay(10);', "const Promise = require('bluebird');\n"],
  ],
  python: [
    ['arguments by name', 'open_it(path="a", mode=log, retries=3)', 'def open_it(**options): ...\nlog = 1\n'],
    // github.com/PyCQA/pyflakes/issues/708, astral-sh/ruff/issues/997
    ['walrus in a comprehension', '[value for value in log if value == (found := "a")]\nprint(found)', 'log = []\n'],
    ['comprehensions', 'pairs = {key: [v for v in values] for key, values in log.items() if key}', 'log = {}\n'],
    ['lambda and defaults', 'f = lambda left, *rest, key=None, **more: (left, rest, key, more)'],
    [
      'with, except, for with a tuple',
      'with open("a") as file, log() as (one, two):\n    for at, (x, y) in enumerate(file):\n        print(at, x, y, one, two)',
      'def log(): ...\n',
    ],
    ['except', 'try:\n    pass\nexcept (OSError, ValueError) as problem:\n    print(problem)'],
    [
      'match',
      'match log:\n    case {"a": found, **rest}:\n        print(found, rest)\n    case [first, *others] if first:\n        print(others)',
      'log = {}\n',
    ],
    ['prefixes of texts', 'name = f"{log}" + rb"x".decode() + r"\\d"', 'log = 1\n'],
    ['annotated names', 'count: int = 0\nnames: list[str]\nprint(count, names)'],
    // github.com/astral-sh/ruff/issues/19970
    ['names of the module', 'print(__file__, __annotate__, __warningregistry__)'],
    // github.com/pylint-dev/pylint/issues/3047: constants that are made when the module is loaded
    [
      'constants of a module',
      'print(crypt.METHOD_SHA512, os.O_BINARY, socket.AF_SYSTEM)',
      'import crypt, os, socket\n',
    ],
    ['modules under another name', 'print(np.arange(3), time.now())', 'import numpy as np\nfrom my import time\n'],
    [
      'modules of the language',
      'from collections import OrderedDict\nimport tomllib\nprint(OrderedDict, tomllib.loads("a"))',
    ],
  ],
  go: [
    [
      'results and receivers',
      'func (s *Store) find(key string, fallback ...int) (value int, err error) {\n\tfor i, each := range fallback {\n\t\tvalue += i + each\n\t}\n\treturn value, err\n}',
      'package a\ntype Store struct{}\n',
    ],
    [
      'type parameters',
      'func Map[T, U any](in []T, f func(T) U) (out []U) {\n\tfor _, each := range in {\n\t\tout = append(out, f(each))\n\t}\n\treturn\n}',
    ],
    ['fields and keys', 'return Store{Name: "a", Count: 2}', 'type Store struct{}\n'],
    [
      'lists of variables',
      'var (\n\tfirst = 1\n\tsecond, third int\n)\nvar a, b = first, second\nprintln(a, b, third)',
    ],
    [
      'a variable named like a package',
      'url := parse()\nreturn url.Missing',
      'import "net/url"\nfunc parse() *url.URL { return nil }\n',
    ],
    ['what a newer Go has', 'return strings.CutPrefix("a", "b")', 'import "strings"\n'],
  ],
  rust: [
    [
      'lifetimes and type parameters',
      "fn first<'a, T: Clone, const N: usize>(all: &'a [T; N]) -> Option<&'a T> {\n    all.first()\n}",
    ],
    ['macros', 'println!("{}", vec![1, 2].len());\nassert_eq!(format!("a"), "a");'],
    [
      'struct literals, written short',
      'let name = String::new();\nlet all = Point { name, depth: 3 };\ndrop(all);',
      'struct Point { name: String, depth: u8 }\n',
    ],
    [
      'patterns',
      'match log {\n    Some((left, ref right)) if left > 0 => left + right,\n    Some(other @ (1 | 2, _)) => other.0,\n    Point { x, y: depth } => x + depth,\n    None => 0,\n}',
      'let log = None; struct Point {}\n',
    ],
    ['closures', 'let add = |left: i32, &(right, _): &(i32, i32)| left + right;\nadd(1, &(2, 3))'],
    ['attributes', '#[cfg_attr(feature = "serde", derive(Serialize))]\n#[inline]\nfn a() {}'],
    [
      'members of its types',
      'let a = u32::from_str_radix("4", 10).unwrap_or(u32::MAX);\nlet b: Vec<u8> = Vec::with_capacity(std::mem::size_of_val(&a));',
    ],
    ['what a newer Rust has', 'let all = std::iter::repeat_n(1, 2);\nstd::sync::LazyLock::new(|| all);'],
  ],
  java: [
    [
      'annotations, types of others, lambdas',
      '@Override\npublic <T extends Item> List<T> all(final Supplier<T> from, int... sizes) throws IOException {\n  return Stream.generate(from).limit(sizes.length).map((T each) -> each).toList();\n}',
      'import java.util.stream.*;\nclass A {}\n',
    ],
    [
      'patterns and switches',
      'if (log instanceof Item found) return switch (found.kind()) {\n  case OPEN -> found;\n  default -> log;\n};',
      'Object log;\nenum Kind { OPEN }\n',
    ],
    [
      'loops and resources',
      'try (Reader in = log(); Writer out = log()) {\n  for (String line : in.lines()) out.write(line);\n} catch (IOException | RuntimeException problem) {\n  throw problem;\n}',
      'import java.io.*;\nObject log() {}\n',
    ],
    [
      'a class that has the name of another',
      'return Objects.createNonNull(log);',
      'import com.example.Objects;\nObject log;\n',
    ],
    ['packages of the file', 'return com.example.deep.Helper.of(1);', 'import com.example.deep.Other;\n'],
  ],
  cpp: [
    [
      'templates',
      'template <typename T, class U = int>\nauto sum(const T& left, U&& right) -> decltype(left + right) {\n  return left + std::forward<U>(right);\n}',
    ],
    [
      'pointers and bindings',
      'auto [key, value] = *log;\nconst char *name = nullptr;\nstd::vector<int> all{1, 2};\nfor (auto&& each : all) log(each, key, value, name);',
      'int* log;\n',
    ],
    [
      'macros, directives',
      '#ifdef HAS_IT\n#include <missing.h>\n  LOG_IT(log, BIG_NAME);\n#endif\nreturn log;',
      'int log;\n',
    ],
    [
      'lambdas',
      'auto less = [&log, size = 3](int a, const int& b) { return a + size < b; };\nstd::sort(log, log, less);',
      'int* log;\n',
    ],
  ],
};

for (const [language, rows] of Object.entries(right))
  test(`what is right in ${language} is not told`, async () => {
    for (const [why, answer, before = language === 'typescript' ? module : ''] of rows)
      assert.deepEqual(await toldOf(language, answer, { before, code: 'log' }), [], why);
  });

const invented: readonly (readonly [language: string, answer: string, told: string, before: string])[] = [
  ['typescript', 'return withRetry(log);', 'fact names-missing: withRetry', module],
  ['typescript', 'log(pendingBatch.size);', 'fact names-missing: pendingBatch', module],
  ['typescript', 'const a = JSON.tryParse("{}");', 'soft members-missing: JSON.tryParse', module],
  [
    'typescript',
    "import { a } from 'fast-retry-helpers';\nlog(a);",
    'fact packages-missing: fast-retry-helpers',
    module,
  ],
  ['typescript', "const a = await import('@acme/tools/deep');", 'fact packages-missing: @acme/tools', module],
  ['typescriptreact', 'return <Missing open={log} />;', 'fact names-missing: Missing', module],
  ['javascript', "const { a } = require('safe-kit');", 'fact packages-missing: safe-kit', ''],
  ['python', 'return sanitise(log)', 'fact names-missing: sanitise', 'log = 1\n'],
  ['python', 'return os.path.ensure_dir("a")', 'soft members-missing: os.path.ensure_dir', 'import os\n'],
  ['python', 'a = dict.merge({}, {})', 'soft members-missing: dict.merge', ''],
  ['python', 'from collections import SortedDict', 'soft members-missing: collections.SortedDict', ''],
  ['python', 'import fastjsonx', 'fact packages-missing: fastjsonx', ''],
  ['go', 'return strutil.Clean("a")', 'fact names-missing: strutil', 'import "strings"\n'],
  ['go', 'return strings.Reverse("a")', 'fact members-missing: strings.Reverse', 'import "strings"\n'],
  ['rust', 'let a = Vec::<u8>::with_default(4);', 'fact members-missing: Vec::with_default', ''],
  ['rust', 'let a = std::cmp::clamp_to(4, 0, 9);', 'fact members-missing: std::cmp::clamp_to', ''],
  ['rust', 'use retry_helpers::with_retry;', 'fact packages-missing: retry_helpers', ''],
  ['java', 'var a = String.isNullOrEmpty("a");', 'fact members-missing: String.isNullOrEmpty', ''],
  ['java', 'var a = java.util.Lists.of(4);', 'fact members-missing: java.util.Lists', ''],
  ['java', 'var a = org.apache.text5.Tools.clean("a");', 'fact packages-missing: org.apache.text5', ''],
  ['cpp', 'auto a = std::trim("a");', 'fact members-missing: std::trim', ''],
  ['cpp', 'auto a = folly2::unique(4);', 'fact names-missing: folly2', ''],
];

test('what exists nowhere is told, in every language', async () => {
  for (const [language, answer, told, before] of invented)
    assert.deepEqual(await toldOf(language, answer, { before, code: 'log' }), [told], answer);
});

test('a name that the replaced code declared, and the answer no longer does, is a doubt', async () => {
  const code = 'all.map(entry => entry.size + log);';
  const file = { before: `${module}const all = [];\n`, code };
  assert.deepEqual(await toldOf('typescript', 'all.map(item => entry.size + log);', file), ['soft names-lost: entry']);
  assert.deepEqual(await toldOf('typescript', 'all.map(item => item.size + log);', file), []);
  const outer = { before: `${module}const all = [];\nconst entry = all[0];\n`, code };
  assert.deepEqual(await toldOf('typescript', 'all.map(item => entry.size + log);', outer), []);
});

test('parameters of a function beside the code are not seen from it', async () => {
  const code = 'function one(entry) {\n  return entry.size;\n}';
  const before = `${module}function other(entry) {\n  return entry;\n}\n`;
  const answer = 'function one(item) {\n  return entry.size;\n}';
  assert.deepEqual(await toldOf('typescript', answer, { before, code }), ['soft names-lost: entry']);
});

test('a package that is not among those that can be imported is a doubt; one that is, is none', async () => {
  const packages = new Set(['react', '@acme/kit']);
  const file = { before: module, code: 'log', packages };
  assert.deepEqual(await toldOf('typescript', "import a from 'retry-kit';", file), [
    'soft packages-missing: retry-kit',
  ]);
  assert.deepEqual(await toldOf('typescript', "import a from '@acme/kit/deep';\nimport b from 'react';", file), []);
});

test('where not all that can be imported is known, a package is told and no doubt', async () => {
  const packages = { isPartial: true, has: (name: string) => name === 'requests' };
  assert.deepEqual(await toldOf('python', 'import fastjsonx', { packages }), ['fact packages-missing: fastjsonx']);
  assert.deepEqual(await toldOf('python', 'import requests', { packages }), []);
});

test('a name that is new to the file is a doubt beside another one', async () => {
  const packages = new Set(['react']);
  const told = await toldOf('typescript', "import a from 'retry-kit';\nsanitise(a);", { before: module, packages });
  assert.deepEqual(told, ['soft names-missing: sanitise', 'soft packages-missing: retry-kit']);
});

test('what the user has named is known', async () => {
  const file = { before: module, code: 'log', instruction: 'use withRetry around it' };
  assert.deepEqual(await toldOf('typescript', 'return withRetry(log);', file), []);
});

test('where nobody knows the file, nothing is told', async () => {
  const { signs } = await judge('```\nreturn withRetry(log);\n```', { code: 'log' });
  assert.deepEqual(
    signs.filter(({ code }) => ofNames.has(code)),
    [],
  );
});

test('of many names the first three are said, and how many there are', async () => {
  const answer = 'log(one1, two2, three3, four4);';
  const { signs } = await judge(`\`\`\`\n${answer}\n\`\`\``, {
    code: 'log',
    known: () => ({ before: module, after: '' }),
  });
  assert.deepEqual(signs.find(({ code }) => code === 'names-missing')?.facts, {
    names: 'one1, two2, three3',
    count: 4,
    line: 1,
  });
});

test('code of the file itself, used again in another place, is never told', async () => {
  for (const [language, rows] of Object.entries(right))
    for (const [why, answer, before = ''] of rows) {
      const lines = `${before}\n${answer}`.split('\n');
      for (const at of lines.keys()) {
        const file = { before: lines.join('\n'), code: 'log' };
        assert.deepEqual(await toldOf(language, lines.slice(at).join('\n'), file), [], `${language}, ${why}, ${at}`);
      }
    }
});
