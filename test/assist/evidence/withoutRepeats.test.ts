import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutRepeats } from '../../../src/assist/evidence/withoutRepeats.ts';

const found = (text: string) => ({ file: 'a.ts', line: 1, language: 'typescript', text });

// sourcegraph/sourcegraph-public-snapshot #53662: the same text was sent again and again
test('what stands around the code, or was found before, is not sent a second time', () => {
  const evidence = withoutRepeats(
    {
      definitions: [found('one();'), found('two();\n')],
      edits: [found('two();'), found('three();')],
      project: ['tests: jest'],
    },
    ['let a;\none();\n'],
  );
  assert.deepEqual(evidence, {
    definitions: [found('two();\n')],
    edits: [found('three();')],
    project: ['tests: jest'],
  });
});

test('nothing is left of evidence that was sent anyway', () => {
  assert.deepEqual(withoutRepeats({ callers: [found('one();')] }, ['one();']), {});
});
