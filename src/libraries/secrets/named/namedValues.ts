import type { Finding } from '../../../core/secrets/secretScan.ts';
import { alternativesAt, elseAfter } from './alternatives.ts';
import { blockLines, continuedLines } from './blockScalar.ts';
import { bodyAfter, placeholderValue } from './bodyLink.ts';
import { linkAfter, type Link } from './nameLink.ts';
import { secretNamesIn, type SecretName } from './secretNames.ts';
import { isPlainSecret, isSecretBare, isSecretLiteral, type BarePlace } from './valueLikeness.ts';
import { bareAt, endOfRun, literalAt, type WrittenValue } from './writtenValue.ts';

/**
 * Secrets that are known by the name before them, to their end: literals with what is joined to them, values without quotes
 * in settings, shells and addresses, blocks of YAML. Nothing of the code around a value belongs to it. Yields after each
 * name, so that who asks can pause. `starts`: where names may begin, see `secretNamesIn`.
 */
export function* namedValuesIn(text: string, starts?: readonly number[]): Generator<readonly Finding[]> {
  let upTo = 0;
  let [before, chained] = [0, 0];
  for (const name of secretNamesIn(text, starts)) {
    chained = isChained(text, before, name) ? chained + 1 : 0;
    before = name.end;
    const isPassedOver = name.start < upTo || chained > longestChain;
    const places = (isPassedOver ? [] : valuesOf(text, name)).filter(({ start, end }) => end > start);
    upTo = Math.max(upTo, ...places.map(({ end }) => end));
    yield places.map(({ start, end }) => ({ start, end, kind: 'assignment' }));
  }
}

// password=password=password=…: nobody writes so, and each would be looked at with all that follows
const longestChain = 16;
const isChained = (text: string, from: number, { start }: SecretName): boolean =>
  start - from <= 3 && /^[=:：＝_.-]*$/.test(text.slice(from, start));

type Place = Pick<WrittenValue, 'start' | 'end'>;

function valuesOf(text: string, name: SecretName): readonly Place[] {
  const standIn = placeholderValue(text, name);
  if (standIn !== undefined)
    return isSecretBare(name, text.slice(standIn.start, standIn.end), 'settings') ? [standIn] : [];
  const link = linkAfter(text, name);
  const found = link === undefined ? [] : linkedValues(text, name, link);
  if (found.length > 0) return found;
  const body = bodyAfter(text, name);
  const literal = body === undefined ? undefined : literalAt(text, body);
  return literal === undefined ? [] : literalsFrom(text, name, literal);
}

function linkedValues(text: string, name: SecretName, link: Link): readonly Place[] {
  const literal = literalAt(text, link.at);
  if (literal !== undefined) {
    const places = literalsFrom(text, name, literal);
    if (isDoubtful(link, name, textOf(text, places))) return [];
    const other = elseAfter(text, literal);
    return other === undefined ? places : [...places, ...literalsFrom(text, name, other)];
  }
  const wrapped = wrappedLiteral(text, link.at); // before a list, for []byte("…")
  if (wrapped !== undefined) return literalsFrom(text, name, wrapped);
  if (text.charAt(link.at) === '[') return listedLiterals(text, name, link.at + 1);
  const chosen = alternativesAt(text, link.at).flatMap(one => literalsFrom(text, name, one));
  if (chosen.length > 0) return chosen;
  return link.place === undefined ? [] : bareValues(text, name, link);
}

/** In a list of words, or behind a comma: urllib2 is a name. */
const isDoubtful = ({ isListed }: Link, { isConstant }: SecretName, value: string): boolean =>
  isListed !== undefined && (isListed ? !isPlainSecret(value) : !isConstant && /^[a-z]+\d$/i.test(value));

const mostParts = 200;
// with the mark of a comment where the code is commented out
const operator =
  /[ \t]{0,20}(?:\\?\r?\n[ \t]{0,60}(?:(?:\/\/|#|\*|\+|-|>)[ \t]{0,60})?)?(?:\+|\.\.|\.|&|\|\||<<|~)?[ \t]{0,20}(?:\\?\r?\n[ \t]{0,60}(?:(?:\/\/|#|\*)[ \t]{0,60})?)?/y;

/** A literal and those that are joined to it: "ab" + "cd", 'ab' . 'cd', "ab" "cd". */
function literalsFrom(text: string, name: SecretName, first: WrittenValue): readonly Place[] {
  const parts = [first];
  for (let last = first; parts.length < mostParts;) {
    if (last.next === last.end) break; // it was not closed
    operator.lastIndex = last.next;
    operator.test(text);
    const next = literalAt(text, operator.lastIndex);
    if (next === undefined || next.next === next.end) break;
    parts.push(next);
    last = next;
  }
  if (isSecretLiteral(name, textOf(text, parts))) return parts;
  return parts.length > 1 && isSecretLiteral(name, textOf(text, [first])) ? [first] : [];
}

const textOf = (text: string, parts: readonly Place[]): string =>
  parts.map(({ start, end }) => text.slice(start, end)).join('');

const comma = /[ \t\r\n]{0,80},[ \t\r\n]{0,80}/y;
const space = /[ \t\r\n]{0,80}/y;

/** ["one", "two"], or the pieces of one: ["ab", "cd"].join(""). */
function listedLiterals(text: string, name: SecretName, at: number): readonly Place[] {
  const parts: WrittenValue[] = [];
  space.lastIndex = at;
  space.test(text);
  for (let from = space.lastIndex; parts.length < mostParts; from = comma.lastIndex) {
    const literal = literalAt(text, from);
    if (literal === undefined) break;
    parts.push(literal);
    comma.lastIndex = literal.next;
    if (!comma.test(text)) break;
  }
  const isJoined =
    parts.length > 1 && isJoinedAfter.test(text.slice(parts.at(-1)?.next, (parts.at(-1)?.next ?? 0) + 100));
  if (isJoined && isSecretLiteral(name, textOf(text, parts))) return parts;
  return parts.filter(part => isSecretLiteral(name, textOf(text, [part])));
}

const isJoinedAfter = /^[\s,]{0,60}\]\s{0,10}\.(?:join|concat)\(/;

// what is done with a literal before it becomes the value
const wrapper =
  /(?:new[ \t]{1,3})?(?:ConvertTo-SecureString(?:[ \t]{1,3}-String)?[ \t]{1,3}|\((?:ConvertTo-SecureString)(?:[ \t]{1,3}-String)?[ \t]{1,3}|(?:[A-Za-z_$][\w$]{0,40}(?:\.|::)){0,4}(?:b64decode|b64_decode|base64_decode|atob|decode|decodeBase64|Base64Decode|from|fromHex|fromBase64|FromBase64String|encode|bytes|String|SecureString|SecretStr|Secret|SecretString|Some|Ok|Just|Text|unhexlify|parse|parseHex|nonsensitive|sensitive|base64decode|base64encode|b64enc|quote|strdup|of|to_string|secretstring|byte\[\]|\[\]byte|toBuffer|Redacted|Literal|Value|plaintext|unsafePlainText|unsafe_plain_text|SecretValue|Field)\([ \t\r\n]{0,40}(?:default[ \t]?=[ \t]?)?|\[\]byte\([ \t]{0,3}|f?\([ \t\r\n]{0,40}|os\.getenv\([^()\n]{1,60},[ \t]{0,3}|os\.environ\.get\([^()\n]{1,60},[ \t]{0,3}|env\([^()\n]{1,60},[ \t]{0,3}|\$?[\w.:]{1,60}!?(?:\([^()\n]{0,60}\))?\.(?:getOrElse|orElse|default|unwrap_or|unwrap_or_else|GetValueOrDefault|OrElse)\([ \t]{0,3}(?:\|\w{0,20}\|[ \t])?|ENV\.fetch\([^()\n]{1,60}\)[ \t]?\{[ \t]{0,3}|\$?[\w.$?!]{1,60}(?:\[[^\]\n]{1,60}\]|\([^()\n]{0,60}\))?[ \t]{0,3}(?:\|\||\?\?|\?:|or|:)[ \t]{1,3})/y;

function wrappedLiteral(text: string, at: number): WrittenValue | undefined {
  wrapper.lastIndex = at;
  return wrapper.test(text) ? literalAt(text, wrapper.lastIndex) : undefined;
}

// what may stand in a value without quotes, and how much of it is judged
const characters: Readonly<Record<Exclude<BarePlace, 'settings'>, RegExp>> = {
  environment: /[^\s"'`;&|<>]{0,256}/y,
  command: /[^\s"'`;|<>]{0,256}/y,
  query: /(?:[^\s"'`;&|<>,#]|'(?=[\w%])){0,256}/y,
  code: /[^\s"'`;&|<>,]{0,256}/y,
};

function bareValues(text: string, name: SecretName, { at, place = 'code', lineEnd }: Link): readonly Place[] {
  const block = blockLines(text, at, name.start);
  if (block.length > 0) return isSecretLiteral(name, textOf(text, block)) || isKeyBlock(text, block, name) ? block : [];
  if (place === 'settings' && lineEnd !== undefined) {
    const whole = { start: at, end: lineEnd };
    const value = text.slice(at, Math.min(lineEnd, at + 4096));
    const isSecret = /\s/.test(value) ? isSecretLiteral(name, value) : isSecretBare(name, value, place);
    if (isSecret) return [whole, ...continuedLines(text, { start: at, end: lineEnd }, name.start)];
  }
  const judged = place === 'settings' ? 'code' : place;
  const bare = bareAt(text, at, characters[judged]);
  if (!isSecretBare(name, text.slice(bare.start, bare.end), judged)) return [];
  return [{ start: bare.start, end: endOfRun(text, bare) }];
}

// wrapped base64 in a block: its first line tells
const isKeyBlock = (text: string, block: readonly Place[], name: SecretName): boolean =>
  block.slice(0, 1).some(({ start, end }) => isSecretLiteral(name, text.slice(start, end)));
