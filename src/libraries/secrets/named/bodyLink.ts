import type { SecretName } from './secretNames.ts';

// with the mark of a comment or of a change before the next line
const space = `\\s{0,60}(?:(?:\\/\\/|[#*+>-])\\s{1,40})?`;
const quoteAhead = `(?=[rbuf@$]?(?:"|'|\`))`;
const returned = `(?:return\\b[ \\t]{0,3}\\(?[ \\t]{0,3})?`;
const body = `(?:\\{|:(?=\\s)|=>?)${space}${returned}`;
const typeName = `[\\w.<>?[\\]*&' |]{1,40}`;

/** What gives back a literal, and what stands between its name and that, in most languages. */
const bodies: readonly RegExp[] = [
  // getPassword(): string { return "…"; }   def password(self) -> str: return '…'   fun token() = "…"
  new RegExp(
    `[ \\t]{0,3}\\([^()\\n"'\`]{0,80}\\)[ \\t]{0,3}(?:(?::|->)?[ \\t]{0,3}${typeName})?(?:throws[ \\t][\\w, ]{1,60})?\\s{0,20}${body}${quoteAhead}`,
    'y',
  ),
  // const getToken = () => '…'   token = lambda: '…'   val token: () -> String = { "…" }
  new RegExp(
    `[ \\t]{0,3}[=:][ \\t]{0,3}(?:async[ \\t])?(?:\\([^()\\n"'\`]{0,60}\\)(?:[ \\t]{0,3}:[ \\t]{0,3}${typeName})?[ \\t]{0,3}=>|\\w{1,20}[ \\t]{0,3}=>|lambda[^:\\n"']{0,30}:|->)\\s{0,20}(?:[{(]${space})?${returned}${quoteAhead}`,
    'y',
  ),
  // var token: String { "…" }   val token by lazy { "…" }   string Token { get { return "…"; } }
  new RegExp(
    `(?:[ \\t]{0,3}:[ \\t]{0,3}${typeName})?[ \\t]{0,3}(?:by[ \\t]lazy[ \\t]{0,3})?\\{${space}(?:get\\b\\s{0,10}(?:\\{|=>)?${space})?${returned}${quoteAhead}`,
    'y',
  ),
  // string Token { get; set; } = "…"
  new RegExp(
    `[ \\t]{0,3}\\{[ \\t]{0,3}(?:\\w{1,10}[ \\t])?get;[^{}\\n]{0,40}\\}[ \\t]{0,3}=[ \\t]{0,3}${quoteAhead}`,
    'y',
  ),
  // password | default('…')
  new RegExp(`\\s{0,3}\\|\\s{0,3}(?:default|d)\\(\\s{0,3}${quoteAhead}`, 'y'),
];
const rubyBody = new RegExp(`(?:\\(\\))?\\r?\\n${space}${quoteAhead}`, 'y');
const placeholderDefault = /:[-=?+]?(?=[^\s}"'`$:])/y;

/** Where the literal begins that something of this name gives back, or that stands for it when it is not set. */
export function bodyAfter(text: string, { start, end }: SecretName): number | undefined {
  const isMethod = /\bdef\s{1,3}(?:self\.)?$/.test(text.slice(Math.max(0, start - 12), start));
  for (const expression of isMethod ? [rubyBody, ...bodies] : bodies) {
    expression.lastIndex = end;
    if (expression.test(text)) return expression.lastIndex;
  }
  return undefined;
}

/** The value for when a variable is not set: ${db.password:…} of Spring, ${DB_PASSWORD:-…} of a shell. Without its bracket. */
export function placeholderValue(
  text: string,
  { start, end }: SecretName,
): { readonly start: number; readonly end: number } | undefined {
  if (!/\$\{[\w.-]{0,80}$/.test(text.slice(Math.max(0, start - 82), start)) && text.slice(start - 2, start) !== '${')
    return undefined;
  placeholderDefault.lastIndex = end;
  if (!placeholderDefault.test(text)) return undefined;
  const from = placeholderDefault.lastIndex;
  const length = /[}\n]/.exec(text.slice(from, from + 400))?.index;
  return length === undefined || text.charAt(from + length) !== '}' ? undefined : { start: from, end: from + length };
}
