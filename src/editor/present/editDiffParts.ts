import type * as vscode from 'vscode';
import type { Proposal } from '../../interaction/asking/askRequest.ts';
import type { FileGuard } from '../../interaction/guard/fileGuard.ts';
import type { FindingsIn } from '../asking/readableText.ts';
import type { User } from '../../interaction/platform/user.ts';
import type { DocumentWriter } from './documentWriter.ts';

/** What showing and applying an edit needs of the world. */
export interface EditDiffParts {
  readonly user: Pick<User, 'offer' | 'warn'>;
  readonly guard: FileGuard;
  readonly writer: DocumentWriter;
  readonly findingsIn: FindingsIn;
  /** An edit was applied; `before`: what the editor reported in its file until then. */
  readonly applied: (applied: AppliedEdit) => void;
}

/** An edit that stands in its file now. */
export interface AppliedEdit {
  readonly proposal: Proposal;
  readonly document: vscode.TextDocument;
  readonly before: readonly vscode.Diagnostic[];
}
