import type { SecretHolder } from '../model/purpose.ts';

/** What of a piece of code is no text: of one in quotes only what is put into it. */
export function spokenIn(text: string): string {
  let [spoken, quote, from] = ['', '', 0];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quote !== '' && character === '\\') at += 1;
    else if (quote === '' ? '"\'`'.includes(character) : character === quote) {
      const quoted = text.slice(from, at);
      spoken = quote === '' ? spoken + quoted : spoken + putInto(quoted);
      [quote, from] = [quote === '' ? character : '', at + 1];
    }
  }
  return spoken + (quote === '' ? text.slice(from) : putInto(text.slice(from)));
}

/** `${…}`, `{…}` and `$…`, without the format behind it. */
const putInto = (quoted: string): string =>
  [...quoted.matchAll(/\{([^{}]{1,100})\}|\$(\w{1,60})/g)]
    .map(([, inBraces = '', variable = '']) => ` ${inBraces.replace(/:[^:'"]{0,20}$/, '')}${variable} `)
    .join();

const word = /(?<![\p{L}\p{N}_])([\p{L}_][\p{L}\p{N}_]*)(?![\p{L}\p{N}_])/gu;
/** What says of a value no more than that it is there, or how long it is. */
const harmlessBefore =
  /(?:\btypeof|!|\bnot|\b(?:boolean|bool|len|strlen|size|sizeof|hash\w{0,20}|mask\w{0,20}|redact\w{0,20}|sha\w{0,9}|isset|empty|count|type)\()\s{0,3}(?:[\w$]{1,40}\.){0,3}$/i;
const harmlessAfter =
  /^\s{0,3}(?:\??\.(?:length|size|count|len|isEmpty|is_empty|present|empty)\b|[!=]==?|\?(?![?.[])|is (?:not )?(?:None|null|nil)|\()/;

/** A name in a piece of code that is no text, where more is said of it than that it is there. */
export interface SpokenName {
  readonly name: string;
  /** It stands behind what it belongs to: a field. */
  readonly isField: boolean;
  /** That is the object itself: a field of it may be written without. */
  readonly isOwn: boolean;
}

/** The names that are spoken, each once for each way; `isAsked`: those that matter. */
export function spokenNames(spoken: string, isAsked: (name: string) => boolean): readonly SpokenName[] {
  const found = new Map<string, SpokenName>();
  for (const { index, 0: name } of spoken.matchAll(word)) {
    if (!isAsked(name)) continue;
    const before = spoken.slice(Math.max(0, index - 100), index);
    const isOwn = /\b(?:this|self)\.$/.test(before);
    const isField = !isOwn && /[.[>]\s{0,3}$/.test(before);
    const key = `${name} ${isOwn} ${isField}`;
    if (found.has(key)) continue;
    const after = spoken.slice(index + name.length, index + name.length + 20);
    const isLabel = /[{,(]\s{0,3}$|^\s{0,3}$/.test(before) && /^\s{0,3}[:=](?![:=])/.test(after);
    if (isLabel || harmlessBefore.test(before) || harmlessAfter.test(after)) continue;
    found.set(key, { name, isField, isOwn });
  }
  return [...found.values()];
}

/** Is this holder meant by that name? */
export const isMeant = ({ isField, isOwn }: SpokenName, { isKey }: Pick<SecretHolder, 'isKey'>): boolean =>
  isOwn || isKey === isField;

/** Holders by their word. */
export type HoldersByWord = ReadonlyMap<string, readonly SecretHolder[]>;

/** What holds secrets, by its word: it is asked for many words. */
export function byWord(holders: readonly SecretHolder[]): HoldersByWord {
  const found = new Map<string, SecretHolder[]>();
  for (const holder of holders) {
    const others = found.get(holder.word);
    if (others) others.push(holder);
    else found.set(holder.word, [holder]);
  }
  return found;
}

/** The secrets whose holders are named in it. */
export function heldIn(spoken: string, holders: HoldersByWord): ReadonlySet<string> {
  const held = new Set<string>();
  if (holders.size === 0) return held;
  for (const name of spokenNames(spoken, each => holders.has(each)))
    for (const holder of holders.get(name.name) ?? []) if (isMeant(name, holder)) held.add(holder.placeholder);
  return held;
}
