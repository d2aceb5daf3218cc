import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instructionPaths } from '../../../src/assist/instructions/instructionPaths.ts';
import { instructionDefaults } from '../../../src/interaction/settings/instructionSettings.ts';

const pathsOf = (file: string | undefined, off: Partial<typeof instructionDefaults> = {}): readonly string[] =>
  instructionPaths(file, { ...instructionDefaults, ...off }).map(({ path }) => path);

test('what is nearer to the file stands later', () => {
  assert.deepEqual(pathsOf('api/a.ts'), [
    '.github/copilot-instructions.md',
    '.claude/CLAUDE.md',
    'CLAUDE.md',
    'CLAUDE.local.md',
    'AGENTS.md',
    'api/CLAUDE.md',
    'api/CLAUDE.local.md',
    'api/AGENTS.md',
  ]);
});

test('each kind can be switched off', () => {
  assert.deepEqual(pathsOf('a.ts', { claude: false }), ['.github/copilot-instructions.md', 'AGENTS.md']);
  assert.deepEqual(pathsOf('a.ts', { claude: false, agents: false, copilot: false }), []);
});

test('about no file only the top is looked into', () => {
  assert.deepEqual(pathsOf(undefined, { claude: false }), ['.github/copilot-instructions.md', 'AGENTS.md']);
});

test('what lies in a folder of other people’s code gives no instructions', () => {
  for (const folder of ['node_modules', 'vendor', 'third_party', '.venv', 'Pods'])
    assert.ok(!pathsOf(`${folder}/x/a.js`).some(path => path.startsWith(folder)), folder);
});

test('of a file that lies deep the nearest folders are looked into', () => {
  const found = pathsOf(`${'a/'.repeat(40)}b.ts`, { claude: false, copilot: false });
  assert.deepEqual([found.length, found.at(-1)], [13, `${'a/'.repeat(40)}AGENTS.md`]);
});
