import * as l10n from '@vscode/l10n';
import type { Answer, Usage } from '../../core/model/answer.ts';
import type { AttemptNote, Note } from '../../core/model/note.ts';
import { answerSummary, type Answered, type CostOf, type TargetFacts } from '../text/answerSummary.ts';
import { trustText } from '../text/trustText.ts';
import { money } from '../text/budgetText.ts';
import { cleanLine } from '../text/cleanText.ts';
import { noteText } from './noteText.ts';
import { duration } from '../text/time.ts';

const unknownCost: CostOf = () => undefined;

/**
 * Where an answer comes from, one line each: first all that matters in short; then what came before, how long it took and how
 * many tokens, how far to trust it, the provider's request id.
 */
export function provenance({ answer, notes, tookMs }: Answered, facts: TargetFacts): readonly string[] {
  const { labelOf, costOf = unknownCost } = facts;
  const { confidence, requestId, oddEnd } = answer;
  return [
    answerSummary({ answer, notes, tookMs }, facts),
    ...(answer.freshness === 'live' ? onlyTry(notes) : []),
    ...happened(notes, labelOf),
    ...(answer.freshness === 'live' ? [expense(answer, tookMs, costOf), ...doubtsOf(answer.usage)] : []),
    ...(oddEnd === 'no-reason' ? [l10n.t('The server did not say how the answer ended: it may be cut off')] : []),
    ...droppedExpense(answer, notes, costOf),
    ...failedExpense(notes, costOf),
    ...(confidence ? [trustText(confidence)] : []),
    ...(requestId ? [l10n.t('Request id: {0}', cleanLine(requestId, 128))] : []),
  ];
}

/**
 * Of a question that no model answered, one line each: who was asked, then what came of that, what kept others from being asked, and
 * what it may have cost. Empty where nobody could have been asked, which the failure says.
 */
export function triedInVain(notes: readonly Note[], { labelOf, costOf = unknownCost }: TargetFacts): readonly string[] {
  const asked = new Set(notes.flatMap(note => (note.kind === 'attempt' ? [cleanLine(labelOf(note.target), 60)] : [])));
  const lines = happened(notes, labelOf);
  const isDecided = notes.some(({ kind }) => kind === 'routed');
  if (asked.size === 0 && lines.length === 0 && !isDecided) return [];
  const who = asked.size === 0 ? l10n.t('No model was asked') : l10n.t('Asked in vain: {0}', [...asked].join(', '));
  return [who, ...lines, ...failedExpense(notes, costOf)];
}

const happened = (notes: readonly Note[], labelOf: TargetFacts['labelOf']): readonly string[] =>
  notes.filter(note => isTelling(note) && !isToldBefore(note, notes)).map(note => noteText(note, labelOf));

/** That the next one was asked follows from how an attempt ended, which has a line of its own. */
const isToldBefore = (note: Note, notes: readonly Note[]): boolean =>
  note.kind === 'fallback' &&
  note.waitMs === undefined &&
  notes.some(other => other.kind === 'attempt' && other.target === note.from);

/** What went as it should, or is said elsewhere, is not told. */
function isTelling(note: Note): boolean {
  switch (note.kind) {
    case 'attempt':
      return note.outcome !== 'answered';
    case 'skipped':
      return note.because !== 'not-allowed';
    case 'retry':
      return note.insteadOf !== undefined;
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
    case 'instructions':
    case 'escalated':
    case 'weighed':
    case 'not-escalated':
      return true;
    case 'routed': // has a place of its own, see `whyText`
    case 'no-retry':
    case 'remembered':
    case 'uncached':
    case 'last-resort':
    case 'judged':
      return false;
  }
}

/** Where nothing came before it, that is said: it came of one request, made for this question. */
function onlyTry(notes: readonly Note[]): readonly string[] {
  const [first, ...others] = notes.filter(note => note.kind === 'attempt');
  const isOnly = first?.outcome === 'answered' && others.length === 0;
  return isOnly ? [l10n.t('Answered at the first try, not from the cache')] : [];
}

function expense({ from, usage }: Answer, tookMs: number, costOf: CostOf): string {
  const { inputTokens, outputTokens, cachedInputTokens, exact } = usage;
  const about = exact ? '' : '≈ ';
  const cached = cachedInputTokens > 0 ? l10n.t(' ({0} of them cached)', cachedInputTokens) : '';
  const tokens = l10n.t('{0}{1} input tokens{2}, {0}{3} output tokens', about, inputTokens, cached, outputTokens);
  const dollars = costOf(from, usage);
  const price = dollars === undefined ? '' : `, ${about}${money(dollars)}`;
  return l10n.t('{0}, {1}', duration(tookMs), tokens) + price;
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
  l10n.t('The server reports {0} input tokens, far fewer than were sent: it may have left out the rest', said);

const doubtTexts = {
  input: {
    low: (said: number, booked: number) =>
      l10n.t('The server reports {0} input tokens, fewer than possible; counted as ≈ {1}', said, booked),
    high: (said: number, booked: number) =>
      l10n.t('The server reports {0} input tokens, more than possible; counted as ≈ {1}', said, booked),
    none: (booked: number) => l10n.t('The server reports no valid number of input tokens; counted as ≈ {0}', booked),
  },
  output: {
    low: (said: number, booked: number) =>
      l10n.t('The server reports {0} output tokens, fewer than possible; counted as ≈ {1}', said, booked),
    high: (said: number, booked: number) =>
      l10n.t('The server reports {0} output tokens, more than possible; counted as ≈ {1}', said, booked),
    none: (booked: number) => l10n.t('The server reports no valid number of output tokens; counted as ≈ {0}', booked),
  },
};

/** What the answers cost that were followed up, or were no better. */
function droppedExpense({ from, usage }: Answer, notes: readonly Note[], costOf: CostOf): readonly string[] {
  if (!notes.some(({ kind }) => kind === 'escalated')) return [];
  const all = expenseOf(notes, note => note.outcome === 'answered', costOf);
  const tokens = all.tokens - usage.inputTokens - usage.outputTokens;
  if (tokens <= 0) return [];
  const own = costOf(from, usage);
  const dollars = all.dollars === undefined || own === undefined ? undefined : all.dollars - own;
  return [l10n.t('Answers that were dropped: {0} tokens', tokens) + priceOf(dollars)];
}

/** What the attempts that failed cost, or may have cost. */
function failedExpense(notes: readonly Note[], costOf: CostOf): readonly string[] {
  const { tokens, dollars } = expenseOf(notes, note => note.outcome !== 'answered', costOf);
  return tokens === 0 ? [] : [l10n.t('Failed attempts: up to {0} tokens', tokens) + priceOf(dollars)];
}

const priceOf = (dollars: number | undefined): string => (dollars === undefined ? '' : `, ≈ ${money(dollars)}`);

/** The tokens of these attempts, and what they cost where that is known of each. */
function expenseOf(notes: readonly Note[], isMeant: (note: AttemptNote) => boolean, costOf: CostOf) {
  const spent = notes.flatMap(note =>
    note.kind === 'attempt' && isMeant(note) && note.usage ? [{ ...note.usage, at: note.target }] : [],
  );
  const costs = spent.map(usage => costOf(usage.at, usage));
  return {
    tokens: spent.reduce((sum, { inputTokens, outputTokens }) => sum + inputTokens + outputTokens, 0),
    dollars: costs.every(cost => cost !== undefined) ? costs.reduce((sum, cost) => sum + cost, 0) : undefined,
  };
}
