import * as vscode from 'vscode';
import { Failure } from '../../core/model/failure.ts';
import type { Choice, Confirm, ListOfMany, Offer, Typing, User } from '../../interaction/platform/user.ts';
import { shownMessage } from '../../interaction/text/cleanText.ts';

const confirm: Confirm = async ({ question, detail, yes }) =>
  (await vscode.window.showWarningMessage(question, { modal: true, detail }, yes)) === yes;

/** The user, spoken with through VS Code's own boxes. */
export const vscodeUser: User = {
  async pick<T>(title: string, choices: readonly Choice<T>[]) {
    return (await vscode.window.showQuickPick(choices, { title, matchOnDescription: true }))?.value;
  },
  async pickSeveral<T>(title: string, choices: readonly Choice<T>[], list?: ListOfMany) {
    const items = choices.map(choice => ({ ...choice, picked: choice.isPicked ?? choices.length === 1 }));
    const options = { title, matchOnDescription: true, ignoreFocusOut: list?.staysOpen ?? false };
    const hinted = { ...options, ...(list && { placeHolder: list.hint }) };
    const picked = await vscode.window.showQuickPick(items, { ...hinted, canPickMany: true });
    return picked?.map(({ value }) => value);
  },
  async type({ title, prompt, placeholder, value, isSecret = false, check }: Typing) {
    return vscode.window.showInputBox({
      title,
      prompt,
      ...(placeholder === undefined ? {} : { placeHolder: placeholder }),
      ...(value === undefined ? {} : { value }),
      password: isSecret,
      ignoreFocusOut: true, // a key is fetched from another window
      validateInput: check,
    });
  },
  confirm,
  tell: message => void vscode.window.showInformationMessage(shownMessage(message)),
  warn: message => void vscode.window.showWarningMessage(shownMessage(message)),
  async offer({ kind, message: said, buttons }: Offer) {
    const message = shownMessage(said);
    return kind === 'warning'
      ? vscode.window.showWarningMessage(message, ...buttons)
      : vscode.window.showInformationMessage(message, ...buttons);
  },
  async wait<T>(said: string, work: (signal: AbortSignal, tell: (words: string) => void) => Promise<T>) {
    const location = vscode.ProgressLocation.Notification;
    const options = { location, title: shownMessage(said), cancellable: true };
    return vscode.window.withProgress(options, async (progress, token) => {
      const stop = new AbortController();
      const subscription = token.onCancellationRequested(() => stop.abort(new Failure('cancelled')));
      try {
        return await work(stop.signal, words => progress.report({ message: shownMessage(words) }));
      } finally {
        subscription.dispose();
      }
    });
  },
};
