import assert from 'node:assert/strict';
import { test } from 'node:test';
import { undocumented } from '../../../src/assist/documentation/undocumented.ts';
import { atOnce } from '../../../src/core/shared/steps.ts';
import { missing, symbolsIn, told } from './declares.ts';

const lines = (...each: readonly string[]): string => each.join('\n');

test('TypeScript: what is exported has to be documented, what is not has not', () => {
  const text = lines(
    "import { log } from './log';",
    '',
    '/** Sums. */',
    'export function total(): number {',
    '  return 0;',
    '}',
    'export async function load() {}',
    'function own() {}',
    'export const limit = 10;',
    'const inner = 1;',
    'export type Price = number;',
    'export default class Cart {',
    '  #secret() {}',
    '  private hide() {}',
    '  _old() {}',
    '  add(item: string) {}',
    '  get size() { return 0; }',
    '  set size(value) {}',
    '  count = 0;',
    '}',
  );
  const members = [
    'Method #secret',
    'Method hide',
    'Method _old',
    'Method add',
    'Property size',
    'Property size',
    'Property count',
  ];
  assert.deepEqual(
    missing(
      'typescript',
      text,
      ...['Function total', 'Function load', 'Function own', 'Variable limit', 'Variable inner', 'Variable Price'].map(
        each => told(each),
      ),
      told('Class Cart', ...members.map(each => told(each))),
    ),
    ['load', 'limit', 'Price', 'Cart', 'add', 'size'],
  );
});

test('Kotlin: a comment is that of the first declaration below it, also when both are marked in their own lines', () => {
  const text = lines(
    '/** One. */',
    '@JvmStatic fun one() = 1',
    '@JvmStatic fun two() = 2',
    '@JvmStatic',
    'fun three() = 3',
  );
  assert.deepEqual(missing('kotlin', text, told('Function one'), told('Function two'), told('Function three')), [
    'two',
    'three',
  ]);
});

test('what a language service finds in a comment, in a text or behind the end is no declaration', () => {
  const text = lines('', '// fun old() = 1', 'private val sql = """', 'table', '"""', 'fun load() = 2');
  const [old, table, load] = symbolsIn(
    text,
    ['Function old', 'Function table', 'Function load'].map(each => told(each)),
  );
  assert.ok(old && table && load);
  const symbols = [old, table, load, { ...load, name: 'gone', nameLine: 90, endLine: 99 }];
  const found = atOnce(undocumented({ text, language: 'kotlin', file: 'file.kt', symbols }));
  assert.deepEqual(
    found.map(({ name }) => name),
    ['load'],
  );
});

// https://github.com/gajus/eslint-plugin-jsdoc/issues/492
test('TypeScript: a list of exports behind the declarations counts, one that hands on another file does not', () => {
  const text = lines(
    'interface Props { size: number }',
    'const Component = () => null;',
    'function left() {}',
    'export { Props, type Other };',
    'export { left } from "./left";',
    'export default Component;',
  );
  assert.deepEqual(
    missing('typescriptreact', text, told('Interface Props'), told('Variable Component'), told('Function left')),
    ['Props', 'Component'],
  );
});

// https://github.com/gajus/eslint-plugin-jsdoc/issues/288
test('TypeScript: a default export without a name is documented as well', () => {
  const text = lines('import a from "a";', 'export default function () {', '  return a;', '}');
  assert.deepEqual(missing('typescript', text, told('Function default @ function')), ['default']);
});

// https://github.com/gajus/eslint-plugin-jsdoc/issues/648
test('JavaScript: what module.exports names is public, with its methods', () => {
  const text = lines('class Utility {', '  method() {}', '}', 'function own() {}', 'module.exports = Utility;');
  assert.deepEqual(missing('javascript', text, told('Class Utility', told('Method method')), told('Function own')), [
    'Utility',
    'method',
  ]);
  const list = lines('function one() {}', 'function two() {}', 'module.exports = { one };', 'exports.other = two;');
  assert.deepEqual(missing('javascript', list, told('Function one'), told('Function two')), ['one', 'two']);
});

// https://github.com/gajus/eslint-plugin-jsdoc/issues/358
test('JavaScript: in a file that exports nothing all functions are everybody’s, but not what is handed to a call', () => {
  const text = lines('function first() {}', "describe('first', () => {});", 'var state = 1;');
  assert.deepEqual(
    missing(
      'javascript',
      text,
      told('Function first'),
      told("Function describe('first') callback @ describe"),
      told('Variable state'),
    ),
    ['first'],
  );
});

// https://github.com/gajus/eslint-plugin-jsdoc/issues/571 and 659, https://github.com/denoland/deno_doc/issues/159
test('TypeScript: a comment counts above decorators and between them and the class', () => {
  const above = lines(
    '/** Keeps settings. */',
    '@Injectable({',
    "  providedIn: 'root',",
    '})',
    'export class Settings {}',
  );
  const between = lines('@Injectable()', '/** Keeps settings. */', 'export class Settings {}');
  const none = lines('@Injectable({', "  providedIn: 'root',", '})', 'export class Settings {}');
  const of = (text: string) => missing('typescript', text, told('Class Settings'));
  assert.deepEqual([of(above), of(between), of(none)], [[], [], ['Settings']]);
});

test('TypeScript: the lines of a declaration begin with its decorators', () => {
  const text = lines(
    'const a = 1;',
    '',
    '@Injectable({',
    "  providedIn: 'root',",
    '})',
    'export class Settings {',
    '}',
  );
  const symbols = symbolsIn(text, [told('Variable a'), told('Class Settings')]);
  const [found] = atOnce(undocumented({ text, language: 'typescript', file: 'a.ts', symbols }));
  assert.deepEqual([found?.first, found?.last], [2, 6]);
});

test('TypeScript: the comment of a file, of a tool or of a reader documents no function', () => {
  const text = lines(
    '/** @file Prices. */',
    '',
    '// eslint-disable-next-line no-console',
    'export function total() {}',
    '// a note',
    'export function more() {}',
  );
  assert.deepEqual(missing('typescript', text, told('Function total'), told('Function more')), ['total', 'more']);
});

test('TypeScript: a comment across an empty line is the declaration’s own, as its tools have it', () => {
  const text = lines('import a from "a";', '/** Sums. */', '', 'export function total() {}');
  assert.deepEqual(missing('typescript', text, told('Function total')), []);
});

test('TypeScript: overloads have one comment, on the first', () => {
  const text = lines(
    'export function of(a: string): void;',
    'export function of(a: number): void;',
    'export function of(a: unknown) {}',
  );
  assert.deepEqual(missing('typescript', text, told('Function of'), told('Function of'), told('Function of')), ['of']);
});

// https://github.com/gajus/eslint-plugin-jsdoc/issues/519
test('TypeScript: constructors and methods of an exported class count, what overrides is documented elsewhere', () => {
  const text = lines(
    'export class Cart extends Base {',
    '  constructor(a: string) {}',
    '  override add() {}',
    '  static of() {}',
    '}',
  );
  assert.deepEqual(
    missing(
      'typescript',
      text,
      told('Class Cart', told('Constructor constructor'), told('Method add'), told('Method of')),
    ),
    ['Cart', 'constructor', 'of'],
  );
});

test('TypeScript: what shares its line with others has no comment of its own', () => {
  const text = 'export class A { one() {} two() {} }\n';
  assert.deepEqual(missing('typescript', text, told('Class A', told('Method one'), told('Method two'))), ['A']);
});

test('TypeScript: a namespace shows what it exports, and a declared module all', () => {
  const text = lines(
    'export namespace Shop {',
    '  export function open() {}',
    '  function own() {}',
    '}',
    "declare module 'x' {",
    '  function given(): void;',
    '}',
  );
  assert.deepEqual(
    missing(
      'typescript',
      text,
      told('Module Shop', told('Function open'), told('Function own')),
      told("Module 'x'", told('Function given')),
    ),
    ['open', 'given'],
  );
});

test('Python: no leading underscore, and a docstring in any quotes is one', () => {
  const text = lines(
    'import os',
    '',
    'def total(items):',
    '    return sum(items)',
    '',
    'def _own(): pass',
    '',
    'class Cart:',
    "    'A cart.'",
    '    def __init__(self):',
    '        self.items = []',
    '    @property',
    '    def size(self):',
    '        # how many',
    '        return 0',
    '    @size.setter',
    '    def size(self, value):',
    '        pass',
    '    async def load(',
    '        self, path: str = ":",',
    '    ) -> None:',
    '        r"""Loads."""',
  );
  assert.deepEqual(
    missing(
      'python',
      text,
      told('Function total'),
      told('Function _own'),
      told(
        'Class Cart',
        told('Method __init__'),
        told('Property size'),
        told('Property size @ def size'),
        told('Method load'),
      ),
    ),
    ['total', 'size'],
  );
});

// https://github.com/PyCQA/pydocstyle/issues/419 and 635, https://github.com/microsoft/pyright/issues/3787
test('Python: overloads and setters have no docstring, also with a comment behind the decorator', () => {
  const text = lines(
    'from typing import overload',
    '@overload  # for one',
    'def of(a: int) -> str: ...',
    '@typing.overload',
    'def of(a: str) -> str: ...',
    'def of(a):',
    '    return str(a)',
  );
  const symbols = symbolsIn(text, [told('Function of'), told('Function of'), told('Function of')]);
  const found = atOnce(undocumented({ text, language: 'python', file: 'a.py', symbols }));
  assert.deepEqual(
    found.map(({ nameLine }) => nameLine),
    [5],
  );
});

// https://github.com/PyCQA/pydocstyle/issues/297
test('Python: __all__ says what is public, in several statements too; where it is made of others it says nothing of the rest', () => {
  const body = lines('def _a():', '    pass', 'def b():', '    pass', 'def c():', '    pass');
  const of = (head: string) =>
    missing(
      'python',
      `${head}\n${body}`,
      told('Function _a @ def _a'),
      told('Function b @ def b'),
      told('Function c @ def c'),
    );
  assert.deepEqual(of("__all__ = (\n  '_a',\n)\n__all__ += ['b']"), ['_a', 'b']);
  assert.deepEqual(of("__all__ = other.__all__ + ['_a']"), ['_a', 'b', 'c']);
});

test('Go: a capital says it, also that of the type whose method it is', () => {
  const text = lines(
    'package shop',
    '',
    '// Sums.',
    'func Total() int { return 0 }',
    '',
    'func Load() {}',
    '',
    'func own() {}',
    '',
    'type Cart struct {',
    '\tSize int',
    '}',
    '',
    'func (c *Cart) Add() {}',
    '',
    'func (c *cart) Drop() {}',
  );
  assert.deepEqual(
    missing(
      'go',
      text,
      ...['Function Total', 'Function Load', 'Function own'].map(each => told(each)),
      told('Struct Cart', told('Field Size')),
      told('Method (*Cart).Add @ Add'),
      told('Method (*cart).Drop @ Drop'),
    ),
    ['Load', 'Cart', '(*Cart).Add'],
  );
});

// https://github.com/golang/lint/issues/208 and 274
test('Go: a comment above a group, in it or behind a constant is one, and a group without any has one place', () => {
  const text = lines(
    'package shop',
    '',
    'const Limit = 1 // how many',
    'const Other = 2',
    '',
    '// Days.',
    'const (',
    '\tMonday = iota',
    '\tTuesday',
    ')',
    '',
    'const (',
    '\tCar = iota // by car',
    '\tPlane',
    ')',
    '',
    'var (',
    '\towned = 1',
    '\tFirst = 1',
    '\tSecond = 2',
    ')',
  );
  const constants = ['Limit', 'Other', 'Monday', 'Tuesday', 'Car', 'Plane'].map(name => told(`Constant ${name}`));
  const variables = ['owned', 'First', 'Second'].map(name => told(`Variable ${name}`));
  const symbols = symbolsIn(text, [...constants, ...variables]);
  const found = atOnce(undocumented({ text, language: 'go', file: 'a.go', symbols }));
  assert.deepEqual(
    found.map(({ name, first, last }) => [name, first, last]),
    [
      ['Other', 3, 3],
      ['First', 16, 20],
    ],
  );
});

test('Rust: pub and nothing narrower, no trait implementation, no test', () => {
  const text = lines(
    '/// A stack.',
    '#[derive(Debug)]',
    'pub struct Stack<T> {',
    '    items: Vec<T>,',
    '}',
    '',
    '#[derive(Clone)]',
    'pub enum Order { Up, Down }',
    'struct Own;',
    'pub(crate) fn inside() {}',
    '#[doc = include_str!("a.md")]',
    'pub fn told() {}',
    'pub trait Push {',
    '    fn push(&self);',
    '}',
    'impl<T> Stack<T> {',
    '    #[inline]',
    '    pub fn size(&self) -> usize { 0 }',
    '    fn own(&self) {}',
    '}',
    'impl<T> Push for Stack<T> {',
    '    fn push(&self) {}',
    '}',
    'impl Own {',
    '    pub fn of() {}',
    '}',
    '#[cfg(test)]',
    'pub mod tests {',
    '    pub fn works() {}',
    '}',
  );
  assert.deepEqual(
    missing(
      'rust',
      text,
      ...['Struct Stack', 'Enum Order', 'Struct Own', 'Function inside', 'Function told'].map(each => told(each)),
      told('Interface Push', told('Method push')),
      told('Object impl<T> Stack<T>', told('Method size'), told('Method own')),
      told('Object impl<T> Push for Stack<T>', told('Method push')),
      told('Object impl Own', told('Method of')),
      told('Module tests', told('Function works')),
    ),
    ['Order', 'Push', 'push', 'size'],
  );
});

test('Java: everything that is not private, nothing that overrides, below annotations of several lines', () => {
  const text = lines(
    'package shop;',
    '',
    '/** A cart. */',
    '@Entity(',
    '  name = "cart"',
    ')',
    'public class Cart {',
    '  public Cart() {}',
    '  @Override',
    '  public String toString() { return ""; }',
    '  private void own() {}',
    '  @Deprecated',
    '  public <T> void add(T item) {}',
    '  /** {@inheritDoc} */',
    '  public void drop() {}',
    '  interface Part { void run(); private void own2() {} }',
    '}',
  );
  const members = [
    'Constructor Cart() @ Cart',
    'Method toString() @ toString',
    'Method own() @ own',
    'Method add(T) @ add',
    'Method drop() @ drop',
  ];
  assert.deepEqual(
    missing('java', text, told('Class Cart', ...members.map(each => told(each)), told('Interface Part'))),
    ['Cart()', 'add(T)', 'Part'],
  );
});

// https://github.com/checkstyle/checkstyle/issues/8266
test('Java: a private method of an interface is nobody else’s', () => {
  const text = lines('public interface Part {', '  private static void own() {}', '  void run();', '}');
  assert.deepEqual(missing('java', text, told('Interface Part', told('Method own'), told('Method run'))), [
    'Part',
    'run',
  ]);
});

test('C++: the labels of a class say it, a template’s comment stands above it', () => {
  const text = lines(
    '#pragma once',
    'namespace shop {',
    'class Cart;',
    '',
    'template <',
    '  typename T,',
    '  typename U>',
    'T convert(const U& value);',
    '',
    'class Cart {',
    '  void own();',
    ' public:',
    '  Cart();',
    '  ~Cart();',
    '  struct Part {',
    '   private:',
    '    void hidden();',
    '  };',
    '  void add(int item); ///< adds',
    '  int size() const override;',
    '  void drop();',
    ' private:',
    '  void more();',
    '};',
    '}',
  );
  const members = ['Method own', 'Constructor Cart', 'Method ~Cart'].map(each => told(each));
  const symbols = symbolsIn(text, [
    told(
      'Namespace shop',
      told('Class Cart'),
      told('Function convert'),
      told(
        'Class Cart',
        ...members,
        told('Struct Part', told('Method hidden')),
        ...['add', 'size', 'drop', 'more'].map(name => told(`Method ${name}`)),
      ),
    ),
  ]);
  const found = atOnce(undocumented({ text, language: 'cpp', file: 'cart.hpp', symbols }));
  assert.deepEqual(
    found.map(({ name, first }) => [name, first]),
    [
      ['convert', 4],
      ['Cart', 9],
      ['Cart', 12],
      ['Part', 14],
      ['drop', 20],
    ],
  );
});

// https://github.com/20Tauri/DoxyDoxygen/issues/95
test('C++: macros before a declaration hide nothing', () => {
  const text = lines(
    'struct Marker {',
    '  WINDOWS_DLL explicit Marker(int a);',
    '  WINDOWS_DLL',
    '  void run();',
    '};',
  );
  assert.deepEqual(missing('cpp', text, told('Struct Marker', told('Constructor Marker'), told('Method run'))), [
    'Marker',
    'Marker',
    'run',
  ]);
});

test('C#: public members, of an interface all; what overrides or inherits its comment is documented', () => {
  const text = lines(
    'namespace Shop',
    '{',
    '    /// <summary>A cart.</summary>',
    '    [Serializable]',
    '    public class Cart : ICart',
    '    {',
    '        public int Size { get; }',
    '        void Own() {}',
    '        [Obsolete("x")]',
    '        public void Add() {}',
    '        public override string ToString() => "";',
    '        /// <inheritdoc/>',
    '        public void Drop() {}',
    '        internal void Inside() {}',
    '    }',
    '    public interface ICart',
    '    {',
    '        void Add();',
    '    }',
    '}',
  );
  const members = ['Property Size', 'Method Own', 'Method Add', 'Method ToString', 'Method Drop', 'Method Inside'];
  assert.deepEqual(
    missing(
      'csharp',
      text,
      told(
        'Namespace Shop',
        told('Class Cart', ...members.map(each => told(each))),
        told('Interface ICart', told('Method Add')),
      ),
    ),
    ['Size', 'Add', 'ICart', 'Add'],
  );
});

test('Ruby, PHP, Kotlin, Swift: not what is private', () => {
  const ruby = lines(
    'class Cart',
    '  # Adds.',
    '  def add; end',
    '  def drop; end',
    '  private',
    '  def own; end',
    'end',
  );
  assert.deepEqual(
    missing('ruby', ruby, told('Class Cart', told('Method add'), told('Method drop'), told('Method own'))),
    ['Cart', 'drop'],
  );
  const php = lines('<?php', 'class Cart {', '  private function own() {}', '  public function add() {}', '}');
  assert.deepEqual(missing('php', php, told('Class Cart', told('Method own'), told('Method add'))), ['Cart', 'add']);
  const kotlin = lines(
    'class Cart {',
    '  private fun own() {}',
    '  override fun toString() = ""',
    '  fun add() {}',
    '}',
  );
  assert.deepEqual(
    missing('kotlin', kotlin, told('Class Cart', told('Method own'), told('Method toString'), told('Method add'))),
    ['Cart', 'add'],
  );
  const swift = lines('struct Cart {', '  fileprivate func own() {}', '  func add() {}', '}');
  assert.deepEqual(missing('swift', swift, told('Struct Cart', told('Method own'), told('Method add'))), [
    'Cart',
    'add',
  ]);
});

test('what is declared in a function is its own business', () => {
  const text = lines('export function outer() {', '  function inner() {}', '}');
  assert.deepEqual(missing('typescript', text, told('Function outer', told('Function inner'))), ['outer']);
});

test('a minified file has nothing to document', () => {
  const text = `export function a(){}${'function b(){}'.repeat(1_000)}`;
  assert.deepEqual(missing('javascript', text, told('Function a'), told('Function b')), []);
});
