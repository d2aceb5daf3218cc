import assert from 'node:assert/strict';
import { test } from 'node:test';
import { warnOfUncheckedCertificates } from '../../../src/interaction/platform/certificateWarning.ts';

const warned = (environment: Readonly<Record<string, string | undefined>>): readonly string[] => {
  const said: string[] = [];
  warnOfUncheckedCertificates(environment, { warn: text => void said.push(text) });
  return said;
};

test('an environment that turns the checks of certificates off is warned of, in words that say what to do', () => {
  const [said = '', ...more] = warned({ NODE_TLS_REJECT_UNAUTHORIZED: '0' });
  assert.match(said, /not checked.*NODE_TLS_REJECT_UNAUTHORIZED.*Remove that variable/);
  assert.deepEqual(more, []);
});

test('one that leaves them on is not', () => {
  for (const value of [undefined, '', '1', 'false'])
    assert.deepEqual(warned({ NODE_TLS_REJECT_UNAUTHORIZED: value }), []);
});
