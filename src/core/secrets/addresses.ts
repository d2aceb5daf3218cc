import { remembering } from '../shared/remembering.ts';
import type { Steps } from '../shared/steps.ts';
import { allCalls, allOf, namesByStretch, networkNamesIn, type NetworkName, type Stretch } from './networkNames.ts';

/** A piece of code or prose that belongs together: a line and those it is joined to, or what a call is given. */
export interface Statement {
  readonly start: number;
  readonly end: number;
  /** Where its addresses lead to, in lower case; '' when that is worked out elsewhere: `"https://" + host`. */
  readonly hosts: readonly string[];
  /** What sends something over the network in it, in lower case: 'fetch', 'curl'. */
  readonly calls: readonly string[];
}

/** What of some code speaks of addresses or of calls over the network. Linear in its length. */
export function* statementsIn(code: string): Steps<readonly Statement[]> {
  const names = networkNamesIn(code);
  yield;
  const lines = logicalLines(code);
  yield;
  return [...(yield* readStretches(code, names, lines)), ...(yield* readStretches(code, names, calls(code, names)))];
}

function* readStretches(
  code: string,
  names: readonly NetworkName[],
  stretches: readonly Stretch[],
): Steps<readonly Statement[]> {
  const within = namesByStretch(names);
  const hostsOf = remembering(allHosts); // lines of a long text are often the same
  const found: Statement[] = [];
  for (const stretch of stretches) {
    const { start, end } = stretch;
    const [hosts, called] = [hostsOf(code.slice(start, end)), allCalls(code, stretch, within(stretch))];
    if (hosts.length > 0 || called.length > 0) found.push({ start, end, hosts, calls: called });
    yield;
  }
  return found;
}

/** The addresses in prose, each by itself: what is written about one is not sent there. */
export function* addressesIn(prose: string): Steps<readonly Statement[]> {
  const found: Statement[] = [];
  for (const { index: start, 0: run } of prose.matchAll(/[^\s<>"'`]+/g)) {
    if (/:\/\/|www\.|mailto:/i.test(run))
      found.push({ start, end: start + run.length, hosts: allHosts(run), calls: [] });
    yield;
  }
  return found;
}

/**
 * The code without its comments, at the same places. Blanks before a star end at every line end that `^` knows: a run of the
 * others would be looked through from each of them.
 */
export const withoutComments = (code: string): string =>
  code
    .replace(/(^|[^:"'`\\])(?:\/\/|#\s).*$/gm, (comment, before: string) => before.padEnd(comment.length))
    .replace(/^[^\S\n\r\u2028\u2029]*\*.*$/gm, comment => ' '.repeat(comment.length));

/** Where the addresses in a text lead to; a comment says nothing. */
export function hostsIn(text: string): ReadonlySet<string> {
  return new Set(allHosts(withoutComments(text)).filter(host => host !== ''));
}

/** What sends something over the network in a text; a comment does not. */
export function networkCallsIn(text: string): ReadonlySet<string> {
  const code = withoutComments(text);
  return new Set(allCalls(code, { start: 0, end: code.length }, networkNamesIn(code)));
}

const goesOn = /(?:[+.\\%&|]|\?\?|\.\.|<>)\s*$/;
const isGoneOn = /^\s*(?:[+%&|]|\?\?|\.(?!\.)|<>)/;
/** A statement is looked at as far as this, lines. */
const mostLines = 30;

/** Lines that an operator joins are one; blank lines are none. */
function logicalLines(text: string): readonly Stretch[] {
  const found: { start: number; end: number; lines: number; goesOn: boolean }[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const end = start + line.length;
    const last = found.at(-1);
    const isJoined = last && last.lines < mostLines && (last.goesOn || isGoneOn.test(line));
    const next = goesOn.test(line.slice(-40));
    if (isJoined) Object.assign(last, { end, lines: last.lines + 1, goesOn: next });
    else if (line.trim() !== '') found.push({ start, end, lines: 1, goesOn: next });
    start = end + 1;
  }
  return found;
}

/** So much is looked at of what a call is given, characters. */
const longestCall = 4_000;

/** What network calls are given, up to the bracket that ends it. */
function calls(text: string, names: readonly NetworkName[]): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const { start, end } of names) {
    if (start < (found.at(-1)?.end ?? 0)) continue; // it belongs to the call around it
    const bracket = /^[\w.:$<>\s]{0,60}?\(/.exec(text.slice(end, end + 61));
    if (bracket) found.push({ start, end: closing(text, end + bracket[0].length) });
  }
  return found;
}

/** The place behind the bracket that ends what begins here. */
function closing(text: string, from: number): number {
  const most = Math.min(text.length, from + longestCall);
  let depth = 1;
  for (let at = from; at < most; at += 1) {
    const character = text[at];
    if (character === '(') depth += 1;
    if (character === ')' && (depth -= 1) === 0) return at + 1;
  }
  return most;
}

const joint = /["'`](?:\s{0,80}|\s{0,40}(?:[+&,\\]|\.\.?|<>)\s{0,40})["'`]/g;
const address = /(?:\b[a-z][a-z0-9+.-]{1,20}:\/\/|(?<=["'`(=])\/\/|\bwww\.)([^\s"'`<>()[\]{}\\/?#|,;]*)/gi;
const halfAddress = /\bhttps?:(?!\/\/)|["'`]:?\/\/["'`]|\baHR0c/;
/** What bash connects to. */
const device = /\/dev\/(?:tcp|udp)\/([\w.-]+)/gi;
const mailTo = /\bmailto:[^\s"'`<>()@]{0,64}@([\w.-]+)/gi;

/** A name below a domain: who looks it up sends it there, with whatever call. */
const below = /SECRET_\d{1,6}_x\w{1,16}\.([\w-]{1,63}(?:\.[\w-]{1,63}){0,8})/gi;
/** A share of Windows, in a text with and without escapes. */
const share = /(?<![^"'`\s])(?:\\{4}([\w.-]{1,100})\\{2}|\\{2}([\w.-]{1,100})\\(?!\\))/g;

/** Other ways to an address, and what each has in it, in small letters. */
const otherWays: readonly (readonly [part: string, way: RegExp])[] = [
  ['mailto:', mailTo],
  ['/dev/', device],
  ['secret_', below],
  ['\\\\', share],
];

/** Without one of these there is no address, however it is put together. */
const mayLead = /[:/w\\]|aHR0c|SECRET_/i;

/** Addresses are read with the text that is written in pieces as one. */
function allHosts(statement: string): readonly string[] {
  if (!mayLead.test(statement)) return [];
  const text = statement.replace(joint, '');
  const hosts: string[] = [];
  for (const [, authority = ''] of allOf(address, text)) hosts.push(hostOf(authority));
  const small = text.toLowerCase();
  for (const [part, way] of otherWays)
    if (small.includes(part))
      for (const [, host, other = ''] of text.matchAll(way)) hosts.push((host ?? other).toLowerCase());
  if (statement.search(halfAddress) >= 0) hosts.push('');
  return hosts;
}

/** Without who logs in, and without the port. What is put in from elsewhere makes it another one. */
const hostOf = (authority: string): string =>
  authority.replace(/^.*@/s, '').replace(/:\d*$/, '').replace(/\$$/, '').toLowerCase();
