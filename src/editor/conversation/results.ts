import type { PresentParts } from '../../interaction/conversation/presentResult.ts';
import type { User } from '../../interaction/platform/user.ts';
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
  readonly changing: Pick<InsertParts, 'guard' | 'writer'>;
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
  const boxes = new CommitBoxes({ user, mention });
  return {
    chooseName: names => renameSymbol(names, { user, mention, ...changing }),
    useMessage: message => boxes.use(message),
    showFindings: reviewed => findings.show(reviewed),
    dispose: () => findings.dispose(),
    applied: applied => {
      if (applied.proposal.task === 'fix') void followProblems(fixOf(applied), { user, mention });
      if (applied.proposal.task === 'tests') void offerRun(applied.document, { user, mention });
    },
  };
}

function fixOf({ proposal, document, before }: AppliedEdit): Parameters<typeof followProblems>[0] {
  return { document, before, range: rangeNow(document, proposal), isAgain: proposal.isAgain === true };
}
