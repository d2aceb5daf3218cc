import { remembering } from '../shared/remembering.ts';

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
export function statementsIn(code: string): readonly Statement[] {
  const names = networkNamesIn(code);
  const read = (stretches: readonly Stretch[]): readonly Statement[] => {
    const within = namesByStretch(names);
    const hostsOf = remembering(allHosts); // lines of a long text are often the same
    return stretches
      .map(stretch => {
        const { start, end } = stretch;
        return { start, end, hosts: hostsOf(code.slice(start, end)), calls: allCalls(code, stretch, within(stretch)) };
      })
      .filter(({ hosts, calls }) => hosts.length > 0 || calls.length > 0);
  };
  return [...read(logicalLines(code)), ...read(calls(code, names))];
}

/** The addresses in prose, each by itself: what is written about one is not sent there. */
export function addressesIn(prose: string): readonly Statement[] {
  return [...prose.matchAll(/[^\s<>"'`]+/g)]
    .filter(([run]) => /:\/\/|www\.|mailto:/i.test(run))
    .map(({ index, 0: run }) => ({ start: index, end: index + run.length, hosts: allHosts(run), calls: [] }));
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

interface Stretch {
  readonly start: number;
  readonly end: number;
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

const networkNames = [
  'fetch|axios|xmlhttprequest|websocket|eventsource|sendbeacon|got|ky|superagent|needle|undici|importscripts',
  'https?\\.(?:get|request|post)|net\\.(?:connect|createconnection|dial|socket)|tls\\.connect|dgram\\.\\w+|dns\\.\\w+',
  'requests?\\.(?:get|post|put|patch|delete|request|head)|urlopen|urlretrieve|httpx|aiohttp|httplib\\w*|http\\.client',
  'socket\\.\\w+|gethostbyname|nslookup|dig|curl(?:_\\w+)?|wget|invoke-webrequest|invoke-restmethod|iwr|irm|telnet|netcat|nc',
  'file_get_contents|fsockopen|mail|sendmail|smtplib|httpclient|webclient|webrequest|resttemplate|okhttpclient|guzzle\\w*',
  'reqwest|ureq|hyper|http\\.(?:newrequest|do)|faraday|httparty|net::http|open-uri|lwp|urlsession|urlrequest|alamofire',
  '(?<!\\.)exec(?:file)?|child_process\\.\\w+|execsync|spawnsync|spawn|os\\.system|system|popen|subprocess\\.\\w+|shell_exec|passthru|processbuilder',
  'open_connection|insecure_channel|secure_channel|smtp|ftplib|paramiko|pycurl|urllib3|mechanize|telnetlib|putobject|put_object',
  '(?:ssl|server|datagram|web)?socket|tcpclient|udpclient|tcpstream|udpsocket|tcpsocket|nwconnection|qtcpsocket|getaddrinfo',
  'httpurlconnection|openconnection|openstream|httppost|jsoup|qnetworkaccessmanager|cpr::\\w+|asio::\\w+|rtcpeerconnection',
  'deno\\.connect|bun\\.(?:connect|fetch)|nodemailer|createtransport|window\\.open|postmessage|uri\\.open|rest-?client|typhoeus',
  'http::tiny|io::socket\\w*|stream_socket_client|gen_tcp|httpc|httpoison|tesla|finch|download\\.file|httr|dio|grpc\\.\\w+',
  'ssh|scp|sftp|rsync|ftp|tftp|lftp|socat|openssl|start-bitstransfer|test-netconnection|resolve-dnsname',
].join('|');
// what calls them stands behind a word's edge, and what is given to them behind a bracket, a blank, an operator
const network = new RegExp(`(?<![\\w$-])(?:${networkNames})(?![\\w$-])(?=[\\s.:(\`<]|$)`, 'gi');
const commands =
  /^(?:curl|wget|nc|netcat|telnet|nslookup|dig|mail|sendmail|iwr|irm|invoke-\w+|ssh|scp|sftp|rsync|l?ftp|tftp|socat|start-bitstransfer|test-netconnection|resolve-dnsname)$/i;

/** Where something stands in a text that may send over the network. */
interface NetworkName extends Stretch {
  /** In lower case. */
  readonly name: string;
}

/** Looked for once in a text, which takes longer than all else here. */
const networkNamesIn = (text: string): readonly NetworkName[] =>
  allOf(network, text).map(({ index, 0: name }) => ({
    name: name.toLowerCase(),
    start: index,
    end: index + name.length,
  }));

/** Gives the names that stand in stretches which are asked for from the beginning of a text to its end. */
function namesByStretch(names: readonly NetworkName[]): (stretch: Stretch) => readonly NetworkName[] {
  let next = 0;
  return ({ start, end }) => {
    while ((names[next]?.start ?? Infinity) < start) next += 1;
    const first = next;
    while ((names[next]?.end ?? Infinity) <= end) next += 1;
    return names.slice(first, next);
  };
}

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

/** Nothing is found in most lines, and a search takes a tenth of the time. */
const allOf = (pattern: RegExp, text: string): readonly RegExpExecArray[] =>
  text.search(pattern) < 0 ? [] : [...text.matchAll(pattern)];

/** Of the names in a stretch of code those that call, each once, however often it is made. */
function allCalls(code: string, stretch: Stretch, names: readonly NetworkName[]): readonly string[] {
  const found = new Set<string>();
  for (const each of names) if (!found.has(each.name) && isCall(code, stretch, each)) found.add(each.name);
  return [...found];
}

/** A word that is also spoken is a call only where it is written as one. */
function isCall(code: string, stretch: Stretch, { name, start, end }: NetworkName): boolean {
  const after = code.slice(end, Math.min(end + 40, stretch.end));
  if (/^[\w.:$<>]{0,30}\s?[(`]/.test(after)) return true;
  if (!commands.test(name)) return false;
  const before = code.slice(Math.max(stretch.start, start - 2), start);
  return /(?:^|[\s;|&$("'`])$/.test(before) && /^\s+\S/.test(after);
}

/** Without who logs in, and without the port. What is put in from elsewhere makes it another one. */
const hostOf = (authority: string): string =>
  authority.replace(/^.*@/s, '').replace(/:\d*$/, '').replace(/\$$/, '').toLowerCase();
