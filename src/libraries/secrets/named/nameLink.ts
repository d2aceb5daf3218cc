import { startOfLine } from './blockScalar.ts';
import type { SecretName } from './secretNames.ts';
import type { BarePlace } from './valueLikeness.ts';
import { endOfLine } from './writtenValue.ts';

/** What stands between a name and its value: where the value begins, and what a value without quotes there would be. */
export interface Link {
  readonly at: number;
  /** undefined: only a literal can be meant. */
  readonly place?: BarePlace;
  /** Where a value ends that takes the rest of its line. */
  readonly lineEnd?: number;
  /** Do name and value stand in a list of words? Then only what is plainly a secret is one. */
  readonly isListed?: boolean;
}

const quote = `(?:\\\\{0,7}["'\`]|%22|%27|&quot;|&#34;|&#39;|\\\\+u0022)`;
const closing = `(?:${quote})?(?:[\\])]|\\[\\w{0,40}\\](?:[ \\t]PROGMEM)?)?`; // char password[64]
const type = `(?:\\s{0,3}:\\s{0,3}(?:&(?:'\\w{1,20}[ \\t])?)?[A-Za-z_[][\\w<>|[\\].,; ?'&]{0,40}(?=(?<![=!<>]) ?=[ \\t]{0,3}[^=>\\s]))?`;
const assigned = new RegExp(
  `${closing}${type}[ \\t]{0,20}(?<sign>===?|[!=]==?|:=|=>|<-|\\|\\|=?|\\?\\?=?|\\?=|\\?:|\\+=|~>|=|:|：|＝|,|\\(|%3A|%3D|&#61;|\\bor\\b|\\.unwrap_or(?:_else)?\\((?:\\|\\w{0,20}\\|)?)[ \\t]{0,20}(?:!!str[ \\t]{1,3}|&\\w{1,40}[ \\t]{1,3})?`,
  'y',
);
const lineBreak = /\r?\n[ \t]{0,60}(?=[rbuf@$]?["'`(])/y;
const attribute = /["']\s{1,3}(?:value|content|default)\s?=\s?(?=["'])/iy;
const element =
  /(?:["'](?:[ \t][^<>"'\n]{1,30}=["'][^<>"'\n]{0,30}["'])?)?>\s{0,60}(?:(?:\/\/|[#*+>-])\s{1,40})?(?:<!\[CDATA\[|<value>\s{0,40})?/y;
// { "key": "api_token", "value": "…" }, - name: API_KEY, new line, value: …
const pair = new RegExp(
  `(?:${quote})?[\\s,;]{0,60}(?:#[^\\n]{0,120}\\n\\s{0,40})?(?:(?:\\/\\/|[#*+>-])[ \\t]{1,20})?(?:${quote}?\\w{1,20}${quote}?\\s{0,3}[:=]\\s{0,3}${quote}?[\\w.-]{0,40}${quote}?\\s{0,3}[,;\\n]\\s{0,40}){0,2}${quote}?(?:value|default|val|content|defaultValue|stringValue|secureValue)${quote}?\\s{0,3}(?:[:=]|=>)[ \\t]{0,3}(?:\\r?\\n[ \\t]{0,40}(?:(?:\\/\\/|[#*+>])[ \\t]{1,40}|[ \\t])(?=[^\\s-]))?`,
  'iy',
);
const isListed = /^[\\"'`&%\w#;]{0,8}?["'`]?\s{0,2}[\s,;\n]/;
const variable = /["'],?[ \t]{0,3}\{[^{}]{0,400}?\bdefault[ \t]{0,20}[=:][ \t]{0,3}/y;
const spoken = /[ \t]{1,3}(?:(?:is|are|was|lautet|ist|es|est|é|это)(?::|[ \t])|for [\w@.-]{1,40}(?: is|:))[ \t]{0,3}/iy;
const blank = /[ \t]{1,20}/y;

/** How the name leads to a value; undefined: it does not. */
export function linkAfter(text: string, name: SecretName): Link | undefined {
  const at = (pattern: RegExp): number | undefined => {
    pattern.lastIndex = name.end;
    return pattern.test(text) ? pattern.lastIndex : undefined;
  };
  const byAttribute = at(attribute);
  if (byAttribute !== undefined) return { at: byAttribute };
  if (isElement(text, name)) {
    const inside = at(element);
    if (inside !== undefined) return elementAt(text, inside);
  }
  const byPair =
    (isListed.test(text.slice(name.end, name.end + 12)) ? at(pair) : undefined) ??
    (/["']/.test(text.charAt(name.end)) ? at(variable) : undefined);
  if (byPair !== undefined) return { ...settingsAt(text, byPair), at: byPair };
  return assignedLink(text, name) ?? spacedLink(text, name, at);
}

/** To the next tag. */
function elementAt(text: string, at: number): Link {
  const end = /\]\]>|[<\n]/.exec(text.slice(at, at + 8_192))?.index;
  return { at, place: 'settings', lineEnd: end === undefined ? endOfLine(text, at) : at + end };
}

const isElement = (text: string, { start, end }: SecretName): boolean =>
  /[<:"']/.test(text.charAt(start - 1)) && /^["'> ]/.test(text.charAt(end));

function assignedLink(text: string, name: SecretName): Link | undefined {
  assigned.lastIndex = name.end;
  const sign = assigned.exec(text)?.groups?.['sign'];
  if (sign === undefined) return undefined;
  const { lastIndex } = assigned;
  lineBreak.lastIndex = lastIndex;
  const at = lineBreak.test(text) ? lineBreak.lastIndex : lastIndex;
  if (sign === ',') return { at, isListed: !isFirstArgument(text, name) };
  if (/^(?:\(|\.unwrap_or.*|[|?]{2}|[!=]==?|or|~>|\?:)$/.test(sign)) return { at };
  const isTight = text.charAt(lastIndex - 1) === sign.slice(-1) && name.end === lastIndex - sign.length;
  if (isTight && sign === '=' && name.isConstant) return { at, place: 'environment' };
  if (isTight && /[?&;]/.test(text.charAt(name.start - 1))) return { at, place: 'query' };
  if (isTight && sign === '=' && /^--?[a-z]/i.test(text.slice(name.start, name.start + 3)))
    return { at, place: 'command' };
  if (isTight && sign === '=') {
    const before = text.slice(Math.max(0, name.start - 240), name.start);
    if (inOption.test(before)) return { at, place: 'query' };
    if (isAmongPairs(before)) return { at, place: 'command' };
  }
  return { ...ownLine(text, name, at), at };
}

/** helm --set a=b,db.password=…, docker -e NAME=…, java -Ddb.password=… */
const inOption =
  /(?:^|\s)(?:--(?:set|set-string|set-literal|env|build-arg|var|define|from-literal|extra-vars)|-[eDPv])[= ]?["']?(?:[\w.-]{1,60}=[^\s"',]{0,60},){0,3}$/;

/** user=app password=…: on a line of such pairs, without any code. */
function isAmongPairs(before: string): boolean {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (/[(){}[\];,"'`<>]/.test(line) || !/[ \t]$/.test(line)) return false;
  return /^[A-Za-z_][\w.-]*=[^=\s]+$/.test(line.trimEnd().split(/[ \t]/).at(-1) ?? '');
}

/** set("name", "value"), and not one of a list of words. */
const isFirstArgument = (text: string, { start }: SecretName): boolean =>
  /\(\s{0,3}[@$]?\\{0,3}["'`][\w.-]*$/.test(text.slice(Math.max(0, start - 24), start));

function spacedLink(text: string, name: SecretName, at: (pattern: RegExp) => number | undefined): Link | undefined {
  const behind = text.slice(Math.max(0, name.start - 16), name.start);
  const said = at(spoken);
  if (said !== undefined) return { at: said, place: 'code' };
  const next = at(blank);
  if (next === undefined) return undefined;
  if (/^--?[A-Za-z]/.test(text.slice(name.start, name.start + 3))) return { at: next, place: 'command' };
  if (/(?<!\w)(?:ENV|ARG|[Ss][Ee][Tt][Xx]|(?:config|configure|secrets?)[ :]set)[ \t]{1,3}$/.test(behind))
    return { at: next, place: 'command' };
  return /^(?:pass|key|keys)$/i.test(text.slice(name.start, name.end)) ? undefined : { at: next };
}

const startOfSettings =
  /^\W{0,40}(?:(?:export|set|declare -x|env|local|readonly|ENV|ARG|-e|--env|echo|const|static|final)[ \t]{1,4})?(?:\$env:|env:)?["'[]?$/i;

/** Does the name begin its line, and the value end it, as in files of settings? Then it may hold any sign. */
function ownLine(text: string, name: SecretName, at: number): Pick<Link, 'place' | 'lineEnd'> {
  const start = startOfLine(text, name.start);
  const before = text.slice(start, name.start);
  if (/[([{]/.test(before) || !startOfSettings.test(before)) return { place: 'code' };
  return settingsAt(text, at);
}

function settingsAt(text: string, at: number): Pick<Link, 'place' | 'lineEnd'> {
  let end = Math.min(endOfLine(text, at), at + 65_536);
  const comment = /[ \t]+(?:#|\/\/|;|<!--|--)[ \t]/.exec(text.slice(at, Math.min(end, at + 400)));
  if (comment) end = at + comment.index;
  while (end > at && /\s/.test(text.charAt(end - 1))) end -= 1;
  const tail = text.slice(Math.max(at, end - 1), end);
  const head = text.slice(at, Math.min(end, at + 400));
  const isCode = /[,;{([]/.test(tail) || /^["'`]/.test(head) || isUnbalanced(head) || isExpression(head);
  return isCode ? { place: 'code' } : { place: 'settings', lineEnd: end };
}

const isUnbalanced = (value: string): boolean =>
  ['()', '[]', '{}'].some(([open = '', close = '']) => value.split(open).length !== value.split(close).length) &&
  !/^[^\s()[\]{}]*[!@#$%^&*~?+=][^\s,]*\d|^\S*\d\S*[!@#$%^&*~?][^\s,]*$/.test(value);

const isExpression = (value: string): boolean =>
  /^(?:await|new|typeof|function|async|lambda|if|not)\b|^[A-Za-z_$][\w$.]*[([](?!\S*[!@#%^&~]\S*$)|=>|[\w)\]"' ](?:\|\||&&)[\w!("' ]| \? | \+ | - | or | and | in | as |^\(/.test(
    value,
  );
