/**
 * A secret that is known by how it begins: kind, beginning, the characters that may follow (as in a regular expression's
 * class), and how many of them there must be at least.
 */
export type TokenRow = readonly [kind: string, begins: string, then: string, least: number];

// an escape may stand in front of a secret, and its last letter is not a part of a word
const afterEscape = '(?<=\\\\[nrtbf]|%[0-9A-Fa-f]{2}|\\\\u[0-9A-Fa-f]{4})';

/** Where a token may begin, as the beginning of a regular expression: not in the middle of a word. */
export const afterEdge = `(?:(?<![A-Za-z0-9])|${afterEscape})`;

/** The same for what is made of words and dashes, so that a long run of them is looked at once and not once per dash. */
export const afterRun = `(?:(?<![\\w-])|${afterEscape})`;
