import { looksGenerated, looksLikeReference, looksStrong } from './secretLikeness.ts';
import { row, type SecretPattern } from './secretPattern.ts';

const passwordNames = ['password', 'passwd', 'pwd', 'passphrase'];
const secretNames = [...passwordNames, 'secret', 'token', 'credential', 'authorization'];
const keyNames = ['api', 'access', 'private', 'signing', 'encryption', 'master', 'account', 'auth', 'secret', 'shared'];
const nearPassword = ['pass', 'pwd'];
const nearNames = [...nearPassword, 'secret', 'token', 'credential', 'authorization', 'key'];
const aPassword = `(?:${passwordNames.join('|')})`;
const name = `(?:${secretNames.join('|')}|(?:${keyNames.join('|')})[_.-]?key)`;
// API_KEY, MY_PASS, PGPASSWORD, TOKEN_PROD; not MONKEY, BYPASS. What stands before it does not matter.
const constantName =
  '(?<![a-z])(?:API_?KEY|TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|(?<![A-Z0-9])(?:KEY|PASS|PWD|CREDENTIALS?))' +
  '(?:_(?:BASE|PROD(?:UCTION)?|STAGING|DEV|TEST|LIVE|OLD|NEW|PRIMARY|SECONDARY|\\d{1,2}))?';
// JSON in a string has backslashes before its quotes
const quote = `\\\\{0,3}["'\`]`;
const type = `(?:\\s{0,3}:\\s{0,3}&?[A-Za-z<>|[\\] ]{1,30})?`;
const sign = `(?::=|[=!]==?|\\|\\|=?|\\?\\?=?|=>|:|=|,|\\()`;
// between a name and its value: a closing quote, a type, a sign, the b of b'…', a quote; or an attribute of XML
const given = `(?:(?:${quote}|\\])?\\]?${type}\\s{0,3}${sign}\\s{0,3}[A-Za-z]?${quote}|["']\\s{1,3}value\\s?=\\s?["'])`;
const plainlyGiven = `(?:${quote})?[ \\t]{0,3}[:=>][ \\t]{0,3}`;

const isStrong = (secret: string) => (looksStrong(secret) && !looksLikeReference(secret)) || isUuid(secret);
const isGenerated = (secret: string) => looksGenerated(secret) && !looksLikeReference(secret);
const isKey = (secret: string) => isGenerated(secret) || isUuid(secret);
const isUuid = (secret: string) => /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(secret);
const isPassword = (secret: string) => !looksLikeReference(secret);
const isHardPassword = (secret: string) => /[\d!@#$%^&*+?]/.test(secret) && !looksLikeReference(secret);
// where no quotes tell a value from code, it must have what names and paths have not
const isTyped = (secret: string) =>
  /\d/.test(secret) && /[A-Za-z]/.test(secret) && /[!@#$%^*~?+]/.test(secret) && isPassword(secret);
const isPlainSecret = (secret: string) => isTyped(secret) || isGenerated(secret) || isLongMixture(secret);
const isLongMixture = (secret: string) =>
  /^\w{16,}$/.test(secret) && /\d[A-Za-z]/.test(secret) && /[a-z]/.test(secret) && /[A-Z]/.test(secret);

const ignoringCase = 'dgi';

/** Secrets that are known by the name before them. */
export const secretAssignments: readonly SecretPattern[] = [
  // NAME_KEY=value, as in an .env file, a shell or a Dockerfile
  row('assignment', nearNames, {
    source: `${constantName}=["']?(?<secret>[^\\s"'\`#;&|<>()[\\]{},]{6,500})`,
    isLikely: isPassword,
  }),
  row('assignment', ['env ', 'setx '], {
    source: `\\b(?:ENV|[Ss][Ee][Tt][Xx])\\s{1,3}[A-Z0-9_]{0,60}${constantName}\\s{1,3}["']?(?<secret>[^\\s"']{6,500})`,
    isLikely: isHardPassword,
  }),
  // the environment of a container in YAML: name and value in two lines
  row('assignment', ['value:'], {
    source: `${constantName}["']?\\s{0,3}\\n[ \\t]{0,20}value:[ \\t]{0,3}["']?(?<secret>[^\\s"'#]{6,500})`,
    isLikely: isHardPassword,
  }),
  row('assignment', ['--'], {
    source: `(?<![\\w-])--(?=[a-z])[\\w-]{0,40}(?:key|token|secret|credentials?|${passwordNames.join('|')})(?:-[a-z]{1,12})?(?:=|[ \\t]{1,3})["']?(?<secret>[^\\s"'\`]{6,500})`,
    isLikely: isHardPassword,
  }),
  // secretName = 'value', "secret-name": "value", set("secret-name", "value"); a password may be made up by a person
  row('assignment', nearNames, {
    source: `${name}\\w{0,30}${given}(?<secret>[^\\s"'\`]{8,500}?)${quote}`,
    isLikely: isStrong,
    flags: ignoringCase,
  }),
  row('assignment', nearPassword, {
    source: `${aPassword}${given}(?<secret>[^\\s"'\`]{6,200}?)${quote}`,
    isLikely: isHardPassword,
    flags: ignoringCase,
  }),
  row('assignment', ['key'], {
    source: `key${given}(?<secret>[^\\s"'\`]{20,500}?)${quote}`,
    isLikely: isGenerated,
    flags: ignoringCase,
  }),
  // secret_name = value, secret-name: value, <secretName>value, without quotes
  row('assignment', nearNames, {
    source: `${name}[\\w.-]{0,30}${plainlyGiven}(?<secret>[\\w.~+/=!@#$%^*-]{12,500})`,
    isLikely: isKey,
    flags: ignoringCase,
  }),
  row('assignment', nearPassword, {
    source: `${aPassword}${plainlyGiven}(?<secret>[^\\s"'\`;,&<>(){}[\\]\\\\]{6,200})`,
    isLikely: isPlainSecret,
    flags: ignoringCase,
  }),
  row('assignment', ['key'], {
    source: `key[\\w.-]{0,20}${plainlyGiven}(?<secret>[\\w+/=%-]{24,500})`,
    isLikely: isGenerated,
    flags: ignoringCase,
  }),
  // a long hexadecimal or base64 value shortly after a name with key, secret, token or salt in it
  row('key', ['key', 'secret', 'token', 'salt'], {
    source:
      '(?:key|secret|token|salt)[^\\n"\'`]{0,40}["\'`](?<secret>(?:0x)?[0-9a-f]{32,}|[A-Za-z0-9+/_-]{40,}={0,2})["\'`]',
    isLikely: isGenerated,
    flags: ignoringCase,
  }),
];
