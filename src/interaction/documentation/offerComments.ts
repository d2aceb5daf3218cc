import * as l10n from '@vscode/l10n';
import { broughtLines } from '../../assist/checkpoints/broughtLines.ts';
import { codeMark } from '../../assist/codeMark.ts';
import { allDocumented, type DocumentedCode } from '../../assist/documentation/allDocumented.ts';
import { inSteps } from '../../core/shared/steps.ts';
import type { AnsweredPart, Proposal, ProposalShown } from '../asking/askRequest.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { Turn } from '../conversation/turn.ts';
import type { EachOutcome, LeftOut } from './documentEach.ts';
import { eachSummary, outcomeText } from './documentEachText.ts';
import { pace } from '../platform/pace.ts';
import type { User } from '../platform/user.ts';
import type { TargetFacts } from '../text/answerSummary.ts';

/** A declaration with its comment, and the turn that it comes from. */
export interface CommentFor extends DocumentedCode {
  readonly name: string;
  readonly turn: Turn;
}

/** The document, as it stands when the comments are put to it. */
export interface DocumentedText {
  readonly uri: { toString(): string };
  readonly languageId: string;
  text(): string;
}

/** What came of asking about a file. */
export interface AnsweredFile {
  readonly document: DocumentedText;
  readonly comments: readonly CommentFor[];
  readonly conversation: Conversation;
  readonly outcome: EachOutcome;
  readonly title: string;
}

/** What showing them needs of the world. */
export interface OfferParts extends TargetFacts {
  readonly user: Pick<User, 'offer'>;
  readonly show: (conversation: Conversation, title: string) => void;
  readonly propose: (proposal: Proposal) => Promise<ProposalShown>;
  readonly mention: (words: string) => void;
}

/** Shows all comments as one diff, and says which declarations have none, and why. */
export async function offerComments(answered: AnsweredFile, parts: OfferParts): Promise<void> {
  const { document, comments, conversation, title } = answered;
  const text = document.text();
  const { start, original, replacement, used, astray, unfit } = await inSteps(
    allDocumented(text, comments, document.languageId),
    pace,
  );
  const place = { uri: document.uri.toString(), start, mark: codeMark(text, original, start) };
  const summary = eachSummary(
    used.map(({ turn }) => turn),
    parts,
  );
  const answers = answersOf(used);
  const proposal: Proposal = { task: 'docs', isUnkept: true, place, original, replacement, title, summary, answers };
  const { refusal, cautions } = used.length > 0 ? await parts.propose(proposal) : { cautions: [], refusal: undefined };
  const outcome = { ...answered.outcome, leftOut: [...answered.outcome.leftOut, ...lostOf(astray, unfit)] };
  const more = [...(refusal ? [refusal] : []), ...cautions];
  const words = [outcomeText(used.length, outcome), ...(more.length > 0 ? [more.join(' ')] : [])].join('. ');
  if (outcome.leftOut.length + outcome.notAsked + more.length === 0) return parts.mention(words);
  void tell(words, parts, conversation.turns.length > 0 ? () => parts.show(conversation, title) : undefined);
}

/** What each answer has brought: its comments, without the code that they stand at. */
const answersOf = (used: readonly CommentFor[]): readonly AnsweredPart[] =>
  [...Map.groupBy(used, ({ turn }) => turn.id)].map(([question, some]) => ({
    question,
    texts: some.map(({ original, replacement }) => broughtLines(original, replacement).join('\n')),
  }));

const lostOf = (astray: readonly CommentFor[], unfit: readonly CommentFor[]): readonly LeftOut[] => [
  ...astray.map(({ name }) => ({ name, reason: l10n.t('Its code has changed.') })),
  ...unfit.map(({ name }) => ({ name, reason: l10n.t('Its comment would change code.') })),
];

async function tell(message: string, { user }: OfferParts, show: (() => void) | undefined): Promise<void> {
  const button = l10n.t('Show Answers');
  const pressed = await user.offer({ kind: 'warning', message, buttons: show ? [button] : [] });
  if (pressed === button) show?.();
}
