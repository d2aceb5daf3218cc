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

/** The secrets whose holders are named in it. */
export function heldIn(spoken: string, holders: readonly SecretHolder[]): readonly string[] {
  if (holders.length === 0) return [];
  return [...spoken.matchAll(word)].flatMap(({ index, 0: name }) => {
    const before = spoken.slice(Math.max(0, index - 100), index);
    const after = spoken.slice(index + name.length, index + name.length + 20);
    const isLabel = /[{,(]\s{0,3}$|^\s{0,3}$/.test(before) && /^\s{0,3}[:=](?![:=])/.test(after);
    if (isLabel || harmlessBefore.test(before) || harmlessAfter.test(after)) return [];
    const isField = /[.[>]\s{0,3}$/.test(before) && !/\b(?:this|self)\.$/.test(before);
    const isOwn = /\b(?:this|self)\.$/.test(before);
    return holders
      .filter(holder => holder.word === name && (isOwn || holder.isKey === isField))
      .map(({ placeholder }) => placeholder);
  });
}
