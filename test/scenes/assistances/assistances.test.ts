import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { beginAnew, questions } from '../support/assistance.ts';
import { Person } from '../support/person.ts';
import { practice } from '../support/practice.ts';
import { until } from '../support/until.ts';
import { linter, rows } from './rows.ts';

const everybody = ['anthropic', 'openai', 'local'] as const;

suite('every assistance', () => {
  let person: Person;
  suiteSetup(() => (person = new Person()));
  suiteTeardown(() => person.leave());
  setup(async () => {
    await vscode.commands.executeCommand('steadfast.discardEdit');
    linter.clear();
    await beginAnew(person);
  });

  for (const { task, ask, result, right, inPanel, meddle, meddled } of rows) {
    suite(task, () => {
      test('answers', async () => {
        await ask(person);
        assert.match(await result(person), right);
        assert.equal((await questions()).length, 1);
      });

      test('answers when the first target is down, and says who did', async () => {
        await practice.fault('anthropic', 'down');
        await ask(person);
        assert.match(await result(person), right);
        assert.ok((await questions()).some(({ provider }) => provider === 'openai'));
      });

      test('answers when the first target breaks off in the middle', async () => {
        await practice.fault('anthropic', 'cut', { afterChunks: 3 });
        await ask(person);
        assert.match(await result(person), right);
      });

      test('cancelled, leaves nothing behind', async () => {
        await Promise.all(everybody.map(provider => practice.fault(provider, 'hang')));
        const asking = ask(person);
        await until('a question on its way', async () => (await questions()).length > 0);
        await vscode.commands.executeCommand('steadfast.cancel');
        await asking;
        assert.equal(await result(person), '');
        assert.equal(person.panels.length, inPanel ? 1 : 0);
      });

      test('whose answer is malformed, is shown and not used', async () => {
        await Promise.all(everybody.map(provider => practice.fault(provider, 'nonsense')));
        await ask(person);
        assert.equal(await result(person), '');
        assert.equal(person.panels.length, 1);
      });

      test('that nobody answers, says so and changes nothing', async () => {
        await Promise.all(everybody.map(provider => practice.fault(provider, 'down')));
        await ask(person);
        const turn = await person.reads();
        assert.equal(await result(person), '');
        assert.notEqual(turn.notice, undefined);
      });

      if (meddle)
        test('for which something was changed meanwhile, is shown, and nothing of the change is lost or hidden', async () => {
          await practice.fault('anthropic', 'slow', { firstTokenMs: 1_500, chunkMs: 1 });
          const asking = ask(person);
          await until('a question on its way', async () => (await questions()).length > 0);
          await meddle();
          await asking;
          await vscode.commands.executeCommand('steadfast.acceptEdit');
          if (meddled) assert.match(await meddled.found(person), meddled.right);
          else assert.doesNotMatch(vscode.window.activeTextEditor?.document.getText() ?? '', right);
        });
    });
  }
});
