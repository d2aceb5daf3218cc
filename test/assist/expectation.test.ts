import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readReplacement } from '../../src/assist/readOutcome.ts';
import type { Context } from '../../src/assist/assistance.ts';
import { contextOf } from './context.ts';

/** What stands in the place of the code when a model answers with these lines in a fence. */
function replaced(lines: string, more: Partial<Context> = {}): string {
  const outcome = readReplacement(`\`\`\`\n${lines}\n\`\`\``, contextOf({ before: 'import a;\n', ...more }));
  return outcome.kind === 'replacement' ? outcome.code : outcome.kind;
}

suite('a first line that only names the file', () => {
  test('is left out', () => {
    assert.equal(replaced('// src/price.ts\nconst price = 2;'), 'const price = 2;\n');
    assert.equal(replaced('src/price.ts:\n\nconst price = 2;'), 'const price = 2;\n');
  });

  test('is left out of code with other line ends', () => {
    const code = 'const price = 1;\r\n';
    assert.equal(replaced('// price.ts\r\nconst price = 2;', { code }), 'const price = 2;\r\n');
  });

  test('stays where the selection begins so', () => {
    const code = '// src/price.ts\nconst price = 1;\n';
    assert.equal(replaced('// price.ts\nconst price = 2;', { code }), '// price.ts\nconst price = 2;\n');
  });

  test('stays where the file begins so', () => {
    const before = '// a license\n// src/price.ts\n';
    assert.equal(replaced('// src/price.ts\nconst price = 2;', { before }), '// src/price.ts\nconst price = 2;\n');
  });

  test('stays where it is all that has changed', () => {
    assert.equal(replaced('// src/price.ts\nconst price = 1;'), '// src/price.ts\nconst price = 1;\n');
  });

  test('stays where it is wanted', () => {
    const input = 'Make it 2 and put the file name above it';
    assert.equal(replaced('// price.ts\nconst price = 2;', { input }), '// price.ts\nconst price = 2;\n');
  });

  test('stays where it names another file', () => {
    assert.equal(replaced('// src/cost.ts\nconst price = 2;'), '// src/cost.ts\nconst price = 2;\n');
  });

  test('stays where nothing stands behind it', () => {
    assert.equal(replaced('// src/price.ts'), '// src/price.ts\n');
  });

  test('stays where it is no comment of the language', () => {
    const more = { file: 'report.py', language: 'python', code: 'a = 1\n' };
    assert.equal(replaced('// report.py\na = 2', more), '// report.py\na = 2\n');
    assert.equal(replaced('# report.py\na = 2', more), 'a = 2\n');
  });
});
