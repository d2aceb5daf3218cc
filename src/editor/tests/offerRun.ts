import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import type { User } from '../../interaction/platform/user.ts';
import { testResult } from '../../interaction/tests/testResult.ts';
import { hasRunNone, testResultText } from '../../interaction/tests/testResultText.ts';

/** A file that was just saved is known to who runs tests after so long, ms, or it is not. */
const knownAfterMs = 3_000;
const lookEveryMs = 200;

/** What offering to run tests needs of the world. */
export interface RunParts {
  readonly user: Pick<User, 'offer'>;
  /** Tells what was done, without a box. */
  readonly mention: (words: string) => void;
}

/** Offers to save and run tests that were accepted, where VS Code has somebody who runs tests, and says what came of them. */
export async function offerRun(document: vscode.TextDocument, parts: RunParts): Promise<void> {
  const { user } = parts;
  if (!(await hasController())) return;
  const run = l10n.t('Save and Run');
  const name = document.uri.path.split('/').at(-1) ?? '';
  const message = l10n.t('The tests stand in {0}, not yet saved.', name);
  if ((await user.offer({ kind: 'information', message, buttons: [run] })) !== run) return;
  const saved = document.isUntitled
    ? await vscode.workspace.save(document.uri)
    : (await document.save()) && document.uri;
  if (!saved) return;
  await untilKnown(saved);
  await vscode.window.showTextDocument(saved);
  await sayResult(name, await vscode.commands.executeCommand('testing.runCurrentFile'), parts);
}

/** Where VS Code gives nothing back, it has shown itself what came of it. */
async function sayResult(file: string, given: unknown, { user, mention }: RunParts): Promise<void> {
  const result = testResult(given);
  if (!result) return;
  const message = testResultText(file, result);
  if (result.failed.length === 0 && !hasRunNone(result)) return mention(message);
  const show = l10n.t('Show Test Results');
  if ((await user.offer({ kind: 'warning', message, buttons: [show] })) === show)
    await vscode.commands.executeCommand('workbench.panel.testResults.view.focus');
}

/** Until its tests were found, or long enough for that. */
async function untilKnown(uri: vscode.Uri): Promise<void> {
  const until = performance.now() + knownAfterMs;
  for (;;) {
    const found = await asked('vscode.testing.getTestsInFile', uri);
    if (!Array.isArray(found) || found.length > 0 || performance.now() > until) return;
    await new Promise(resolve => setTimeout(resolve, lookEveryMs));
  }
}

/** Does an extension run tests here? */
async function hasController(): Promise<boolean> {
  const found = await asked('vscode.testing.getControllersWithTests');
  return Array.isArray(found) && found.length > 0;
}

/** undefined: a version of VS Code that does not tell. */
async function asked(command: string, ...given: readonly unknown[]): Promise<unknown> {
  try {
    return await vscode.commands.executeCommand(command, ...given);
  } catch {
    return undefined;
  }
}
