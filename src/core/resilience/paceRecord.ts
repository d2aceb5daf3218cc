import type { AttemptNote } from '../model/note.ts';
import { Decayed } from './decayed.ts';

/** What was seen half an hour ago counts half as much as what is seen now. */
const halfLifeMs = 30 * 60_000;
/** An answer of more than an hour ago says nothing of now. */
const forgetMs = 60 * 60_000;
/**
 * Then what was usual in the days before stands in for it: what was seen two days ago counts half as much, and after a week without
 * an answer nothing is said. Forgetting all after an hour made the first of the chain the only one that is known each morning
 * (`npm run bench -- routing`, fastest: p95 0.80 of the chain's with it, 0.5 without, seeds 9001 to 9020 and 301 to 360).
 */
const days = { halfLifeMs: 2 * 86_400_000, forgetMs: 7 * 86_400_000 };
/** After five minutes it may be different. */
const staleMs = 5 * 60_000;
/** The middle one of so many answers counts: one hiccup changes nothing, and three that are alike all. */
const remembered = 5;
/** Of fewer tokens no speed can be told. */
const fewestTokens = 20;

/** How long an answer took. */
export interface AnswerPace {
  /** ms to the first token. */
  readonly firstTokenMs: number;
  /** ms a token after that. */
  readonly msPerToken: number;
}

/** An answer as it was written down. */
export interface SeenAnswer {
  readonly tookMs: number;
  readonly firstTokenMs?: number | undefined;
  readonly outputTokens?: number | undefined;
}

/** How one target did lately. */
export interface TargetPace {
  /** Its usual answer of the last hour, or else of the last days; undefined: it was not heard from for a week. */
  readonly usual: AnswerPace | undefined;
  /** Its latest answer, which may tell that it is well again; undefined: there was none in the last hour. */
  readonly latest: AnswerPace | undefined;
  /** It was not heard from within some minutes, or never. */
  readonly isStale: boolean;
  /** Share of its attempts that failed, 0 to 1; 0: none, or nothing is known. */
  readonly failureShare: number;
  /** Share of what it read that its provider had remembered, 0 to 1. */
  readonly cachedShare: number;
}

/** Of a target that was never heard from. */
export const unknownPace: TargetPace = {
  ...{ usual: undefined, latest: undefined, isStale: true, failureShare: 0, cachedShare: 0 },
};

/** What says nothing about a target: its user or our own time has stopped it, or our own limits held it back. */
const unsaying: readonly AttemptNote['outcome'][] = ['cancelled', 'out-of-time', 'passed-over', 'own-limit'];

/** How one target did lately, by its attempts; what is older counts less. Of fixed size. */
export class PaceRecord {
  readonly #failed = new Decayed(halfLifeMs);
  readonly #cached = new Decayed(halfLifeMs);
  readonly #days = new PaceOfDays();
  #answers: readonly (AnswerPace & { readonly at: number })[] = [];

  /** `now`: monotonic ms. */
  learn({ outcome, firstTokenMs, tookMs, usage }: AttemptNote, now: number): void {
    if (unsaying.includes(outcome)) return;
    this.#failed.add(outcome === 'answered' ? 0 : 1, now);
    if (outcome !== 'answered') return;
    const pace = paceOf({ tookMs, firstTokenMs, outputTokens: usage?.outputTokens }, this.#answers.at(-1));
    this.#answers = [...this.#answers, { ...pace, at: now }].slice(-remembered);
    this.#days.add(pace, now);
    if (usage?.exact && usage.inputTokens > 0)
      this.#cached.add(Math.min(1, usage.cachedInputTokens / usage.inputTokens), now);
  }

  /** Takes over an answer of another window, or of an earlier one: for what is usual in days alone. `at`: as monotonic ms, may be below 0. */
  recall(answer: SeenAnswer, at: number): void {
    this.#days.add(paceOf(answer), at);
  }

  /** How it did, as of `now`, monotonic ms. */
  at(now: number): TargetPace {
    const answers = this.#answers.filter(({ at }) => now - at <= forgetMs);
    const latest = answers.at(-1);
    return {
      usual: latest ? middleOf(answers) : this.#days.at(now),
      latest,
      isStale: !latest || now - latest.at > staleMs,
      failureShare: this.#failed.meanWith(1, now), // one failure alone is half a failure
      cachedShare: this.#cached.mean ?? 0,
    };
  }
}

/** Of too few tokens to tell, the speed of the answer before. */
function paceOf({ tookMs, firstTokenMs = tookMs, outputTokens = 0 }: SeenAnswer, before?: AnswerPace): AnswerPace {
  const msPerToken =
    outputTokens < fewestTokens ? (before?.msPerToken ?? 0) : Math.max(0, tookMs - firstTokenMs) / outputTokens;
  return { firstTokenMs, msPerToken };
}

/** What was usual in the last days. A mean of logarithms, so that one answer of minutes does not make hours of seconds slow. */
class PaceOfDays {
  readonly #firstToken = new Decayed(days.halfLifeMs);
  readonly #perToken = new Decayed(days.halfLifeMs);
  #heardAt = -Infinity;

  add({ firstTokenMs, msPerToken }: AnswerPace, now: number): void {
    this.#firstToken.add(Math.log1p(firstTokenMs), now);
    this.#perToken.add(Math.log1p(msPerToken), now);
    this.#heardAt = Math.max(this.#heardAt, now);
  }

  at(now: number): AnswerPace | undefined {
    const [first, each] = [this.#firstToken.mean, this.#perToken.mean];
    if (first === undefined || each === undefined || now - this.#heardAt > days.forgetMs) return undefined;
    return { firstTokenMs: Math.expm1(first), msPerToken: Math.expm1(each) };
  }
}

const middleOf = (answers: readonly AnswerPace[]): AnswerPace => ({
  firstTokenMs: middle(answers.map(({ firstTokenMs }) => firstTokenMs)),
  msPerToken: middle(answers.map(({ msPerToken }) => msPerToken)),
});

/** The one in the middle; of an even number the longer one. */
const middle = (times: readonly number[]): number =>
  times.toSorted((one, other) => one - other)[times.length >> 1] ?? 0;
