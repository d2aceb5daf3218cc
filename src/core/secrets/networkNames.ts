/** A piece of a text: from `start` up to but without `end`. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Where something stands in a text that may send over the network. */
export interface NetworkName extends Stretch {
  /** In lower case. */
  readonly name: string;
}

/** Looked for once in a text, which takes longer than all else here. */
export const networkNamesIn = (text: string): readonly NetworkName[] =>
  allOf(network, text).map(({ index, 0: name }) => ({
    name: name.toLowerCase(),
    start: index,
    end: index + name.length,
  }));

/** Gives the names that stand in stretches which are asked for from the beginning of a text to its end. */
export function namesByStretch(names: readonly NetworkName[]): (stretch: Stretch) => readonly NetworkName[] {
  let next = 0;
  return ({ start, end }) => {
    while ((names[next]?.start ?? Infinity) < start) next += 1;
    const first = next;
    while ((names[next]?.end ?? Infinity) <= end) next += 1;
    return names.slice(first, next);
  };
}

/** Of the names in a stretch of code those that call, each once, however often it is made. */
export function allCalls(code: string, stretch: Stretch, names: readonly NetworkName[]): readonly string[] {
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

/** Nothing is found in most lines, and a search takes a tenth of the time. */
export const allOf = (pattern: RegExp, text: string): readonly RegExpExecArray[] =>
  text.search(pattern) < 0 ? [] : [...text.matchAll(pattern)];

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
