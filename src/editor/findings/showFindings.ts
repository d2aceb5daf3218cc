import * as vscode from 'vscode';
import * as l10n from '@vscode/l10n';
import type { Reviewed } from '../../interaction/asking/askRequest.ts';
import type { FindingList } from '../../interaction/findings/findingList.ts';
import { closedText, partlyShownText } from '../../interaction/changes/leftOutText.ts';
import { reviewText } from '../../interaction/findings/findingText.ts';
import { reviewedPlaces, type ReviewedPlace } from '../../interaction/findings/reviewedPlaces.ts';
import { fileName } from '../asking/workspaceFile.ts';
import { documentAt } from '../present/documentWriter.ts';
import { standingIn } from '../present/findingMarks.ts';
import type { FindingParts } from './findingCommands.ts';

/** Puts what a review has found to its lines, and says what came of it. A string says why that was not done. */
export async function showFindings(reviewed: Reviewed, parts: FindingParts): Promise<string | undefined> {
  const { asked, found, partly, summary } = reviewed;
  if (!asked.place) return l10n.t('It is not known any more where this belongs. Ask again.');
  const root = vscode.Uri.parse(asked.place.uri);
  const all: Shown[] = [];
  for (const place of reviewedPlaces(reviewed)) all.push(await shownAt(place, { root, summary, list: parts.list }));
  const [only, ...others] = all;
  if (only?.isThere === false && others.length === 0)
    return l10n.t('The file does not exist any more or cannot be opened. The answer is still here.');
  const sum = (count: (each: Shown) => number): number => all.reduce((whole, each) => whole + count(each), 0);
  const what = reviewText({
    ...found,
    file: reviewedName(reviewed, root),
    shown: sum(each => each.shown),
    dismissed: sum(each => each.dismissed),
    outdated: sum(each => each.outdated),
  });
  const unseen = [closedText(asked.closed ?? []), partlyShownText(partly)].filter(text => text !== '');
  void tell([what, ...unseen].join(' '), all, parts);
  return undefined;
}

/** What was reviewed: a file, a commit, or the changes of a folder, whose own name tells more than where it lies. */
function reviewedName({ asked: { assistance, context } }: Reviewed, root: vscode.Uri): string {
  const folder = root.path.split('/').at(-1) ?? '';
  if (assistance.gather.from === 'commit') return context.symbol?.name ?? folder;
  return assistance.gather.from === 'changes' ? folder : fileName(root);
}

/** What is shown of a file that was reviewed. */
interface Shown {
  readonly uri: string;
  readonly isThere: boolean;
  readonly shown: number;
  readonly dismissed: number;
  readonly outdated: number;
}

interface Showing {
  /** Of the file, or of the repository. */
  readonly root: vscode.Uri;
  readonly summary: string;
  readonly list: FindingList;
}

/** A file without findings is not opened: only those of an earlier review go. */
async function shownAt({ path, findings, ...lines }: ReviewedPlace, { root, summary, list }: Showing): Promise<Shown> {
  const uri = path === undefined ? root : vscode.Uri.joinPath(root, path);
  const document = findings.length > 0 || path === undefined ? await documentAt(uri) : undefined;
  const address = uri.toString();
  const standing = () => (document ? standingIn(document, findings) : []);
  const { shown, dismissed } = await list.add({ uri: address, findings: standing, ...lines, summary });
  return {
    uri: address,
    isThere: document !== undefined || findings.length === 0,
    shown,
    dismissed,
    outdated: findings.length - shown - dismissed,
  };
}

/** Says what came of it; the list is opened only for who wants it, because it takes the place of another view. */
async function tell(message: string, all: readonly Shown[], { list, user, reveal }: FindingParts): Promise<void> {
  const first = () => all.flatMap(({ uri }) => list.of(uri)).at(0);
  if (!first()) return user.tell(message);
  const show = l10n.t('Show Findings');
  if ((await user.offer({ kind: 'information', message, buttons: [show] })) !== show) return;
  const finding = first();
  if (finding) await reveal(finding);
}
