import { looksGenerated, looksLikeReference, looksStrong } from './secretLikeness.ts';
import { afterEdge, afterRun } from './secretTokens.ts';

/** A secret that is known by its shape or by what stands around it. */
export interface SecretPattern {
  readonly kind: string;
  /** Lower case. Only where one of these stands can the pattern match: a cheap look before the dear one. */
  readonly near: readonly string[];
  /**
   * With flags `d` and `g`. The group `secret` is what must be masked. It must be linear: no unbounded repetition that
   * could begin anywhere and end in failure (test/libraries/secrets.test.ts feeds each with long hostile text).
   */
  readonly pattern: RegExp;
  /** Is this match a secret, or a word, a placeholder, a reference to one? Default: always. */
  readonly isLikely?: (secret: string) => boolean;
}

const passwordNames = ['password', 'passwd', 'pwd', 'passphrase'];
const secretNames = [...passwordNames, 'secret', 'token', 'credential', 'authorization'];
const keyNames = ['api', 'access', 'private', 'signing', 'encryption', 'master', 'account', 'auth', 'secret', 'shared'];
const nearNames = [...secretNames, 'key'];
const name = `(?:${secretNames.join('|')}|(?:${keyNames.join('|')})[_.-]?key)`;
const constantName =
  '(?:[A-Z][A-Z0-9_]*_)?(?:API_?KEY|KEY|TOKEN|SECRET|PASSWORD|PASSWD|PASS|PASSPHRASE|CREDENTIALS?)|[A-Z][A-Z0-9_]*_PWD';
// between a name and its value: a closing quote, a type, an equals sign or the like, the b of b'…', a quote
const given = `["'\`\\]]{0,2}(?:\\s{0,3}:\\s{0,3}[A-Za-z<>|[\\] ]{1,30})?\\s{0,3}(?::|=>|:=|=|,|\\()\\s{0,3}[A-Za-z]?["'\`]`;
const armoured = '[A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----';

const isStrong = (secret: string) => looksStrong(secret) && !looksLikeReference(secret);
const isGenerated = (secret: string) => looksGenerated(secret) && !looksLikeReference(secret);
const isPassword = (secret: string) => !looksLikeReference(secret);
const isHardPassword = (secret: string) => /[\d!@#$%^&*+?]/.test(secret) && !looksLikeReference(secret);
const holdsKey = (body: string) => /[A-Za-z0-9+/]{40}/.test(body);

const row = (
  kind: string,
  near: readonly string[],
  source: string,
  isLikely: (secret: string) => boolean,
  flags = 'dg',
) => ({
  kind,
  near,
  pattern: new RegExp(source, flags),
  isLikely,
});
const shape = (kind: string, near: readonly string[], secret: string, isLikely = (_: string) => true) =>
  row(kind, near, `${afterEdge}(?<secret>${secret})`, isLikely);
const ignoringCase = 'dgi';

/** Secrets that the table of tokens cannot tell: several parts, or a name before a value without a mark of its own. */
export const secretPatterns: readonly SecretPattern[] = [
  // Keys in armour. The body ends at the next two dashes, so that an encrypted key's headers belong to it. Then the same
  // cut off at its end, and cut off at its beginning, looking back from the end.
  row(
    'private-key',
    ['private key'],
    `(?<secret>-----BEGIN ${armoured}(?:[^-]|-(?!-))*-----END ${armoured})`,
    holdsKey,
  ),
  row('private-key', ['private key'], `(?<secret>-----BEGIN ${armoured}[\\w\\s+/=\\\\"',:]+)`, holdsKey),
  row(
    'private-key',
    ['private key'],
    `(?<=(?<secret>(?:^[\\w+/=]{1,76}\\r?\\n)+))-----END ${armoured}`,
    holdsKey,
    'dgm',
  ),
  // shapes
  row('jwt', ['eyj'], `${afterRun}(?<secret>eyJ[\\w-]{8,}\\.[\\w-]*\\.[\\w-]+(?:\\.[\\w-]+){0,2})`, () => true),
  shape('openai', ['sk-'], 'sk-[A-Za-z0-9]{20,}', looksStrong),
  shape('sendgrid', ['sg.'], 'SG\\.[\\w-]{16,32}\\.[\\w-]{16,64}'),
  shape('mailgun', ['key-'], 'key-[0-9a-f]{32}(?!\\w)'),
  shape('mailchimp', ['-us1', '-us2', '-us3', '-us4', '-us5', '-us6', '-us7'], '[0-9a-f]{32}-us\\d{1,2}(?!\\w)'),
  shape('twilio', ['sk'], 'SK[0-9a-f]{32}(?!\\w)'),
  shape('telegram', [':aa'], '\\d{8,10}:AA[\\w-]{32,34}(?![\\w-])'),
  shape('discord', ['.'], '[MNO][\\w-]{23,27}\\.[\\w-]{6}\\.[\\w-]{27,40}(?![\\w-])', looksGenerated),
  shape('terraform', ['.atlasv1.'], '[A-Za-z0-9]{14}\\.atlasv1\\.[\\w=-]{60,}'),
  shape('airtable', ['pat'], 'pat[A-Za-z0-9]{14}\\.[0-9a-f]{64}'),
  shape('cargo', ['cio'], 'cio[A-Za-z0-9]{32}(?!\\w)', looksStrong),
  shape('azure', ['q~'], '[\\w.~-]{3}[78]Q~[\\w.~-]{31,34}(?![\\w.~-])', looksStrong),
  row('azure', ['key='], '(?:Account|Shared|SharedAccess)Key=(?<secret>[A-Za-z0-9+/]{40,}={0,2})', looksStrong),
  row('azure', ['sig='], '[?&;]sig=(?<secret>[\\w%+/=-]{30,})', looksStrong),
  row('aws', ['x-amz-'], 'X-Amz-(?:Signature|Security-Token)=(?<secret>[\\w%+/=-]{30,})', looksStrong, ignoringCase),
  // headers and addresses
  row('bearer', ['bearer'], '\\bbearer[\\s:]{1,5}(?<secret>[\\w.~+/=-]{16,})', isStrong, ignoringCase),
  row('basic', ['basic'], '\\bbasic\\s{1,5}(?<secret>[A-Za-z0-9+/]{12,}={0,2})', isGenerated, ignoringCase),
  row('login', ['login'], '\\blogin\\s+\\S{1,100}\\s+password\\s+(?<secret>\\S{4,200})', isPassword),
  row('address', ['://'], ':\\/\\/[^\\s:/?#@"\'`<>]{0,100}:(?<secret>[^\\s/@"\'`<>]{3,200})@(?=[\\w[])', isPassword),
  row('address', ['password=', 'pwd='], ';\\s?(?:Password|Pwd)=(?<secret>[^;"\'\\s]{4,200})', isPassword, ignoringCase),
  row('address', ['x-oauth-basic'], ':\\/\\/(?<secret>[\\w-]{16,100}):x-oauth-basic@', isPassword),
  row(
    'npm',
    ['_auth', '_password'],
    ':_(?:authToken|auth|password)[ \\t]*=[ \\t]*(?<secret>[^\\s$"\']{8,200})',
    isPassword,
  ),
  // NAME_KEY=value, as in an .env file, a shell or a Dockerfile
  row(
    'assignment',
    nearNames.concat('pass'),
    `(?<![A-Za-z0-9_])(?:${constantName})=["']?(?<secret>[^\\s"'\`#;&|<>()[\\]{},]{6,500})`,
    isPassword,
  ),
  // secretName = 'value', "secret-name": "value", set("secret-name", "value"); a password may be made up by a person
  row('assignment', nearNames, `${name}\\w{0,30}${given}(?<secret>[^\\s"'\`]{8,500})["'\`]`, isStrong, ignoringCase),
  row(
    'assignment',
    passwordNames,
    `(?:${passwordNames.join('|')})${given}(?<secret>[^\\s"'\`]{6,200})["'\`]`,
    isHardPassword,
    ignoringCase,
  ),
  // secret_name = value, secret-name: value, without quotes
  row(
    'assignment',
    nearNames,
    `${name}[\\w.-]{0,30}["']?[ \\t]{0,3}[:=][ \\t]{0,3}(?<secret>[\\w.~+/=!@#$%^*-]{12,500})`,
    isGenerated,
    ignoringCase,
  ),
  // a long hexadecimal or base64 value shortly after a name with key, secret, token or salt in it
  row(
    'key',
    ['key', 'secret', 'token', 'salt'],
    '(?:key|secret|token|salt)[^\\n"\'`]{0,40}["\'`](?<secret>(?:0x)?[0-9a-f]{32,}|[A-Za-z0-9+/_-]{40,}={0,2})["\'`]',
    isGenerated,
    ignoringCase,
  ),
];
