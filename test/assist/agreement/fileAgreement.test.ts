import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileAgreement, type ResultingFile } from '../../../src/assist/agreement/fileAgreement.ts';

const file = (path: string, result: string): ResultingFile => ({ path, language: 'go', original: 'a();\n', result });

test('files are compared by their paths, and those that only one changes are named', () => {
  const { both, onlyOne, onlyOther } = fileAgreement(
    [file('a.go', 'b();\n'), file('b.go', 'c();\n')],
    [file('c.go', 'd();\n'), file('a.go', 'b(); // new\n')],
  );
  assert.deepEqual(
    [both.map(({ path, code }) => [path, code.relation]), onlyOne, onlyOther],
    [[['a.go', 'layout']], ['b.go'], ['c.go']],
  );
});
