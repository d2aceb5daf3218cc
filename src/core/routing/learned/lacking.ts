import { answerVariance } from './believed.ts';
import type { KeptModel } from './keptModel.ts';

/**
 * By so much less of a target's answers have to be kept for it to count as a class weaker: about what lies between the two
 * stronger classes at ordinary questions, as `KeptModel` believes. Of 0.05 to 0.1 the smaller ones kept more and cost more, by a point
 * and a tenth (`npm run bench -- routing`, seeds 9001 to 9020 and 301 to 360).
 */
const ofAClass = 0.06;
/** No target counts as weaker by more classes than there are below the strongest. */
const mostClasses = 2;
/** By so many standard deviations it has to lie below the others: what may well be chance takes nobody's place. */
const beyondChance = 1;
/** So many answers that are as believed stand beside those of the target, and beside those of the others. */
const leaning = 9;

/**
 * By how many classes each target answers worse than its class says, by its place: 0, 1 or 2. Whose answers are kept clearly less
 * than those of the others, each beside what is believed of its class, has been given a class that it does not live up to, or its
 * vendor has changed it. It is compared with the others alone, so a user who keeps little makes nobody weaker. With no answer of
 * late what was seen fades, and it gets its class back.
 */
export function lackingClasses(model: KeptModel, count: number): readonly number[] {
  const seen = Array.from({ length: count }, (_, at) => model.overall(at));
  const allOf = seen.reduce((sum, { of }) => sum + of, 0);
  const all = seen.reduce((sum, { effect, of }) => sum + effect * of, 0);
  return seen.map(({ effect, of }) => {
    const lacking = (all - effect * of) / (allOf - of + leaning) - effect;
    const deviation = Math.sqrt(answerVariance * (1 / (of + leaning) + 1 / (allOf - of + leaning)));
    if (lacking < beyondChance * deviation) return 0;
    return Math.min(mostClasses, Math.floor(lacking / ofAClass));
  });
}
