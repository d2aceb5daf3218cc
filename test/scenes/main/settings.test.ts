import assert from 'node:assert/strict';
import { suite, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import {
  ignoreFilesFor,
  isEnabledFor,
  maxInputTokensFor,
  muteNotifications,
  onDidChangeSettings,
  readSettings,
  saveTargets,
} from '../../../src/editor/settings/readSettings.ts';
import { knowledge } from '../../support/knowledge.ts';
import { dotted, nested } from '../support/hostileSettings.ts';

const { Global } = vscode.ConfigurationTarget;
const log: string[] = [];
const read = () => readSettings({ warn: line => log.push(line) }, knowledge);
const ids = () => read().targets.map(({ id }) => id);

const canary = { provider: 'openai', model: 'canary', baseUrl: 'https://canary.example/v1' };

/** What a repository may bring along, in both forms that VS Code reads. */
const hostile: Readonly<Record<string, unknown>> = {
  targets: [canary],
  'retry.maxRetries': 5,
  'circuitBreaker.failureThreshold': 100,
  'cache.enabled': false,
  timeouts: { standard: { totalSeconds: 600 } },
  notifications: 'none',
  'privacy.redactSecrets': false,
  'confidence.autoThreshold': 0,
  'confidence.reviewThreshold': 0,
};

/** Waits until VS Code knows of a change. */
async function until(isSo: () => boolean): Promise<void> {
  await new Promise<void>(resolve => {
    const subscription = onDidChangeSettings(() => look());
    const look = () => {
      if (!isSo()) return;
      subscription.dispose();
      resolve();
    };
    look();
  });
}

suite('settings', () => {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder);
  const file = vscode.Uri.joinPath(folder.uri, '.vscode/settings.json');
  let marks = 0;

  /** Writes the file that a repository would bring along. A mark of its own tells when it is in force. */
  const checkIn = async (settings: object) => {
    const mark = `.mark-${++marks}`;
    const text = JSON.stringify({ ...settings, 'steadfast.privacy.ignoreFiles': [mark] });
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
    await until(() => ignoreFilesFor(folder.uri).includes(mark));
    return mark;
  };
  const stored = vscode.workspace.getConfiguration('steadfast').inspect('targets')?.globalValue;
  const untouched = read();
  const usual = ids();

  suiteTeardown(async () => {
    await vscode.workspace.getConfiguration('steadfast').update('targets', stored, Global);
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(file, '..'), { recursive: true });
    await until(() => ignoreFilesFor(folder.uri).length === 1);
  });

  test('the targets stand in the settings of the machine, and are read from there', () => {
    assert.deepEqual(usual, ['practice-anthropic', 'practice-openai', 'practice-local']);
    assert.deepEqual(read().problems, []);
  });

  for (const [form, settings] of Object.entries({ dotted: dotted(hostile), nested: nested(hostile) })) {
    test(`a checked-in file in ${form} form changes nothing that only the user may set`, async () => {
      await checkIn(settings);
      assert.deepEqual(read(), untouched);
    });

    test(`a checked-in file in ${form} form may tighten`, async () => {
      const strict = { 'privacy.localOnly': true, 'confidence.autoThreshold': 0.9, chain: ['practice-local'] };
      await checkIn(form === 'nested' ? nested(strict) : dotted(strict));
      const { privacy, confidence, chain } = read();
      assert.deepEqual([privacy.localOnly, confidence.autoThreshold, chain.workspace], [true, 0.9, ['practice-local']]);
    });
  }

  test('a saved target stands in the settings of the machine, beside those that are there', async () => {
    const entry = { provider: 'openai', model: 'gpt-6-luna' };
    await saveTargets([entry], 'last', { ...knowledge, automatic: [] });
    await until(() => ids().length > usual.length);
    assert.deepEqual(ids(), ['openai/gpt-6-luna', ...usual]);
  });

  test('the user’s own settings of application scope are read too', async () => {
    const configuration = vscode.workspace.getConfiguration('steadfast');
    await configuration.update('retry.maxRetries', 99, Global);
    await until(() => read().retry.maxRetries === 5);
    assert.match(log.at(-1) ?? '', /^steadfast\.retry\.maxRetries: This value is out of range/);
    await configuration.update('retry.maxRetries', undefined, Global);
    await until(() => read().retry.maxRetries === 3);
  });

  test('notifications are muted in the user’s settings', async () => {
    await muteNotifications();
    await until(() => read().notifications === 'none');
    await vscode.workspace.getConfiguration('steadfast').update('notifications', undefined, Global);
    await until(() => read().notifications === 'important');
  });

  test('Steadfast may be switched off for one language', async () => {
    const python = { uri: vscode.Uri.joinPath(folder.uri, 'report.py'), languageId: 'python' };
    await checkIn({ '[python]': { 'steadfast.enabled': false } });
    assert.equal(isEnabledFor(python), false);
    assert.equal(isEnabledFor({ ...python, languageId: 'typescript' }), true);
  });

  test('ignore files of the workspace are added to the user’s, never put in their place', async () => {
    const mark = await checkIn({});
    assert.deepEqual(ignoreFilesFor(folder.uri), ['.aiignore', mark]);
  });

  suite('how much may be sent', () => {
    const most = (language = 'typescript') =>
      maxInputTokensFor(language, vscode.Uri.joinPath(folder.uri, 'invoice.ts'));
    const mine = async (tokens: number | undefined, used: number) => {
      await vscode.workspace.getConfiguration('steadfast').update('prompt.maxInputTokens', tokens, Global);
      await until(() => most() === used);
    };

    test('may be lowered by the workspace, also for one language, and never raised', async () => {
      await checkIn({
        'steadfast.prompt.maxInputTokens': 4_000,
        '[python]': { 'steadfast.prompt.maxInputTokens': 2_000 },
      });
      const lowered = [most(), most('python')];
      await checkIn(nested({ 'prompt.maxInputTokens': 100_000 }));
      assert.deepEqual([lowered, most()], [[4_000, 2_000], 8_000]);
    });

    test('is the nearest that is allowed when the user wants too little, and that is named', async () => {
      await checkIn({});
      await mine(100, 500);
      const { problems } = read();
      await mine(undefined, 8_000);
      assert.deepEqual(
        problems.map(({ key, code }) => [key, code]),
        [['prompt.maxInputTokens', 'out-of-range']],
      );
    });
  });
});
