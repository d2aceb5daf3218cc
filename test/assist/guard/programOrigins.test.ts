import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { atOnce } from '../../../src/core/shared/steps.ts';
import { addedRisks } from '../../../src/assist/guard/addedRisks.ts';

const told = (before: string, after: string): readonly string[] =>
  atOnce(addedRisks({ before, after })).map(({ key, value }) => `${key} ${value}`);

const hash = '8ade135a41bc03ea155e62e844d188df1ea18608';
const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;

suite('a program of a pipeline or container', () => {
  test('is told when its owner had no part in the file', () => {
    assert.deepEqual(told('- uses: good/build@v1', '- uses: evil/build@v1'), ['uses evil/build@v1']);
    assert.deepEqual(told('FROM node:22', 'FROM evil/node:22'), ['FROM evil/node:22']);
    assert.deepEqual(told('FROM mcr.microsoft.com/dotnet/sdk:9.0', 'FROM mcr.evil.example/dotnet/sdk:9.0'), [
      'FROM mcr.evil.example/dotnet/sdk:9.0',
    ]);
    assert.deepEqual(told('    image: postgres:17', '    image: evil.example/postgres:17'), [
      'image evil.example/postgres:17',
    ]);
  });

  test('is told when it is no longer held by its hash', () => {
    assert.deepEqual(told(`- uses: actions/checkout@${hash} # v4`, '- uses: actions/checkout@v4'), [
      'uses actions/checkout@v4',
    ]);
    assert.deepEqual(told(`FROM node:22@${digest}`, 'FROM node:22'), ['FROM node:22']);
    assert.deepEqual(told(`  image: node@${digest}`, '  image: node:22'), ['image node:22']);
  });

  test('is not told when it only becomes newer or is held by a hash', () => {
    const changes: readonly (readonly [before: string, after: string])[] = [
      ['- uses: good/build@v1', '- uses: good/build@v2'],
      ['- uses: good/build@v1', `- uses: good/build@${hash}`],
      [`- uses: good/build@${hash}`, `- uses: good/build@${hash.replace('8', '9')}`],
      ['FROM node:20', 'FROM node:22'],
      ['FROM node:20', `FROM node:22@${digest}`],
      ['FROM mcr.microsoft.com/dotnet/sdk:8.0', 'FROM mcr.microsoft.com/dotnet/sdk:9.0'],
      ['image: ghcr.io/shop/cart:1', 'image: ghcr.io/shop/cart:2'],
    ];
    assert.deepEqual(
      changes.map(([before, after]) => told(before, after)).filter(risks => risks.length > 0),
      [],
    );
  });

  test('is not told when somebody who has a part already has another', () => {
    assert.deepEqual(told('- uses: good/build@v1', '- uses: good/build@v1\n- uses: good/test@v1'), []);
    assert.deepEqual(told('FROM ghcr.io/shop/base:1', 'FROM ghcr.io/shop/base:1\nFROM ghcr.io/shop/run:1'), []);
  });
});
