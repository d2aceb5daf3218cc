import assert from 'node:assert/strict';
import { test } from 'node:test';
import { caseStyleOf, inCase, markOf, wantedStyle, wordsOf } from '../../../src/assist/names/caseStyle.ts';

test('styles are told apart, and one word has none', () => {
  const names = ['read_all', 'MAX_SIZE', 'readAll', 'ReadAll', 'read-all', 'größeAlt', 'read', 'N', '_read_all'];
  const styles = ['snake', 'screaming', 'camel', 'pascal', 'kebab', 'camel', undefined, undefined, 'snake'];
  assert.deepEqual(names.map(caseStyleOf), styles);
});

test('one word has the style of its language', () => {
  assert.equal(wantedStyle('read', 'python'), 'snake');
  assert.equal(wantedStyle('read', 'typescript'), 'camel');
  assert.equal(wantedStyle('read', 'cpp'), undefined);
  assert.equal(wantedStyle('N', 'python'), undefined);
});

test('what stands before a name is no word of it', () => {
  assert.deepEqual(['#secret', 'm_name', '__init', '@name', 'mass', 'r#type', '$a'].map(markOf), [
    ...['#', 'm_', '__', '@', '', 'r#', '$'],
  ]);
});

test('a name is put into another style by its words', () => {
  assert.deepEqual(wordsOf('readHTTPHeader2'), ['read', 'http', 'header', '2']);
  assert.deepEqual(
    (['snake', 'screaming', 'camel', 'pascal', 'kebab'] as const).map(style => inCase('readHTTPHeader', style)),
    ['read_http_header', 'READ_HTTP_HEADER', 'readHTTPHeader', 'ReadHttpHeader', 'read-http-header'],
  );
  assert.equal(inCase('anything', undefined), 'anything');
});
