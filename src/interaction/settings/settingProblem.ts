import type { SettingKey } from './settingKeys.ts';

/** Something in the settings that cannot be used as it stands, as data; settingProblemWords.ts makes a sentence of it. */
export interface SettingProblem {
  readonly key: SettingKey;
  readonly code: SettingProblemCode;
  /** Where in the value: '[2].baseUrl'; '' is the value itself. */
  readonly at: string;
  /** What stood there, shortened; never the user name or password of an address. */
  readonly shown: string;
  /** Why an address is refused: the code of the Failure. */
  readonly reason?: string;
}

/** What can be wrong with a setting. */
export type SettingProblemCode =
  /** The value's default is used instead. */
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
  | 'missing-field'
  | 'unknown-provider'
  | 'bad-address'
  | 'reserved-id'
  | 'duplicate-id';

/** Takes down a problem; the key is known to whoever gave this function away. */
export type Complain = (problem: Omit<SettingProblem, 'key'>) => void;

const longestShown = 60;

/** A setting's value for the log. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return '[…]';
  if (typeof value === 'object' && value !== null) return '{…}';
  const text = String(value)
    .replace(/\/\/[^/?#]*@/g, '//') // user name and password
    .replace(/[?#].*$/s, '…')
    .replace(/\p{Cc}/gu, ' ');
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}
