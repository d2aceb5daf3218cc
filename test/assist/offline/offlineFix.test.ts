import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fix } from '../../../src/assist/tasks/fix.ts';
import { rankedFixes } from '../../../src/assist/offline/offlineFix.ts';
import { saidOf, usedDraft } from './saidOf.ts';

const code = 'const total = lenght;\n';
const diagnostics = [{ line: 3, severity: 'Error', message: "Cannot find name 'lenght'." }];
const fixed = 'const total = length;\n';

// https://github.com/astral-sh/ruff-vscode/issues/392 and https://github.com/microsoft/vscode/issues/185042
test('what only hides a problem stands last, whatever the order in which it is offered', () => {
  const titles = [
    'Ruff (F821): Disable for this line',
    'Add "import x"',
    'Fix all spelling',
    'Change to y',
    'Ignore this error message',
  ];
  const offered = titles.map(title => ({ title, line: 1, isPreferred: title.startsWith('Change') }));
  assert.deepEqual(
    rankedFixes(offered).map(({ title }) => title),
    [
      'Change to y',
      'Add "import x"',
      'Fix all spelling',
      'Ruff (F821): Disable for this line',
      'Ignore this error message',
    ],
  );
});

test('the problems are told, and the quick fixes of the editor, the best of them as a draft', async () => {
  const fixes = [
    { title: 'Disable rule', line: 3, isPreferred: false, code: '// off\n' },
    { title: "Change spelling to 'length'", line: 3, isPreferred: true, code: fixed },
  ];
  const said = await saidOf(fix, { code }, { diagnostics, fixes });
  assert.match(said.text, /^This text does not come from a model/);
  assert.match(said.text, /Error, line 3: ` Cannot find name 'lenght'\. `/);
  assert.match(
    said.text,
    /- line 3: ` Change spelling to 'length' `, recommended by its extension\n- line 3: ` Disable rule `, only hides/,
  );
  assert.equal(usedDraft(fix, { code }, said), fixed);
});

test('what only hides the problem is never the draft', async () => {
  const fixes = [{ title: 'Suppress this warning', line: 3, isPreferred: true, code: fixed }];
  assert.equal((await saidOf(fix, { code }, { diagnostics, fixes })).draft, undefined);
});

test('without problems and fixes it says so, and what was asked in words is still open', async () => {
  const { text, draft } = await saidOf(fix, { code, input: 'it is too slow' });
  assert.match(text, /Your question itself is not answered\.[^]*reports no problem here\.[^]*offers no quick fix/);
  assert.equal(draft, undefined);
});
