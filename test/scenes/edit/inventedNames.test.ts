import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { beginAnew, edit } from '../support/assistance.ts';
import { open, select, writeFile } from '../support/documents.ts';
import { Person } from '../support/person.ts';

const program = `import { log } from './log.js';

export function round(amount) {
  return Math.floor(amount * 100) / 100;
}

export function show(amount) {
  return log(amount.toFixed(2));
}
`;
const answered = (...lines: readonly string[]) =>
  `Reply with exactly:\n\`\`\`js\nexport function round(amount) {\n${lines.join('\n')}\n}\n\`\`\``;

suite('an edit with invented names', () => {
  let person: Person;
  suiteSetup(() => (person = new Person()));
  suiteTeardown(() => person.leave());
  setup(async () => {
    await beginAnew(person);
    await writeFile(
      'names/package.json',
      '{ "name": "names", "type": "module", "dependencies": { "known-kit": "1.0.0" } }',
    );
  });

  const toldOf = async (name: string, ...lines: readonly string[]) => {
    select(await open(`names/${name}`, program), 3, 5);
    await edit(person, answered(...lines));
    const { notice } = await person.reads();
    return (notice?.lines ?? []).join('\n');
  };

  // a helper cannot be shown here: the practice answers what it is asked to, and what the user names is known
  test('is shown with what exists nowhere: the package, and the member of the library', async () => {
    const told = await toldOf(
      'invented.js',
      "  const { withRetry } = require('fast-retry-helpers');",
      "  const { withRetry: again } = require('known-kit');",
      '  return withRetry(() => again(JSON.tryParse(amount)));',
    );
    assert.match(told, /JSON\.tryParse/);
    assert.match(told, /not known to be installed: fast-retry-helpers \(line 2\)/);
    assert.equal(told.includes('known-kit'), false);
  });

  test('of Python, is shown with the packages that no manifest and no environment has', async () => {
    await writeFile('python/pyproject.toml', '[project]\nname = "shop"\ndependencies = ["PyYAML>=6"]\n');
    await writeFile('python/.venv/lib/python3.12/site-packages/anyio/__init__.py', '');
    await writeFile('python/helpers.py', 'def cents(amount):\n    return amount\n');
    const code = 'def rounded(amount):\n    return int(amount * 100) / 100\n\n\nprint(rounded(1.5))\n';
    select(await open('python/rounding.py', code), 1, 2);
    const lines = ['import yaml', 'import anyio', 'import helpers', 'import fast_rounding_kit'];
    const body = [...lines, 'def rounded(amount):', '    return fast_rounding_kit.cents(yaml, anyio, helpers, amount)'];
    await edit(person, `Reply with exactly:\n\`\`\`python\n${body.join('\n')}\n\`\`\``);
    await vscode.commands.executeCommand('steadfast.showAnswers'); // to see what there is
    person.picks(person.lists.at(-1)?.[0] ?? '');
    await vscode.commands.executeCommand('steadfast.showAnswers');
    const facts = (await person.reads()).facts?.facts.map(({ text }) => text).join('\n') ?? '';
    assert.match(facts, /not known to be installed: fast_rounding_kit \(line 4\)/);
  });
});
