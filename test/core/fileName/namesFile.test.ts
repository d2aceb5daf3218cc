import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { namesFile } from '../../../src/core/fileName/namesFile.ts';

type Row = readonly [line: string, path: string, family: string | undefined];

const names: readonly Row[] = [
  ['// src/invoice.ts', 'src/invoice.ts', 'script'],
  ['// invoice.ts', 'src/invoice.ts', 'script'],
  ['//invoice.ts', 'packages/app/src/invoice.ts', 'script'],
  ['// File: ./src/invoice.ts', 'src/invoice.ts', 'script'],
  ['/* src/invoice.css */', 'src/invoice.css', 'css'],
  ['{/* App.tsx */}', 'src/App.tsx', 'script'],
  ['# report.py', 'tools/report.py', 'python'],
  ['# filename: `tools/report.py`', 'tools/report.py', 'python'],
  ['# deploy.yml', '.github/workflows/deploy.yml', 'yaml'],
  ['# Dockerfile', 'Dockerfile', 'dockerfile'],
  ['-- schema.sql', 'db/schema.sql', 'sql'],
  ['<!-- index.html -->', 'public/index.html', 'html'],
  ['<!-- README.md -->', 'README.md', 'markdown'],
  ['src/invoice.ts:', 'src/invoice.ts', 'script'],
  ['src\\invoice.ts', 'src/invoice.ts', 'script'],
  ['filename: invoice.ts', 'src/invoice.ts', 'script'],
  ['// workspace/src/invoice.ts', 'src/invoice.ts', 'script'],
  ['# mix.exs', 'mix.exs', undefined],
];

const others: readonly Row[] = [
  ['// src/order.ts', 'src/invoice.ts', 'script'],
  ['// voice.ts', 'src/invoice.ts', 'script'],
  ['// invoice.ts is where it begins', 'src/invoice.ts', 'script'],
  ['// invoice', 'src/invoice.ts', 'script'],
  ["import './invoice.ts';", 'src/invoice.ts', 'script'],
  ['# src/invoice.ts', 'src/invoice.ts', 'script'],
  ['# README.md', 'README.md', 'markdown'],
  ['README.md', 'README.md', 'markdown'],
  ['config.yml:', 'config.yml', 'yaml'],
  ['filename: config.yml', 'config.yml', 'yaml'],
  ['./build.sh', 'build.sh', 'shell'],
  ['Makefile:', 'Makefile', 'makefile'],
  ['index.html', 'index.html', 'html'],
  ["filename: 'invoice.ts'", 'src/invoice.ts', 'script'],
  ['// other/report.py', 'report.py', 'script'],
  ['# app/report.py', 'report.py', 'python'],
  ['//', 'src/invoice.ts', 'script'],
  ['', 'src/invoice.ts', 'script'],
];

suite('a line that is nothing but the name of its file', () => {
  for (const [line, path, family] of names)
    test(`${line} in ${path}`, () => assert.equal(namesFile(line, { path, family }), true));
});

suite('a line that says something else', () => {
  for (const [line, path, family] of others)
    test(`${line} in ${path}`, () => assert.equal(namesFile(line, { path, family }), false));
});
