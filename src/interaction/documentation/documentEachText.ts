import * as l10n from '@vscode/l10n';
import type { Turn } from '../conversation/turn.ts';
import { answerSummary, type TargetFacts } from '../text/answerSummary.ts';
import { money, tokenCount } from '../text/budgetText.ts';
import { cleanLine, messageText } from '../text/cleanText.ts';
import { duration } from '../text/time.ts';
import type { EachOutcome, LeftOut } from './documentEach.ts';

/** So many names are said of those that have the same reason. */
const mostNames = 3;

/** What stands above the list of what has no comment. */
export const listTitle = (file: string, found: number, shown: number): string =>
  found > shown
    ? l10n.t(
        'Document {0}: the first {1} of {2} public declarations without a comment',
        cleanLine(file, 60),
        shown,
        found,
      )
    : found === 1
      ? l10n.t('Document {0}: 1 public declaration without a comment', cleanLine(file, 60))
      : l10n.t('Document {0}: {1} public declarations without a comment', cleanLine(file, 60), found);

/** What choosing all of that list leads to, and what it will take, as far as that is known: first, for the end may be cut off. */
export function listHint(questions: number, estimate: string): string {
  const then =
    questions === 1
      ? l10n.t('1 question, then a diff to accept')
      : l10n.t('{0} questions, then one diff to accept', questions);
  return estimate === '' ? then : `${estimate} · ${then}`;
}

/** '9 documented; 2 not: parse, load (Its answer is doubted.); 1 not asked' */
export function outcomeText(documented: number, { leftOut, isCancelled, notAsked, kept = 0 }: EachOutcome): string {
  const parts = [
    l10n.t('{0} documented', documented),
    ...(leftOut.length > 0 ? [l10n.t('{0} not: {1}', leftOut.length, reasonsText(leftOut))] : []),
    ...(notAsked > 0 && isCancelled ? [l10n.t('{0} not asked, because you cancelled', notAsked)] : []),
    ...(notAsked > 0 && !isCancelled ? [l10n.t('{0} not asked, because it would go on like that', notAsked)] : []),
    ...(kept > 0 ? [l10n.t('{0} kept for later, to be asked when a model answers again', kept)] : []),
  ];
  return messageText(parts.join('; '));
}

function reasonsText(leftOut: readonly LeftOut[]): string {
  const byReason = Map.groupBy(leftOut, ({ reason }) => reason);
  return [...byReason].map(([reason, some]) => `${namesText(some)} (${cleanLine(reason, 160)})`).join(', ');
}

function namesText(some: readonly LeftOut[]): string {
  const names = some.slice(0, mostNames).map(({ name }) => name);
  const more = some.length - names.length;
  return [...names, ...(more > 0 ? [l10n.t('{0} more', more)] : [])].join(', ');
}

/** One line of who wrote the comments, how long that took and what it cost; as for an edit that is alone. */
export function eachSummary(turns: readonly Turn[], facts: TargetFacts): string {
  const answered = turns.flatMap(turn => (turn.answer ? [{ ...turn, answer: turn.answer }] : []));
  const [first] = answered;
  if (!first || answered.length === 1) return first ? answerSummary(first, facts) : '';
  const byWho = [...Map.groupBy(answered, ({ answer }) => cleanLine(facts.labelOf(answer.from), 60))];
  const who = byWho.map(([label, some]) => (byWho.length === 1 ? label : `${label} (${some.length})`)).join(', ');
  const sent = answered.filter(({ answer }) => answer.freshness === 'live');
  const tokens = sent.reduce((sum, { answer: { usage } }) => sum + usage.inputTokens + usage.outputTokens, 0);
  const costs = sent.map(({ answer }) => facts.costOf?.(answer.from, answer.usage));
  const dollars = costs.some(cost => cost === undefined)
    ? undefined
    : costs.reduce<number>((sum, cost = 0) => sum + cost, 0);
  const about = sent.every(({ answer }) => answer.usage.exact) ? '' : '≈ ';
  return [
    l10n.t('{0} comments by {1}', answered.length, who),
    duration(answered.reduce((sum, { tookMs }) => sum + tookMs, 0)),
    ...(sent.length > 0 ? [l10n.t('{0}{1} tokens', about, tokenCount(tokens))] : []),
    ...(sent.length > 0 && dollars !== undefined ? [about + money(dollars)] : []),
  ].join(' · ');
}
