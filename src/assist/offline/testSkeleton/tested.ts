import type { TestFile } from '../../assistance.ts';
import type { Shape } from '../shape/shapeOf.ts';

/** What a frame of tests is made of. */
export interface Tested {
  readonly shape: Shape;
  /** What is taken in: the name itself, or that of the class which has it. */
  readonly subject: string;
  /** As tests call it: 'Cart.total'. */
  readonly label: string;
  /** Path of the source, as that of the test file. */
  readonly file: string;
  /** All that is known of the text of the source. */
  readonly source: string;
  readonly testFile: TestFile;
  readonly framework: string;
  /** What there is to test, as far as the text shows it, in words. */
  readonly cases: readonly string[];
}

/** What may be tested of a function, by its head: nothing that it does is guessed. */
export const casesOf = ({ parameters, raises }: Shape): readonly string[] => [
  'ordinary values',
  ...parameters.slice(0, 4).map(name => `${name.replace(/^[*$]+/, '')} at its edges`),
  ...raises.slice(0, 4).map(name => `failure: ${name}`),
];

/** Words as one name: 'ordinary values' → 'ordinary_values', 'ordinaryValues'. */
export const snakeName = (words: string): string =>
  words
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1_$2')
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '')
    .toLowerCase();

export const camelName = (words: string): string => {
  const pascal = pascalName(words);
  return pascal.charAt(0).toLowerCase() + pascal.slice(1);
};

export const pascalName = (words: string): string =>
  words
    .split(/[^\p{L}\p{N}]+/u)
    .map(word => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
