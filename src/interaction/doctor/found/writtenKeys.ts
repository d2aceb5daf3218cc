import type { Scan } from '../../../core/secrets/secretScan.ts';
import { looksLikeKey } from '../../settings/looksLikeKey.ts';

/** Where a setting is written. */
export type SettingScope = 'user' | 'workspace' | 'folder';

/** What somebody has written for a group of settings, in one place. */
export interface WrittenSettings {
  /** The first part of their names: 'steadfast'. */
  readonly section: string;
  readonly scope: SettingScope;
  /** The folder's address, where it is one of several. */
  readonly folder?: string;
  readonly value: unknown;
}

/** A place among the settings where a key stands; nothing of the key. */
export interface WrittenKey {
  /** Where, as it may be told: 'steadfast.targets[0].apiKey'. */
  readonly setting: string;
  readonly scope: SettingScope;
  /** The names and numbers that lead there. */
  readonly path: readonly (string | number)[];
  readonly written: WrittenSettings;
}

interface Leaf {
  readonly path: readonly (string | number)[];
  readonly text: string;
  readonly written: WrittenSettings;
}

/** More texts, and longer ones, are not looked at. */
const mostLeaves = 20_000;
const longestText = 4_096;
const deepest = 12;

/** Finds the keys among what is written in the settings, with the scanner that also looks at prompts. */
export async function writtenKeys(settings: readonly WrittenSettings[], scan: Scan): Promise<readonly WrittenKey[]> {
  const leaves = settings.flatMap(written => leavesOf(written.value, { written, path: [written.section], text: '' }));
  const looked = leaves.slice(0, mostLeaves);
  const found = await scannedLines(looked, scan);
  return looked
    .filter((leaf, at) => found.has(at) || isOwnKey(leaf))
    .map(({ path, written }) => ({ setting: shownPath(path), scope: written.scope, path, written }));
}

function leavesOf(value: unknown, at: Leaf): readonly Leaf[] {
  if (typeof value === 'string') return value.length > longestText ? [] : [{ ...at, text: value }];
  if (typeof value !== 'object' || value === null || at.path.length > deepest) return [];
  const members: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return members.flatMap(([name, member]) => leavesOf(member, { ...at, path: [...at.path, name] }));
}

/** Which of them the scanner finds a secret in: each stands as its name and its value on a line of its own. */
async function scannedLines(leaves: readonly Leaf[], scan: Scan): Promise<ReadonlySet<number>> {
  const lines = leaves.map(({ path, text }) => `${nameOf(path)} = ${JSON.stringify(text)}\n`);
  const ends: number[] = [];
  for (const line of lines) ends.push((ends.at(-1) ?? 0) + line.length);
  const found = new Set<number>();
  for (const { start } of await scan(lines.join(''))) found.add(firstAbove(ends, start));
  return found;
}

/** A list of texts is named by what holds it. */
const nameOf = (path: Leaf['path']): string => path.findLast(part => typeof part === 'string') ?? '';

/** The first place in an ascending list whose number is above this one. */
function firstAbove(ends: readonly number[], wanted: number): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) > wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Among our own settings no key belongs anywhere, so less is needed to take one for a key. */
function isOwnKey({ written, path, text }: Leaf): boolean {
  if (written.section !== 'steadfast') return false;
  const name = nameOf(path);
  if (name === 'baseUrl') return hasCredential(text);
  return looksLikeKey(text) || (secretName.test(name) && text.trim().length >= 8);
}

/** Names of fields that hold a key. */
export const secretName = /(?:api[_-]?key|^key|token|secret|password|authorization)$/i;

/** Does an address hold a password, or a key among its parameters? Account numbers in it are as long as keys, so its path does not count. */
function hasCredential(address: string): boolean {
  const url = URL.parse(address);
  if (url === null) return isLogin(address.split('//', 2)[1]?.split(/[/?#]/, 1)[0] ?? '');
  if (url.password !== '' || looksLikeKey(url.username)) return true;
  return [...url.searchParams].some(([name, value]) => secretName.test(name) && value.length >= 8);
}

/** Of what stands between the slashes of an address that nobody can read. */
const isLogin = (place: string): boolean => place.includes('@') && place.includes(':');

/** A path as it may be told: a part that could be a key itself is left out. */
function shownPath(path: Leaf['path']): string {
  return path
    .map((part, at) => {
      if (typeof part === 'number') return `[${part}]`;
      const isPlain = /^[\w @/[\]-]{1,60}$/.test(part) && !looksLikeKey(part);
      return `${at === 0 ? '' : '.'}${isPlain ? part : '…'}`;
    })
    .join('');
}
