import type { Chance } from '../code/chance.ts';
import type { Unit } from '../code/unit.ts';

/** A change as a user asks for it, and the code that is right. */
export interface GoodEdit {
  readonly unit: Unit;
  readonly rule: string;
  readonly instruction: string;
  /** What replaces the unit's code. */
  readonly code: string;
}

/** What a rule makes of a unit; undefined: there is nothing in it to change so. */
export type GoodRule = (unit: Unit, chance: Chance) => Omit<GoodEdit, 'unit' | 'rule'> | undefined;
