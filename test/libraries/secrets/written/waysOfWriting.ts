// Over 200 lines: the table of the ways in which a name and its value are written.

/** A name as its words, and the value that it is given. */
export interface Assignment {
  readonly words: readonly string[];
  readonly value: string;
}

/** One way of writing: undefined where people would not write this value so. */
export type Way = (assignment: Assignment) => string | undefined;

const constant = (words: readonly string[]): string => words.join('_').toUpperCase();
const snake = (words: readonly string[]): string => words.join('_');
const kebab = (words: readonly string[]): string => words.join('-');
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const pascal = (words: readonly string[]): string => words.map(capital).join('');
const camel = (words: readonly string[]): string => words.map((word, at) => (at === 0 ? word : capital(word))).join('');

const doubled = (value: string): string => value.replace(/[\\"]/g, '\\$&');
const singled = (value: string): string => value.replace(/[\\']/g, '\\$&');
const inShell = (value: string): string => value.replace(/[\\"$`]/g, '\\$&');
const inMarkup = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const isPlain = (value: string): boolean => /^[\w.~+/=@!%^*:-]+$/.test(value);
/** Without quotes a blank, a quote or a bracket would end it or begin something else. */
const bare = (value: string, write: (value: string) => string): string | undefined =>
  isPlain(value) ? write(value) : undefined;
const inSettings = (value: string, write: (value: string) => string): string | undefined =>
  /^["'|>{[&*!%@`#-]|["'`\\]|\s|[,;]$|: | #/.test(value) ? undefined : write(value);
const half = (value: string): readonly [string, string] => {
  const at = Math.max(1, Math.floor(value.length / 3));
  return [value.slice(0, at), value.slice(at)];
};

/** Marks that stand around the secret wherever it is written, so that its place is known: see namedSecrets. */
export const waysOfWriting: Readonly<Record<string, (mark: (secret: string) => string) => Way>> = {
  'TypeScript, const':
    mark =>
    ({ words, value }) =>
      `const ${camel(words)} = "${mark(doubled(value))}";`,
  'TypeScript, single quotes':
    mark =>
    ({ words, value }) =>
      `let ${camel(words)} = '${mark(singled(value))}';`,
  'TypeScript, typed field':
    mark =>
    ({ words, value }) =>
      `  private readonly ${camel(words)}: string = "${mark(doubled(value))}";`,
  'TypeScript, template':
    mark =>
    ({ words, value }) =>
      /[`\\$]/.test(value) ? undefined : `const ${camel(words)} = \`${mark(value)}\`;`,
  'object literal':
    mark =>
    ({ words, value }) =>
      `connect({ host: 'db', ${camel(words)}: '${mark(singled(value))}', port: 5432 })`,
  'object literal, last':
    mark =>
    ({ words, value }) =>
      `const options = {\n  user: 'app',\n  ${camel(words)}: '${mark(singled(value))}'\n};`,
  'environment with fallback':
    mark =>
    ({ words, value }) =>
      `const x = process.env.${constant(words)} || '${mark(singled(value))}';`,
  'environment with fallback, Python':
    mark =>
    ({ words, value }) =>
      `x = os.environ.get("${constant(words)}", "${mark(doubled(value))}")`,
  comparison:
    mark =>
    ({ words, value }) =>
      `if (${camel(words)} === '${mark(singled(value))}') allow();`,
  'call of a setter':
    mark =>
    ({ words, value }) =>
      `builder.set${pascal(words)}("${mark(doubled(value))}");`,
  'call with name and value':
    mark =>
    ({ words, value }) =>
      `headers.set("${snake(words)}", "${mark(doubled(value))}");`,
  'joined with plus':
    mark =>
    ({ words, value }) => {
      const [first, second] = half(value);
      return `const ${camel(words)} = "${mark(doubled(first))}" + "${mark(doubled(second))}";`;
    },
  'joined over two lines':
    mark =>
    ({ words, value }) => {
      const [first, second] = half(value);
      return `${snake(words)} = ("${mark(doubled(first))}"\n    "${mark(doubled(second))}")`;
    },
  'joined with a dot':
    mark =>
    ({ words, value }) => {
      const [first, second] = half(value);
      return `$${snake(words)} = '${mark(singled(first))}' . '${mark(singled(second))}';`;
    },
  'joined from a list':
    mark =>
    ({ words, value }) => {
      const [first, second] = half(value);
      return `const ${camel(words)} = ["${mark(doubled(first))}", "${mark(doubled(second))}"].join("");`;
    },
  'Python, keyword argument':
    mark =>
    ({ words, value }) =>
      `client = Client(url, ${snake(words)}="${mark(doubled(value))}", timeout=5)`,
  'Python, dictionary':
    mark =>
    ({ words, value }) =>
      `config = {'${snake(words)}': '${mark(singled(value))}', 'retries': 3}`,
  'Python, subscript':
    mark =>
    ({ words, value }) =>
      `app.config["${constant(words)}"] = "${mark(doubled(value))}"`,
  'Python, bytes':
    mark =>
    ({ words, value }) =>
      `${snake(words)} = b"${mark(doubled(value))}"`,
  'Go, short':
    mark =>
    ({ words, value }) =>
      `	${camel(words)} := "${mark(doubled(value))}"`,
  'Go, struct':
    mark =>
    ({ words, value }) =>
      `cfg := Config{Host: "db", ${pascal(words)}: "${mark(doubled(value))}"}`,
  'Java, constant':
    mark =>
    ({ words, value }) =>
      `private static final String ${constant(words)} = "${mark(doubled(value))}";`,
  'Java, annotation':
    mark =>
    ({ words, value }) =>
      `@Value("\${${words.join('.')}:x}") String a; properties.put("${words.join('.')}", "${mark(doubled(value))}");`,
  Kotlin:
    mark =>
    ({ words, value }) =>
      `val ${camel(words)}: String = "${mark(doubled(value))}"`,
  'C#':
    mark =>
    ({ words, value }) =>
      `    public string ${pascal(words)} { get; set; } = "x"; client.${pascal(words)} = @"${mark(value.replaceAll('"', '""'))}";`,
  C:
    mark =>
    ({ words, value }) =>
      `static const char *${snake(words)} = "${mark(doubled(value))}";`,
  'C, define':
    mark =>
    ({ words, value }) =>
      `#define ${constant(words)} "${mark(doubled(value))}"`,
  Rust:
    mark =>
    ({ words, value }) =>
      `const ${constant(words)}: &str = "${mark(doubled(value))}";`,
  Ruby:
    mark =>
    ({ words, value }) =>
      `  ${snake(words)}: '${mark(singled(value))}',\n  adapter: 'x'`,
  'Ruby, hash':
    mark =>
    ({ words, value }) =>
      `{ :${snake(words)} => "${mark(doubled(value))}" }`,
  PHP:
    mark =>
    ({ words, value }) =>
      `'${snake(words)}' => '${mark(singled(value))}',`,
  'PHP, define':
    mark =>
    ({ words, value }) =>
      `define('${constant(words)}', '${mark(singled(value))}');`,
  Swift:
    mark =>
    ({ words, value }) =>
      `let ${camel(words)} = "${mark(doubled(value))}"`,
  JSON:
    mark =>
    ({ words, value }) =>
      `{"id": 1, "${camel(words)}": "${mark(doubled(value))}", "on": true}`,
  'JSON, snake case':
    mark =>
    ({ words, value }) =>
      `{\n  "name": "x",\n  "${snake(words)}": "${mark(doubled(value))}"\n}`,
  'JSON in a string':
    mark =>
    ({ words, value }) =>
      `body = "{\\"${camel(words)}\\":\\"${mark(doubled(doubled(value)))}\\"}"`,
  'JSON, key and value':
    mark =>
    ({ words, value }) =>
      `[{"key":"${snake(words)}","value":"${mark(doubled(value))}","enabled":true}]`,
  'JSON, name and value':
    mark =>
    ({ words, value }) =>
      `{ "name": "${constant(words)}", "type": "text", "value": "${mark(doubled(value))}" }`,
  YAML:
    mark =>
    ({ words, value }) =>
      inSettings(value, plain => `service:\n  ${snake(words)}: ${mark(plain)}\n  port: 80`),
  'YAML, quoted':
    mark =>
    ({ words, value }) =>
      `db:\n  ${snake(words)}: "${mark(doubled(value))}"\n  port: 80`,
  'YAML, single quotes':
    mark =>
    ({ words, value }) =>
      `db:\n  ${snake(words)}: '${mark(value.replaceAll("'", "''"))}'`,
  'YAML, flow':
    mark =>
    ({ words, value }) =>
      `db: {user: app, ${snake(words)}: "${mark(doubled(value))}"}`,
  'YAML, block':
    mark =>
    ({ words, value }) =>
      /^\s|\s$/.test(value) ? undefined : `data:\n  ${snake(words)}: |\n    ${mark(value)}\n  port: 80`,
  'YAML, folded block':
    mark =>
    ({ words, value }) =>
      /^\s|\s$/.test(value) ? undefined : `data:\n  ${snake(words)}: >-\n    ${mark(value)}\nport: 80`,
  'YAML, list of environment':
    mark =>
    ({ words, value }) =>
      `env:\n  - name: ${constant(words)}\n    value: "${mark(doubled(value))}"\n`,
  'YAML, list of environment, bare':
    mark =>
    ({ words, value }) =>
      inSettings(value, plain => `env:\n  - name: ${constant(words)}\n    value: ${mark(plain)}\n`),
  'Kubernetes, base64':
    mark =>
    ({ words, value }) =>
      `kind: Secret\ndata:\n  ${kebab(words)}: ${mark(Buffer.from(value).toString('base64'))}\n`,
  'Helm, set':
    mark =>
    ({ words, value }) =>
      bare(value, plain => `helm install app ./chart --set auth.${camel(words)}=${mark(plain)}`),
  properties:
    mark =>
    ({ words, value }) =>
      inSettings(value, plain => `spring.datasource.url=x\nspring.datasource.${kebab(words)}=${mark(plain)}\n`),
  ini:
    mark =>
    ({ words, value }) =>
      inSettings(value, plain => `[section]\n${snake(words)} = ${mark(plain)}\nport = 1\n`),
  toml:
    mark =>
    ({ words, value }) =>
      `[section]\n${snake(words)} = "${mark(doubled(value))}"\n`,
  dotenv:
    mark =>
    ({ words, value }) =>
      bare(value, plain => `${constant(words)}=${mark(plain)}\nA=1`),
  'dotenv, quoted':
    mark =>
    ({ words, value }) =>
      `A=1\n${constant(words)}="${mark(doubled(value))}"\n`,
  'shell, export':
    mark =>
    ({ words, value }) =>
      `export ${constant(words)}="${mark(inShell(value))}"`,
  'shell, before a command':
    mark =>
    ({ words, value }) =>
      value.includes("'") ? undefined : `${constant(words)}='${mark(value)}' npm start`,
  'shell, option':
    mark =>
    ({ words, value }) =>
      `tool deploy --${kebab(words)} "${mark(inShell(value))}" --yes`,
  'shell, option with =':
    mark =>
    ({ words, value }) =>
      bare(value, plain => `tool deploy --${kebab(words)}=${mark(plain)} --yes`),
  'Docker, -e':
    mark =>
    ({ words, value }) =>
      bare(value, plain => `docker run -e ${constant(words)}=${mark(plain)} image`),
  Dockerfile:
    mark =>
    ({ words, value }) =>
      bare(value, plain => `FROM node\nENV ${constant(words)}=${mark(plain)}\n`),
  'Dockerfile, old':
    mark =>
    ({ words, value }) =>
      bare(value, plain => `ENV ${constant(words)} ${mark(plain)}`),
  'Docker Compose':
    mark =>
    ({ words, value }) =>
      bare(value, plain => `environment:\n  - ${constant(words)}=${mark(plain)}\n`),
  'Terraform, argument':
    mark =>
    ({ words, value }) =>
      `resource "db" "x" {\n  ${snake(words)} = "${mark(doubled(value))}"\n}`,
  'Terraform, variable':
    mark =>
    ({ words, value }) =>
      `variable "${snake(words)}" {\n  type    = string\n  default = "${mark(doubled(value))}"\n}`,
  'Terraform, tfvars':
    mark =>
    ({ words, value }) =>
      `${snake(words)}     = "${mark(doubled(value))}"`,
  PowerShell:
    mark =>
    ({ words, value }) =>
      value.includes("'") ? undefined : `$${camel(words)} = '${mark(value)}'`,
  'PowerShell, environment':
    mark =>
    ({ words, value }) =>
      /["`$]/.test(value) ? undefined : `$env:${constant(words)} = "${mark(value)}"`,
  'PowerShell, secure string':
    mark =>
    ({ words, value }) =>
      /["`$]/.test(value)
        ? undefined
        : `$${camel(words)} = ConvertTo-SecureString "${mark(value)}" -AsPlainText -Force`,
  'Windows, set':
    mark =>
    ({ words, value }) =>
      bare(value, plain => `set ${constant(words)}=${mark(plain)}`),
  'XML, attribute':
    mark =>
    ({ words, value }) =>
      `<add key="${pascal(words)}" value="${mark(inMarkup(value))}" />`,
  'XML, element':
    mark =>
    ({ words, value }) =>
      /\s/.test(value) ? undefined : `<${camel(words)}>${mark(inMarkup(value))}</${camel(words)}>`,
  'XML, own attribute':
    mark =>
    ({ words, value }) =>
      `<db ${camel(words)}="${mark(inMarkup(value))}" port="1"/>`,
  'HTTP header':
    mark =>
    ({ words, value }) =>
      /^[\w.~+/=-]{16,}$/.test(value)
        ? `GET / HTTP/1.1\nX-${words.map(capital).join('-')}: ${mark(value)}\nHost: x`
        : undefined,
  'curl, header':
    mark =>
    ({ words, value }) =>
      /^[\w.~+/=-]{16,}$/.test(value) ? `curl -H "X-${kebab(words)}: ${mark(value)}" https://example.com` : undefined,
  'address, query':
    mark =>
    ({ words, value }) =>
      `GET https://api.example.com/v1/items?${snake(words)}=${mark(encodeURIComponent(value))}&page=2`,
  'log line':
    mark =>
    ({ words, value }) =>
      bare(value, plain => `2026-01-02 INFO login ${camel(words)}=${mark(plain)} ms=12`),
  'SQL, setting':
    mark =>
    ({ words, value }) =>
      `SET app.${snake(words)} = '${mark(value.replaceAll("'", "''"))}';`,
  'commented out':
    mark =>
    ({ words, value }) =>
      `  // ${camel(words)}: "${mark(doubled(value))}",`,
  'change in a patch':
    mark =>
    ({ words, value }) =>
      `-  ${camel(words)}: '${mark(singled(value))}',\n+  ${camel(words)}: load(),`,
  'TypeScript, chosen by a condition':
    mark =>
    ({ words, value }) =>
      `const ${camel(words)} = isDevelopment ? "test" : "${mark(doubled(value))}";`,
  'Python, chosen by a condition':
    mark =>
    ({ words, value }) =>
      `${snake(words)} = "test" if is_development else "${mark(doubled(value))}"`,
  'TypeScript, getter':
    mark =>
    ({ words, value }) =>
      `  get ${camel(words)}(): string {\n    return "${mark(doubled(value))}";\n  }`,
  'Java, getter':
    mark =>
    ({ words, value }) =>
      `public String get${pascal(words)}() {\n    return "${mark(doubled(value))}";\n}`,
  'Python, method':
    mark =>
    ({ words, value }) =>
      `def ${snake(words)}(self) -> str:\n    return "${mark(doubled(value))}"`,
  'TypeScript, arrow':
    mark =>
    ({ words, value }) =>
      `const get${pascal(words)} = () => "${mark(doubled(value))}";`,
  'C#, property with value':
    mark =>
    ({ words, value }) =>
      `public string ${pascal(words)} { get; set; } = "${mark(doubled(value))}";`,
  'Kotlin, lazy':
    mark =>
    ({ words, value }) =>
      value.includes('$') ? undefined : `val ${camel(words)} by lazy { "${mark(doubled(value))}" }`,
  'Spring, default':
    mark =>
    ({ words, value }) =>
      /^[\w.~+/=@%^*-]{6,}$/.test(value) ? `@Value("\${${words.join('.')}:${mark(value)}}")` : undefined,
  'shell, default':
    mark =>
    ({ words, value }) =>
      /^[\w.~+/=@%^*-]{6,}$/.test(value) ? `X="\${${constant(words)}:-${mark(value)}}"` : undefined,
  'YAML, value on the next line':
    mark =>
    ({ words, value }) =>
      inSettings(value, plain => `env:\n  - name: ${constant(words)}\n    value:\n      ${mark(plain)}\n`),
  'XML, element over lines':
    mark =>
    ({ words, value }) =>
      /\s/.test(value) ? undefined : `<${camel(words)}>\n  ${mark(inMarkup(value))}\n</${camel(words)}>`,
  'XML, property':
    mark =>
    ({ words, value }) =>
      /\s/.test(value)
        ? undefined
        : `<property name="${camel(words)}">\n  <value>${mark(inMarkup(value))}</value>\n</property>`,
  'pairs on a line':
    mark =>
    ({ words, value }) =>
      /^[\w.~+/=@%^*-]{6,}$/.test(value) ? `host1 user=root ${snake(words)}=${mark(value)}` : undefined,
  'SQL, insert':
    mark =>
    ({ words, value }) =>
      /[\\]/.test(value)
        ? undefined
        : `INSERT INTO settings (id, ${snake(words)}, active) VALUES (1, '${mark(value.replaceAll("'", "''"))}', 1);`,
  'CSV, column':
    mark =>
    ({ words, value }) =>
      /^["]|[\\]/.test(value) ? undefined : `id,${snake(words)},active\n1,"${mark(value.replaceAll('"', '""'))}",yes\n`,
  'TSV, column':
    mark =>
    ({ words, value }) =>
      isPlain(value) ? `id\t${snake(words)}\tactive\n1\t${mark(value)}\tyes\n` : undefined,
};
