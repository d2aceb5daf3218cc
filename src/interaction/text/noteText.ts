import * as l10n from '@vscode/l10n';
import { isInjected } from '../../core/model/failure.ts';
import { money } from './budgetText.ts';
import { cleanLine } from './cleanText.ts';
import { failureName } from './failureNames.ts';
import { duration, waitTime } from './time.ts';
import { tierText } from './answerText.ts';
import type { AttemptNote, BudgetLimit, Note, SkipReason } from '../../core/model/note.ts';
import type { Answer, Usage } from '../../core/model/answer.ts';

/** Label of a target id. */
export type LabelOf = (target: string) => string;

/** What a usage costs at a target, US dollars; undefined: its price is not known, and none is guessed. */
export type CostOf = (target: string, usage: Usage) => number | undefined;

const unknownCost: CostOf = () => undefined;

/** Why a target was not asked, in a few words. */
export const skipText = (reason: SkipReason): string => skips[reason]();

const skips = {
  'circuit-open': () => l10n.t('resting after failures'),
  'cooling-down': () => l10n.t('rate limit'),
  'paused-by-user': () => l10n.t('paused by you'),
  credential: () => l10n.t('API key rejected'),
  quota: () => l10n.t('no credit'),
  offline: () => l10n.t('no network'),
  'no-key': () => l10n.t('no API key'),
  'not-confirmed': () => l10n.t('sending not allowed'),
  'same-origin': () => l10n.t('same server'),
  'not-allowed': () => l10n.t('not chosen'),
  budget: () => l10n.t('budget used'),
} as const satisfies Record<SkipReason, () => string>;

const waitReasons = {
  requests: () => l10n.t('requests per minute'),
  tokens: () => l10n.t('tokens per minute'),
  busy: () => l10n.t('enough under way'),
};

const budgetLimits = {
  day: () => l10n.t('today’s tokens do not cover it'),
  month: () => l10n.t('this month’s tokens do not cover it'),
  money: () => l10n.t('this month’s money does not cover it'),
} as const satisfies Record<BudgetLimit, () => string>;

const lastResorts = {
  stale: (because: string) => l10n.t('Older answer instead: {0}', because),
  similar: (because: string) => l10n.t('Answer to a similar question instead: {0}', because),
  offline: (because: string) => l10n.t('Answered without a model: {0}', because),
};

/** One decision of a layer, as a line. */
export function noteText(note: Note, labelOf: LabelOf): string {
  const name = (target: string): string => cleanLine(labelOf(target), 60);
  switch (note.kind) {
    case 'attempt':
      return attemptWords(note, name(note.target));
    case 'retry':
      return l10n.t(
        '{0} asked again after {1}: {2}',
        name(note.target),
        waitTime(note.delayMs),
        failureName(note.because),
      );
    case 'no-retry':
      return l10n.t('{0} not asked again: many failures just now', name(note.target));
    case 'waited':
      return l10n.t('{0} asked after {1}: {2}', name(note.target), waitTime(note.delayMs), waitReasons[note.because]());
    case 'trimmed':
      return trimmedWords(note, name(note.target));
    case 'over-budget':
      return l10n.t('{0} not asked: {1}', name(note.target), budgetLimits[note.because]());
    case 'hedged':
      return l10n.t('{0} asked beside {1}, slow for {2}', name(note.target), name(note.beside), duration(note.afterMs));
    case 'asked-again':
      return l10n.t('Asked again, because the answer was not the JSON that was asked for');
    case 'skipped':
      return l10n.t('{0} not asked: {1}', name(note.target), skipText(note.because));
    case 'fallback':
      return l10n.t('{0} instead of {1}: {2}', name(note.to), name(note.from), failureName(note.because));
    case 'masked':
      return note.count === 1 ? l10n.t('1 secret masked') : l10n.t('{0} secrets masked', note.count);
    case 'remembered':
      return l10n.t('Remembered answer of {0}, {1} old', name(note.target), duration(note.ageMs));
    case 'joined':
      return l10n.t('Shared with an equal question already under way');
    case 'last-resort':
      return lastResorts[note.by](failureName(note.because));
    case 'judged':
      return l10n.t('Judged: {0} ({1})', tierText(note.tier), note.score.toFixed(2));
  }
}

function trimmedWords({ leftOut, shortened }: Extract<Note, { kind: 'trimmed' }>, name: string): string {
  if (shortened.length === 0) return l10n.t('Left out for {0}: {1}', name, leftOut.join(', '));
  if (leftOut.length === 0) return l10n.t('Shortened for {0}: {1}', name, shortened.join(', '));
  return l10n.t('Left out for {0}: {1}; shortened: {2}', name, leftOut.join(', '), shortened.join(', '));
}

function attemptWords({ outcome, tookMs, failure }: AttemptNote, name: string): string {
  const time = duration(tookMs);
  if (outcome === 'answered') return l10n.t('{0} answered after {1}', name, time);
  return isInjected(failure)
    ? l10n.t('{0}: {1} after {2}, rehearsed', name, failureName(outcome), time)
    : l10n.t('{0}: {1} after {2}', name, failureName(outcome), time);
}

/** An answer, how it came about, and how long that took. */
export interface Answered {
  readonly answer: Answer;
  readonly notes: readonly Note[];
  readonly tookMs: number;
}

/** What has to be known of targets to speak of them. */
export interface TargetFacts {
  readonly labelOf: LabelOf;
  /** undefined: no price is known. */
  readonly costOf?: CostOf;
}

/**
 * Where an answer comes from, one line each: who answered, how fresh and how far to trust it; after what; how long and how
 * many tokens; the provider's request id.
 */
export function provenance({ answer, notes, tookMs }: Answered, facts: TargetFacts): readonly string[] {
  const { labelOf, costOf = unknownCost } = facts;
  const { confidence, requestId } = answer;
  return [
    origin(answer, labelOf),
    ...notes.filter(isTelling).map(note => noteText(note, labelOf)),
    ...(answer.freshness === 'live' ? [expense(answer, tookMs, costOf)] : []),
    ...failedExpense(notes, costOf),
    ...(confidence ? [l10n.t('Confidence: {0} ({1})', tierText(confidence.tier), confidence.score.toFixed(2))] : []),
    ...(requestId ? [l10n.t('Request id: {0}', cleanLine(requestId, 128))] : []),
  ];
}

function origin(answer: Answer, labelOf: LabelOf): string {
  const who = cleanLine(labelOf(answer.from), 60);
  const model = cleanLine(answer.model, 80);
  const named = model === '' || model === who ? who : l10n.t('{0} ({1})', who, model);
  const age = duration(answer.ageMs);
  switch (answer.freshness) {
    case 'live':
      return l10n.t('Answered by {0}', named);
    case 'cached':
      return l10n.t('Remembered answer of {0}, {1} old; nothing was sent', named, age);
    case 'stale':
      return l10n.t('Older answer of {0}, {1} old; nobody could be asked', named, age);
    case 'similar':
      return l10n.t('Answer of {0} to a similar question, {1} old; nobody could be asked', named, age);
    case 'offline':
      return l10n.t('Put together on this machine; no model was asked for it');
  }
}

/** What went as it should, or is said elsewhere, is not told. */
function isTelling(note: Note): boolean {
  switch (note.kind) {
    case 'attempt':
      return note.outcome !== 'answered';
    case 'skipped':
      return note.because !== 'not-allowed';
    case 'fallback':
    case 'waited':
    case 'trimmed':
    case 'over-budget':
    case 'hedged':
    case 'asked-again':
    case 'masked':
    case 'joined':
      return true;
    case 'retry':
    case 'no-retry':
    case 'remembered':
    case 'last-resort':
    case 'judged':
      return false;
  }
}

function expense({ from, usage }: Answer, tookMs: number, costOf: CostOf): string {
  const { inputTokens, outputTokens, cachedInputTokens, exact } = usage;
  const about = exact ? '' : '≈ ';
  const tokens = l10n.t('{0}{1} tokens in, {0}{2} out', about, inputTokens, outputTokens);
  const cached = cachedInputTokens > 0 ? l10n.t(' ({0} of them cached)', cachedInputTokens) : '';
  const dollars = costOf(from, usage);
  const price = dollars === undefined ? '' : `, ${about}${money(dollars)}`;
  return l10n.t('{0}, {1}{2}', duration(tookMs), tokens, cached) + price;
}

/** What the attempts that failed cost, or may have cost. */
function failedExpense(notes: readonly Note[], costOf: CostOf): readonly string[] {
  const failed = notes.filter(note => note.kind === 'attempt' && note.outcome !== 'answered');
  const spent = failed.flatMap(note =>
    note.kind === 'attempt' && note.usage ? [{ ...note.usage, at: note.target }] : [],
  );
  const tokens = spent.reduce((sum, { inputTokens, outputTokens }) => sum + inputTokens + outputTokens, 0);
  if (tokens === 0) return [];
  const costs = spent.map(usage => costOf(usage.at, usage));
  const dollars = costs.every(cost => cost !== undefined) ? costs.reduce((sum, cost) => sum + cost, 0) : undefined;
  const price = dollars === undefined ? '' : `, ≈ ${money(dollars)}`;
  return [l10n.t('Failed attempts: up to {0} tokens', tokens) + price];
}
