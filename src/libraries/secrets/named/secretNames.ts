/** What a name says of the value behind it, and where the name stands. */
export interface SecretName {
  readonly start: number;
  readonly end: number;
  /**
   * `password`: a person may have made it up. `secret`: drawn by a machine. `key`: nothing but the word key, which names
   * much that is no secret. `setting`: a word about a secret (tokenUrl, passwordLabel), so only what is plainly drawn counts.
   */
  readonly of: 'password' | 'secret' | 'key' | 'setting';
  /** Is it written as constants and variables of an environment are: DB_PASSWORD? */
  readonly isConstant: boolean;
}

const passwords =
  'password|passwd|passphrase|passcode|passw(?![a-z])|pwd|passwort|kennwort|contrase(?:ñ|n)a|senha|palavra[_.-]?passe|' +
  'mot[_ .-]?de[_ .-]?passe|motdepasse|mdp(?![a-z])|wachtwoord|has(?:ł|l)o(?![a-z])|l(?:ö|o)senord|salasana|heslo|jelsz(?:ó|o)|' +
  '(?:ş|s)ifre(?![a-z])|adgangskode|passord|пароль|пароля|парол|密码|密碼|口令|パスワード|暗証番号|비밀번호|암호|كلمة[ _]المرور|סיסמה|รหัสผ่าน';
const secrets =
  'secret|token|credential|authorization|api[ _.-]?key|geheimnis|schl(?:ü|ue)ssel|clave|(?:cl(?:é|e)|chave|chiave)(?=[_ -]?(?:api|secret|priv|d[eia]))|' +
  'секрет|токен|ключ|密钥|密鑰|秘钥|令牌|トークン|秘密鍵|シークレット|토큰|비밀키';
const noun = new RegExp(`(?<password>${passwords}|pass|pw)|(?<secret>${secrets})|(?<key>key|salt)`, 'gi');
const nounHere = new RegExp(noun, 'iy');

/** How names of secrets begin in letters of ASCII, in lower case, of three characters at least: every word of `noun` begins so. */
export const nameBeginnings: readonly string[] = [
  ...'pass kennwort contrase senha palavra mot mdp wachtwoord haslo losenord salasana heslo jelszo sifre adgangskode'.split(
    ' ',
  ),
  ...'secret token credential authorization api geheimnis schluessel clave cle chave chiave key salt'.split(' '),
  ...Array.from({ length: 128 }, (_, code) => `pw${String.fromCharCode(code | 0x20)}`),
];
/** Every word of `noun` that is not of ASCII has one of these; the shortest word is told by the sign behind it (`pw：`). */
const otherLetters =
  /[ñłöóşüéÑŁÖÓŞÜÉ\u0400-\u04FF\u0590-\u05FF\u0600-\u06FF\u0E00-\u0E7F\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF]|[pP][wW][^\0-\x7F]/;

/** May a name of a secret stand in this text that none of `nameBeginnings` begins? */
export const isNamedInOtherLetters = (text: string): boolean => otherLetters.test(text);

const keyAdjectives =
  /(?:api|access|private|priv|signing|sign|encryption|encrypt|decryption|master|account|auth|secret|shared|license|licence|service|webhook|hmac|aes|rsa|cipher|crypto|jwt|app|admin|deploy|subscription|storage|ssh|tls|ssl|client|server|consumer|sas|wallet|seed|root|restricted)[_.-]?$/i;
const wordsOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));
// cacheKey, publicKey, primary_key, recv-keys: what things are found by, or what everybody may know
const harmlessKey = wordsOf(
  'public pub publishable cache primary foreign sort partition map object row item group index unique ' +
    'composite lookup event hot shortcut translation i18n query column color theme registry route nav ' +
    'arrow function modifier enter return escape esc tab space delete search state config setting ' +
    'settings option param property prop attribute attr field label message meta node parent child order ' +
    'path topic stream feature flag idempotency dedupe react natural surrogate recv known authorized ' +
    'trusted has is',
);
// the tokens of a parser, of a model, of a list with pages
const harmlessToken = wordsOf(
  'next page continuation cancellation cancel eos bos pad unk sep cls mask syntax lex parse punctuation ' +
    'stop special max min num total prompt completion has is show hide no',
);
const harmlessPassword = wordsOf('is has no show hide toggle forgot reset');
const settingAfter =
  /^[_.-]?(?:types?|urls?|uris?|endpoints?|hosts?|names?|paths?|files?|filename|dirs?|folder|ids?|length|len|size|counts?|limits?|max|min|fields?|labels?|placeholders?|hints?|help|titles?|texts?|messages?|msg|errors?|err|alphabet|charset|chars?|characters?|regexp?|patterns?|formats?|expiry|expires|expiration|expire|ttl|timeout|lifetime|age|headers?|prefix|suffix|separator|polic(?:y|ies)|providers?|managers?|services?|store|storage|factory|kinds?|usage|algorithm|alg|methods?|mode|version|schema|validators?|validation|rules?|required|enabled|visible|visibility|strength|reset|pages?|views?|forms?|inputs?|buttons?|links?|icons?|class|components?|selectors?|events?|codes?|handlers?|callbacks?|listeners?|frames?|words?|ring|chain|boards?|pairs?|refs?|references?|locations?|sources?|aliases|alias|attributes?|props?|properties|index|position|description|changed|updated|down|up|press|pressed|bindings?|maps?|spaces?|izer|ize|ized|isation|ization|stream|budget|usage|window|cost|price|port|arn|manager)/i;
// Authorize, tokens of a parser, compass, monkey: the letters of the word and nothing of its meaning
const isInWord = (text: string, { index, noun: word, end }: { index: number; noun: string; end: number }): boolean => {
  const before = text.charAt(index - 1);
  const after = text.charAt(end);
  const short = /^(?:pass|pw|key|salt|pwd|clave|ключ)$/i.test(word);
  if (!short) return false;
  const isSmall = /^\p{Ll}/u.test(word);
  const sameCase = (other: string) => (isSmall ? /\p{Ll}/u : /\p{Lu}/u).test(other);
  const beginsInside =
    /\p{L}/u.test(before) && sameCase(before) && !keyAdjectives.test(text.slice(Math.max(0, index - 20), index));
  const isPlural = /^s(?![a-z])/i.test(text.slice(end, end + 2));
  const endsInside = /\p{L}/u.test(after) && !isPlural && (/\p{Ll}/u.test(after) || !/\p{Ll}/u.test(word.slice(-1)));
  return beginsInside || endsInside;
};

const longest = 80;
const isNameCharacter = (code: number): boolean =>
  (code >= 48 && code <= 57) ||
  (code >= 65 && code <= 90) ||
  (code >= 97 && code <= 122) ||
  code === 95 ||
  code === 45 ||
  code === 46 ||
  (code >= 0xc0 && code < 0x2000) ||
  (code >= 0x3040 && code < 0xe000);

/**
 * Every name in a text that may say that a secret follows. Looks at most 80 characters to each side of the word itself.
 * `starts`: where such words may begin, in order, if that is known.
 */
export function* secretNamesIn(text: string, starts?: readonly number[]): Generator<SecretName> {
  let upTo = 0;
  for (const match of starts ? nounsAt(text, starts) : text.matchAll(noun)) {
    const { index, 0: word } = match;
    if (index < upTo) continue;
    const end = index + word.length;
    if (isInWord(text, { index, noun: word, end })) continue;
    const [from, to] = bounds(text, index, end);
    const following = laterNoun(text.slice(end, to));
    if (following) continue; // secret_key, token_secret: the last word tells
    upTo = to;
    const name = text.slice(from, to);
    const of = meaning(match.groups ?? {}, text.slice(from, index), text.slice(end, to));
    if (of === undefined) continue;
    yield { start: from, end: to, of, isConstant: /^[A-Z][A-Z0-9_]*$/.test(name.slice(name.lastIndexOf('.') + 1)) };
  }
}

function* nounsAt(text: string, starts: readonly number[]): Generator<RegExpExecArray> {
  let upTo = 0;
  for (const start of starts) {
    if (start < upTo) continue;
    nounHere.lastIndex = start;
    const match = nounHere.exec(text);
    if (match === null) continue;
    upTo = start + match[0].length;
    yield match;
  }
}

const laterNoun = (after: string): boolean =>
  /^[_.-]?[A-Za-z0-9]{0,20}?[_.-]?(?:[Kk]ey|KEY|[Ss]ecret|SECRET|[Tt]oken|TOKEN|[Pp]assword|PASSWORD|[Cc]redential)s?(?![a-z])/.test(
    after,
  ) && !isSetting(after);

/** Does the word that follows make it the name of something about a secret: tokenUrl, PASSWORD_LABEL? */
function isSetting(after: string): boolean {
  const [word = ''] = settingAfter.exec(after) ?? [];
  return word !== '' && !/[a-z]/.test(after.charAt(word.length));
}

function bounds(text: string, index: number, wordEnd: number): readonly [number, number] {
  let from = index;
  let to = wordEnd;
  while (from > 0 && index - from < longest && isNameCharacter(text.charCodeAt(from - 1))) from -= 1;
  while (to < text.length && to - wordEnd < longest && isNameCharacter(text.charCodeAt(to))) to += 1;
  while (to > wordEnd && /[.-]/.test(text.charAt(to - 1))) to -= 1;
  return [from, to];
}

function meaning(
  groups: Readonly<Record<string, string | undefined>>,
  before: string,
  after: string,
): SecretName['of'] | undefined {
  const tail = after.replace(/^s(?![a-z])/i, '');
  if (isSetting(tail) || /^[a-z]/.test(tail)) return 'setting';
  if (/^_(?:for|through|by|on|to|of|in|rate|with|from|over)(?![a-z])/i.test(tail)) return 'setting';
  if (groups['password'] !== undefined) return harmlessPassword.has(lastWord(before)) ? undefined : 'password';
  if (groups['key'] === undefined) return harmlessToken.has(lastWord(before)) ? undefined : 'secret';
  if (harmlessKey.has(lastWord(before))) return undefined;
  return keyAdjectives.test(before) ? 'secret' : 'key';
}

const lastWord = (before: string): string =>
  (/[A-Z]?[a-z\d]+$|[A-Z\d]+$/.exec(before.replace(/[_.-]+$/, ''))?.[0] ?? '').toLowerCase();
