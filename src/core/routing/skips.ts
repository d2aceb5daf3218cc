import type { SkipReason } from '../model/note.ts';
import type { Target } from '../model/target.ts';
import type { Question } from '../model/question.ts';
import type { Lane } from './lane.ts';

/** May this target be asked, as far as the question says who may? */
export const isWanted = ({ target }: Pick<Lane, 'target'>, { only }: Question): boolean =>
  only?.includes(target.id) ?? true;

/** A remembered answer still needs a target that the user allows here, though not one that is up. */
export const mayAnswer =
  (question: Question, barred: (target: Target) => SkipReason | undefined) =>
  (target: Target): boolean =>
    isWanted({ target }, question) && !['not-allowed', 'not-confirmed'].includes(barred(target) ?? '');

/** Those who are not asked, and why: each is told when it would have been its turn, because before that it makes no difference. */
export class Skips {
  readonly reasons: readonly SkipReason[];
  readonly #question: Question;
  readonly #lanes: readonly Lane[];
  readonly #untold: Map<Lane, SkipReason>;

  constructor(lanes: readonly Lane[], question: Question) {
    this.#lanes = lanes;
    this.#question = question;
    this.#untold = new Map(
      lanes.flatMap(lane => {
        const reason = isWanted(lane, question) ? lane.closed(question) : 'not-allowed';
        return reason ? [[lane, reason] as const] : [];
      }),
    );
    this.reasons = [...this.#untold.values()];
  }

  has(lane: Lane): boolean {
    return this.#untold.has(lane);
  }

  /** Tells who is passed over for this lane, or, when nobody is left, for nobody; gives the lane. */
  before(chosen: Lane | undefined): Lane | undefined {
    const end = chosen ? this.#lanes.indexOf(chosen) : this.#lanes.length;
    for (const lane of this.#lanes.slice(0, end)) {
      const because = this.#untold.get(lane);
      if (because) this.#question.notes({ kind: 'skipped', target: lane.target.id, because });
      this.#untold.delete(lane);
    }
    return chosen;
  }
}
