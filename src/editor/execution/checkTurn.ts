import * as vscode from 'vscode';
import type { Conversation } from '../../interaction/conversation/conversation.ts';
import { withSigns } from '../../interaction/conversation/factsView.ts';
import type { Turn } from '../../interaction/conversation/turn.ts';
import { checkByRunning, type CheckParts } from '../../interaction/execution/checkByRunning.ts';
import { editedFiles } from './editedFiles.ts';
import { runnables } from './runnables.ts';

/** What checking the edit of a turn needs besides VS Code's tasks. */
export interface CheckTurnParts extends Pick<CheckParts, 'checkpoints' | 'mention' | 'user'> {
  /** Remembers a turn of which more is known. */
  readonly review: (conversation: Conversation, turn: Turn, waits: boolean) => Promise<void>;
}

/** Checks the edit of a turn by running what the user picks; what comes of it stands with its answer, also after a reload. */
export async function checkTurn(conversation: Conversation, turn: Turn, parts: CheckTurnParts): Promise<void> {
  const sign = await checkByRunning(turn.id, {
    ...parts,
    runnables,
    files: editedFiles,
    isTrusted: () => vscode.workspace.isTrusted,
    takeBack: async () => vscode.commands.executeCommand('steadfast.takeBack'),
  });
  const now = conversation.turns.find(({ id }) => id === turn.id);
  if (!sign || !now) return;
  conversation.learnt(turn.id, withSigns(now, [sign]));
  const known = conversation.turns.find(({ id }) => id === turn.id);
  if (known) await parts.review(conversation, known, false);
}
