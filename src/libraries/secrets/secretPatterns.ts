import { isGenerated, isHardPassword, isPassword, isStrong, looksGenerated, looksStrong } from './secretLikeness.ts';
import { row, type PatternRule, type SecretPattern } from './secretPattern.ts';
import { afterEdge, afterRun } from './tokenRow.ts';

const isMixed = (secret: string) => /[a-z].*[A-Z]|[A-Z].*[a-z]/.test(secret);
const holdsKey = (body: string) => /[A-Za-z0-9+/]{40}/.test(body);
const inRun = (...cells: Parameters<typeof row>): SecretPattern => ({ ...row(...cells), inRun: true });
/** A secret that is known by its own shape: `source` is the secret alone. */
const shape = (kind: string, near: readonly string[], { source, ...rule }: PatternRule): SecretPattern =>
  inRun(kind, near, { source: `${afterEdge}(?<secret>${source})`, ...rule });
const ignoringCase = 'dgi';
const inCommand = (command: string): string => `(?<=\\b(?:${command})\\b[^\\n&|;]{0,200})`;

/** Secrets that `secretTokens` cannot describe: several parts, or a name before a value without a mark of its own. */
export const secretPatterns: readonly SecretPattern[] = [
  row('private-key', ['private'], {
    source: 'Private-Lines: \\d+\\r?\\n(?<secret>(?:[A-Za-z0-9+/=]{1,76}\\r?\\n?)+)',
    isLikely: holdsKey,
  }),
  row('private-key', ['"kty"'], {
    source: '"(?:d|p|q|dp|dq|qi|k)"\\s?:\\s?"(?<secret>[\\w-]{20,})"',
    isLikely: looksGenerated,
  }),
  // shapes
  inRun('jwt', ['eyj'], { source: `${afterRun}(?<secret>eyJ[\\w-]{8,}\\.[\\w-]*\\.[\\w-]+(?:\\.[\\w-]+){0,2})` }),
  shape('openai', ['sk-'], { source: 'sk-[A-Za-z0-9]{20,}', isLikely: looksStrong }),
  shape('sendgrid', ['sg.'], { source: 'SG\\.[\\w-]{16,32}\\.[\\w-]{16,64}' }),
  shape('mailgun', ['key-'], { source: 'key-[0-9a-f]{32}(?!\\w)' }),
  shape('mailchimp', ['-us1', '-us2', '-us3', '-us4', '-us5', '-us6', '-us7'], {
    source: '[0-9a-f]{32}-us\\d{1,2}(?!\\w)',
  }),
  shape('twilio', ['sk'], { source: 'SK[0-9a-f]{32}(?!\\w)' }),
  inRun('telegram', [':aa'], { source: `(?:${afterEdge}|(?<=/bot))(?<secret>\\d{8,10}:AA[\\w-]{32,34})(?![\\w-])` }),
  shape('resend', ['re_'], { source: 're_[A-Za-z0-9]{8}_[A-Za-z0-9]{24}(?!\\w)', isLikely: isMixed }),
  shape('1password', ['a3-'], {
    source: 'A3-[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})(?:-[A-Z0-9]{5}){3}(?!\\w)',
  }),
  // not in the middle of some base64
  shape('square', ['eaaa'], { source: '(?<![+/])EAAA[\\w-]{60,80}(?![\\w+/-])' }),
  shape('facebook', ['eaa'], { source: '(?<![+/])EAA[A-Za-z0-9]{100,300}(?![\\w+/-])' }),
  shape('clickhouse', ['4b1d'], { source: '4b1d[A-Za-z0-9]{38}(?!\\w)', isLikely: looksGenerated }),
  shape('harness', ['pat.', 'sat.'], { source: '[ps]at\\.[\\w-]{22}\\.[0-9a-f]{24}\\.[A-Za-z0-9]{20}' }),
  shape('asana', ['/11', '/12'], { source: '[12]\\/1\\d{14,16}\\/1\\d{14,16}:[0-9a-f]{32}' }),
  shape('discord', ['.'], {
    source: '[MNO][\\w-]{23,27}\\.[\\w-]{6}\\.[\\w-]{27,40}(?![\\w-])',
    isLikely: looksGenerated,
  }),
  shape('terraform', ['.atlasv1.'], { source: '[A-Za-z0-9]{14}\\.atlasv1\\.[\\w=-]{60,}' }),
  shape('airtable', ['pat'], { source: 'pat[A-Za-z0-9]{14}\\.[0-9a-f]{64}' }),
  shape('cargo', ['cio'], { source: 'cio[A-Za-z0-9]{32}(?!\\w)', isLikely: looksStrong }),
  shape('azure', ['q~'], { source: '[\\w.~-]{3}[78]Q~[\\w.~-]{31,34}(?![\\w.~-])', isLikely: looksStrong }),
  // keys that say of themselves what they open (Microsoft's identifiable keys)
  shape('azure', ['jqqj99'], { source: '[A-Za-z0-9]{52}JQQJ99[A-Za-z0-9]{10,24}' }),
  shape('azure', ['+ast', '+abc', '+acr', 'acdb', '+aba', '+asb', '+aeh', '+aio', 'azfu', 'azse', 'azca', '+amc'], {
    source:
      '(?<![+/])[A-Za-z0-9+/]{33,76}(?:\\+ASt|\\+ABa|\\+ACR|ACDb|\\+ASb|\\+AEh|\\+AIo|AzFu|AzSe|AzCa|\\+AMC)[A-Za-z0-9+/]{5,9}={0,2}(?![\\w+/])',
    isLikely: looksGenerated,
  }),
  shape('salesforce', ['00d'], { source: '00D[A-Za-z0-9]{9,15}![\\w.]{80,120}' }),
  shape('zoho', ['1000.'], { source: '1000\\.[0-9a-f]{32}\\.[0-9a-f]{32}' }),
  shape('maxmind', ['_mmk'], { source: '[A-Za-z0-9]{6}_[A-Za-z0-9]{29}_mmk(?!\\w)' }),
  shape('newrelic', ['ffffnral'], { source: '[0-9a-f]{32,36}FFFFNRAL(?!\\w)' }),
  inRun('hash', ['$2', '$argon2'], {
    source: '(?<secret>\\$2[abxy]\\$\\d\\d\\$[\\w./]{53}|\\$argon2(?:id|i|d)\\$[\\w$=,+/.-]{40,})',
  }),
  inRun('azure', ['key='], {
    source: '(?:Account|Shared|SharedAccess)Key=(?<secret>[A-Za-z0-9+/]{40,}={0,2})',
    isLikely: looksStrong,
  }),
  inRun('azure', ['sig='], { source: '[?&;]sig=(?<secret>[\\w%+/=-]{30,})', isLikely: looksStrong }),
  inRun('aws', ['x-amz-'], {
    source: 'X-Amz-(?:Signature|Security-Token)=(?<secret>[\\w%+/=-]{30,})',
    isLikely: looksStrong,
    flags: ignoringCase,
  }),
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
    source: '\\blogin\\s+\\S{1,100}\\s+password\\s+(?<secret>\\S{4,200})',
    isLikely: isPassword,
  }),
  row('address', ['://'], {
    source: ':\\/\\/[^\\s:/?#@"\'`<>]{0,100}:(?<secret>[^\\s/@"\'`<>]{3,200})@(?=[\\w[])',
    isLikely: isPassword,
  }),
  row('address', ['pass', 'pwd'], {
    source: '[;?&]\\s?(?:Password|Passwd|Pwd)=(?<secret>[^;&"\'\\s]{4,200})',
    isLikely: isPassword,
    flags: ignoringCase,
  }),
  row('address', ['pass', 'pwd'], {
    source:
      '\\b(?:user(?: ?id|name)?|uid|dbname|host)=[^\\n"\']{0,200}?\\s(?:password|pwd)=(?<secret>[^\\s"\'\`;&]{4,200})',
    isLikely: isPassword,
    flags: ignoringCase,
  }),
  inRun('address', ['oracle:thin:'], {
    source: 'oracle:thin:[^\\s/"\']{1,100}\\/(?<secret>[^\\s@"\']{3,200})@',
    isLikely: isPassword,
  }),
  row('address', ['getconnection('], {
    source: 'getConnection\\([^\\n)]{0,300},\\s?"(?<secret>[^"\\s]{4,200})"\\s?\\)',
    isLikely: isHardPassword,
  }),
  inRun('address', ['x-oauth-basic'], {
    source: ':\\/\\/(?<secret>[\\w-]{16,100}):x-oauth-basic@',
    isLikely: isPassword,
  }),
  row('npm', ['_auth', 'pass'], {
    source: ':_(?:authToken|auth|password)[ \\t]*=[ \\t]*(?<secret>[^\\s$"\']{8,200})',
    isLikely: isPassword,
  }),
  // commands and queries
  // what the command is stands before its option: looked for from the option, which is rarer
  row('command', ['curl'], {
    source: `${inCommand('curl|wget|http')}\\s(?:-u|--user)[ =]["']?[^\\s:"']{1,100}:(?<secret>[^\\s"']{4,})`,
    isLikely: isPassword,
  }),
  row('command', ['mysql', 'mariadb'], {
    source: `${inCommand('(?:mysql|mariadb)\\w{0,20}')}\\s-p(?<secret>[^\\s"']{4,})`,
    isLikely: isPassword,
  }),
  row('command', ['sshpass'], { source: '\\bsshpass\\s{1,3}-p\\s?["\']?(?<secret>[^\\s"\']{4,})', isLikely: isPassword }),
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
  row('redis', ['pass'], { source: '\\brequirepass\\s+"?(?<secret>[^\\s"]{4,200})', isLikely: isPassword }),
  row('query', ['pass', 'identified'], {
    source: "\\b(?:password|identified\\s+by)\\s{1,5}'(?<secret>[^'\\s]{4,200})'",
    isLikely: isHardPassword,
    flags: ignoringCase,
  }),
];
