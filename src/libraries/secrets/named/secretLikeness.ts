const fillers = [
  /^(?:(?:my|the|your|some|test|fake|dummy|example|sample|default|new|old|current|user)?[-_. ]?(?:api[-_]?|db[-_]?|access[-_]?|auth[-_]?|client[-_]?)?(?:secret|password|passwd|pass|passwort|token|key|credentials?)s?)$/i,
  /^(?:postgres|root|admin|user(?:name)?|guest|change[-_]?me|placeholder|example|\[?redacted\]?|\[[a-z_ -]+\]|hidden|masked|required|optional|none|null|nil|undefined|true|false|string|value|todo|on|off|yes|no|text|number|boolean|object|bearer|basic|hunter)$/i,
  /^(?:(.)\1*|\d{1,9}|abc123|12345678)$/,
  /^(?:[$<{]|%(?![0-9A-F]{2}))|\$\{|\{\{|#\{|\byour[-_ ]|[-_]here$|example$|^\(\(|^\[\[|^@@/i,
  /^(?:process|os|env|config|settings|secrets|vars?|self|this|import\.meta|data|local|module|each|options|props|params|request|req|ctx|args|state)\.[A-Za-z_]/,
  /^[\^~<>=v]{0,3}\d{1,4}\.\d{1,4}\.\d/,
  /^\/(?:var|etc|run|home|usr|opt|tmp|proc)\//,
  /^SECRET_\d+_x[a-z0-9]{7}$/, // what stands for one already
];

/** Does this stand for a secret instead of being one: `${PASSWORD}`, `<token>`, `changeme`, `process.env.KEY`? */
export const looksLikeReference = (text: string): boolean => fillers.some(filler => filler.test(text));

/** Letters and digits together that are no name, path or address; or a run that a machine drew. */
export const looksStrong = (text: string): boolean =>
  (/\d/.test(text) && /[a-z]/i.test(text) && !isName(text)) || looksGenerated(text);

/** Does a part of it, at least 12 characters long, change between small, capital and digit as often as random text does? */
export const looksGenerated = (text: string): boolean =>
  partsOf(text).some(looksDrawn) || looksLikeBase64(text) || isDigest(text);

// as long as keys and digests are: of so many characters some change seldom
const isDigest = (text: string): boolean =>
  /^(?:(?:0x)?[0-9a-f]{64}|[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{48}|[0-9a-f]{128})$/i.test(text) &&
  (text.match(/\d/g) ?? []).length >= 4 &&
  (text.match(/\D/g) ?? []).length >= 4;

// its slashes and dashes may cut a run that a machine drew into parts that are too short to tell
function looksLikeBase64(text: string): boolean {
  if (!/^[\w+/%-]{32,}={0,2}$/.test(text) || !/[a-z]/.test(text) || !/[A-Z]/.test(text) || !/\d/.test(text))
    return false;
  const groups = text.match(/[a-z]+|[A-Z]+|\d+/g) ?? [];
  return groups.length / text.length > 0.45;
}

function looksDrawn(part: string): boolean {
  const groups = part.match(/[a-z]+|[A-Z]+|\d+|[^a-zA-Z\d]+/g) ?? [];
  const digitGroups = groups.filter(group => /\d/.test(group)).length;
  const changing = (groups.length - 1) / part.length;
  return part.length >= 12 && (changing > (digitGroups > 0 ? 0.45 : 0.5) || (digitGroups >= 2 && changing >= 0.2));
}

// words joined by dots, dashes, slashes or capitals, each with a short number before or after it: v1/oauth2, token-type:x509
const isName = (text: string): boolean => partsOf(text).every(part => /^\d{0,3}[A-Za-z]*\d{0,4}$/.test(part));

const partsOf = (text: string): string[] => text.split(/[-_./:@]/);

/** `550e8400-e29b-41d4-a716-446655440000`: what keys of some issuers are, and what everything else is named by, too. */
export const isUuid = (text: string): boolean => /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text);

/** A run that a machine drew, or something that nobody calls a name. */
export const isStrong = (text: string): boolean => (looksStrong(text) && !looksLikeReference(text)) || isUuid(text);

/** A run that a machine drew. */
export const isGenerated = (text: string): boolean => looksGenerated(text) && !looksLikeReference(text);

/** No stand-in: what is a password wherever nothing else can stand. */
export const isPassword = (text: string): boolean => !looksLikeReference(text);

/** A digit or a sign that people put into passwords. */
export const isHardPassword = (text: string): boolean => /[\d!@#$%^&*+?]/.test(text) && isPassword(text);
