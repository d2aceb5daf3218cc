import { flagDefaults, numberRules, type NumberRule, type SettingKey, type SettingLayers } from './settingKeys.ts';
import { kindOf, type SettingProblem } from './settingProblem.ts';

type NumberKey = keyof typeof numberRules;
type FlagKey = keyof typeof flagDefaults;
type ProblemFound = Omit<SettingProblem, 'key'>;

/** Which numbers a setting takes. */
export type Range = Omit<NumberRule, 'default'>;

/** Where a value stands. */
export interface SettingPlace {
  readonly key: SettingKey;
  /** Below the setting, such as '.standard'; '' is the setting itself. */
  readonly at: string;
}

/** How the value of a setting is read. */
interface Reading<T> {
  readonly check: (value: unknown) => T | undefined;
  readonly fallback: T;
  /** undefined: the workspace has no say. */
  readonly stricter: Stricter<T> | undefined;
}

/** Which of two values a workspace may choose when it may only tighten. */
export type Stricter<T> = (mine: T, theirs: T) => T;

/**
 * Reads single values from the layers of the settings: never throws, notes what it could not use. A layer that holds
 * nothing fit counts as empty. Only what is given a `stricter` looks at the workspace at all.
 */
export class SettingReader {
  readonly #layers: (key: SettingKey) => SettingLayers;
  readonly #problems: SettingProblem[] = [];

  constructor(layers: (key: SettingKey) => SettingLayers) {
    this.#layers = layers;
  }

  /** Everything that was wrong, in the order of reading. */
  get problems(): readonly SettingProblem[] {
    return this.#problems;
  }

  report(key: SettingKey, problem: ProblemFound): void {
    this.#problems.push({ key, ...problem });
  }

  /** What the user wrote, unchecked. */
  mine(key: SettingKey): unknown {
    return this.#layers(key).user;
  }

  /** What each has written, unchecked. */
  layersOf(key: SettingKey): SettingLayers {
    return this.#layers(key);
  }

  number(key: NumberKey, stricter?: Stricter<number>): number {
    const rule = numberRules[key];
    const check = (value: unknown) => this.inRange({ key, at: '' }, value, rule);
    return this.#value(key, { check, fallback: rule.default, stricter });
  }

  flag(key: FlagKey, stricter?: Stricter<boolean>): boolean {
    const check = (value: unknown) => this.#ofType(key, value, isBoolean);
    return this.#value(key, { check, fallback: flagDefaults[key], stricter });
  }

  choice<Choice extends string>(key: SettingKey, choices: readonly [Choice, ...Choice[]], fallback: Choice): Choice {
    const { user } = this.#layers(key);
    if (user === undefined) return fallback;
    const found = choices.find(choice => choice === user);
    if (found === undefined) this.report(key, { code: 'not-a-choice', at: '', found: kindOf(user) });
    return found ?? fallback;
  }

  /** What the user has chosen, by default the first; a workspace may only choose the strict one. */
  tightened<Choice extends string>(
    key: SettingKey,
    { choices, strict }: { readonly choices: readonly [Choice, ...Choice[]]; readonly strict: Choice },
  ): Choice {
    const { workspace } = this.#layers(key);
    const mine = this.choice(key, choices, choices[0]);
    if (workspace !== undefined && !choices.some(choice => choice === workspace))
      this.report(key, { code: 'not-a-choice', at: '', found: kindOf(workspace) });
    return workspace === strict ? strict : mine;
  }

  /** What each layer says, if it is a list of texts. */
  lists(key: SettingKey): { readonly user?: readonly string[]; readonly workspace?: readonly string[] } {
    const { user, workspace } = this.#layers(key);
    const mine = user === undefined ? undefined : this.#ofType(key, user, isTextList);
    const theirs = workspace === undefined ? undefined : this.#ofType(key, workspace, isTextList);
    return { ...(mine && { user: mine }), ...(theirs && { workspace: theirs }) };
  }

  /** The number, the nearest in range, or undefined for what is no number. */
  inRange({ key, at }: SettingPlace, value: unknown, rule: Range): number | undefined {
    if (typeof value !== 'number' || !Number.isFinite(value) || isNoLimit(rule, value)) {
      this.report(key, { code: 'wrong-type', at, found: kindOf(value) });
      return undefined;
    }
    const fit = nearestIn(rule, value);
    if (fit !== value) this.report(key, { code: 'out-of-range', at, found: kindOf(value) });
    return fit;
  }

  #value<T>(key: SettingKey, { check, fallback, stricter }: Reading<T>): T {
    const { user, workspace } = this.#layers(key);
    const mine = (user === undefined ? undefined : check(user)) ?? fallback;
    const theirs = stricter === undefined || workspace === undefined ? undefined : check(workspace);
    return stricter === undefined || theirs === undefined ? mine : stricter(mine, theirs);
  }

  #ofType<T>(key: SettingKey, value: unknown, isFit: (value: unknown) => value is T): T | undefined {
    if (isFit(value)) return value;
    this.report(key, { code: 'wrong-type', at: '', found: kindOf(value) });
    return undefined;
  }
}

/** What would be rounded to 0, which is another wish. */
const isNoLimit = ({ minimum, isWhole, isLimit }: Range, value: number): boolean =>
  isLimit === true && value !== 0 && value < (isWhole ? 1 : minimum);

/** The number of the range that is nearest to the value. */
export function nearestIn({ minimum, maximum, isWhole }: Range, value: number): number {
  return Math.min(maximum, Math.max(minimum, isWhole ? Math.round(value) : value));
}

const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';

const isTextList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every(each => typeof each === 'string' && each !== '');
