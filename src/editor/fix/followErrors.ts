import * as l10n from '@vscode/l10n';
import { untilQuiet } from '../../interaction/conversation/untilQuiet.ts';
import { reportedErrorSigns } from '../../interaction/edits/reportedErrorSigns.ts';
import { problemOf, type AppliedFix, type FollowParts } from './followProblems.ts';
import type { Sign } from '../../core/model/answer.ts';

/** A language service is waited for this long, ms; one that has not looked again by then tells nothing. */
const longestMs = 10_000;
/** After its last report it is taken to have said all, ms. */
const quietMs = 1_000;

/** Errors that the editor reports since an edit was accepted, as facts about its answer; says that there are some. */
export async function followErrors(
  { reports, range }: Pick<AppliedFix, 'reports' | 'range'>,
  { mention }: Pick<FollowParts, 'mention'>,
): Promise<readonly Sign[]> {
  if (!(await untilQuiet(heard => reports.listen(heard), { longestMs, quietMs }))) return [];
  const now = reports.now.map(each => ({ ...problemOf(each), line: each.range.start.line }));
  const lines = { first: range.start.line, last: range.end.line };
  const signs = reportedErrorSigns(reports.before.map(problemOf), now, lines);
  if (signs.length > 0)
    mention(
      signs.length === 1
        ? l10n.t('The editor reports a new error since the edit.')
        : l10n.t('The editor reports {0} new errors since the edit.', signs.length),
    );
  return signs;
}
