import * as l10n from '@vscode/l10n';
import type * as vscode from 'vscode';
import type { BatchManner } from '../../assist/batch/answerAll.ts';
import { batches, type BatchLimits } from '../../assist/batch/batches.ts';
import type { DocumentedCode } from '../../assist/documentation/allDocumented.ts';
import { commentsIn } from '../../assist/batch/docsOfAll.ts';
import { estimatedTokens } from '../../core/prompt/tokens.ts';
import type { AskRequest, EditTaker, Proposal, ProposalShown } from '../../interaction/asking/askRequest.ts';
import { docs } from '../../assist/tasks/docs.ts';
import { TimeBudget } from '../../interaction/asking/timeBudget.ts';
import type { Conversation } from '../../interaction/conversation/conversation.ts';
import type { Turn } from '../../interaction/conversation/turn.ts';
import { documentEach, type AskedAbout, type EachOutcome } from '../../interaction/documentation/documentEach.ts';
import { keepRest } from '../../interaction/documentation/keepRest.ts';
import { listHint, listTitle } from '../../interaction/documentation/documentEachText.ts';
import type { User } from '../../interaction/platform/user.ts';
import type { TargetFacts } from '../../interaction/text/answerSummary.ts';
import { titleText } from '../../interaction/text/assistanceText.ts';
import { plainLabel } from '../../interaction/text/cleanText.ts';
import type { GatherParts, ReadingRules } from '../asking/gatherContext.ts';
import { fileName } from '../asking/workspaceFile.ts';
import { offerComments, type CommentFor } from '../../interaction/documentation/offerComments.ts';
import { batchSize, maxInputTokensFor } from '../settings/readSettings.ts';
import { requestAbout, type AskedFile, type RequestAbout } from './requestAbout.ts';
import { undocumentedIn, type FileParts, type ToDocument } from './undocumentedIn.ts';

/** So many are asked about at once: more comments nobody reads before they accept them. */
const most = 50;

/** Of what may be sent with a question, the most that the declarations of a batch take: the rest is for what helps to understand them. */
const batchShare = 0.5;

function limitsFor({ languageId, uri }: vscode.TextDocument): BatchLimits<ToDocument> {
  const mostTokens = maxInputTokensFor(languageId, uri) * batchShare;
  const spanOf = (some: readonly ToDocument[]): number =>
    Math.max(...some.map(({ start, original }) => start + original.length)) -
    Math.min(...some.map(({ start }) => start));
  return { size: batchSize(), fits: some => estimatedTokens(spanOf(some)) <= mostTokens };
}

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
  readonly newId: () => string;
  /** Keeps the question of a turn for later; false: there is no room. */
  readonly keep: (conversation: Conversation, turn: Turn) => Promise<boolean>;
  /** What asking so many questions like these will take; empty: nobody can be asked. */
  readonly estimateAll: (samples: readonly AskRequest[], count: number) => Promise<string>;
}

/** Documents what is public in a file and has no comment: in batches, and one diff of all. */
export async function documentFile(document: vscode.TextDocument, parts: DocumentFileParts): Promise<void> {
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
  const asked = { document, readable, title: l10n.t('Document {0}', file), limits: limitsFor(document) };
  const hint = listHint(groupsOf(given, asked).length, await estimated(given, asked, parts));
  const chosen = await user.pickSeveral(listTitle(file, count, given.length), choices, { hint });
  if (!chosen || chosen.length === 0) return;
  const { title } = asked;
  const { comments, conversation, outcome } = await askEach(chosen, asked, parts);
  await offerComments({ comments, conversation, outcome, title, document: readable }, parts);
}

/** In how many questions so many are asked about, as far as is known before. */
const groupsOf = (all: readonly ToDocument[], { limits }: Asked): readonly (readonly ToDocument[])[] =>
  batches(all, limits);

/** What asking about all of them will take, by the first and the last question; empty: it is not known in time. */
async function estimated(all: readonly ToDocument[], asked: Asked, parts: DocumentFileParts): Promise<string> {
  const groups = groupsOf(all, asked);
  const samples = groups.length > 2 ? [...groups.slice(0, 1), ...groups.slice(-1)] : groups;
  const known = async (): Promise<string> => {
    const requests = await Promise.all(samples.map(some => asFirst(some, asked, parts)));
    return parts.estimateAll(
      requests.flatMap(each => (typeof each === 'string' ? [] : [each.request])),
      groups.length,
    );
  };
  return (await new TimeBudget(estimateMs).within(known())) ?? '';
}

interface Asked extends AskedFile {
  readonly title: string;
  readonly limits: BatchLimits<ToDocument>;
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
  const ask = async (some: readonly ToDocument[], manner: BatchManner): Promise<AskedAbout<ToDocument>> => {
    const about = await requestAbout(some, asked, { ...parts, isBatch: some.length > 1 || manner === 'alone' });
    if (typeof about === 'string') return about;
    const title = titleText(docs.title, about.request.context);
    const turn = await conversation.ask(about.request, { title, fresh: manner !== 'first' });
    const found = commentsOf(turn, about, taken.pop());
    comments.push(...found.map(([one, comment]) => ({ ...comment, name: one.name, turn })));
    return { turn, done: found.map(([one]) => one) };
  };
  const { limits } = asked;
  const outcome = await parts.user.wait(asked.title, (signal, tell) => {
    signal.addEventListener('abort', () => conversation.stop());
    return documentEach(all, { limits, ask, tell, signal, labelOf: parts.labelOf });
  });
  isAsking = false;
  const requests = await Promise.all(outcome.later.groups.map(some => asFirst(some, asked, parts)));
  const unasked = requests.flatMap(each => (typeof each === 'string' ? [] : [each]));
  const kept = await keepRest(conversation, { turns: outcome.later.turns, unasked }, parts);
  return { comments, conversation, outcome: { ...outcome, kept } };
}

const asFirst = (
  some: readonly ToDocument[],
  asked: Asked,
  parts: DocumentFileParts,
): ReturnType<typeof requestAbout> => requestAbout(some, asked, { ...parts, isBatch: some.length > 1 });

/** The comments that a turn has brought, each with its declaration. */
function commentsOf(
  { proposed, text }: Turn,
  { request, byId, some }: RequestAbout,
  proposal: Proposal | undefined,
): readonly (readonly [ToDocument, DocumentedCode])[] {
  const [only] = some;
  if (proposed !== true || !proposal || !only) return [];
  if (!request.context.items) return [[only, { ...proposal, mark: proposal.place.mark }]];
  return commentsIn(text, request.context).flatMap(({ id, original, replacement }) => {
    const one = byId.get(id);
    return one ? [[one, { original, replacement, mark: one.mark }] as const] : [];
  });
}
