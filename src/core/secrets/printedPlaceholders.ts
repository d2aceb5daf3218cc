import type { SecretHolder } from '../model/purpose.ts';
import { surroundedBy } from './placeholderMoves.ts';

/** Code before and after an edit, with placeholders, and who held secrets in what was sent besides. */
export interface PrintedIn {
  readonly before: string;
  readonly after: string;
  readonly holders: readonly SecretHolder[];
}

/** A call that prints or logs a secret which was not printed before. */
export interface PrintedSecret {
  /** Counted from 1. */
  readonly line: number;
}

/**
 * Calls that an edit brings in and that print a secret: its placeholder, or a variable or key to which it was assigned. How
 * often each secret was printed before is no news. What says no more than that there is one, or how long it is, prints none.
 */
export function printedPlaceholders(
  names: readonly string[],
  { before, after, holders }: PrintedIn,
): readonly PrintedSecret[] {
  const all = [...holders, ...holdersIn(names, before), ...holdersIn(names, after)];
  const [old, now] = [printsOf(before, names, all), printsOf(after, names, all)];
  const known = old.map(({ text }) => text);
  const added = now.filter(({ text }) => {
    const at = known.indexOf(text);
    if (at >= 0) known.splice(at, 1);
    return at < 0;
  });
  const lines = names.flatMap(name => {
    const isOf = ({ printed }: Print): boolean => printed.has(name);
    const more = now.filter(isOf).length - old.filter(isOf).length;
    return added
      .filter(isOf)
      .slice(0, Math.max(0, more))
      .map(({ line }) => line);
  });
  return [...new Set(lines)].sort((a, b) => a - b).map(line => ({ line }));
}

/** So many placeholders are followed. */
const mostNames = 200;
/** One placeholder is followed to so many places. */
const mostPlaces = 200;
/** What stands before a placeholder is read so far, characters. */
const longestLookBack = 400;

/** To which variables and keys these placeholders are assigned. */
export function holdersIn(names: readonly string[], code: string): readonly SecretHolder[] {
  const found = new Map<string, SecretHolder>();
  for (const placeholder of names.slice(0, mostNames)) {
    let at = code.indexOf(placeholder);
    for (let places = 0; at >= 0 && places < mostPlaces; places += 1) {
      for (const held of heldBy(code.slice(Math.max(0, at - longestLookBack), at)))
        found.set(`${placeholder} ${held.word} ${held.isKey}`, { placeholder, ...held });
      at = code.indexOf(placeholder, at + placeholder.length);
    }
  }
  return [...found.values()];
}

const ownerBefore = /(?<![\p{L}\p{N}_])([\p{L}_][\p{L}\p{N}_]{0,99})\s{0,9}(?::[^=]{0,60})?=\s{0,9}$/u;
const wordBefore = /(\.?)(?<![\p{L}\p{N}_])([\p{L}_][\p{L}\p{N}_]{0,99})["'`\]\s]{0,9}$/u;

/** What is assigned what follows, and the variable whose object it belongs to. */
function heldBy(before: string): readonly Omit<SecretHolder, 'placeholder'>[] {
  const { piece, opened } = surroundedBy(before);
  const line = piece.slice(piece.lastIndexOf('\n') + 1);
  const sign = /(?<!:)(?::(?!:)|=)/.exec(line);
  const owner = opened.bracket === '{' ? ownerBefore.exec(opened.head)?.[1] : undefined;
  const [, point = '', word] = wordBefore.exec(line.slice(0, sign?.index ?? 0)) ?? [];
  const isKey = point !== '' || (sign?.[0] === ':' && !line.slice(sign.index).includes('='));
  return [
    ...(word === undefined ? [] : [{ word, isKey }]),
    ...(owner === undefined ? [] : [{ word: owner, isKey: false }]),
  ];
}

/** A call that prints, and the secrets that it prints. */
interface Print {
  readonly line: number;
  readonly text: string;
  readonly printed: ReadonlySet<string>;
}

const levels =
  'log|info|warn|warning|error|err|debug|trace|dir|table|critical|fatal|exception|verbose|notice|severe|fine|msg|print\\w{0,2}|write';
const printers = [
  `(?:console|[\\w$]{0,40}logg?(?:er|ing)?|stdout|stderr)\\.(?:${levels})`,
  '(?:fmt|log)\\.(?:F?[Pp]rint(?:ln|f)?|Fatal(?:ln|f)?|Panic(?:ln|f)?)|System\\.(?:out|err)\\.print(?:ln|f)?',
  '(?:Console|Debug|Trace)\\.(?:Write(?:Line)?|Log(?:Warning|Error)?)|IO\\.(?:puts|inspect)|document\\.write(?:ln)?',
  'e?print(?:ln|f|_r)?!?|(?:info|debug|warn|error|trace|dbg)!|f?printf|puts|pp|alert|var_dump|var_export|dump|dd|error_log|syslog|NSLog|os_log',
].join('|');
const called = new RegExp(`(?<![\\w$.])(?:(?:this|self|process|sys|app)\\.)?(?:${printers})\\s?\\(`, 'gi');
const command =
  /^[ \t]{0,80}(?:echo|printf|print|puts|pp|say|Write-(?:Host|Output|Verbose|Debug|Information|Warning|Error)) (?!=)/gim;
const streamed = /\b(?:cout|cerr|clog)\s?<</g;
/** So much of a call is looked at, and so many calls. */
const longestPrint = 1_000;
const mostPrints = 500;

function printsOf(code: string, names: readonly string[], holders: readonly SecretHolder[]): readonly Print[] {
  const found: Print[] = [];
  let [line, counted] = [1, 0];
  for (const { start, end } of stretchesOf(code)) {
    const text = code.slice(start, end);
    line += code.slice(counted, start).split('\n').length - 1;
    counted = start;
    const own = names.filter(name => text.includes(name));
    const printed = new Set([...own, ...heldIn(spokenIn(text), holders)]);
    if (printed.size > 0) found.push({ line, text, printed });
  }
  return found;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What is given to each call that prints, in order. */
const stretchesOf = (code: string): readonly Stretch[] =>
  [
    ...apart(code.matchAll(called), start => closing(code, start)),
    ...apart(code.matchAll(command), start => lineEnd(code, start)),
    ...apart(code.matchAll(streamed), start => lineEnd(code, start)),
  ].sort((a, b) => a.start - b.start);

/** Up to where each reaches; what begins within another belongs to it. */
function apart(found: Iterable<RegExpExecArray>, endOf: (start: number) => number): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const { index, 0: whole } of found) {
    if (index < (stretches.at(-1)?.end ?? 0)) continue;
    const start = index + whole.length;
    stretches.push({ start, end: endOf(start) });
    if (stretches.length === mostPrints) break;
  }
  return stretches;
}

/** Where the line or statement ends; at once when it is piped or written to a file, and so not shown. */
function lineEnd(code: string, start: number): number {
  const [rest = ''] = code.slice(start, start + longestPrint).split(/\n|;/, 1);
  return start + (/\||>(?!&2)/.test(rest) ? 0 : rest.length);
}

/** Where the bracket ends that begins here. */
function closing(text: string, from: number): number {
  const most = Math.min(text.length, from + longestPrint);
  let depth = 1;
  for (let at = from; at < most; at += 1) {
    const character = text[at];
    if (character === '(') depth += 1;
    else if (character === ')' && (depth -= 1) === 0) return at;
  }
  return most;
}

/** What is no text: of one in quotes only what is put into it. */
function spokenIn(text: string): string {
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
function heldIn(spoken: string, holders: readonly SecretHolder[]): readonly string[] {
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
