import { isPassword, isStrong } from './named/secretLikeness.ts';
import { isLoginPassword } from './named/valueLikeness.ts';
import { row, type PatternRule, type SecretPattern } from './rows/secretPattern.ts';

const ignoringCase = 'dgi';
const value = `["']?(?<secret>[^\\s"'|;&<>]{4,100})`;
const literal = `["'](?<secret>[^"'\\n]{6,200})["']`;
const names = '(?:password|passwd|passphrase|secret|token|api[_-]?key|credential)';

/** What the program is stands before its option: looked for from the option, which is rarer. */
const option = (programs: readonly string[], options: string): SecretPattern =>
  row('command', programs, {
    source: `(?<=\\b(?:${programs.join('|')})\\b[^\\n&|;]{0,200})\\s(?:${options})${value}`,
    isLikely: isPassword,
  });

const command = (near: string, source: string): SecretPattern =>
  row('command', [near], { source, isLikely: isPassword, flags: ignoringCase });

const place = (near: readonly string[], source: string, isLikely: PatternRule['isLikely'] = isLoginPassword) =>
  row('assignment', near, { source, isLikely, flags: ignoringCase });

/** Secrets that are known by their place alone: options and arguments of programs, arguments of calls, cells beside a name. */
export const placedPatterns: readonly SecretPattern[] = [
  option(['curl', 'wget'], `-u(?=[^\\s:"'=])[^\\s:"']{1,100}:|(?:--proxy-user|-U)[ =]["']?[^\\s:"']{1,100}:`),
  option(['ldapsearch', 'ldapadd', 'ldapmodify', 'ldapdelete', 'ldappasswd'], '-w ?'),
  option(['cqlsh', 'psexec', 'mongo', 'mongosh', 'mongodump'], '-p |--password[ =]'),
  option(['sqlcmd', 'bcp', 'isql'], '-P ?'),
  option(['openssl'], '-k |-pass(?:in|out)? pass:'),
  option(['keytool', 'jarsigner'], '-(?:storepass|keypass|srcstorepass|deststorepass|srckeypass|destkeypass) '),
  option(['zip', 'unzip'], '-P ?'),
  option(['7z', '7za', 'unrar'], '-p'),
  option(['smbclient', 'rpcclient'], `-U ["']?[^\\s%"']{1,60}%`),
  option(['schtasks'], '/rp '),
  command('net user', `\\bnet\\s{1,5}user\\s{1,5}[^\\s/]{1,60}\\s{1,5}(?!/)${value}`),
  command('rabbitmqctl', `\\brabbitmqctl\\s{1,5}(?:add_user|change_password)\\s{1,5}\\S{1,60}\\s{1,5}${value}`),
  command('htpasswd', `\\bhtpasswd\\s{1,5}-\\w{0,4}b\\w{0,4}\\s{1,5}\\S{1,100}\\s{1,5}\\S{1,60}\\s{1,5}${value}`),
  command('vault', `\\bvault\\s{1,5}login\\s{1,5}(?!-)${value}`),
  command(
    '-stdin',
    `\\b(?:echo|printf)\\s{1,5}(?:-n\\s{1,3})?${value}["']?\\s{0,5}\\|[^\\n|]{1,100}--(?:password|with-token)-?(?:stdin)?`,
  ),
  command('sudo', `\\b(?:echo|printf)\\s{1,5}(?:-n\\s{1,3})?${value}["']?\\s{0,5}\\|\\s{0,5}sudo\\s{1,5}-\\w{0,5}S`),
  command('chpasswd', `\\|(?<=\\b[a-z_][\\w-]{0,31}:${value}["']?\\s{0,5}\\|)\\s{0,5}(?:sudo\\s{1,5})?chpasswd`),
  command('setenv', `\\bsetenv\\s{1,5}\\w{0,40}${names}\\w{0,20}\\s{1,5}${value}`),
  row('command', ['set -'], {
    source: `\\bset\\s{1,3}-[a-zA-Z]{0,3}x[a-zA-Z]{0,3}\\s{1,3}\\w{0,40}${names}\\w{0,20}\\s{1,3}${value}`,
    isLikely: isPassword,
    flags: ignoringCase,
  }),
  // configurations
  command('masterauth', `\\bmasterauth\\s{1,5}(?!-)${value}`),
  command('bindpw', `\\bbindpw\\s{1,5}(?!-)${value}`),
  command('rootpw', `\\brootpw\\s{1,5}(?!-)${value}`),
  command('psk', `\\bpsk\\s?=\\s?["'](?<secret>[^"'\\n]{8,63})["']`),
  command('psk', `:\\s{0,3}PSK\\s{1,5}["'](?<secret>[^"'\\n]{6,100})["']`),
  // addresses
  row('address', ['@tcp(', '@unix('], {
    source: `(?<![\\w/])[\\w.-]{1,60}:(?<secret>[^\\s@"'\`/]{4,100})@(?:tcp|unix|udp)\\(`,
    isLikely: isPassword,
  }),
  row('address', ['://'], {
    source: `:\\/\\/[^\\s:/?#@"'\`<>]{1,60}:(?<secret>[^\\s"'\`<>@{}%$/]{4,100})@(?=[{%$])`,
    isLikely: isPassword,
  }),
  // files of passwords: .pgpass, .htpasswd, shadow
  row('login', [':5432:', ':5433:', ':6432:', ':*:'], {
    source: `^[ \\t#]{0,8}(?:[\\w.*-]{1,100}):(?:5432|5433|6432|\\*):[\\w.*-]{1,64}:[\\w.*@-]{1,64}:(?<secret>[^\\s"'\`]{4,200})$`,
    isLikely: isPassword,
    flags: 'dgm',
  }),
  row('hash', ['$apr1$', '$5$', '$6$', '$1$', '$y$', '$7$'], {
    source: `(?<secret>\\$(?:apr1|1)\\$[./\\w]{1,8}\\$[./\\w]{22}|\\$[56]\\$(?:rounds=\\d{1,9}\\$)?[./\\w]{1,16}\\$[./\\w]{43,86}|\\$[y7]\\$[./\\w]{1,20}\\$[./\\w]{1,86}\\$[./\\w]{43})`,
  }),
  row('hash', ['{sha', '{ssha'], {
    source: '(?<secret>\\{S?SHA(?:256|384|512)?\\}[A-Za-z0-9+/]{26,120}={0,2})',
    flags: ignoringCase,
  }),
  // beside a name, behind it or before it
  place(
    ['value:'],
    `\\bvalue:\\s{1,3}["']?(?<secret>[^\\s"']{6,200})["']?[ \\t]{0,3}\\r?\\n[ \\t]{0,20}name:\\s{1,3}["']?\\w{0,40}${names}`,
  ),
  place(['value='], `\\bvalue=${literal}[^>\\n]{0,100}?\\b(?:type|name|id)=["']\\w{0,20}${names}`),
  place(['value='], `\\bvalue=${literal}[^>\\n]{0,100}?\\bkey=["'][\\w:.-]{0,40}${names}`),
  // what stands before the name of what it is the default of
  place(
    ['default_value', 'defaultvalue'],
    `\\bdefault_?value(?:_t)?\\s?[=(]\\s?${literal}[^\\n]{0,60}[\\])]\\s{0,60}(?:\\w{1,10}\\s){0,4}\\w{0,30}${names}`,
  ),
  place(['<key>'], `<key>\\w{0,30}${names}\\w{0,20}</key>\\s{0,20}<string>(?<secret>[^<\\n]{6,200})</string>`),
  // types and brackets between a name and its literal
  place(
    ['pass', 'secret', 'token', 'key'],
    `${names}\\w{0,20}\\s?(?:\\[\\d{0,4}\\]\\s?=|\\{|As\\s{1,3}\\w{1,20}\\s?=|:\\s?\\[\\]const\\s{1,3}u8\\s?=)\\s?${literal}`,
  ),
  // arguments of calls
  place(['createhmac'], `\\bcreateHmac\\(\\s?["'][\\w-]{1,20}["']\\s?,\\s?${literal}`),
  place(['cookieparser'], `\\bcookieParser\\(\\s?${literal}`),
  place(['jwt.'], `\\bjwt\\.(?:sign|verify|encode|decode)\\([^"'\\n()]{1,60},\\s?${literal}`),
  place(
    ['cookie'],
    `(?:sess|sid|token|auth)(?<=\\bcookie\\b[^\\n]{0,220})\\w{0,20}=(?<secret>[\\w%.~+/=-]{16,400})`,
    isStrong,
  ),
];
