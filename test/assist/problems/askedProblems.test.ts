import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ContextDiagnostic } from '../../../src/assist/assistance.ts';
import { askedProblems } from '../../../src/assist/problems/askedProblems.ts';

const error: ContextDiagnostic = { line: 9, severity: 'error', code: 'ts 2322', message: 'Type string is not number' };

const besideError = (code: string, severity: ContextDiagnostic['severity'] = 'warning') =>
  askedProblems([{ line: 4, severity, code, message: 'm' }, error]).length;

// https://github.com/microsoft/vscode/issues/249284
test('what a formatter mends by itself is not asked about beside an error', () => {
  const ofFormatters = [
    'eslint prettier/prettier',
    'stylelint prettier/prettier',
    'eslint @stylistic/semi',
    'eslint indent',
    'biome format',
    'ruff E302',
    'flake8 W291',
    'rubocop Layout/IndentationWidth',
  ];
  assert.deepEqual(
    ofFormatters.filter(code => besideError(code) !== 1),
    [],
  );
});

test('what a formatter does not know is asked about', () => {
  const others = [
    'eslint no-undef',
    'ruff F401',
    'ruff E999',
    'biome lint/suspicious',
    'rubocop Lint/Void',
    'ts 2304',
    '',
  ];
  assert.deepEqual(
    others.filter(code => besideError(code) !== 2),
    [],
  );
});

test('hints and informations are not asked about beside an error, alone they are', () => {
  assert.deepEqual([besideError('ts 6133', 'hint'), besideError('cSpell', 'information')], [1, 1]);
  const hints: readonly ContextDiagnostic[] = [{ line: 1, severity: 'hint', code: 'ts 6133', message: 'unused' }];
  const formats: readonly ContextDiagnostic[] = [{ line: 1, severity: 'warning', code: 'biome format', message: 'm' }];
  assert.deepEqual([askedProblems(hints), askedProblems(formats)], [hints, formats]);
});
