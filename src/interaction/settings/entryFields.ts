import { isObject } from '../../core/shared/isObject.ts';
import type { Price, Target } from '../../core/model/target.ts';
import { looksLikeKey } from './looksLikeKey.ts';
import { type Complain, kindOf, type SettingProblemCode, toldName } from './settingProblem.ts';

/** One element of the setting `steadfast.targets`. */
export interface TargetEntry {
  readonly id?: string | undefined;
  readonly provider: string;
  readonly model: string;
  readonly baseUrl?: string | undefined;
  readonly label?: string | undefined;
  readonly class?: Target['class'] | undefined;
  readonly auth?: Target['auth'] | undefined;
  readonly parameters?: Readonly<Record<string, unknown>> | undefined;
  readonly contextWindow?: number | undefined;
  readonly maxOutputTokens?: number | undefined;
  readonly price?: Price | undefined;
}

/** What is wrong with a value, and where in it; undefined: nothing. */
type Check = (value: unknown) => Fault | undefined;

interface Fault {
  readonly code: SettingProblemCode;
  readonly at: string;
  readonly value: unknown;
}

export interface Field {
  readonly check: Check;
  readonly isNeeded: boolean;
}

type Fields = Readonly<Record<string, Field>>;

const fault = (code: SettingProblemCode, value: unknown, at = ''): Fault => ({ code, at, value });
const needed = (check: Check): Field => ({ check, isNeeded: true });
const optional = (check: Check): Field => ({ check, isNeeded: false });

const line =
  (maxLength: number): Check =>
  value => {
    if (typeof value !== 'string') return fault('wrong-type', value);
    const isFit = value.trim() !== '' && value.trim().length <= maxLength && !/\p{Cc}/u.test(value.trim());
    return isFit ? undefined : fault('out-of-range', value);
  };

/** Account numbers in it are as long as keys; it is never told. */
const address = line(2_000);

/** A name of some kind, which stands in logs and messages. */
const text =
  (maxLength: number): Check =>
  value =>
    line(maxLength)(value) ?? (looksLikeKey(String(value)) ? fault('looks-like-key', value) : undefined);

const choice =
  (...choices: readonly string[]): Check =>
  value => {
    if (typeof value === 'string' && choices.includes(value)) return undefined;
    return fault(typeof value === 'string' && looksLikeKey(value) ? 'looks-like-key' : 'not-a-choice', value);
  };

const number =
  (minimum: number, maximum: number, isWhole: boolean): Check =>
  value => {
    if (typeof value !== 'number' || !Number.isFinite(value)) return fault('wrong-type', value);
    const isFit = value >= minimum && value <= maximum && (!isWhole || Number.isInteger(value));
    return isFit ? undefined : fault('out-of-range', value);
  };

const object =
  (fields: Fields): Check =>
  value => {
    if (!isObject(value)) return fault('wrong-type', value);
    // only a field that we know is shown: in one that we do not know, somebody may have put a key
    const unknown = Object.keys(value).find(name => !Object.hasOwn(fields, name));
    for (const [name, { check, isNeeded }] of Object.entries(fields)) {
      const found = value[name];
      if (found === undefined && !isNeeded) continue;
      const wrong = found === undefined ? fault('missing-field', undefined) : check(found);
      if (wrong) return { ...wrong, at: `.${name}${wrong.at}` };
    }
    return unknown === undefined ? undefined : fault('unknown-field', undefined, toldName(unknown));
  };

/** A provider writes these into every request itself; a target may not replace them. */
const reservedParameters: readonly string[] = ['model', 'messages', 'system', 'stream', 'stream_options'];

const parameters: Check = value => {
  if (!isObject(value)) return fault('wrong-type', value);
  const reserved = Object.keys(value).find(name => reservedParameters.includes(name));
  return reserved === undefined ? undefined : fault('out-of-range', reserved, `.${reserved}`);
};

const tokens = number(1, 100_000_000, true);
const dollars = number(0, 10_000, false);

/** The fields of an entry; the manifest describes the same ones to VS Code. */
export const entryFields = {
  id: optional(text(100)),
  provider: needed(text(100)),
  model: needed(text(200)),
  baseUrl: optional(address),
  label: optional(text(60)),
  class: optional(choice('simple', 'medium', 'complex')),
  auth: optional(choice('bearer', 'api-key', 'none')),
  parameters: optional(parameters),
  contextWindow: optional(tokens),
  maxOutputTokens: optional(number(1, 1_000_000, true)),
  price: optional(
    object({
      input: needed(dollars),
      output: needed(dollars),
      cachedInput: optional(dollars),
      cacheWrite: optional(dollars),
    }),
  ),
} as const satisfies Readonly<Record<keyof TargetEntry, Field>>;

/** Reads an entry; complains of the first thing that is wrong with it and gives undefined. */
export function readEntry(value: unknown, complain: Complain): TargetEntry | undefined {
  const wrong = object(entryFields)(value);
  if (!wrong) return trimmed(value as TargetEntry); // as `entryFields` has found it
  complain({ code: wrong.code, at: wrong.at, found: kindOf(wrong.value) });
  return undefined;
}

const trimmed = ({ id, provider, model, baseUrl, label, ...rest }: TargetEntry): TargetEntry => ({
  ...rest,
  provider: provider.trim(),
  model: model.trim(),
  ...(id !== undefined && { id: id.trim() }),
  ...(baseUrl !== undefined && { baseUrl: baseUrl.trim() }),
  ...(label !== undefined && { label: label.trim() }),
});
