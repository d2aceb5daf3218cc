import * as l10n from '@vscode/l10n';
import type { Answer, Usage } from '../../core/model/answer.ts';
import type { Note } from '../../core/model/note.ts';
import { tierText } from './answerText.ts';
import { money } from './budgetText.ts';
import { cleanLine } from './cleanText.ts';
import { type LabelOf, noteText } from './noteText.ts';
import { duration } from './time.ts';

/** What a usage costs at a target, US dollars; undefined: its price is not known, and none is guessed. */
export type CostOf = (target: string, usage: Usage) => number | undefined;

const unknownCost: CostOf = () => undefined;

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
  const { confidence, requestId, oddEnd } = answer;
  return [
    origin(answer, labelOf),
    ...notes.filter(isTelling).map(note => noteText(note, labelOf)),
    ...(answer.freshness === 'live' ? [expense(answer, tookMs, costOf), ...doubtsOf(answer.usage)] : []),
    ...(oddEnd === 'no-reason' ? [l10n.t('The server did not say how the answer ended: it may be cut off')] : []),
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
      return l10n.t('Cached answer from {0}, {1} old; nothing was sent', named, age);
    case 'stale':
      return l10n.t('Older answer from {0}, {1} old; no target could answer', named, age);
    case 'similar':
      return l10n.t('Answer from {0} to a similar question, {1} old; no target could answer', named, age);
    case 'offline':
      return l10n.t('Created on this machine, without a model');
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
    case 'other-key':
    case 'tried-early':
    case 'hedged':
    case 'asked-again':
    case 'masked':
    case 'hidden-shown':
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

/** Which of the server's counts are not believed, and what is booked in their place. */
function doubtsOf({ inputTokens, outputTokens, doubted = [] }: Usage): readonly string[] {
  return doubted.map(({ side, why, reported }) => {
    const booked = side === 'input' ? inputTokens : outputTokens;
    const text = doubtTexts[side];
    if (why === 'no-count' || reported === undefined) return text.none(booked);
    return why === 'window' ? windowText(reported) : text[why](reported, booked);
  });
}

const windowText = (said: number): string =>
  l10n.t('The server reports {0} tokens in, far fewer than were sent: it may have left out the rest', said);

const doubtTexts = {
  input: {
    low: (said: number, booked: number) =>
      l10n.t('The server reports {0} tokens in, fewer than can be; counted as ≈ {1}', said, booked),
    high: (said: number, booked: number) =>
      l10n.t('The server reports {0} tokens in, more than can be; counted as ≈ {1}', said, booked),
    none: (booked: number) => l10n.t('What the server reports as tokens in is no count; counted as ≈ {0}', booked),
  },
  output: {
    low: (said: number, booked: number) =>
      l10n.t('The server reports {0} tokens out, fewer than can be; counted as ≈ {1}', said, booked),
    high: (said: number, booked: number) =>
      l10n.t('The server reports {0} tokens out, more than can be; counted as ≈ {1}', said, booked),
    none: (booked: number) => l10n.t('What the server reports as tokens out is no count; counted as ≈ {0}', booked),
  },
};

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
