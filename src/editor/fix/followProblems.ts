import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import { afterFix } from '../../assist/problems/afterFix.ts';
import type { Problem } from '../../assist/problems/comparedProblems.ts';
import type { CommandId } from '../../interaction/platform/commandIds.ts';
import type { User } from '../../interaction/platform/user.ts';
import { problemsText } from '../../interaction/conversation/problemsText.ts';
import { untilQuiet } from '../../interaction/conversation/untilQuiet.ts';
import type { ProblemReports } from './problemReports.ts';
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
  readonly reports: Pick<ProblemReports, 'before' | 'now' | 'listen'>;
  /** Where the code stands that was changed. */
  readonly range: vscode.Range;
  /** It was asked about what another edit had left: then that is not offered once more. */
  readonly isAgain: boolean;
}

/** A language service is waited for this long, ms. What was reported before the edit is never taken for what came of it. */
const longestMs = 10_000;
/** After its last report it is taken to have said all, ms. */
const quietMs = 1_000;

/** Says what became of the problems that an edit was to fix, once the editor has looked again, and offers to ask about what is left. */
export async function followProblems(
  { document, reports, range, isAgain }: AppliedFix,
  { user, mention }: FollowParts,
): Promise<void> {
  const isKnown = await untilQuiet(heard => reports.listen(heard), { longestMs, quietMs });
  if (!isKnown) return mention(l10n.t('The editor has not yet said what became of the problems.'));
  const { before } = reports;
  const now = reports.now.map(each => ({ ...problemOf(each), range: each.range }));
  const asked = before.filter(each => each.range.intersection(range));
  const { next, ...compared } = afterFix({ before: before.map(problemOf), asked: asked.map(problemOf), now, isAgain });
  const said = problemsText(compared);
  mention(said);
  const [first] = next;
  if (!first) return;
  const again = l10n.t('Ask about What Is Left');
  if ((await user.offer({ kind: 'information', message: said, buttons: [again] })) !== again) return;
  const place = {
    ...commandPlace(
      document,
      next.reduce((whole, each) => whole.union(each.range), first.range),
    ),
    isAgain: true,
  };
  await vscode.commands.executeCommand('steadfast.fix' satisfies CommandId, place);
}

const severities = ['error', 'warning', 'information', 'hint'] as const;

export const problemOf = ({ severity, message, source = '', code }: vscode.Diagnostic): Problem => ({
  severity: severities[severity] ?? 'information',
  message,
  source,
  code: String(typeof code === 'object' ? code.value : (code ?? '')),
});
