import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { comparedProblems, type Problem } from '../../assist/problems/comparedProblems.ts';
import type { CommandId } from '../../interaction/platform/commandIds.ts';
import type { User } from '../../interaction/platform/user.ts';
import { problemsText } from '../../interaction/conversation/problemsText.ts';
import { commandPlace } from '../../interaction/platform/commandPlace.ts';

/** What comparing problems needs of the world. */
export interface FollowParts {
  readonly user: Pick<User, 'offer'>;
  /** Tells what came of it, without a box. */
  readonly mention: (words: string) => void;
}

/** An edit that was accepted to fix problems. */
export interface AppliedFix {
  readonly document: vscode.TextDocument;
  /** What the editor reported right before. */
  readonly before: readonly vscode.Diagnostic[];
  /** Where the code stands that was changed. */
  readonly range: vscode.Range;
  /** It was asked about what another edit had left: then that is not offered once more. */
  readonly isAgain: boolean;
}

/** A language service is waited for this long, ms. */
const longestMs = 10_000;
/** After its last report it is taken to have said all, ms. */
const quietMs = 1_000;

/** Says what became of the problems that an edit was to fix, once the editor has looked again, and offers to ask about what is left. */
export async function followProblems(
  { document, before, range, isAgain }: AppliedFix,
  { user, mention }: FollowParts,
): Promise<void> {
  await reported(document.uri);
  const now = vscode.languages.getDiagnostics(document.uri);
  const asked = new Set(before.filter(each => each.range.intersection(range)).map(each => each.message));
  const compared = comparedProblems(before.map(problemOf), now.map(problemOf));
  const left = compared.left.filter(({ message }) => asked.has(message));
  const said = problemsText({ ...compared, left });
  mention(said);
  const open = now.filter(each => left.some(({ message }) => message === each.message) || isNew(each, compared.added));
  const [first] = open;
  if (!first || isAgain) return;
  const again = l10n.t('Ask about What Is Left');
  if ((await user.offer({ kind: 'information', message: said, buttons: [again] })) !== again) return;
  const place = {
    ...commandPlace(
      document,
      open.reduce((whole, each) => whole.union(each.range), first.range),
    ),
    isAgain: true,
  };
  await vscode.commands.executeCommand('steadfast.fix' satisfies CommandId, place);
}

const isNew = (diagnostic: vscode.Diagnostic, added: readonly Problem[]): boolean =>
  added.some(({ message }) => message === diagnostic.message);

/** Resolves when the problems of a file were reported and have not changed for a while, or after the longest time. */
function reported(uri: vscode.Uri): Promise<void> {
  return new Promise(resolve => {
    let quiet: NodeJS.Timeout | undefined;
    const done = (): void => {
      subscription.dispose();
      clearTimeout(quiet);
      clearTimeout(longest);
      resolve();
    };
    const longest = setTimeout(done, longestMs);
    const subscription = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (!uris.some(each => each.toString() === uri.toString())) return;
      clearTimeout(quiet);
      quiet = setTimeout(done, quietMs);
    });
  });
}

const severities = ['error', 'warning', 'information', 'hint'] as const;

export const problemOf = ({ severity, message, source = '', code }: vscode.Diagnostic): Problem => ({
  severity: severities[severity] ?? 'information',
  message,
  source,
  code: String(typeof code === 'object' ? code.value : (code ?? '')),
});
