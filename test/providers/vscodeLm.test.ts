import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FailureKind } from '../../src/core/model/failure.ts';
import { vscodeLm } from '../../src/providers/vscodeLm.ts';
import { vscodeLmFailure } from '../../src/providers/vscodeLmFailure.ts';
import { failureOf } from '../support/scripted.ts';
import { portsWith, questionWith, targetAt } from './asking.ts';

// how they behave inside of VS Code is tested there: test/scenes/main/vscodeLm.test.ts

test('outside of VS Code there are no models of other extensions, and nothing was sent', async () => {
  const ask = vscodeLm.createAsk(targetAt('vscode-lm', 'http://unused.test'), portsWith());
  const failure = await failureOf(ask(questionWith()));
  const { code, sent, target } = failure.details;
  assert.deepEqual([failure.kind, code, sent, target], ['not-found', 'no-editor', 'no', 'vscode-lm/asked-model']);
});

const withCode = (code: string, more: Error = new Error('text')) => Object.assign(more, { code });
const causedBy = (cause: Error) => new Error('text', { cause });

const errors: readonly (readonly [FailureKind, unknown])[] = [
  ['auth', withCode('NoPermissions')],
  ['not-found', withCode('NotFound')],
  ['rate-limited', withCode('Blocked')],
  ['rate-limited', Object.assign(new Error('text'), { name: 'ChatRateLimited' })],
  ['quota', withCode('Unknown', causedBy(Object.assign(new Error('text'), { name: 'ChatQuotaExceeded' })))],
  ['unreachable', withCode('Unknown', causedBy(causedBy(withCode('ECONNREFUSED'))))],
  ['unknown-host', causedBy(withCode('ENOTFOUND'))],
  ['connect-timeout', causedBy(withCode('UND_ERR_CONNECT_TIMEOUT'))],
  ['reset', causedBy(withCode('ECONNRESET'))],
  ['unknown', new Error('rate limit, quota, 429')],
  ['unknown', 'text'],
  ['unknown', undefined],
];
for (const [index, [kind, error]] of errors.entries()) {
  test(`error ${index + 1} of another extension means '${kind}', by its code and never by its text`, () => {
    assert.equal(vscodeLmFailure(error, '').kind, kind);
  });
}

test('what other extensions say is cut, cleaned of keys and told', () => {
  const { said } = vscodeLmFailure(new Error(`key sk-proj-abcdef0123456789 is\nwrong ${'x '.repeat(200)}`), '').details;
  assert.match(said ?? '', /^key \[key\] is wrong x x/);
  assert.ok((said ?? '').length <= 200);
});

test('a request that was answered in part has left', () => {
  const { sent, partial } = vscodeLmFailure(withCode('NoPermissions'), 'so far').details;
  assert.deepEqual([sent, partial], ['maybe', 'so far']);
});

test('an endless chain of causes ends', () => {
  const error = new Error('text');
  error.cause = error;
  assert.equal(vscodeLmFailure(error, '').kind, 'unknown');
});
