/** How a word is spelt; 'mixed' is several capitals and then small letters, as in `HTMLElement`. */
export const spelling = { small: 0, capital: 1, capitals: 2, mixed: 3 } as const;

/** What the tokenizer takes with a word: nothing, a blank, or one sign, which is common or rare before words. */
export const lead = { none: 0, blank: 1, commonSign: 2, rareSign: 3 } as const;

/** Letters that the averages below are given for; between them it is linear. */
const lengths = [1, 4, 7, 10, 13, 16, 24] as const;

/**
 * Average tokens of an ASCII word in o200k, by spelling and lead: measured on some 900 files of TypeScript, JavaScript,
 * Markdown, JSON, Python, CSS, C, Perl and HTML, code weighing most. `bench/memory/tokenEstimate.ts` checks it on others.
 */
const averages: readonly (readonly (readonly number[])[])[] = [
  [
    [1, 1.08, 1.22, 1.47, 2.5, 3.9, 5],
    [1, 1.01, 1.05, 1.13, 1.29, 2.4, 3.5],
    [1, 1.12, 1.24, 1.75, 2.67, 3.4, 5],
    [1.06, 1.38, 1.8, 2.3, 3.4, 3.6, 5],
  ],
  [
    [1.07, 1.05, 1.1, 1.2, 1.5, 3.9, 5],
    [1, 1.04, 1.18, 1.53, 1.7, 3.7, 5],
    [1.9, 1.25, 1.4, 1.8, 2.6, 4, 6],
    [1.9, 1.65, 1.85, 2.2, 2.9, 5, 7],
  ],
  [
    [1, 1.65, 1.85, 3.1, 4.3, 4.4, 6],
    [1, 1.18, 1.5, 2.2, 2.3, 4, 6],
    [1.05, 1.48, 1.85, 2.45, 4.1, 5.2, 7],
    [1.5, 2.35, 2.6, 3.6, 4.6, 6, 8],
  ],
  [
    [1.6, 2.1, 3.2, 4.4, 4.5, 7, 11],
    [1, 1.6, 2.1, 2.25, 2.25, 3, 5],
    [1.6, 2.3, 2.8, 3.1, 4, 5, 7],
    [2.5, 3.1, 3.2, 3.6, 4.5, 6, 9],
  ],
];

const longest = 32;
const perFurtherLetter = 0.25;

/** One row of `longest` numbers for each spelling and lead. */
const costs = Float64Array.from(
  averages.flatMap(byLead =>
    byLead.flatMap(points => Array.from({ length: longest }, (_, letters) => between(points, letters))),
  ),
);

/** Average tokens of a word of so many ASCII letters (at least 1). */
export function wordCost(letters: number, spelt: number, led: number): number {
  const row = (spelt * 4 + led) * longest;
  if (letters < longest) return costs[row + letters] ?? 1;
  return (costs[row + longest - 1] ?? 1) + (letters - longest + 1) * perFurtherLetter;
}

function between(points: readonly number[], letters: number): number {
  const next = lengths.findIndex(length => length >= letters);
  const after = next < 0 ? lengths.length - 1 : Math.max(1, next);
  const [from = 1, to = 1, low = 1, high = 1] = [lengths[after - 1], lengths[after], points[after - 1], points[after]];
  return low + ((high - low) * (Math.max(1, letters) - from)) / (to - from);
}
