import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { anchor } from '../../assist/anchor.ts';
import type { AskRequest, EditTaker, Proposal, ProposalShown } from '../../interaction/asking/askRequest.ts';
import { docs } from '../../assist/tasks/docs.ts';
import { TimeBudget } from '../../interaction/asking/timeBudget.ts';
import { CannotAsk } from '../../interaction/asking/cannotAsk.ts';
import type { Conversation } from '../../interaction/conversation/conversation.ts';
import type { Turn } from '../../interaction/conversation/turn.ts';
import { documentEach, type EachOutcome } from '../../interaction/documentation/documentEach.ts';
import { listHint, listTitle } from '../../interaction/documentation/documentEachText.ts';
import type { User } from '../../interaction/platform/user.ts';
import type { TargetFacts } from '../../interaction/text/answerSummary.ts';
import { titleText } from '../../interaction/text/assistanceText.ts';
import { plainLabel } from '../../interaction/text/cleanText.ts';
import { editPlace, gatherContext, type GatherParts, type ReadingRules } from '../asking/gatherContext.ts';
import type { ReadableText } from '../asking/readableText.ts';
import { fileName } from '../asking/workspaceFile.ts';
import { registerCommand } from '../platform/registerCommand.ts';
import { calledAt } from '../request/calledAt.ts';
import { editorToAskAbout, refusalTold } from '../request/prepareRequest.ts';
import { offerComments, type CommentFor } from '../../interaction/documentation/offerComments.ts';
import { undocumentedIn, type FileParts, type ToDocument } from './undocumentedIn.ts';

/** So many are asked about at once: more comments nobody reads before they accept them. */
const most = 50;

/** So long the list waits for what it will take, ms. */
const estimateMs = 1_000;

/** What documenting a whole file needs of the world. */
export interface DocumentFileParts
  extends FileParts, GatherParts, TargetFacts, Pick<ReadingRules, 'beginInstructions'> {
  readonly user: Pick<User, 'offer' | 'pickSeveral' | 'tell' | 'wait' | 'warn'>;
  readonly begin: (taker: EditTaker) => Conversation;
  readonly show: (conversation: Conversation, title: string) => void;
  readonly propose: (proposal: Proposal) => Promise<ProposalShown>;
  readonly mention: (words: string) => void;
  /** What asking so many questions like these will take; empty: nobody can be asked. */
  readonly estimateAll: (samples: readonly AskRequest[], count: number) => Promise<string>;
}

/** The command that documents what is public in a file and has no comment: a question each, and one diff of all. */
export function registerDocumentFile(parts: DocumentFileParts): vscode.Disposable {
  const underWay = new Set<string>();
  return registerCommand('steadfast.documentFile', argument =>
    refusalTold(parts, async () => {
      const document = (await calledAt(argument))?.document ?? editorToAskAbout().document;
      const uri = document.uri.toString();
      if (underWay.has(uri)) throw new CannotAsk(l10n.t('{0} is being documented already.', fileName(document.uri)));
      underWay.add(uri);
      try {
        await documentFile(document, parts);
      } finally {
        underWay.delete(uri);
      }
    }),
  );
}

async function documentFile(document: vscode.TextDocument, parts: DocumentFileParts): Promise<void> {
  const { user } = parts;
  const file = fileName(document.uri);
  const { document: readable, given, count } = await undocumentedIn(document, most, parts);
  if (count === 0)
    return user.tell(l10n.t('Nothing to document in {0}: all that is public has a comment already.', file));
  const choices = given.map(one => ({
    label: plainLabel(one.name, 80),
    description: l10n.t('{0}, line {1}', one.kind, one.line),
    isPicked: true,
    value: one,
  }));
  parts.beginInstructions?.(document.uri);
  const asked = { document, readable, title: l10n.t('Document {0}', file) };
  const hint = listHint(given.length, await estimated(given, asked, parts));
  const chosen = await user.pickSeveral(listTitle(file, count, given.length), choices, hint);
  if (!chosen || chosen.length === 0) return;
  const { title } = asked;
  const { comments, conversation, outcome } = await askEach(chosen, asked, parts);
  await offerComments({ comments, conversation, outcome, title, document: readable }, parts);
}

/** What asking about all of them will take, by the first and the last of them; empty: it is not known in time. */
async function estimated(all: readonly ToDocument[], asked: Asked, parts: DocumentFileParts): Promise<string> {
  const samples = all.length > 2 ? [...all.slice(0, 1), ...all.slice(-1)] : all;
  const known = async (): Promise<string> => {
    const requests = await Promise.all(samples.map(one => requestOf(one, asked, parts)));
    return parts.estimateAll(
      requests.filter(request => typeof request !== 'string'),
      all.length,
    );
  };
  return (await new TimeBudget(estimateMs).within(known())) ?? '';
}

interface Asked {
  readonly document: vscode.TextDocument;
  readonly readable: ReadableText;
  readonly title: string;
}

interface AnsweredAll {
  readonly comments: readonly CommentFor[];
  readonly conversation: Conversation;
  readonly outcome: EachOutcome;
}

/** One question after the other, with a way to stop them; what was answered until then stays. */
async function askEach(all: readonly ToDocument[], asked: Asked, parts: DocumentFileParts): Promise<AnsweredAll> {
  const comments: CommentFor[] = [];
  const taken: Proposal[] = [];
  let isAsking = true;
  const conversation = parts.begin({ isTaking: () => isAsking, take: proposal => taken.push(proposal) });
  const ask = async (one: ToDocument): Promise<Turn | string> => {
    const request = await requestOf(one, asked, parts);
    if (typeof request === 'string') return request;
    const turn = await conversation.ask(request, { title: titleText(docs.title, request.context) });
    const proposal = taken.pop();
    if (proposal) comments.push({ ...proposal, name: one.name, mark: proposal.place.mark, turn });
    return turn;
  };
  const outcome = await parts.user.wait(asked.title, (signal, tell) => {
    signal.addEventListener('abort', () => conversation.stop());
    return documentEach(all, { ask, tell, signal, labelOf: parts.labelOf });
  });
  isAsking = false;
  return { comments, conversation, outcome };
}

/** The question about one declaration, where it stands now; a string says why it is not asked. */
async function requestOf(
  { name, kind, original, mark }: ToDocument,
  { document, readable }: Asked,
  parts: DocumentFileParts,
): Promise<AskRequest | string> {
  const span = anchor(readable.text(), { original, mark });
  if (typeof span === 'string') return l10n.t('Its code has changed.');
  const range = new vscode.Range(readable.positionAt(span.start), readable.positionAt(span.end));
  const selection = new vscode.Selection(range.start, range.end);
  try {
    const { context, document: read } = await gatherContext({ document, selection }, parts, docs.gather);
    if (context.code !== original) return l10n.t('Its code has changed.');
    const named = vscode.workspace.isTrusted ? { ...context, symbol: { name, kind } } : context;
    return { assistance: docs, context: named, place: editPlace(read, range, original) };
  } catch (error) {
    if (error instanceof CannotAsk) return error.message;
    throw error;
  }
}
