import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import type { Sign } from '../../core/model/answer.ts';
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

/**
 * Offers to save and run tests that were accepted, where VS Code has somebody who runs tests, and says what came of them; gives that as a
 * sign of their answer. undefined: none was run, or nothing is known.
 */
export async function offerRun(document: vscode.TextDocument, parts: RunParts): Promise<Sign | undefined> {
  const { user } = parts;
  if (!(await hasController())) return undefined;
  const run = l10n.t('Save and Run');
  const name = document.uri.path.split('/').at(-1) ?? '';
  const message = l10n.t('The tests stand in {0}, not yet saved.', name);
  if ((await user.offer({ kind: 'information', message, buttons: [run] })) !== run) return undefined;
  const saved = document.isUntitled
    ? await vscode.workspace.save(document.uri)
    : (await document.save()) && document.uri;
  if (!saved) return undefined;
  await untilKnown(saved);
  await vscode.window.showTextDocument(saved);
  return sayResult(name, await vscode.commands.executeCommand('testing.runCurrentFile'), parts);
}

/** Where VS Code gives nothing back, it has shown itself what came of it. */
function sayResult(file: string, given: unknown, { user, mention }: RunParts): Sign | undefined {
  const result = testResult(given);
  if (!result) return undefined;
  const message = testResultText(file, result);
  if (result.failed.length === 0 && !hasRunNone(result)) {
    mention(message);
    return { code: 'ran-well', weight: 'good', facts: { name: file } };
  }
  const show = l10n.t('Show Test Results');
  void user
    .offer({ kind: 'warning', message, buttons: [show] })
    .then(chosen => chosen === show && vscode.commands.executeCommand('workbench.panel.testResults.view.focus'));
  const { length } = result.failed;
  return length === 0 ? undefined : { code: 'ran-badly', weight: 'soft', facts: { name: file, failed: length } };
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
