import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkExtensions } from '../../../../src/interaction/doctor/checks/checkExtensions.ts';

const extension = (id: string, manifest: unknown = {}) => ({ id, isActive: true, manifest });

// microsoft/vscode#257325, #169336: two providers replaced each other's suggestions, and nobody said which they were
test('extensions with suggestions inside the text are named: those that are known, and those whose manifest looks like it', () => {
  const keyed = { displayName: 'Ghost', contributes: { keybindings: [{ when: 'inlineSuggestionVisible' }] } };
  const [finding] = checkExtensions([
    extension('GitHub.copilot', { displayName: 'GitHub Copilot' }),
    extension('acme.ghost', keyed),
    extension('acme.plain', { displayName: 'Plain', contributes: { commands: [{ command: 'acme.go' }] } }),
    extension('steadfast.steadfast', keyed),
  ]);
  assert.deepEqual(finding, {
    area: 'extensions',
    code: 'inline',
    level: 'fine',
    extensions: [
      { id: 'GitHub.copilot', name: 'GitHub Copilot', isActive: true, isKnown: true },
      { id: 'acme.ghost', name: 'Ghost', isActive: true, isKnown: false },
    ],
  });
});

test('a manifest of any shape is looked at without harm', () => {
  const odd: readonly unknown[] = [null, 7, 'text', { contributes: 'x' }, { contributes: { commands: null } }];
  assert.deepEqual(
    checkExtensions(odd.map((manifest, at) => extension(`acme.odd${at}`, manifest))).map(({ code }) => code),
    ['none-inline'],
  );
});
