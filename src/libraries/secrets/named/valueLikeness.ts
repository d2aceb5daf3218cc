import { Buffer } from 'node:buffer';
import { isGenerated, isStrong, isUuid, looksLikeReference } from './secretLikeness.ts';
import type { SecretName } from './secretNames.ts';

/** What code and messages are made of: no secret, however drawn it looks. */
const code: readonly RegExp[] = [
  /^[a-z_]+(?::[\w,]+)?(?:\|[a-z_]+(?::[\w,]+)?)+$/, // required|min:8
  /^\^|^\(\?|\\{1,2}[dwsDWS][-+*.{?\])\\]|\(\?[:<=!]|\[[^\]]{0,20}[a-z]-[a-z][^\]]{0,20}\]/i, // a regular expression
  /^\(?(?:[A-Za-z[\]]{1,6}\|){2,}[A-Za-z[\])]{0,6}\|?$/, // V|[BW]|C)
  /^[\w.$]{1,100}\([^!@#%^&*]*\)$/, // a call
  /^0x[0-9a-fA-F]{40}$/, // the address of an account or a contract: everybody may know it
  /^(?:\\x(?:[46][1-9a-f]|[57][0-9a]|20))+$/i, // letters, as bytes
  /^\/(?=.*[\\^$*?()[\]|]).*\/[a-z]{0,4}$/, // a regular expression in code
  /^HK(?:EY_[A-Z_]+|LM|CU|CR|U|CC):?(?:\\{1,2}[\w .()-]+)+\\{0,2}$/, // a key of the Windows registry
  /\{\d\}|[、。，：“”]|\p{Script=Han}{6}/u, // a message
  /(?:\|[A-Za-z[\]]{1,6}){3}/, // alternatives
];

/** Texts of a program that stand where a password could: no secrets, although signs and digits are in them. */
const texts: readonly RegExp[] = [
  /^(?:\.{0,2}\/)?@?(?:[\w.-]+\/)+[\w.*-]*$/, // a path
  /^[^\p{L}\d]+$/u, // ***, %s, ???
  /^[\d.,:_ x/-]+$/, // numbers, dates, versions
  /^(?:https?|ftp|file|data|urn|mailto|vault|ssm|arn|secretsmanager|op|ref|keyvault|akv|aws|gcp|sops|env|kms):/i,
  /^[#.]?[a-z][\w-]*(?:[.#][\w-]+)*\[[a-z-]+[~|^$*]?=/i, // input[type=password]
  /^[#.][a-z][a-z-]*\d{0,2}$/i, // #password
  /^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i, // colours
  /^[:@?$&*][a-z_]\w*$/i, // :password, @password
  /^%\(?\w*\)?[sd]$|^\{\d*\}$|^%\w+%$|^\\?\$\w+$/,
  /^[\w.+-]+@[\w-]+\.[\w.]+$/, // me@example.com
  /\.(?:pem|key|crt|cer|p12|pfx|jks|json|txt|ya?ml|[cm]?[jt]sx?|py|rb|go|java|cs|php|html?|css|png|svg|env|cfg|conf|ini|toml|xml|md|sh|lock|pub)$/i,
  /^(?:sha|aes|md|rsa|hs|rs|es|ps|pbkdf|argon|utf|base|oauth|ed|curve|p|x|bcrypt|scrypt|ecdsa|hmac|totp|saml|http|v)[-_]?\d{1,5}(?:le|be)?(?:[-_][a-z\d]{1,8}){0,3}$/i,
  /^[<&][a-z/!]/i,
  /^[+-][a-z\d]+(?:-[a-z\d]+)*$/, // +an-option
  /^[A-Za-z]+[?!.:…*]{1,3}$/, // Password?
  /^[+-]?\d+(?:px|em|rem|ms|s|%|kb|mb|d|h|m)$/i,
];
const noun = /pass|secret|token|key|credential|auth|login|account|user/i;
const algorithm = /SHA-?(?:1|224|256|384|512)(?!\d)|TripleDES|-CBC|-GCM|\bRSA|HMAC|MD5With|PBKDF2|WithHmac/i;
const nameLike = /^[\w.:#/[\]$@-]+$/;

/** Whether this is a text, a path, a name or a format, and not a password. */
const looksLikeText = (value: string): boolean =>
  looksLikeReference(value) ||
  code.some(piece => piece.test(value)) ||
  texts.some(text => text.test(value)) ||
  (nameLike.test(value) && (algorithm.test(value) || (noun.test(value) && !isStrongTail(value))));

// Passw0rd!, MyToken2024x: a name with a number of its own is still a name, one with signs and digits is none
const isStrongTail = (value: string): boolean =>
  /(?:19|20)\d\d/.test(value) ||
  /\d[A-Za-z]+\d/.test(value) ||
  (/[@$]/.test(value) && /\d/.test(value)) ||
  isGenerated(value);

// words of the texts that programs show, in the languages that they are most often written in
const plainWords =
  /(?:^|[\s"'(])(?:the|your|is|are|a|an|to|must|enter|please|not|and|or|at|of|for|new|with|in|on|be|can|has|have|do|does|this|that|it|if|no|invalid|wrong|required|forgot|show|hide|reset|change|confirm|set|use|from|by|der|die|das|und|ist|nicht|bitte|ein|eine|mit|zu|el|la|los|tu|su|de|por|es|no|le|les|votre|du|des|et|pas|o|a|os|sua|и|не|ваш|в|по)(?=$|[\s.,:;!?"')])/i;

/** Blanks in it: `abcd efgh ijkl mnop`, `correct horse battery staple`, `My d0g! is 7`; not a sentence. */
function looksLikePhrase(value: string): boolean {
  const words = value.trim().split(/\s+/);
  if (words.length < 2 || words.length > 24 || looksLikeReference(value)) return false;
  if (/[<>{}]|\$\{|%[sd]|=>|\(\)|^[A-Za-z]+:$|\w:\s|https?:/.test(value)) return false;
  const mixed = words.filter(word => /[A-Za-z]/.test(word) && /\d/.test(word) && word.length >= 3);
  const twice = words.filter(word => /[A-Za-z]\d[A-Za-z]/.test(word));
  const signed = words.filter(word => /[A-Za-z\d][!@#$%^&*+=?~]+[A-Za-z\d]/.test(word));
  if (words.every(word => /^[A-Za-z0-9]{4}$/.test(word)) && words.length >= 4)
    return !plainWords.test(value) || mixed.length > 0;
  if (plainWords.test(value)) return mixed.length + signed.length + twice.length >= 2 && words.length <= 6;
  if (mixed.length + signed.length > 0) return true;
  return words.length >= 4 && words.every(word => /^[a-z]{3,10}$/.test(word));
}

/** A password that somebody made up: with a digit or a sign in it, or blanks, and no text of the program. */
export function isChosen(value: string): boolean {
  if (/\s/.test(value)) return looksLikePhrase(value);
  if (looksLikeText(value)) return false;
  if (/[\d!@#$%^&*+?=~§€£;|^°<>(){}[\]"'`\\,]/.test(value)) return /[\p{L}\d]/u.test(value);
  return isGenerated(value) || isChosenInBase64(value);
}

// as Kubernetes keeps passwords
function isChosenInBase64(value: string): boolean {
  if (value.length % 4 !== 0 || !/^[A-Za-z+/]{8,200}$/.test(value)) return false;
  const decoded = Buffer.from(value, 'base64').toString('latin1');
  return /^[\x20-\x7e]+$/.test(decoded) && /\d/.test(decoded) && isChosen(decoded);
}

/** A literal beside a user or another argument: "submit", 'urllib2' and "5432" are no passwords; with a digit between letters, or a sign, it is one. */
export const isLoginPassword = (secret: string): boolean =>
  /[\d!@#$%^&*+?]/.test(secret) && isChosen(secret) && !/^[a-z]+\d{0,2}$/i.test(secret);

/** With letter, digit and sign: what names, paths and calls have not. */
export const isTyped = (value: string): boolean =>
  /\d/.test(value) && /\p{L}/u.test(value) && /[!@#$%^*~?+&=]/.test(value) && !looksLikeText(value);

const isLongMixture = (value: string): boolean =>
  /^\w{16,}$/.test(value) &&
  /\d[A-Za-z]/.test(value) &&
  /[a-z]/.test(value) &&
  /[A-Z]/.test(value) &&
  (value.match(/[a-z]+|[A-Z]+|\d+|_+/g) ?? []).length / value.length > 0.4;

/** Is this one without a name that tells it? */
export const isPlainSecret = (value: string): boolean => isTyped(value) || isGenerated(value);

const longestJudged = 4096;

/** Is this literal, assigned to this name, a secret? */
export function isSecretLiteral({ of }: Pick<SecretName, 'of'>, whole: string): boolean {
  const value = whole.slice(0, longestJudged).trim();
  if (of === 'password') return value.length >= 6 ? isChosen(value) : value.length >= 4 && isTyped(value);
  if (of === 'secret')
    return value.length >= 8 && !/\s/.test(value) && !isPlainText(value) && (isStrong(value) || isTyped(value));
  if (of === 'key')
    return value.length >= 20 && !/\s/.test(value) && !isPlainText(value) && isGenerated(value) && !isUuid(value);
  return value.length >= 32 && /^[\w+/=-]+$/.test(value) && isGenerated(value);
}

const isPlainText = (value: string): boolean =>
  /^(?:https?|ftp|file|urn|arn):/i.test(value) ||
  code.some(piece => piece.test(value)) ||
  (texts.some(text => text.test(value)) && !isGenerated(value));

const codeWords =
  /^(?:None|True|False|null|nil|undefined|true|false|NULL|NaN|this|self|new|await|yield|async|function|void|string|str|int)$/;
const identifier = /^[@$&*!~-]{0,2}[A-Za-z_][\w$]*(?:(?:\.|::|->|\?\.)[A-Za-z_$][\w$]*)*[!?]?$/;

/** A name, a member of something, a number, a call: code, not a value. */
const looksLikeCode = (value: string): boolean =>
  codeWords.test(value) || /^[-+]?\d[\d._]*(?:[a-z]{1,3})?$/i.test(value) || /^\w[\w.:$]*[([]/.test(value);
/** What is computed, whatever it stands in: tokens[i+1], data[0]&0xff, pow(g,a)%p. */
const expressions: readonly RegExp[] = [
  /^[A-Za-z_$][\w$]*(?:\.[\w$]+)*(?:\[[\w$.,+*%:^&|-]*\]?)+(?:[-+*/%&|^.][\w$[\]]*)*$/,
  /^[\w.]{1,60}\([\w., ]{0,60}\)[-+*/%&|^][\w.]{1,60}$/,
];
/** In code: token*31+c. Elsewhere it may be a password. */
const operand = '(?:[a-z_]\\w{0,20}|\\d{1,6}|0x[\\da-f]{1,8})';
const sum = new RegExp(`^[a-z_]\\w{0,20}(?:[-+*/%&|^]${operand}){1,6}$`);
/** In settings, too, when it is made of what such things are called, or of two operations: pw1+salt, a1*b2+c3. */
const spokenSum = new RegExp(`^${operand}(?:[+*/%]${operand}){1,6}$`);
const spokenOperand =
  /(?:^|[+*/%])(?:tok(?:en)?s?|pass(?:word)?|pw|pwd|secret|key|salt|hash|seed|nonce|iv|prefix|suffix|sum|user|name|str)\d{0,2}(?:$|[+*/%])/;
const isSpokenSum = (value: string): boolean =>
  spokenSum.test(value) && (spokenOperand.test(value) || (/[*%]/.test(value) && /[+/]/.test(value)));
/** tok1+"a": a name that is joined to a literal. */
const joinedName = /^[a-z_][\w.]{0,40}\+["'`]/;
const isCall = (value: string): boolean => /^[\w.:$]+\([^!@#%^&*]*$/.test(value);

/** Where a value without quotes stands, by which it is told what else it could be. */
export type BarePlace = 'environment' | 'settings' | 'command' | 'query' | 'code';

/** Is this value without quotes a secret? */
export function isSecretBare({ of }: Pick<SecretName, 'of'>, value: string, place: BarePlace): boolean {
  if (
    value.length < 4 ||
    looksLikeReference(value) ||
    isCall(value) ||
    code.some(piece => piece.test(value)) ||
    expressions.some(expression => expression.test(value)) ||
    (looksLikeCode(value) && !isTyped(value))
  )
    return false;
  if (place !== 'query' && (isSpokenSum(value) || joinedName.test(value))) return false;
  if (of === 'setting') return value.length >= 32 && /^[\w+/=-]+$/.test(value) && isGenerated(value);
  if (of === 'key') return value.length >= 20 && isGenerated(value) && !isUuid(value);
  if (place === 'code' && sum.test(value) && !/[a-z]\d+[a-z]+\d/.test(value)) return false;
  if (place === 'code') return value.length >= 6 && !/^[\w.]+\.\w+$/.test(value) && isPlain(value);
  if (place === 'environment' && !identifierWithDot.test(value)) return value.length >= 6 && !looksLikeText(value);
  if (of === 'password') return value.length >= 5 && isChosen(value) && (place !== 'command' || value.length >= 6);
  return value.length >= 8 && !isPlainText(value) && (isStrong(value) || isTyped(value));
}

const identifierWithDot = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+$/;
const isPlain = (value: string): boolean =>
  isTyped(value) ||
  (isGenerated(value) && !(identifier.test(value) && value.length < 20)) ||
  isLongMixture(value) ||
  isUuid(value);
