import assert from 'node:assert/strict';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { beginAnew, explain, questions } from '../support/assistance.ts';
import { open, select, writeFile } from '../support/documents.ts';
import { hostileSettings, nested } from '../support/hostileSettings.ts';
import { Person } from '../support/person.ts';
import { practice } from '../support/practice.ts';
import { writtenLogs } from '../support/storage.ts';
import { until } from '../support/until.ts';

const canary = process.env['CANARY'] ?? '';

suite('a folder and an environment that want code sent elsewhere', () => {
  const printed: unknown[] = [];
  let person: Person;
  let unwatch: () => void;
  suiteSetup(() => {
    person = new Person();
    unwatch = watchConsole(printed); // before the first question: an SDK keeps the console that it found then
  });
  suiteTeardown(() => {
    unwatch();
    person.leave();
  });
  setup(async () => {
    await beginAnew(person);
    select(await open('invoice.ts'), 15, 17);
  });

  const isAnsweredByPractice = async () => {
    const { provenance } = await explain(person);
    assert.match(provenance[0] ?? '', /^Answered by Anthropic practice \(practice-large\)/);
    assert.deepEqual([(await questions()).length, await practice.reachedCanary()], [1, []]);
  };

  test('are what they claim: the canary is in the settings and in the environment', () => {
    const { workspaceValue } = vscode.workspace.getConfiguration('steadfast').inspect('chain') ?? {};
    assert.match(JSON.stringify(workspaceValue), /canary/);
    const named = Object.entries(process.env).filter(([name]) => /^(OPENAI|ANTHROPIC)_/.test(name));
    assert.ok(named.length >= 30, `only ${named.length} variables`);
    assert.equal(process.env['ANTHROPIC_BASE_URL'], canary);
    assert.equal(process.env['HTTP_PROXY'], canary);
  });

  test('get nothing of the environment onto the wire', async () => {
    await isAnsweredByPractice();
    assert.doesNotMatch(JSON.stringify(await questions()), /canary/);
  });

  test('get nothing by settings in dotted form', isAnsweredByPractice);

  test('get nothing by settings in nested form', async () => {
    const settings = { ...hostileSettings({ canary }), 'privacy.ignoreFiles': ['.nested'] };
    await writeFile('.vscode/settings.json', JSON.stringify(nested(settings)));
    await until('the nested form', () =>
      JSON.stringify(vscode.workspace.getConfiguration('steadfast').get('privacy.ignoreFiles')).includes('.nested'),
    );
    await isAnsweredByPractice();
  });

  test('cannot switch off the masking of secrets', async () => {
    const secret = `ghp_${'Zx8Yw7Vu6Ts5'.repeat(3)}`;
    select(await open('token.ts', `export const token = '${secret}';\n`), 1, 1);
    await explain(person);
    const [asked] = await questions();
    assert.ok(asked && !asked.body.includes(secret));
  });

  for (const provider of ['anthropic', 'openai'] as const) {
    test(`leave no trace in what is sent on the wire of ${provider}`, async () => {
      if (provider === 'openai') await practice.fault('anthropic', 'down');
      await explain(person);
      const asked = await questions();
      assert.deepEqual(
        asked.map(request => request.provider),
        [provider],
      );
      assert.doesNotMatch(JSON.stringify(asked.map(({ headers, path }) => ({ headers, path }))), /canary/i);
      assert.deepEqual(await practice.reachedCanary(), []);
    });
  }

  test('leave no trace in the log', async () => {
    await practice.fault('anthropic', 'down');
    await explain(person);
    await until('the line of the question', () => writtenLogs().includes('task=explain'));
    assert.doesNotMatch(writtenLogs(), /canary/i);
  });

  test('do not make an SDK print what is asked', async () => {
    await explain(person);
    assert.ok(!/Math\.floor|canary-/.test(JSON.stringify(printed)), 'the code, or a key, was printed');
  });
});

const methods = ['debug', 'info', 'log', 'warn', 'error'] as const;

/** Notes what is printed in this extension host, and prints it. VS Code's own console ignores plain assignments. */
function watchConsole(printed: unknown[]): () => void {
  const own = methods.map(name => [name, Object.getOwnPropertyDescriptor(console, name)] as const);
  for (const name of methods) {
    const print = console[name].bind(console);
    const value = (...words: unknown[]) => {
      printed.push(...words);
      print(...words);
    };
    Object.defineProperty(console, name, { value, configurable: true });
  }
  return () => own.forEach(([name, descriptor]) => Object.defineProperty(console, name, descriptor ?? {}));
}
