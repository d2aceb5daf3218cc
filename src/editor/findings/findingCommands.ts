import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import type { Proposal, ProposalShown } from '../../interaction/asking/askRequest.ts';
import type { FindingList, ShownFinding } from '../../interaction/findings/findingList.ts';
import { kindText } from '../../interaction/findings/findingText.ts';
import type { User } from '../../interaction/platform/user.ts';
import { isObject } from '../../core/shared/isObject.ts';
import { fileName } from '../asking/workspaceFile.ts';
import { registerCommand, setContext } from '../platform/registerCommand.ts';
import { documentAt } from '../present/documentWriter.ts';
import { proposalOf, rangeOfFinding } from '../present/findingMarks.ts';

/** What is done with findings, and whom it is told. */
export interface FindingParts {
  readonly list: FindingList;
  readonly user: Pick<User, 'offer' | 'tell' | 'warn'>;
  readonly propose: (proposal: Proposal) => Promise<ProposalShown>;
  /** Tells what was done, without a box. */
  readonly mention: (words: string) => void;
  /** Shows where the findings are listed, at this one. */
  readonly reveal: (finding: ShownFinding) => Promise<void>;
}

/** What can be done with a finding, by its name or its line in the view. */
export function registerFindingCommands(parts: FindingParts): vscode.Disposable {
  const { list, mention } = parts;
  const withFinding = (work: (finding: ShownFinding) => Promise<void>) => async (argument: unknown) => {
    const finding = list.get(idOf(argument));
    if (finding) await work(finding);
    else parts.user.tell(l10n.t('This finding is not there any more.'));
  };
  const stop = list.onDidChange(() => void setContext('steadfast.hasFindings', list.uris.length > 0));
  return vscode.Disposable.from(
    { dispose: stop },
    registerCommand('steadfast.openFinding', withFinding(open)),
    registerCommand(
      'steadfast.applyFinding',
      withFinding(each => propose(each, parts)),
    ),
    registerCommand(
      'steadfast.dismissFinding',
      withFinding(async ({ id }) => {
        await list.dismiss(id);
        mention(l10n.t('The finding was dismissed. It is not shown again while its code is the same.'));
      }),
    ),
    registerCommand(
      'steadfast.dismissFindingKind',
      withFinding(async ({ id, kind, uri }) => {
        await list.dismissKind(id);
        const file = fileName(vscode.Uri.parse(uri));
        mention(l10n.t('Findings of the kind “{0}” are not shown in {1} any more.', kindText(kind), file));
      }),
    ),
    registerCommand('steadfast.clearFindings', () => Promise.resolve(list.clear())),
    registerCommand('steadfast.forgetDismissed', async () => {
      await list.forgetDismissed();
      mention(l10n.t('The next reviews show dismissed findings again.'));
    }),
  );
}

/** Whoever calls a command may be another extension. */
function idOf(argument: unknown): string {
  const id = isObject(argument) ? argument['id'] : argument;
  return typeof id === 'string' ? id : '';
}

async function open(finding: ShownFinding): Promise<void> {
  const range = rangeOfFinding(finding);
  await vscode.window.showTextDocument(vscode.Uri.parse(finding.uri), { selection: range, preview: true });
}

async function propose(finding: ShownFinding, { user, propose: show }: FindingParts): Promise<void> {
  const document = await documentAt(vscode.Uri.parse(finding.uri));
  const proposal = document && proposalOf(document, finding);
  if (!proposal) return user.tell(l10n.t('This finding proposes no change.'));
  const { refusal, cautions } = await show(proposal);
  const said = [...(refusal === undefined ? [] : [refusal]), ...cautions].join(' ');
  if (said !== '') user.warn(said);
}
