import type { Task } from '../../model/purpose.ts';
import type { PlaceReason } from '../../model/note.ts';
import type { Ranked } from '../../model/question.ts';
import type { Target } from '../../model/target.ts';
import type { Candidate, Demand, Strategy } from '../strategies/strategy.ts';
import { challengerOf } from './challenge.ts';
import { lackingClasses } from './lacking.ts';
import { KeptModel } from './keptModel.ts';
import { levelOf, readLearnedOutcome, taskNumber, type LearnedOutcome } from './learnedOutcome.ts';
import type { Fading } from './learnedTally.ts';
import { ranked, type Valued } from './ranked.ts';
import { shareSeen, wholeShare, type Share } from './shareSeen.ts';
import { TallyBook } from './tallyBook.ts';
import { lossesOf, usualWeights, type Weighed, type WorthWeights } from './worth.ts';

/** What a learner is made with. */
export interface LearnerOptions {
  /** The order that holds until more is known. */
  readonly tiered: Strategy;
  /** Default: `usualWeights`. */
  readonly weights?: WorthWeights;
  /** Wall-clock ms: what was seen counts less as time goes by. */
  readonly wall: () => number;
}

/** What one order may do. */
export interface OrderOptions {
  readonly chance: () => number;
  /** False: nobody is put first only to learn more of him, as for a question over the warning level of the budget. */
  readonly mayExplore: boolean;
}

/**
 * Learns whose answers are kept, by task and complexity, and puts first who is worth most: kept, less what it costs and how long it
 * takes. A contextual bandit of a fixed size. It begins as the tiered order, and leaves it as far as what was seen speaks clearly
 * for another one; who may be better is now and then asked first to find out, and that costs a bounded share of the answers.
 * For equal state, facts, time (to the minute) and chance the order is the same.
 */
export class Learner {
  #book = new TallyBook();
  readonly #options: LearnerOptions;
  #made: MadeModel | undefined;

  constructor(options: LearnerOptions) {
    this.#options = options;
  }

  /** Each candidate exactly once, whom to ask first first. */
  order(demand: Demand, candidates: readonly Candidate[], options: OrderOptions): readonly Ranked[] {
    const model = this.#modelOf(candidates);
    const regarded = this.#regarded(candidates, model);
    const tiered = tieredOf(this.#options.tiered, { demand, candidates: regarded, chance: options.chance });
    const valued = this.#valued(demand, tiered, model);
    const small = valued.some(({ candidate }) => candidate.facts.fits)
      ? valued.filter(({ candidate }) => !candidate.facts.fits)
      : [];
    const order = ranked(valued.filter(one => !small.includes(one)));
    const challenger = options.mayExplore ? challengerOf(order, options.chance) : undefined;
    const followers = order.filter(one => one !== challenger).map(one => this.#placed(demand, one));
    const probed = challenger && { target: challenger.candidate.target, because: { code: 'probe' } as const };
    const last = small.map(({ candidate }): Ranked => ({ target: candidate.target, because: { code: 'too-small' } }));
    return [...(probed ? [probed] : []), ...followers, ...last];
  }

  /** The candidates, each with what was learnt of it that speaks against its class: what the tiered order goes by. */
  regarded(candidates: readonly Candidate[]): readonly Candidate[] {
    return this.#regarded(candidates, this.#modelOf(candidates));
  }

  /**
   * Takes in what became of an answer. What several windows saw is learnt by giving each of their outcomes to each learner
   * once, in any order. An answer that was given twice counts twice, and one that is no outcome is passed over.
   */
  learn(outcome: LearnedOutcome): void {
    const read = readLearnedOutcome(outcome); // one NaN would stay in the sums for ever
    if (read) this.#book.add(read, this.#options.wall());
  }

  /** How many answers to such questions were kept, of how many, those of long ago counting less; in whole answers. */
  explain(task: Task | undefined, target: string): Share {
    const tally = this.#book.tallies.get(target);
    return tally ? wholeShare(shareSeen(tally, taskNumber(task)), this.#fading()) : { kept: 0, of: 0 };
  }

  /** Forgets all, and learns from these answers instead. */
  relearn(outcomes: readonly LearnedOutcome[]): void {
    this.#book = new TallyBook();
    for (const outcome of outcomes) this.learn(outcome);
  }

  #fading(): Fading {
    return this.#book.fadingBy(this.#options.wall());
  }

  /** As of the minute; made anew when an answer was learnt or the chain is another one: to make it takes most of a decision. */
  #modelOf(candidates: readonly Candidate[]): KeptModel {
    const [minute, { additions }] = [Math.floor(this.#options.wall() / minuteMs), this.#book];
    const known = this.#made;
    const isOfNow = known?.book === this.#book && known.additions === additions && known.minute === minute;
    if (isOfNow && areTargetsOf(candidates, known.targets)) return known.model;
    const targets = candidates.map(({ target }) => target);
    const tallied = targets.map(target => ({ class: target.class, tally: this.#book.tallies.get(target.id) }));
    const model = new KeptModel(tallied, this.#book.fadingBy(minute * minuteMs));
    this.#made = { book: this.#book, additions, minute, targets, model };
    return model;
  }

  #regarded(candidates: readonly Candidate[], model: KeptModel): readonly Candidate[] {
    const classes = lackingClasses(model, candidates.length);
    return candidates.map((candidate, at) => {
      const [by, tally] = [classes[at] ?? 0, this.#book.tallies.get(candidate.target.id)];
      if (by === 0 || !tally) return candidate;
      return { ...candidate, lacking: { classes: by, ...wholeShare(shareSeen(tally, undefined), this.#fading()) } };
    });
  }

  #valued(demand: Demand, tiered: readonly TieredCandidate[], model: KeptModel): readonly Valued[] {
    const weighed = tiered.map(({ candidate: { target, facts } }): Weighed => {
      return { class: target.class, facts, tally: this.#book.tallies.get(target.id) };
    });
    const losses = lossesOf(weighed, this.#options.weights ?? usualWeights);
    const [task, level, { long }] = [taskNumber(demand.task), levelOf(demand.score), this.#fading()];
    return tiered.map(({ candidate, because, place }, at): Valued => {
      const { mean, deviation } = model.estimate(place, task, level);
      const seen = (weighed[at]?.tally?.expense.of ?? 0) * long;
      const { cost, leastCost, delay } = losses[at] ?? { cost: 0, leastCost: 0, delay: 0 };
      return { candidate, because, gain: mean - delay, cost, leastCost, deviation, seen };
    });
  }

  /** Whose answers to such questions were seen says so; of the others the tiered order says why. */
  #placed({ task, score }: Demand, { candidate, because }: Valued): Ranked {
    const { target } = candidate;
    const tally = this.#book.tallies.get(target.id);
    if (!tally) return { target, because };
    const [ofTask, ofLevel] = [shareSeen(tally, taskNumber(task)), shareSeen(tally, undefined, levelOf(score))];
    const share = wholeShare(ofTask.of < ofLevel.of && ofTask.of < fewest ? ofLevel : ofTask, this.#fading());
    return { target, because: share.of < fewest ? because : { code: 'learned', ...share } };
  }
}

const minuteMs = 60_000;

/** A model, and what it was made of. */
interface MadeModel {
  readonly book: TallyBook;
  readonly additions: number;
  /** Minutes of the wall clock. */
  readonly minute: number;
  readonly targets: readonly Target[];
  readonly model: KeptModel;
}

const areTargetsOf = (candidates: readonly Candidate[], targets: readonly Target[]): boolean =>
  candidates.length === targets.length && candidates.every(({ target }, at) => target === targets[at]);

/** Of fewer answers nothing is told. */
const fewest = 3;

interface TieredCandidate {
  readonly candidate: Candidate;
  readonly because: PlaceReason;
  /** Its place among the candidates as they were given. */
  readonly place: number;
}

interface Routing {
  readonly demand: Demand;
  readonly candidates: readonly Candidate[];
  readonly chance: () => number;
}

/** The tiered order: each candidate once, and nobody else, whatever the strategy says. */
function tieredOf(tiered: Strategy, { demand, candidates, chance }: Routing): readonly TieredCandidate[] {
  const left = new Map(candidates.map((candidate, place) => [candidate.target.id, { candidate, place }]));
  const order: TieredCandidate[] = [];
  for (const { target, because } of tiered(demand, candidates, chance)) {
    const placed = left.get(target.id);
    if (placed && left.delete(target.id)) order.push({ ...placed, because });
  }
  for (const placed of left.values()) order.push({ ...placed, because: { code: 'chain' } });
  return order;
}
