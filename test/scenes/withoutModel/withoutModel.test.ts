import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import type { Task } from '../../../src/core/model/purpose.ts';
import { linter, rows } from '../assistances/rows.ts';
import { beginAnew } from '../support/assistance.ts';
import { Person } from '../support/person.ts';
import { practice } from '../support/practice.ts';
import { until } from '../support/until.ts';

/** What each says when every target is down, by what only it can say; and what its draft becomes when the user has it shown. */
const expected: Readonly<Partial<Record<Task, { readonly says: RegExp; readonly draft?: RegExp }>>> = {
  explain: { says: /` round `[^]*assist-\d+\.ts[^]*Rounds to whole cents[^]*3 lines of code/ },
  ask: { says: /Your question itself is not answered\.[^]*Signature and documentation/ },
  fix: { says: /Half cents are lost: use Math\.round\.[^]*offers no quick fix/ },
  docs: {
    says: /frame of a comment/,
    draft:
      /\/\*\*\n \* TODO: say what show does\.\n \*\n \* @param amount TODO\n \* @returns TODO\n \*\/\nexport function show/,
  },
  tests: {
    says: /frame of a new file[^]*node:test is assumed/,
    draft: /import \{ round \} from '\.\/assist-\d+'[^]*test\.todo\('round: ordinary values'\)/,
  },
  rename: { says: /A name that says more about the purpose takes a model/ },
  review: { says: /No model has judged[^]*Nothing else stands out/ },
  reviewChanges: { says: /1 file, 2 lines added, 2 removed\.[^]*no test with it/ },
  reviewCommit: { says: /1 file, 2 lines added, 2 removed\./ },
  commitMessage: {
    says: /Why, the diff does not tell[^]*notes\.txt/,
    draft: /^docs: update notes\.txt$|^update notes\.txt$/i,
  },
};

suite('without a model', () => {
  let person: Person;
  suiteSetup(() => (person = new Person()));
  suiteTeardown(() => person.leave());
  setup(async () => {
    await vscode.commands.executeCommand('steadfast.discardEdit');
    linter.clear();
    await beginAnew(person);
    for (const provider of ['anthropic', 'openai', 'local'] as const) await practice.fault(provider, 'down');
  });

  for (const { task, ask, result } of rows) {
    const { says, draft } = expected[task] ?? {};
    if (!says)
      test(`${task} says that nobody answered, and offers to ask later`, async () => {
        await ask(person);
        const { phase, actions } = await person.reads();
        assert.equal(phase, 'failed');
        assert.ok(actions.some(({ action }) => action === 'askLater'));
      });
    else
      test(`${task} says what is known, applies nothing, and offers to ask later`, async () => {
        await ask(person);
        const { phase, text, notice, actions } = await person.reads();
        assert.equal(phase, 'done');
        assert.match(text, /^This text does not come from a model/);
        assert.match(text, says);
        assert.match(notice?.title ?? '', /No model answered/);
        assert.ok(actions.some(({ action }) => action === 'askLater'));
        assert.equal(
          actions.some(({ label }) => label === 'Show Draft'),
          draft !== undefined,
        );
        if (task !== 'rename') assert.equal(await result(person), '');
        if (!draft) return;
        person.panels.at(-1)?.press('showEdit');
        const shown = async () => [await result(person)].find(text => text !== '');
        assert.match(await until('the draft', shown), draft);
      });
  }
});
