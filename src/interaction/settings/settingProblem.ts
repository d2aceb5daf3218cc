import type { SettingKey } from './settingKeys.ts';

/** Something in the settings that cannot be used as it stands, as data; settingProblemWords.ts makes a sentence of it. */
export interface SettingProblem {
  readonly key: SettingKey;
  readonly code: SettingProblemCode;
  /** Where in the value: '[2].baseUrl'; '' is the value itself. */
  readonly at: string;
  /** What kind of value stood there. */
  readonly found: ValueKind;
  /** Why an address is refused: the code of the Failure. */
  readonly reason?: string;
}

/** What can be wrong with a setting. */
export type SettingProblemCode =
  /** The value's default is used instead; in a target, here and below, the whole target is left out. */
  | 'wrong-type'
  | 'not-a-choice'
  /** The nearest value in range is used instead. */
  | 'out-of-range'
  /** Says the opposite of another setting; the stricter of the two holds. */
  | 'contradiction'
  /** Nothing has this name; it is left out. */
  | 'unknown-field'
  | 'unknown-target'
  /** The whole entry of the list is left out. */
  | 'looks-like-key'
  | 'missing-field'
  | 'unknown-provider'
  | 'bad-address'
  | 'reserved-id'
  | 'duplicate-id';

/** Takes down a problem; the key is known to whoever gave this function away. */
export type Complain = (problem: Omit<SettingProblem, 'key'>) => void;

/** What kind of value stands there. The value itself is never told: somebody may have put a key where it does not belong. */
export type ValueKind = 'nothing' | 'text' | 'number' | 'flag' | 'list' | 'object';

/** A setting's value for the log. */
export function kindOf(value: unknown): ValueKind {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'object') return 'object';
  if (typeof value === 'number') return 'number';
  return typeof value === 'boolean' ? 'flag' : 'text';
}

/** The name of a field that nobody knows, to be told; '' where it may be more than a misspelt word. */
export const toldName = (name: string): string => (/^[A-Za-z]{1,20}$/.test(name) ? `.${name}` : '');
