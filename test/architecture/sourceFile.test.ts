import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSourceFile } from '../support/sourceFile.ts';

test('every import is seen: values, types, what is passed on, what is loaded later', () => {
  const { imports } = readSourceFile(
    'room/one.ts',
    `import { a } from './a.ts';
     import type { B } from '../b.ts';
     export { c } from './c.ts';
     export type { D } from './d.ts';
     const e = await import('./e.ts');
     type F = import('./f.ts').F;
     import ts from 'typescript';`,
  );
  assert.deepEqual(
    imports.map(({ target, isType }) => `${target}${isType ? ' for types' : ''}`),
    [
      'room/a.ts',
      'b.ts for types',
      'room/c.ts',
      'room/d.ts for types',
      'room/e.ts',
      'room/f.ts for types',
      'typescript',
    ],
  );
});

test('every exported name is seen, each once', () => {
  const { exports } = readSourceFile(
    'one.ts',
    `export const a = 1, { b, c: [d] } = e;
     export function f(): void;
     export function f(one?: number): void {}
     export class G {}
     export interface H {}
     export type I = H;
     export { j, k as l };
     const hidden = 1;`,
  );
  assert.deepEqual(exports, ['a', 'b', 'd', 'f', 'G', 'H', 'I', 'j', 'l']);
});

test('every function is seen with its parameters, and this is none', () => {
  const { functions } = readSourceFile(
    'one.ts',
    `class A {
       constructor(one: number) {}
       b(this: A, one: number, ...more: number[]) { return [1].map((one, at) => at); }
     }
     const c = { d: (one: number) => one };
     interface E { f(one: number, two: number): void; }`,
  );
  assert.deepEqual(
    functions.map(({ name, line, parameters }) => `${line} ${name} ${parameters}`),
    ['2 constructor 1', '3 b 2', '3  2', '5 d 1', '6 f 2'],
  );
});
