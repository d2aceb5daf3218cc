import { looksGenerated, looksLikeReference, looksStrong } from './secretLikeness.ts';
import { secretAssignments } from './secretAssignments.ts';
import { row, type SecretPattern } from './secretPattern.ts';
import { afterEdge, afterRun } from './secretTokens.ts';

const armoured = '[A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----';
const isStrong = (secret: string) => looksStrong(secret) && !looksLikeReference(secret);
const isGenerated = (secret: string) => looksGenerated(secret) && !looksLikeReference(secret);
const isPassword = (secret: string) => !looksLikeReference(secret);
const isHardPassword = (secret: string) => /[\d!@#$%^&*+?]/.test(secret) && !looksLikeReference(secret);
const isMixed = (secret: string) => /[a-z].*[A-Z]|[A-Z].*[a-z]/.test(secret);
const holdsKey = (body: string) => /[A-Za-z0-9+/]{40}/.test(body);
const inRun = (...cells: Parameters<typeof row>): SecretPattern => ({ ...row(...cells), inRun: true });
const shape = (kind: string, near: readonly string[], secret: string, isLikely = (_: string) => true) =>
  inRun(kind, near, `${afterEdge}(?<secret>${secret})`, isLikely);
const ignoringCase = 'dgi';

/** Secrets that the table of tokens cannot tell: several parts, or a name before a value without a mark of its own. */
export const secretPatterns: readonly SecretPattern[] = [
  // Keys in armour. The body ends at the next two dashes, so that an encrypted key's headers belong to it. Then the same
  // cut off at its end, and cut off at its beginning, looking back from the end.
  row(
    'private-key',
    ['private'],
    `(?<secret>-----BEGIN ${armoured}(?:[^-]|-(?!-)|-(?=-----END))*-----END ${armoured})`,
    holdsKey,
  ),
  row('private-key', ['private'], `(?<secret>-----BEGIN ${armoured}[\\w\\s+/=\\\\"',:]+)`, holdsKey),
  row(
    'private-key',
    ['private'],
    `(?<=(?<secret>(?:^\\uFEFF?[\\w+/=]{1,76}\\r?\\n)+))-----END ${armoured}`,
    holdsKey,
    'dgm',
  ),
  row('private-key', ['private'], 'Private-Lines: \\d+\\r?\\n(?<secret>(?:[A-Za-z0-9+/=]{1,76}\\r?\\n?)+)', holdsKey),
  row('private-key', ['"kty"'], '"(?:d|p|q|dp|dq|qi|k)"\\s?:\\s?"(?<secret>[\\w-]{20,})"', looksGenerated),
  // shapes
  inRun('jwt', ['eyj'], `${afterRun}(?<secret>eyJ[\\w-]{8,}\\.[\\w-]*\\.[\\w-]+(?:\\.[\\w-]+){0,2})`, () => true),
  shape('openai', ['sk-'], 'sk-[A-Za-z0-9]{20,}', looksStrong),
  shape('sendgrid', ['sg.'], 'SG\\.[\\w-]{16,32}\\.[\\w-]{16,64}'),
  shape('mailgun', ['key-'], 'key-[0-9a-f]{32}(?!\\w)'),
  shape('mailchimp', ['-us1', '-us2', '-us3', '-us4', '-us5', '-us6', '-us7'], '[0-9a-f]{32}-us\\d{1,2}(?!\\w)'),
  shape('twilio', ['sk'], 'SK[0-9a-f]{32}(?!\\w)'),
  inRun('telegram', [':aa'], `(?:${afterEdge}|(?<=/bot))(?<secret>\\d{8,10}:AA[\\w-]{32,34})(?![\\w-])`, () => true),
  shape('resend', ['re_'], 're_[A-Za-z0-9]{8}_[A-Za-z0-9]{24}(?!\\w)', isMixed),
  shape('1password', ['a3-'], 'A3-[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})(?:-[A-Z0-9]{5}){3}(?!\\w)'),
  // not in the middle of some base64
  shape('square', ['eaaa'], '(?<![+/])EAAA[\\w-]{60,80}(?![\\w+/-])'),
  shape('facebook', ['eaa'], '(?<![+/])EAA[A-Za-z0-9]{100,300}(?![\\w+/-])'),
  shape('clickhouse', ['4b1d'], '4b1d[A-Za-z0-9]{38}(?!\\w)', looksGenerated),
  shape('harness', ['pat.', 'sat.'], '[ps]at\\.[\\w-]{22}\\.[0-9a-f]{24}\\.[A-Za-z0-9]{20}'),
  shape('asana', ['/11', '/12'], '[12]\\/1\\d{14,16}\\/1\\d{14,16}:[0-9a-f]{32}'),
  shape('discord', ['.'], '[MNO][\\w-]{23,27}\\.[\\w-]{6}\\.[\\w-]{27,40}(?![\\w-])', looksGenerated),
  shape('terraform', ['.atlasv1.'], '[A-Za-z0-9]{14}\\.atlasv1\\.[\\w=-]{60,}'),
  shape('airtable', ['pat'], 'pat[A-Za-z0-9]{14}\\.[0-9a-f]{64}'),
  shape('cargo', ['cio'], 'cio[A-Za-z0-9]{32}(?!\\w)', looksStrong),
  shape('azure', ['q~'], '[\\w.~-]{3}[78]Q~[\\w.~-]{31,34}(?![\\w.~-])', looksStrong),
  inRun('azure', ['key='], '(?:Account|Shared|SharedAccess)Key=(?<secret>[A-Za-z0-9+/]{40,}={0,2})', looksStrong),
  inRun('azure', ['sig='], '[?&;]sig=(?<secret>[\\w%+/=-]{30,})', looksStrong),
  inRun('aws', ['x-amz-'], 'X-Amz-(?:Signature|Security-Token)=(?<secret>[\\w%+/=-]{30,})', looksStrong, ignoringCase),
  // headers and addresses
  row('bearer', ['bearer'], '\\bbearer[\\s:"\'+]{1,8}(?<secret>[\\w.~+/=-]{16,})', isStrong, ignoringCase),
  row('basic', ['basic'], '\\bbasic\\s{1,5}(?<secret>[A-Za-z0-9+/]{12,}={0,2})', isGenerated, ignoringCase),
  row(
    'header',
    ['authorization'],
    'authorization["\']?\\s{0,3}[:,=]\\s{0,3}["\']?[A-Za-z-]{2,20}\\s{1,3}(?<secret>[\\w.~+/=:-]{16,})',
    isGenerated,
    ignoringCase,
  ),
  row('docker', ['"auth"'], '"auth"\\s?:\\s?"(?<secret>[\\w+/=-]{12,})"', isGenerated),
  row('login', ['login'], '\\blogin\\s+(?<secret>[\\w-]{16,100})\\s+password\\s+x-oauth-basic', isPassword),
  row('login', ['login'], '\\blogin\\s+\\S{1,100}\\s+password\\s+(?<secret>\\S{4,200})', isPassword),
  row('address', ['://'], ':\\/\\/[^\\s:/?#@"\'`<>]{0,100}:(?<secret>[^\\s/@"\'`<>]{3,200})@(?=[\\w[])', isPassword),
  row(
    'address',
    ['pass', 'pwd'],
    '[;?&]\\s?(?:Password|Passwd|Pwd)=(?<secret>[^;&"\'\\s]{4,200})',
    isPassword,
    ignoringCase,
  ),
  row(
    'address',
    ['pass', 'pwd'],
    '\\b(?:user(?: ?id|name)?|uid|dbname|host)=[^\\n"\']{0,200}?\\s(?:password|pwd)=(?<secret>[^\\s"\'\`;&]{4,200})',
    isPassword,
    ignoringCase,
  ),
  inRun('address', ['oracle:thin:'], 'oracle:thin:[^\\s/"\']{1,100}\\/(?<secret>[^\\s@"\']{3,200})@', isPassword),
  row(
    'address',
    ['getconnection('],
    'getConnection\\([^\\n)]{0,300},\\s?"(?<secret>[^"\\s]{4,200})"\\s?\\)',
    isHardPassword,
  ),
  inRun('address', ['x-oauth-basic'], ':\\/\\/(?<secret>[\\w-]{16,100}):x-oauth-basic@', isPassword),
  row('npm', ['_auth', 'pass'], ':_(?:authToken|auth|password)[ \\t]*=[ \\t]*(?<secret>[^\\s$"\']{8,200})', isPassword),
  // commands and queries
  row(
    'command',
    ['curl'],
    '\\bcurl\\b[^\\n&|;]{0,200}?\\s(?:-u|--user)[ =]["\']?[^\\s:"\']{1,100}:(?<secret>[^\\s"\']{4,200})',
    isPassword,
  ),
  row('command', ['mysql'], '\\bmysql\\w{0,20}\\b[^\\n&|;]{0,200}?\\s-p(?<secret>[^\\s"\']{4,200})', isPassword),
  row('command', ['pass'], '\\bsshpass\\s+-p\\s?["\']?(?<secret>[^\\s"\']{4,200})', isPassword),
  row('command', ['login'], '\\blogin\\b[^\\n&|;]{0,120}?\\s-p[ =]["\']?(?<secret>[^\\s"\']{4,200})', isPassword),
  row(
    'command',
    ['redis-cli'],
    '\\bredis-cli\\b[^\\n&|;]{0,120}?\\s-a\\s["\']?(?<secret>[^\\s"\']{4,200})',
    isPassword,
  ),
  row('command', ['pass'], '\\s/password:(?<secret>[^\\s"\']{6,200})', isHardPassword, ignoringCase),
  row('redis', ['pass'], '\\brequirepass\\s+"?(?<secret>[^\\s"]{4,200})', isPassword),
  row(
    'query',
    ['pass', 'identified'],
    "\\b(?:password|identified\\s+by)\\s{1,5}'(?<secret>[^'\\s]{4,200})'",
    isHardPassword,
    ignoringCase,
  ),
  ...secretAssignments,
];
