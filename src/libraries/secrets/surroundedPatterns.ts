import { isGenerated, isHardPassword, isPassword, isStrong } from './named/secretLikeness.ts';
import { inRun, row, type SecretPattern } from './rows/secretPattern.ts';
import { isLoginPassword } from './named/valueLikeness.ts';
import { placedPatterns } from './placedPatterns.ts';

const userOfAddress = `:\\/\\/[^\\s:/?#@"'\`<>]{0,100}:`;
const host = `[\\w.[-][\\w.:\\]-]*(?:[/?#,;\\s"'\`)<>}&]|$)`;
const argument = `(?:[A-Za-z]?(?:"[^"\\n]{0,100}"|'[^'\\n]{0,100}')|[\\w.]{1,60})`;
const ignoringCase = 'dgi';
const inCommand = (command: string): string => `(?<=\\b(?:${command})\\b[^\\n&|;]{0,200})`;

/** Secrets that are known by what stands around them and is no name: headers, addresses, commands, calls. */
export const surroundedPatterns: readonly SecretPattern[] = [
  // headers and addresses
  row('bearer', ['bearer'], {
    source: '\\bbearer[\\s:"\'+]{1,8}(?<secret>[\\w.~+/=-]{16,})',
    isLikely: isStrong,
    flags: ignoringCase,
  }),
  row('basic', ['basic'], {
    source: '\\bbasic\\s{1,5}(?<secret>[A-Za-z0-9+/]{12,}={0,2})',
    isLikely: isGenerated,
    flags: ignoringCase,
  }),
  row('header', ['authorization'], {
    source: 'authorization["\']?\\s{0,3}[:,=]\\s{0,3}["\']?[A-Za-z-]{2,20}\\s{1,3}(?<secret>[\\w.~+/=:-]{16,})',
    isLikely: isGenerated,
    flags: ignoringCase,
  }),
  row('docker', ['"auth"'], { source: '"auth"\\s?:\\s?"(?<secret>[\\w+/=-]{12,})"', isLikely: isGenerated }),
  row('login', ['login'], {
    source: '\\blogin\\s+(?<secret>[\\w-]{16,100})\\s+password\\s+x-oauth-basic',
    isLikely: isPassword,
  }),
  row('login', ['login'], {
    source: '\\blogin\\s+\\S{1,100}\\s+password\\s+(?<secret>\\S{4,})',
    isLikely: isPassword,
  }),
  // the password of an address ends at the last @ before the host; where a path may hold an @, before the path
  row('address', ['://'], {
    source: `(?<!https?|ftp)${userOfAddress}(?<secret>(?:(?!:\\/\\/)[^\\s"'\`<>]){3,})@(?=${host})`,
    isLikely: isPassword,
  }),
  row('address', ['://'], {
    source: `(?<=https?|ftp)${userOfAddress}(?!\\d{1,5}[/?#])(?<secret>(?:(?!:\\/\\/)[^\\s"'\`<>@]){3,}(?:@(?=[^\\s"'\`<>@/?#]+@)[^\\s"'\`<>@/?#]+)*)@(?=[\\w[])`,
    isLikely: isPassword,
  }),
  row('address', ['pass', 'pwd'], {
    source: '[?&]\\s?(?:Password|Passwd|Pwd)=(?<secret>[^;&"\'\\s]{4,})',
    isLikely: isPassword,
    flags: ignoringCase,
  }),
  row('address', ['pass', 'pwd'], {
    source:
      ';\\s?(?:Password|Passwd|Pwd)\\s?=\\s?\\{?(?<secret>(?<=\\{)[^}\\n"\']{3,}(?=\\})|(?<!\\{)[^;"\'`\\n{][^;"\'`\\n]{3,})(?=[;"\'`}]|$)',
    isLikely: secret => (/\s/.test(secret) ? /\d/.test(secret) && !/[=(]/.test(secret) : isPassword(secret)),
    flags: ignoringCase,
  }),
  row('address', ['pass', 'pwd'], {
    source:
      '\\b(?:user(?: ?id|name)?|uid|dbname|host)=[^\\n"\']{0,200}?\\s(?:password|pwd)=(?<secret>[^\\s"\'\`;&]{4,})',
    isLikely: isPassword,
    flags: ignoringCase,
  }),
  inRun('address', ['oracle:thin:'], {
    source: 'oracle:thin:[^\\s/"\']{1,100}\\/(?<secret>[^\\s@"\']{3,})@',
    isLikely: isPassword,
  }),
  // calls with a user and a password
  row('login', ['login(', 'log_in(', 'signin(', 'sign_in(', 'auth', 'credential', 'connect'], {
    source: `(?:log_?in|sign_?in|authenticate|auth|basic_?auth|credentials?|password_?authentication|get_?connection|connect)\\s?[=:]?\\s?[([]\\s{0,20}(?:${argument}\\s{0,10},\\s{0,20}){1,3}[A-Za-z]?(?<quote>["'\`])(?<secret>[^"'\`\\n]{4,})\\k<quote>\\s{0,20}[,)\\]]`,
    isLikely: isLoginPassword,
    flags: ignoringCase,
  }),
  row('login', ['securestring'], {
    source:
      'ConvertTo-SecureString\\s{1,3}(?:-String\\s{1,3})?(?:-AsPlainText\\s{1,3}-Force\\s{1,3})?["\'](?<secret>[^"\'\\n]{4,})["\']',
    isLikely: isPassword,
    flags: ignoringCase,
  }),
  // { "value": "…", "key": "api_token" }
  row('assignment', ['value'], {
    source: `["']value["']\\s{0,3}:\\s{0,3}["'](?<secret>[^"'\\\\\\n]{6,})["']\\s{0,3},\\s{0,20}["'](?:key|name|id)["']\\s{0,3}:\\s{0,3}["'][\\w.-]{0,40}(?:token|secret|passw(?:or)?d|api[_-]?key|credential)`,
    isLikely: secret => isStrong(secret) || isLoginPassword(secret),
    flags: ignoringCase,
  }),
  inRun('address', ['x-oauth-basic'], {
    source: ':\\/\\/(?<secret>[\\w-]{16,100}):x-oauth-basic@',
    isLikely: isPassword,
  }),
  row('npm', ['_auth', 'pass'], {
    source: ':_(?:authToken|auth|password)[ \\t]*=[ \\t]*(?<secret>[^\\s$"\']{8,})',
    isLikely: isPassword,
  }),
  // commands and queries
  // what the command is stands before its option: looked for from the option, which is rarer
  row('command', ['curl', 'wget'], {
    source: `${inCommand('curl|wget|http')}\\s(?:-u|--user)[ =](?<quote>["'])[^\\s:"']{1,100}:(?<secret>[^"'\\n]{4,})\\k<quote>`,
    isLikely: isPassword,
  }),
  row('command', ['curl'], {
    source: `${inCommand('curl|wget|http')}\\s(?:-u|--user)[ =]["']?[^\\s:"']{1,100}:(?<secret>[^\\s"']{4,})`,
    isLikely: isPassword,
  }),
  row('command', ['mysql', 'mariadb'], {
    source: `${inCommand('(?:mysql|mariadb)\\w{0,20}')}\\s-p(?<secret>[^\\s"']{4,})`,
    isLikely: isPassword,
  }),
  row('command', ['sshpass'], {
    source: '\\bsshpass\\s{1,3}-p\\s?["\']?(?<secret>[^\\s"\']{4,})',
    isLikely: isPassword,
  }),
  row('command', ['login'], {
    source: `${inCommand('login')}\\s-p[ =]["']?(?<secret>[^\\s"']{4,})`,
    isLikely: isPassword,
  }),
  row('command', ['redis-cli'], {
    source: `${inCommand('redis-cli')}\\s-a\\s["']?(?<secret>[^\\s"']{4,})`,
    isLikely: isPassword,
  }),
  row('command', ['pass'], {
    source: '\\s/password:(?<secret>[^\\s"\']{6,})',
    isLikely: isHardPassword,
    flags: ignoringCase,
  }),
  row('redis', ['pass'], { source: '\\brequirepass\\s+"?(?<secret>[^\\s"]{4,})', isLikely: isPassword }),
  row('query', ['pass', 'identified'], {
    source: "\\b(?:password|identified\\s+by)\\s{1,5}'(?<secret>[^'\\s]{4,})'",
    isLikely: isHardPassword,
    flags: ignoringCase,
  }),
  ...placedPatterns,
];
