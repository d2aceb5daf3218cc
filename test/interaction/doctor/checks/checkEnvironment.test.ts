import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { checkEnvironment, sdkVariables } from '../../../../src/interaction/doctor/checks/checkEnvironment.ts';
import { knowledge } from '../../../support/knowledge.ts';

const facts = (environment: Readonly<Record<string, string>>, hasKey = false) => ({
  environment,
  knowledge,
  hasKey: () => hasKey,
});

/** What both SDKs have in their code as the name of a variable; where the home is and which region, steer no request of ours. */
function readByTheSdks(): readonly string[] {
  const root = path.join(import.meta.dirname, '../../../../node_modules');
  const files = ['openai', '@anthropic-ai/sdk'].flatMap(name =>
    globSync('**/*.js', { cwd: path.join(root, name) }).map(file => path.join(root, name, file)),
  );
  const names = files.flatMap(file =>
    [...readFileSync(file, 'utf8').matchAll(/\breadEnv\)?\(\s*['"]([A-Z_]+)['"]/g)].map(([, name = '']) => name),
  );
  const elsewhere = /^(?:APPDATA|HOME|PATH|USERPROFILE|XDG_CONFIG_HOME|AWS_(?:DEFAULT_)?REGION|GOOGLE_CLOUD_\w+)$/;
  return [...new Set(names)].filter(name => !elsewhere.test(name));
}

test('every variable that the SDKs read is known', () => {
  const read = readByTheSdks();
  assert.ok(read.length > 20);
  assert.deepEqual(
    read.filter(name => !sdkVariables.includes(name)),
    [],
  );
});

// openai/codex#1487: the same variable steers other programs, so people expect it to; what it holds is told to nobody
test('what is set is named as ignored, and no value is told', () => {
  const findings = checkEnvironment(
    facts({ OPENAI_BASE_URL: 'https://user:pass@proxy.example.com', OPENAI_ORG_ID: 'org-very-private', PATH: '/bin' }),
  );
  assert.deepEqual(findings, [
    { area: 'environment', code: 'ignored', level: 'fine', names: ['OPENAI_BASE_URL', 'OPENAI_ORG_ID'] },
  ]);
});

test('a key in the environment is offered to be imported while none is saved for its provider', () => {
  const key = { OPENAI_API_KEY: 'sk-planted-in-the-environment' };
  const [, importable] = checkEnvironment(facts(key));
  assert.deepEqual(importable, {
    area: 'environment',
    code: 'importable',
    level: 'warning',
    name: 'OPENAI_API_KEY',
    host: 'api.openai.com',
    fixes: [{ command: 'steadfast.importKeys' }],
  });
  assert.equal(checkEnvironment(facts(key, true)).length, 1);
});

test('an empty variable counts as not set', () => {
  assert.deepEqual(
    checkEnvironment(facts({ OPENAI_API_KEY: '' })).map(({ code }) => code),
    ['nothing-steers'],
  );
});
