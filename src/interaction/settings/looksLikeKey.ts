/** How keys of providers begin, and what is written before a key in a header. */
const beginnings =
  /(?:^|[\s/?&=:])(?:bearer\s|basic\s|(?:sk|pk|rk|gsk|xai|hf|ghp|gho|ghs|glpat|pplx|nvapi|tgp|r8|fw|csk)[-_][\w-]{8}|AIza[\w-]{20}|AKIA[A-Z0-9]{12}|eyJ[\w-]{16})/i;
/** Who logs in at an address. */
const login = /:\/\/[^\s/:@]{0,200}:[^\s/@]{0,200}@/;
const longRun = /[A-Za-z0-9]{28,}/g;

/**
 * Is this text a key, in a setting where none belongs? What is taken for a name or a model there stands in the log and in
 * messages. Names of models have words and dates in them, and no long runs of letters and digits.
 */
export const looksLikeKey = (text: string): boolean =>
  beginnings.test(text) ||
  login.test(text) ||
  [...text.matchAll(longRun)].some(([run]) => /\d/.test(run) && /[A-Za-z]/.test(run));
