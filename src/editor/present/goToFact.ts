import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { lineInFile } from '../../assist/placing/factLine.ts';
import type { Conversation } from '../../interaction/conversation/conversation.ts';
import { factsView } from '../../interaction/conversation/factsView.ts';
import type { User } from '../../interaction/platform/user.ts';
import { documentAt } from './documentWriter.ts';
import type { FactMarks } from './factMarks.ts';
import { textNow } from './proposedChange.ts';

/** A fact about the answer of a turn, counted from 0. */
export interface FactPlace {
  readonly conversation: Conversation;
  readonly id: string;
  readonly fact: number;
}

/** What going there needs of the world. */
export interface FactParts {
  readonly user: Pick<User, 'warn'>;
  readonly facts: Pick<FactMarks, 'reveal'>;
}

/** Shows the line that a fact is about: in the diff while that is open, else in the file, before or after the edit. */
export async function goToFact({ conversation, id, fact }: FactPlace, { user, facts }: FactParts): Promise<void> {
  const turn = conversation.turns.find(each => each.id === id);
  const asked = conversation.askedIn(id);
  const line = turn && factsView(turn)?.facts[fact]?.at?.line;
  if (!turn || !asked || line === undefined) return;
  if (await facts.reveal(id, line)) return;
  const { assistance, context, place } = asked;
  const outcome = assistance.read(turn.text, context);
  const document = place && (await documentAt(vscode.Uri.parse(place.uri)));
  if (outcome.kind !== 'replacement' || !document) return user.warn(goneText());
  const { original = context.code, code: replacement } = outcome;
  const found = lineInFile(line, { original, replacement, mark: place.mark }, textNow(document));
  if (found === undefined) return user.warn(goneText());
  const shown = vscode.window.visibleTextEditors.find(editor => editor.document === document);
  await vscode.window.showTextDocument(document, {
    viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One,
    selection: new vscode.Range(found, 0, found, 0),
  });
}

const goneText = (): string =>
  l10n.t('The code that this is about has changed since, so its line is not known any more.');
