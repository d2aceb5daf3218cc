import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import type { Proposal, ProposalShown, Reviewed } from '../../interaction/asking/askRequest.ts';
import type { FindingList, ShownFinding } from '../../interaction/findings/findingList.ts';
import { kindText, reviewText } from '../../interaction/findings/findingText.ts';
import type { User } from '../../interaction/platform/user.ts';
import { isObject } from '../../core/shared/isObject.ts';
import { fileName } from '../asking/workspaceFile.ts';
import { registerCommand, setContext } from '../platform/registerCommand.ts';
import { documentAt } from '../present/documentWriter.ts';
import { proposalOf, rangeOfFinding, standingIn } from '../present/findingMarks.ts';

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

/** Puts what a review has found to its lines, and says what came of it. A string says why that was not done. */
export async function showFindings(reviewed: Reviewed, parts: FindingParts): Promise<string | undefined> {
  const { list } = parts;
  const { asked, found, summary } = reviewed;
  const uri = asked.place && vscode.Uri.parse(asked.place.uri);
  const document = uri && (await documentAt(uri));
  if (!document) return l10n.t('The file does not exist any more or cannot be opened. The answer is still here.');
  const above = asked.context.startLine - 1;
  const findings = found.findings.map(each => ({ ...each, first: each.first + above, last: each.last + above }));
  const standing = standingIn(document, findings);
  const lines = { first: above, last: asked.context.endLine - 1 };
  const dismissed = await list.add({ uri: document.uri.toString(), findings: standing, ...lines, summary });
  const shown = standing.length - dismissed;
  const outdated = found.findings.length - standing.length;
  void tell(reviewText({ ...found, file: fileName(document.uri), shown, dismissed, outdated }), document.uri, parts);
  return undefined;
}

/** Says what came of it; the list is opened only for who wants it, because it takes the place of another view. */
async function tell(message: string, uri: vscode.Uri, { list, user, reveal }: FindingParts): Promise<void> {
  if (list.of(uri.toString()).length === 0) return user.tell(message);
  const show = l10n.t('Show Findings');
  if ((await user.offer({ kind: 'information', message, buttons: [show] })) !== show) return;
  const [first] = list.of(uri.toString());
  if (first) await reveal(first);
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
