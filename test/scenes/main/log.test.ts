import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';
import { Failure } from '../../../src/core/model/failure.ts';
import type { AttemptNote } from '../../../src/core/model/note.ts';
import { createLog } from '../../../src/editor/platform/log.ts';

suite('the log', () => {
  // VS Code's own logger is a native module, which the VS Code of these tests may lack: then its output stays empty
  test('has a line for each attempt and one for the question', () => {
    const lines: string[] = [];
    const write = (level: string) => (text: string) => lines.push(`${level} ${text}`);
    const log = createLog({ info: write('info'), warn: write('warn'), show: () => undefined });
    const failure = new Failure('overloaded', { target: 'claude', sent: 'maybe' });
    const attempt: AttemptNote = {
      kind: 'attempt',
      target: 'claude',
      number: 1,
      outcome: 'overloaded',
      tookMs: 4,
      spent: 'input',
    };
    log.ended?.({
      id: 'q17',
      task: 'explain',
      at: 0,
      tookMs: 5,
      promptLength: 0,
      maxOutputTokens: 1_000,
      complexity: 0,
      notes: [attempt],
      end: { failure },
    });
    assert.deepEqual(lines, [
      'warn attempt id=q17 task=explain target=claude number=1 outcome=overloaded ms=4 spent=input',
      'warn question id=q17 task=explain outcome=overloaded sent=maybe ms=5 attempts=1',
    ]);
  });

  test('opens with its command', async () => {
    await vscode.extensions.getExtension('steadfast.steadfast')?.activate();
    await vscode.commands.executeCommand('workbench.action.closePanel');
    await vscode.commands.executeCommand('steadfast.showLog');
    assert.ok(await shownOutput('steadfast.steadfast'), 'the output view does not show it');
  });
});

/** Waits until the output view shows a channel of this extension, at most 10 s. */
async function shownOutput(extension: string): Promise<boolean> {
  for (let tries = 0; tries < 100; tries += 1) {
    const shown = vscode.window.visibleTextEditors.map(({ document }) => document.uri);
    if (shown.some(uri => uri.scheme === 'output' && uri.path.includes(extension))) return true;
    await wait(100);
  }
  return false;
}
