import * as vscode from 'vscode';
import type { Gathering } from '../../assist/assistance.ts';
import type { AskRequest } from '../../interaction/asking/askRequest.ts';
import { wordsText } from '../../interaction/text/assistanceText.ts';
import { lineOnlyText } from '../../interaction/asking/lineOnlyText.ts';

/** What tells beforehand how much will be sent. */
export interface Estimating {
  /** What asking will take, in a few words; empty: nobody can be asked. */
  readonly estimate: (asked: AskRequest) => Promise<string>;
}

/**
 * Lets the user type a question or an instruction. The box names what it is about, and says what asking will take as soon as
 * that is known. undefined: the user turned away, or typed nothing.
 */
export function askForWords(
  kind: Exclude<Gathering['words'], 'none'>,
  asked: AskRequest,
  { estimate }: Estimating,
): Promise<string | undefined> {
  const { title, placeHolder } = wordsText(kind, asked.context);
  const box = Object.assign(vscode.window.createInputBox(), { title, placeholder: placeHolder });
  const lineOnly = lineOnlyText(asked.context) ?? '';
  box.prompt = lineOnly;
  const { promise, resolve } = Promise.withResolvers<string | undefined>();
  box.onDidAccept(() => {
    resolve(box.value.trim() || undefined);
    box.hide();
  });
  box.onDidHide(() => resolve(undefined));
  box.show();
  const tell = (said: string): void => void (box.prompt = [said, lineOnly].filter(words => words !== '').join(' · '));
  estimate(asked).then(tell, () => undefined); // it is only said beside: what is wrong is told by the question itself
  return promise.finally(() => box.dispose());
}
