import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';
import type ts from 'typescript';
import { newErrorsIn, type Compiler } from '../../../src/libraries/newErrors/scriptCheck.ts';
import { compilerFile } from './compilerFile.ts';

const asked: string[] = [];
const compiler: Compiler = {
  ts: createRequire(import.meta.url)(compilerFile) as typeof ts,
  libraryText: name => {
    asked.push(name);
    return readFileSync(path.join(path.dirname(compilerFile), name), 'utf8');
  },
};

const before = [
  "import { price } from './prices.ts';",
  'export function total(lines: readonly string[], rate: number): number {',
  '  const sum = lines.map(price).reduce((all, each) => all + each, 0);',
  '  return sum * rate;',
  '}',
  'const missing = notThere;',
  '',
].join('\n');

const found = (after: string, { language = 'typescript', own = before } = {}): readonly string[] | undefined =>
  newErrorsIn(compiler, { language, before: own, after })?.map(({ line, message }) => `${line} ${message}`);

test('an edit that brings no error is told nothing, whatever was wrong before', () => {
  assert.deepEqual(found(before.replace('* rate', '* (1 + rate)')), []);
});

test('a name, a member and a call that are not there are found with their lines', () => {
  assert.deepEqual(found(before.replace('sum * rate', 'sum * rates')), [
    "4 Cannot find name 'rates'. Did you mean 'rate'?",
  ]);
  assert.match(String(found(before.replace('lines.map', 'lines.mapAll'))), /^3 Property 'mapAll' does not exist/);
  assert.match(String(found(`${before}total(['a']);\n`)), /^7 Expected 2 arguments, but got 1/);
});

test('an error that stands twice after it and stood once before is told once', () => {
  assert.deepEqual(found(`${before}const other = notThere;\n`), ["7 Cannot find name 'notThere'."]);
});

test('what depends on packages or the place where code runs is nobody’s error', () => {
  const more = [
    "import express from 'express';",
    "import { rate } from './rates.ts';",
    'const app = express(rate);',
    "describe('a', () => it('b', () => expect(process.env.HOME).toBe(__dirname)));",
    'let timer: NodeJS.Timeout;',
    'declare const React: unknown;',
  ];
  assert.deepEqual(found(before + more.join('\n')), []);
  const element = 'export const Card = ({ title }: { title: string }) => <div className="card">{title}</div>;\n';
  assert.deepEqual(found(before + element, { language: 'typescriptreact' }), []);
});

test('of JavaScript only names that are not there are told', () => {
  const own = 'function add(a, b) {\n  return a + b;\n}\nmodule.exports = add;\n';
  const edit = own.replace('return a + b;', 'add.cache = {};\n  return helper(a) + b.anything;');
  assert.deepEqual(found(edit, { language: 'javascript', own }), ["3 Cannot find name 'helper'."]);
});

test('a file that does not parse, or whose edit does not, is not compared', () => {
  assert.equal(found(before, { own: 'function (' }), undefined);
  assert.deepEqual(found('function ('), []);
});

test('no more are told than anybody reads', () => {
  const many = Array.from({ length: 9 }, (_, at) => `lost${at}();`).join('\n');
  assert.equal(found(before + many)?.length, 5);
});

test('no file is read but the compiler’s own library', () => {
  const paths = ['/// <reference path="/etc/passwd" />', '/// <reference types="node" />', "import '../../secret.ts';"];
  assert.deepEqual(found(`${paths.join('\n')}\n${before}`), []);
  assert.deepEqual(
    asked.filter(name => !/^lib[\w.]*\.d\.ts$/.test(name)),
    [],
  );
});
