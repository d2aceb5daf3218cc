import type { QuestionEntry, AttemptEntry } from '../journal/journalEntry.ts';
import {
  addQuestionTally,
  addTargetTally,
  emptyQuestions,
  emptyTarget,
  noCounts,
  withCounts,
  type QuestionTally,
  type SpendTally,
  type TargetTally,
} from './tally.ts';

/** What happened in a time: a quarter of an hour, a day, a month. */
export class MetricSlot {
  #all: QuestionTally | undefined;
  /** By task; '' for what was only passed through. */
  readonly tasks = new Map<string, QuestionTally>();
  /** By target id. */
  readonly targets = new Map<string, TargetTally>();
  /** Why another target answered than the first choice, by `PassedOver`. */
  fallbackReasons: ReadonlyMap<string, number> = noCounts;
  /** Answers by tier of confidence. */
  tiers: ReadonlyMap<string, number> = noCounts;

  /** All of them. Most quarters of an hour see one task, whose tally it is then: a month has thousands of slots. */
  get all(): Readonly<QuestionTally> {
    const [only = emptyQuestions()] = this.#all ? [this.#all] : this.tasks.values();
    return only;
  }

  /** Takes down a question. */
  add(entry: QuestionEntry): void {
    const { task = '', attempts, fallback, confidence } = entry;
    if (this.tasks.size > 0 && !this.tasks.has(task)) this.#ownAll();
    addQuestion(known(this.tasks, task, emptyQuestions), entry);
    if (this.#all) addQuestion(this.#all, entry);
    const asked = new Set<string>();
    for (const attempt of attempts) {
      addAttempt(known(this.targets, attempt.target, emptyTarget), attempt, asked.has(attempt.target));
      asked.add(attempt.target);
    }
    if (fallback) this.fallbackReasons = withCounts(this.fallbackReasons, new Map([[fallback.because, 1]]));
    if (confidence) this.tiers = withCounts(this.tiers, new Map([[confidence.tier, 1]]));
  }

  /** Adds all that another one holds. */
  merge(other: MetricSlot): void {
    addQuestionTally(this.#ownAll(), other.all);
    for (const [task, tally] of other.tasks) addQuestionTally(known(this.tasks, task, emptyQuestions), tally);
    for (const [target, tally] of other.targets) addTargetTally(known(this.targets, target, emptyTarget), tally);
    this.fallbackReasons = withCounts(this.fallbackReasons, other.fallbackReasons);
    this.tiers = withCounts(this.tiers, other.tiers);
  }

  /** The tally of all of them, which is from now on none of a task. */
  #ownAll(): QuestionTally {
    if (this.#all) return this.#all;
    const sum = emptyQuestions();
    addQuestionTally(sum, this.all);
    return (this.#all = sum);
  }
}

function known<Tally>(tallies: Map<string, Tally>, name: string, make: () => Tally): Tally {
  const tally = tallies.get(name) ?? make();
  tallies.set(name, tally);
  return tally;
}

function addQuestion(tally: QuestionTally, entry: QuestionEntry): void {
  const { outcome, insteadOf, freshness, fallback, cache, confidence, saved = [], attempts, tookMs } = entry;
  const isAnswered = outcome === 'answered' && insteadOf === undefined;
  tally.questions += 1;
  if (isAnswered) tally.answered += 1;
  else if (outcome === 'cancelled') tally.cancelled += 1;
  else tally.unanswered += 1;
  if (fallback) tally.fallbacks += 1;
  if (cache === 'hit' || cache === 'missed') tally.lookUps += 1;
  if (cache === 'hit') tally.hits += 1;
  if (confidence && confidence.tier !== 'unchecked') tally.assessed += 1;
  if (confidence?.tier === 'doubtful') tally.doubtful += 1;
  for (const { tokens, usd = 0 } of saved) {
    tally.savedTokens += tokens;
    tally.savedUsd += usd;
  }
  for (const attempt of attempts) addSpend(tally.spent, attempt);
  if (isAnswered && freshness === 'live') tally.took.add(tookMs);
}

/** What says nothing about a target: its user stopped it, or our own time was over. */
const notTheTargets: readonly string[] = ['cancelled', 'out-of-time'];

function addAttempt(tally: TargetTally, attempt: AttemptEntry, isRetry: boolean): void {
  const { outcome, firstTokenMs, tookMs } = attempt;
  tally.attempts += 1;
  if (isRetry) tally.retries += 1;
  addSpend(tally.spent, attempt);
  if (firstTokenMs !== undefined) tally.firstToken.add(firstTokenMs);
  if (outcome === 'answered') {
    tally.answered += 1;
    tally.took.add(tookMs);
  } else if (!notTheTargets.includes(outcome)) {
    tally.failed += 1;
    tally.failures = withCounts(tally.failures, new Map([[outcome, 1]]));
  }
}

function addSpend(tally: SpendTally, attempt: AttemptEntry): void {
  const { inputTokens = 0, outputTokens = 0, cachedInputTokens = 0, usd, spent } = attempt;
  const tokens = inputTokens + outputTokens;
  tally.inputTokens += inputTokens;
  tally.outputTokens += outputTokens;
  tally.cachedInputTokens += cachedInputTokens;
  if (spent !== 'exact') tally.estimatedTokens += tokens;
  if (usd === undefined) tally.unpricedTokens += tokens;
  else tally.usd += usd;
}
