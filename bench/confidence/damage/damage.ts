import type { Chance } from '../code/chance.ts';
import type { Token } from '../code/token.ts';
import type { Unit } from '../code/unit.ts';
import type { GoodEdit } from '../good/goodEdit.ts';

/** What a damaged answer loses: goals are set for each. 'call' has none. */
export type DamageGroup = 'form' | 'names' | 'call' | 'lost' | 'flips';

/** What a rule may look at. */
export interface Damaging {
  readonly edit: GoodEdit;
  /** Those of the edit's code, comments among them. */
  readonly tokens: readonly Token[];
  /** Other units of the same file. */
  readonly siblings: readonly Unit[];
  /** A unit of another language. */
  readonly foreign: Unit;
  readonly chance: Chance;
}

/** A bad answer: code to be fenced as usual, or a text as it is. */
export type Damaged =
  { readonly code: string } | { readonly text: string; readonly finish?: 'stop' | 'length'; readonly code?: undefined };

/** undefined: the edit has nothing that could be damaged so. */
export type DamageRule = (damaging: Damaging) => Damaged | undefined;

/** What begins and ends a block. */
export const fence = '```';

/** An answer that holds nothing but a block, as prompts ask for it. */
export const fenced = (code: string, info: string): string => `${fence}${info}
${code}
${fence}`;
