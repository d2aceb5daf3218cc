import * as vscode from 'vscode';
import type { Conversation } from '../../interaction/conversation/conversation.ts';

/**
 * The conversation, if the file that it is about can be seen: another extension may call a command at any time, and nothing is
 * asked again of which nobody sees what it is about.
 */
export function inSight(conversation: Conversation | undefined): Conversation | undefined {
  const turn = conversation?.turns.at(-1);
  const uri = turn && conversation?.askedIn(turn.id)?.place?.uri;
  const isSeen = vscode.window.visibleTextEditors.some(({ document }) => document.uri.toString() === uri);
  return isSeen ? conversation : undefined;
}
