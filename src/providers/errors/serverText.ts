/** What a provider's own words are cut to. */
const maxLength = 200;

/** Terminal escape sequences: colours, cursor moves, links. */
const escapes = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\-_])/g;
/** Everything that is not seen, or changes how its neighbours are seen: controls, bidi, zero width, tags, fillers. */
const unseen =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\ufe00-\ufe0f\u{e0100}-\u{e01ef}\u3164\uffa0\u115f\u1160\u2800]+/gu;
/** Words that begin as keys do, cut and starred ones included: 'sk-proj-ab***yz', 'Bearer …'. */
const keyLike = /\b(?:(?:sk|pk|rk|xai|gsk|hf|key|gh[pousr]|glpat)[-_]|AIza|eyJ|Bearer\s+)[\w*•…./+=-]{6,}/gi;
/** Long unbroken runs, of which those with a digit are tokens, hashes or base64; model names have hyphens. */
const run = /[A-Za-z0-9]{20,}/g;
/** Words of keys' characters, of which those with a part that a machine drew are keys, webhooks or signed addresses. */
const word = /[\w.~+/=:%$@-]{18,}/g;
const html = /<\s*(?:!doctype|html|head|body|script|title|style|meta)\b/i;

/**
 * A provider's message as it may be shown and logged: one line of at most 200 characters, without controls, escapes or
 * bidi, without the key used or anything that looks like one. Undefined when nothing is left, or when it is a web page.
 */
export function serverText(message: string, key?: string): string | undefined {
  if (html.test(message)) return undefined;
  const known = key ? message.replaceAll(key, '[key]') : message;
  const line = known
    .replace(escapes, '')
    .replace(unseen, ' ')
    .replace(keyLike, '[key]')
    .replace(word, one => (one.split(/[^A-Za-z0-9]/).some(isDrawn) ? '[key]' : one))
    .replace(run, one => (/\d/.test(one) ? '[key]' : one))
    .replace(/\s+/g, ' ')
    .trim();
  return line === '' ? undefined : line.length <= maxLength ? line : `${line.slice(0, maxLength - 1)}…`;
}

/** May a name that the server gives be shown as it is: a line of at most 200 seen characters, that does not hold the key? */
export function isName(name: string, key: string | undefined): boolean {
  const isSeen = name !== '' && name.length <= maxLength && name.search(unseen) < 0 && name.trim() === name;
  return isSeen && !html.test(name) && (key === undefined || !name.includes(key));
}

// names of models have no part that is as long and as mixed
const isDrawn = (part: string): boolean =>
  part.length >= 10 && /\d/.test(part) && ((/[a-z]/.test(part) && /[A-Z]/.test(part)) || /^[0-9a-f]{16,}$/.test(part));

/** An id from a header or body, as it may be shown: at most 128 visible ASCII characters, else undefined. */
export function serverId(id: string | null | undefined): string | undefined {
  return id && /^[\x21-\x7e]{1,128}$/.test(id) ? id : undefined;
}
