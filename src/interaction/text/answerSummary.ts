import * as l10n from '@vscode/l10n';
import type { Answer, Usage } from '../../core/model/answer.ts';
import type { Note } from '../../core/model/note.ts';
import { passedOverFor } from '../../core/status/questionOutcome.ts';
import { trustSummary } from './trustText.ts';
import { money, tokenCount } from './budgetText.ts';
import { cleanLine } from './cleanText.ts';
import { isForBudget, passedOverText } from './passedOverText.ts';
import { duration } from './time.ts';

/** Label of a target id. */
export type LabelOf = (target: string) => string;

/** What a usage costs at a target, US dollars; undefined: its price is not known, and none is guessed. */
export type CostOf = (target: string, usage: Usage) => number | undefined;

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
 * One line that says all that matters of an answer: who gave it, why not the first choice, how long it took, how many tokens,
 * what they cost, and what of it was checked. 'Answered by GPT because Claude did not: overloaded · 0.9 s · 502 tokens · $0.0006'.
 */
export function answerSummary({ answer, notes, tookMs }: Answered, { labelOf, costOf }: TargetFacts): string {
  const who = origin(answer, notes, labelOf);
  const spent = answer.freshness === 'live' ? [duration(tookMs), ...expense(answer, costOf)] : [];
  const checked = answer.confidence ? [trustSummary(answer.confidence)] : [];
  return [who, ...spent, ...checked].join(' · ');
}

function origin(answer: Answer, notes: readonly Note[], labelOf: LabelOf): string {
  const who = cleanLine(labelOf(answer.from), 60);
  const model = cleanLine(answer.model, 80);
  const named = model === '' || model === who ? who : l10n.t('{0} ({1})', who, model);
  const age = duration(answer.ageMs);
  switch (answer.freshness) {
    case 'live':
      return answeredBy(named, passedOverFor(answer.from, notes), labelOf);
    case 'cached':
      return l10n.t('Cached answer from {0}, {1} old; nothing was sent', named, age);
    case 'stale':
      return l10n.t('Older answer from {0}, {1} old; no model could answer', named, age);
    case 'similar':
      return l10n.t('Answer from {0} to a similar question, {1} old; no model could answer', named, age);
    case 'offline':
      return l10n.t('From the editor, without a model');
  }
}

function answeredBy(who: string, passed: ReturnType<typeof passedOverFor>, labelOf: LabelOf): string {
  if (!passed) return l10n.t('Answered by {0}', who);
  const first = cleanLine(labelOf(passed.insteadOf), 60);
  if (isForBudget(passed.because)) return l10n.t('Answered by {0} because your budget does not allow {1}', who, first);
  return l10n.t('Answered by {0} instead of {1}: {2}', who, first, passedOverText(passed.because));
}

function expense({ from, usage }: Answer, costOf: CostOf | undefined): readonly string[] {
  const about = usage.exact ? '' : '≈ ';
  const tokens = l10n.t('{0}{1} tokens', about, tokenCount(usage.inputTokens + usage.outputTokens));
  const dollars = costOf?.(from, usage);
  return dollars === undefined ? [tokens] : [tokens, about + money(dollars)];
}
