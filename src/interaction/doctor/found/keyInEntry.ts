import { isObject } from '../../../core/shared/isObject.ts';
import { declaredTargets } from '../../settings/declaredTargets.ts';
import { entryFields } from '../../settings/entryFields.ts';
import type { Knowledge } from '../../settings/targetEntry.ts';
import { keyFault, keyIn } from '../../targets/keyText.ts';
import { secretName } from './writtenKeys.ts';

/** A key that stands in an entry of `steadfast.targets`, and what is left of the entry without it. */
export interface EntryKey {
  readonly origin: string;
  readonly key: string;
  readonly rest: Readonly<Record<string, unknown>>;
}

/**
 * The key in an entry, where it does nothing but keep the entry from being used: in a field of its own, in `headers`, or before
 * the host of its address. undefined: there is none, or what is left is no target, so that nobody knows whose key it is. What
 * is sent as it stands (parameters, the query of an address) may be needed there, and stays.
 */
export function keyInEntry(entry: unknown, knowledge: Knowledge): EntryKey | undefined {
  if (!isObject(entry)) return undefined;
  const taken = ownField(entry) ?? headerField(entry) ?? loginInAddress(entry);
  if (taken === undefined || keyFault(taken.key) !== undefined) return undefined;
  const [target] = declaredTargets([taken.rest], knowledge, ignore);
  if (target === undefined) return undefined;
  const rest = target.auth === 'none' ? { ...taken.rest, auth: 'bearer' } : taken.rest; // or the key would not be used
  return { origin: target.origin, key: keyIn(taken.key), rest };
}

interface Taken {
  readonly key: string;
  readonly rest: Readonly<Record<string, unknown>>;
}

type Entry = Readonly<Record<string, unknown>>;

function ownField(entry: Entry): Taken | undefined {
  const name = Object.keys(entry).find(each => !Object.hasOwn(entryFields, each) && secretName.test(each));
  const value = name === undefined ? undefined : entry[name];
  return name !== undefined && typeof value === 'string' ? { key: bare(value), rest: without(entry, name) } : undefined;
}

function headerField(entry: Entry): Taken | undefined {
  const { headers } = entry;
  if (!isObject(headers)) return undefined;
  const name = Object.keys(headers).find(each => /^(?:authorization|x-api-key|api-key)$/i.test(each));
  const value = name === undefined ? undefined : headers[name];
  if (name === undefined || typeof value !== 'string') return undefined;
  const others = without(headers, name);
  const rest = without(entry, 'headers');
  return { key: bare(value), rest: Object.keys(others).length === 0 ? rest : { ...rest, headers: others } };
}

function loginInAddress(entry: Entry): Taken | undefined {
  const { baseUrl } = entry;
  const url = typeof baseUrl === 'string' ? URL.parse(baseUrl.trim()) : null;
  if (url === null) return undefined;
  const written = url.password === '' ? url.username : url.password;
  if (written === '') return undefined;
  [url.username, url.password] = ['', ''];
  return { key: decoded(written), rest: { ...entry, baseUrl: url.href.replace(/\/$/, '') } };
}

const bare = (value: string): string => value.trim().replace(/^bearer\s+/i, '');

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a percent sign that stands for itself
  }
}

const without = (entry: Entry, name: string): Entry =>
  Object.fromEntries(Object.entries(entry).filter(([each]) => each !== name));

/** Problems of the entry are named when the settings are read. */
const ignore = (): void => undefined;
