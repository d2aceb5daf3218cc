import type * as vscode from 'vscode';
import type { EditTaker } from '../../interaction/asking/askRequest.ts';
import type { Conversation } from '../../interaction/conversation/conversation.ts';
import type { DocumentFileParts } from '../documentation/documentFile.ts';
import { registerDocumentFile } from '../documentation/registerDocumentFile.ts';
import type { PromptFileParts } from '../instructions/promptFiles.ts';
import { type PreviewParts, registerPreviewPrompt } from '../request/previewPrompt.ts';
import { type AssistParts, registerAssistCommands } from './assistCommands.ts';

/** What the commands that ask need of the world. */
export type QuestionCommandParts = Omit<AssistParts, 'begin'> &
  Omit<DocumentFileParts, 'begin'> &
  Omit<PreviewParts, 'promptFiles'> &
  PromptFileParts;

/** Where a question begins: a conversation, which may give its edits to somebody. */
export interface Beginnings {
  readonly begin: () => Conversation;
  readonly beginTaking: (taker: EditTaker) => Conversation;
}

/** Every command that asks, or shows what would be asked. */
export function registerQuestionCommands(
  parts: QuestionCommandParts,
  { begin, beginTaking }: Beginnings,
): readonly vscode.Disposable[] {
  return [
    ...registerAssistCommands({ ...parts, begin }),
    registerDocumentFile({ ...parts, begin: beginTaking }),
    registerPreviewPrompt({
      ...parts,
      promptFiles: async () => (await import('../instructions/promptFiles.ts')).promptFileRequests(parts),
    }),
  ];
}
