/**
 * Bundles that are kept as they were exported, by their file in `test/fixtures/bundles`: what is recorded anew with each run would
 * change with the client. A decision that is changed on purpose has them made anew: `node test/scripts/replay/keepBundles.ts`.
 */
export const keptBundles: Readonly<Record<string, string>> = {
  'outage.zip': 'the first choice is down, its circuit opens, and it recovers',
  'alone.zip': 'one server alone fails now and then, and is asked again',
  'rate-limit.zip': 'a rate limit is told with how long it lasts',
  'quota.zip': 'credit is used up, and bought again',
  'silent.zip': 'the first one is silent, and the next one answers',
  'hedged.zip': 'a second one is asked beside a slow first one',
  'remembered.zip': 'an answer is remembered',
  'budget.zip': 'the budget of the day is gone',
};
