import assert from 'node:assert/strict';
import { test } from 'node:test';
import { silenced } from '../../../src/assist/problems/silenced.ts';

test('what keeps a tool from reporting is found in each of six languages', () => {
  const added: readonly (readonly [string, string])[] = [
    ['// @ts-ignore\na();', '@ts-ignore'],
    ['a = 1  # type: ignore', '# type: ignore'],
    ['a() //nolint', '//nolint'],
    ['#[allow(dead_code)]', '#[allow('],
    ['@SuppressWarnings("unchecked")', '@SuppressWarnings'],
    ['int a; // NOLINT', 'NOLINT'],
    ['const a = b as any;', 'as any'],
  ];
  for (const [code, mark] of added) assert.deepEqual(silenced('a();', code), [mark]);
});

test('an error that vanishes is silenced', () => {
  const swallowing = [
    'try { a(); } catch (error) {\n}',
    'try:\n    a()\nexcept Exception:\n    pass',
    '_ = err',
    'a().catch(() => {})',
  ];
  for (const code of swallowing) assert.equal(silenced('a();', code).length, 1, code);
});

test('an error that is handled is not, nor a mark that was there or is gone', () => {
  assert.deepEqual(silenced('a();', 'try { a(); } catch (error) { report(error); }'), []);
  assert.deepEqual(silenced('// eslint-disable-next-line\na();', '// eslint-disable-next-line\nb();'), []);
  assert.deepEqual(silenced('a(); // NOLINT', 'b();'), []);
});
