/** What JSON holds. */
export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [name: string]: JsonValue };

/** How a value is written, and read again. */
export interface Codec<Value> {
  /** undefined: nothing need be written. */
  readonly write: (value: Value) => JsonValue | undefined;
  /** undefined: that is no such value. `json` is undefined where nothing is written. */
  readonly read: (json: unknown) => Value | undefined;
}

/** Every field of a record: its name on disk, and how it is written. */
export type Fields<Record> = {
  readonly [Name in keyof Record]-?: readonly [nameOnDisk: string, codec: Codec<NonNullable<Record[Name]>>];
};

/** Longer words are cut: nothing that we name is as long, and what others named must not fill the journal. */
const longestWord = 160;
/** More of anything than a question makes. */
const mostItems = 64;

/**
 * A word of ours or a name of somebody's: of letters, digits and what stands in names of models and targets. Control characters
 * and line breaks become blanks. Which words there are is not checked, because newer versions know more of them.
 */
const written = (value: string): string =>
  isPlain.test(value) ? value : value.slice(0, longestWord).replace(/[\p{C}\p{Z}]/gu, ' ');

/** Nearly all are, and asking so takes a tenth of the time. */
const isPlain = /^[!-~]{0,160}$/;

/** A word; typed by who declares the field. */
export const word = <Word extends string>(): Codec<Word> => ({
  write: written,
  read: json => (typeof json === 'string' && json.length <= longestWord ? (json as Word) : undefined),
});

/** A word that is not written where it is the usual one. */
export const wordOr = <Word extends string>(usual: Word): Codec<Word> => ({
  write: value => (value === usual ? undefined : written(value)),
  read: json => (json === undefined ? usual : word<Word>().read(json)),
});

export const number: Codec<number> = {
  write: value => (Number.isFinite(value) ? value : undefined),
  read: json => (typeof json === 'number' ? json : undefined), // JSON has no other than finite ones
};

/** A moment, wall-clock ms; in UTC on disk, so that a person can read it. */
export const moment: Codec<number> = {
  write: value => new Date(value).toISOString(),
  read: json => {
    const at = typeof json === 'string' && json.length <= longestWord ? Date.parse(json) : NaN;
    return Number.isNaN(at) ? undefined : at;
  },
};

export const flag: Codec<true> = { write: () => true, read: json => (json === true ? true : undefined) };

/** Several of the same; what cannot be read of them is left out. */
export const itemsOf = <Item>({ write, read }: Codec<Item>): Codec<readonly Item[]> => ({
  write: items => items.slice(0, mostItems).flatMap(item => write(item) ?? []),
  read: json => (Array.isArray(json) ? json.slice(0, mostItems).flatMap(item => read(item) ?? []) : undefined),
});

/** A list that is not written where it is empty. */
export const itemsOrNone = <Item>(item: Codec<Item>): Codec<readonly Item[]> => {
  const list = itemsOf(item);
  return {
    write: items => (items.length === 0 ? undefined : list.write(items)),
    read: json => (json === undefined ? [] : list.read(json)),
  };
};

/** A record in a record; `required` must be there. */
export const recordOf = <Group extends object>(
  fields: Fields<Group>,
  ...required: readonly (keyof Group & string)[]
): Codec<Group> => {
  const rows = Object.entries(fields) as [string, readonly [string, Codec<unknown>]][];
  return {
    write: group => {
      const json: Record<string, JsonValue> = {};
      for (const [name, [nameOnDisk, { write }]] of rows) {
        const value: unknown = Reflect.get(group, name);
        const told = value === undefined ? undefined : write(value);
        if (told !== undefined) json[nameOnDisk] = told;
      }
      return json;
    },
    read: json => {
      if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined;
      const group: Record<string, unknown> = {};
      for (const [name, [nameOnDisk, { read }]] of rows) {
        const value = read(Object.hasOwn(json, nameOnDisk) ? Reflect.get(json, nameOnDisk) : undefined);
        if (value !== undefined) group[name] = value;
        else if (required.includes(name as keyof Group & string)) return undefined;
      }
      return group as Group;
    },
  };
};
