import type { MessageLearning } from '../learned/followEdits.ts';
import type { PresentParts } from '../../interaction/conversation/presentResult.ts';
import type { User } from '../../interaction/platform/user.ts';
import { followErrors } from '../fix/followErrors.ts';
import { followProblems } from '../fix/followProblems.ts';
import { Findings, type FindingsParts } from '../findings/findings.ts';
import { renameSymbol } from '../rename/renameSymbol.ts';
import { CommitBoxes } from '../scm/useMessage.ts';
import { offerRun } from '../tests/offerRun.ts';
import type { AppliedEdit } from '../present/pendingEdit.ts';
import { rangeNow } from '../present/proposedChange.ts';
import type { InsertParts } from '../present/insertInto.ts';

/** What showing results needs of the world. */
export interface ResultParts extends FindingsParts {
  readonly user: Pick<User, 'confirm' | 'offer' | 'pick' | 'tell' | 'warn'>;
  readonly changing: Pick<InsertParts, 'guard' | 'writer'> & { readonly learning: Pick<MessageLearning, 'written'> };
}

/** What is done with names, messages and findings of an answer, and once an edit stands in its file. */
export function resultsFor({ changing, ...parts }: ResultParts): Required<
  Pick<PresentParts, 'chooseName' | 'useMessage' | 'showFindings'>
> & {
  readonly applied: (applied: AppliedEdit) => void;
  readonly dispose: () => void;
} {
  const { user, mention } = parts;
  const findings = new Findings(parts);
  const boxes = new CommitBoxes({ user, mention, written: message => changing.learning.written(message) });
  return {
    chooseName: names => renameSymbol(names, { user, mention, ...changing }),
    useMessage: message => boxes.use(message),
    showFindings: reviewed => findings.show(reviewed),
    dispose: () => findings.dispose(),
    applied: applied => {
      const { proposal, document, reports } = applied;
      if (proposal.task === 'tests')
        void offerRun(document, { user, mention }).then(sign => sign && 'late' in proposal && proposal.late?.([sign]));
      const edit = fixOf(applied);
      const errors = followErrors(edit, { mention }).then(signs => signs.length > 0 && proposal.late?.(signs));
      const problems = proposal.task === 'fix' ? followProblems(edit, { user, mention }) : undefined;
      void Promise.all([errors, problems]).finally(() => reports.dispose());
    },
  };
}

function fixOf({ proposal, document, reports }: AppliedEdit): Parameters<typeof followProblems>[0] {
  return { document, reports, range: rangeNow(document, proposal), isAgain: proposal.isAgain === true };
}
