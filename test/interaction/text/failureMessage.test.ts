import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure, failureRules, type FailureDetails, type FailureKind } from '../../../src/core/model/failure.ts';
import { failureName } from '../../../src/interaction/text/failureNames.ts';
import { failureMessage } from '../../../src/interaction/text/failureMessage.ts';
import { assertReadable } from './everyRow.ts';

const kinds = Object.keys(failureRules) as readonly FailureKind[];
const labelOf = (target: string): string => (target === 'anthropic/claude' ? 'Claude' : target);

function words(kind: FailureKind, details: FailureDetails = {}) {
  return failureMessage(new Failure(kind, { target: 'anthropic/claude', ...details }), labelOf);
}

/** Everything a failure may know. */
const everything: FailureDetails = {
  status: 503,
  retryAfterMs: 12_000,
  facts: {
    host: 'api.example.test',
    port: 8443,
    limitMs: 30_000,
    model: 'claude-9',
    parameter: 'top_k',
    to: 'https://login.example.test',
    address: 'http://api.example.test',
    date: '2026-01-31',
  },
};

/** The finer codes that adapters give. */
const codes: Partial<Record<FailureKind, readonly string[]>> = {
  certificate: ['self-signed', 'unknown-issuer', 'expired', 'not-yet-valid', 'wrong-host', 'untrusted'],
  'wrong-protocol': ['plain-http', 'unencrypted', 'tls', 'not-http', 'upgrade'],
  proxy: ['login', 'refused', 'unreachable'],
  'bad-address': ['malformed', 'scheme', 'userinfo', 'port', 'insecure', 'link-local', 'no-host', 'missing', 'origin'],
  'no-target': ['remote'],
  'not-the-api': ['path', 'status', 'portal', 'html'],
  conflict: ['loading'],
  'no-key': ['', 'lost'],
  auth: ['', 'unsendable'],
  empty: ['', 'tool-call', 'no-room'],
};

for (const kind of kinds) {
  test(`${kind} has words, whatever is known of it`, () => {
    for (const code of ['', ...(codes[kind] ?? [])]) {
      for (const details of [{}, everything, { facts: {} }]) {
        const { happened, todo, buttons } = words(kind, { ...details, code });
        assertReadable(happened, 160);
        if (kind !== 'cancelled') assertReadable(todo, 160);
        assert.ok(buttons.length <= (kind === 'no-target' ? 3 : 2) && !buttons.includes('askAgain'));
      }
    }
    assertReadable(failureMessage(kind, labelOf).happened, 160);
    assertReadable(failureName(kind), 26);
  });
}

test('every finer code has a sentence of its own', () => {
  for (const [kind, finer] of Object.entries(codes) as [FailureKind, readonly string[]][]) {
    const said = new Set(finer.map(code => words(kind, { code }).happened));
    const shared = kind === 'wrong-protocol' || kind === 'not-the-api' ? 1 : 0; // two codes that a person would not tell apart
    assert.equal(said.size, finer.length - shared, kind);
  }
});

test('a server that does not run is named with its port', () => {
  const { happened } = words('server-not-running', { facts: { host: 'localhost', port: 11434 } });
  assert.equal(happened, 'Claude is not running: there is no server at localhost:11434.');
});

test('an IPv6 host is bracketed before its port', () => {
  const { happened } = words('server-not-running', { facts: { host: '::1', port: 1234 } });
  assert.equal(happened, 'Claude is not running: there is no server at [::1]:1234.');
});

test('the usual port is not worth naming', () => {
  const { happened } = words('unknown-host', { facts: { host: 'api.example.test', port: 443 } });
  assert.equal(happened, 'Cannot find the host api.example.test.');
});

test('where no server at all could be reached, it is the network that is told of, and no setting', () => {
  for (const kind of ['unknown-host', 'unreachable', 'connect-timeout'] as const) {
    const { happened, todo, buttons } = words(kind, { facts: { host: 'api.example.test', noNetwork: 1 } });
    assert.match(happened, /^There seems to be no network\. .*api\.example\.test/);
    assert.match(todo, /^Check your network.*on this machine/);
    assert.deepEqual(buttons, ['showLog']);
  }
});

test('where several servers do not run, it is one of them that is to be started', () => {
  const others = [new Failure('server-not-running', { target: 'local' })];
  const todos = [words('server-not-running'), words('server-not-running', { others })].map(({ todo }) => todo);
  assert.deepEqual(
    todos.map(todo => todo.startsWith('Start one of the servers')),
    [false, true],
  );
});

test('a rate limit says when it ends', () => {
  const { happened } = words('rate-limited', { retryAfterMs: 11_400 });
  assert.equal(happened, 'The rate limit of Claude is reached; next try in 15 s.');
});

test('a stall says how long it was waited for', () => {
  const { happened } = words('stalled', { facts: { limitMs: 20_000 } });
  assert.equal(happened, 'No more data from Claude for 20 s; stopped.');
});

test('a rejected key offers to set it', () => {
  assert.deepEqual(words('auth', { status: 401 }), {
    happened: 'Claude rejects the API key (401).',
    todo: 'Enter the key again.',
    buttons: ['setKey', 'showLog'],
  });
});

test('a certificate never comes with a way to ignore it', () => {
  for (const code of codes.certificate ?? []) {
    const { todo, buttons } = words('certificate', { code });
    assert.doesNotMatch(todo, /ignore|anyway|rejectUnauthorized/i);
    assert.deepEqual(buttons, ['showLog']);
  }
});

test('where the address is likely wrong, the one that is likely meant is offered', () => {
  const { todo } = words('not-the-api', { code: 'path', status: 404, facts: { likely: 'https://llm.example/v1' } });
  assert.equal(
    todo,
    'The base URL in the setting steadfast.targets is most likely wrong. Try https://llm.example/v1 instead.',
  );
});

test('what the provider says is quoted, on one line', () => {
  const { happened } = words('bad-request', { status: 400, said: 'max_tokens\u202e:\u001b[31m too\nlarge' });
  assert.equal(happened, 'Claude rejected the request as invalid (400). Its message: “max_tokens : [31m too large”');
});

test('a label that looks like a template stays as it is', () => {
  const { happened } = failureMessage(new Failure('quota', { target: 'x', retryAfterMs: 1 }), () => '{0} {1}');
  assert.equal(happened, 'No credit left at {0} {1}, or its spending limit is reached.');
});

test('without a target it is the model that failed', () => {
  const happened = (['truncated', 'empty'] as const).map(kind => failureMessage(kind, labelOf).happened);
  assert.deepEqual(happened, ['The answer from the model was cut off.', 'The model sent an empty answer.']);
});

// https://github.com/getkimchi/kimchi/pull/1176: "please retry your request" was said of a model that was gone for good
test('of a model that its vendor has retired the successor is named, and not that one may ask again', () => {
  const { happened, todo } = words('not-found', { facts: { model: 'claude-3-opus', successor: 'claude-opus-4-8' } });
  assert.match(happened, /^The model claude-3-opus is not available/);
  assert.match(todo, /^Its provider has retired it\. Choose its successor claude-opus-4-8 or another model/);
});
