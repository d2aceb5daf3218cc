// Over 200 lines: the table of the ways in which people write a name and its value.

import fc from 'fast-check';
import { drawnFrom } from './drawnFrom.ts';

/** Marks where the secret stands in a text, so that it is known after the text was changed. */
export const [begins, ends] = ['\uE000', '\uE001'] as const;

export const marked = (secret: string): string => `${begins}${secret}${ends}`;

/** A secret that is told by its name: the words of its name, and what it may be. */
export interface Named {
  readonly words: readonly (readonly string[])[];
  readonly value: RegExp;
}

// a run that a machine drew has a digit and a letter in it
const drawn = (characters: string, length: number) =>
  new RegExp(`^[${characters}]{${Math.ceil(length / 2)}}[0-9][a-f][${characters}]{${Math.floor(length / 2) - 2}}$`);
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const alphanumeric = 'A-Za-z0-9';

export const named: Readonly<Record<string, Named>> = {
  'AWS, secret key': {
    words: [
      ['aws', 'secret', 'access', 'key'],
      ['secret', 'access', 'key'],
    ],
    value: drawn('A-Za-z0-9/+', 40),
  },
  'AWS, session token': {
    words: [
      ['aws', 'session', 'token'],
      ['session', 'token'],
    ],
    value: /^IQoJb3JpZ2luX2VjE[A-Za-z0-9+/]{220}==$/,
  },
  'Azure, storage': {
    words: [
      ['azure', 'storage', 'key'],
      ['account', 'key'],
    ],
    value: /^[A-Za-z0-9+/]{84}[0-9]A==$/,
  },
  'Azure OpenAI': {
    words: [
      ['azure', 'openai', 'api', 'key'],
      ['azure', 'openai', 'key'],
    ],
    value: drawn('0-9a-f', 32),
  },
  'Twilio, auth token': {
    words: [
      ['twilio', 'auth', 'token'],
      ['auth', 'token'],
    ],
    value: drawn('0-9a-f', 32),
  },
  'Heroku, old': { words: [['heroku', 'api', 'key']], value: uuid },
  Datadog: {
    words: [
      ['dd', 'api', 'key'],
      ['datadog', 'app', 'key'],
    ],
    value: drawn('0-9a-f', 40),
  },
  'Cloudflare, API': {
    words: [
      ['cloudflare', 'api', 'token'],
      ['cf', 'api', 'key'],
    ],
    value: drawn('A-Za-z0-9_-', 40),
  },
  Cohere: {
    words: [
      ['cohere', 'api', 'key'],
      ['co', 'api', 'key'],
    ],
    value: drawn(alphanumeric, 40),
  },
  Mistral: { words: [['mistral', 'api', 'key']], value: drawn(alphanumeric, 32) },
  Together: { words: [['together', 'api', 'key']], value: drawn('0-9a-f', 64) },
  Algolia: {
    words: [
      ['algolia', 'admin', 'api', 'key'],
      ['algolia', 'admin', 'key'],
    ],
    value: drawn('0-9a-f', 32),
  },
  Okta: {
    words: [
      ['okta', 'api', 'token'],
      ['okta', 'client', 'token'],
    ],
    value: /^00[A-Za-z0-9_-]{39}[0-9]$/,
  },
  'Snyk, old': { words: [['snyk', 'token']], value: uuid },
  'OAuth client secret': {
    words: [
      ['client', 'secret'],
      ['spotify', 'client', 'secret'],
    ],
    value: drawn('0-9a-f', 32),
  },
  'OAuth refresh token': {
    words: [
      ['refresh', 'token'],
      ['access', 'token'],
    ],
    value: drawn(alphanumeric, 48),
  },
  'Webhook secret': {
    words: [
      ['webhook', 'secret'],
      ['slack', 'signing', 'secret'],
    ],
    value: drawn('0-9a-f', 32),
  },
  'Rails, key base': { words: [['secret', 'key', 'base']], value: drawn('0-9a-f', 128) },
  'Laravel, app key': { words: [['app', 'key']], value: /^base64:[A-Za-z0-9+/]{40}[0-9]a[A-Z]=$/ },
  'Session secret': {
    words: [
      ['session', 'secret'],
      ['cookie', 'secret'],
      ['nextauth', 'secret'],
    ],
    value: drawn(alphanumeric, 32),
  },
  'JWT signing secret': {
    words: [
      ['jwt', 'secret'],
      ['jwt', 'signing', 'key'],
    ],
    value: /^[A-Za-z0-9+/]{40}[0-9]b[A-Z]=$/,
  },
  'Encryption key, hexadecimal': {
    words: [
      ['encryption', 'key'],
      ['master', 'key'],
      ['private', 'key'],
    ],
    value: drawn('0-9a-f', 64),
  },
  'Encryption key, base64': {
    words: [
      ['encryption', 'key'],
      ['data', 'key'],
    ],
    value: /^[A-Za-z0-9+/]{40}[0-9]b[A-Z]=$/,
  },
  'Password of a machine': {
    words: [['db', 'password'], ['database', 'password'], ['password'], ['smtp', 'password']],
    value: drawn(alphanumeric, 20),
  },
  'Password of a person': {
    words: [['db', 'password'], ['password'], ['admin', 'password'], ['passwd'], ['passphrase']],
    value:
      /^(?:[A-Z][a-z]{4,8}20[12][0-9][!?*+]|[a-z]{2,4}[0-9][a-z]{2,4}[0-9][a-z]{2}[!*+][0-9]{1,3}|[A-Z][a-z]{3,5}[!@^*][a-z]{4,6}[0-9]{2,4})$/,
  },
};

const constant = (words: readonly string[]) => words.join('_').toUpperCase();
const snake = (words: readonly string[]) => words.join('_');
const kebab = (words: readonly string[]) => words.join('-');
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
const pascal = (words: readonly string[]) => words.map(capital).join('');
const camel = (words: readonly string[]) => words.map((word, at) => (at === 0 ? word : capital(word))).join('');

type Style = (words: readonly string[]) => string;

/** How people write a name and its value, in languages, files of settings, shells and logs. */
const assignments: readonly (readonly [Style, (name: string, value: string) => string])[] = [
  [camel, (name, value) => `const ${name} = "${value}";`],
  [camel, (name, value) => `const options = { retries: 3, ${name}: '${value}', verbose: true };`],
  [camel, (name, value) => `  private readonly ${name}: string = \`${value}\`;`],
  [camel, (name, value) => `{"id": 1, "${name}": "${value}", "on": true}`],
  [camel, (name, value) => `{"level":"info","${name}":"${value}"}`],
  [camel, (name, value) => `body: "{\\"${name}\\":\\"${value}\\"}"`],
  [camel, (name, value) => `config.${name} ??= "${value}";`],
  [camel, (name, value) => `if (${name} === "${value}") return true;`],
  [camel, (name, value) => `process.env.X ?? '', ${name} || '${value}'`],
  [constant, (name, value) => `process.env.${name} = '${value}';`],
  [constant, (name, value) => `const key = process.env.${name} || "${value}";`],
  [snake, (name, value) => `${name} = '${value}'`],
  [snake, (name, value) => `client = Client(${name}="${value}", timeout=5)`],
  [snake, (name, value) => `settings["${name}"] = "${value}"`],
  [constant, (name, value) => `os.environ["${name}"] = "${value}"`],
  [constant, (name, value) => `key = os.getenv("${name}", "${value}")`],
  [camel, (name, value) => `${name} := "${value}"`],
  [pascal, (name, value) => `cfg := Config{${name}: "${value}"}`],
  [constant, (name, value) => `public static final String ${name} = "${value}";`],
  [pascal, (name, value) => `config.set${name}("${value}");`],
  [pascal, (name, value) => `builder.Configuration["Api:${name}"] = "${value}";`],
  [pascal, (name, value) => `<add key="${name}" value="${value}" />`],
  [constant, (name, value) => `const ${name}: &str = "${value}";`],
  [snake, (name, value) => `{ :${name} => "${value}" }`],
  [snake, (name, value) => `'${name}' => '${value}',`],
  [constant, (name, value) => `define('${name}', '${value}');`],
  [snake, (name, value) => `$${name} = "${value}";`],
  [constant, (name, value) => `${name}=${value}`],
  [constant, (name, value) => `export ${name}="${value}"`],
  [constant, (name, value) => `${name}='${value}' npm start`],
  [constant, (name, value) => `${name} = ${value}`],
  [constant, (name, value) => `docker run -e ${name}=${value} image`],
  [constant, (name, value) => `ENV ${name} ${value}`],
  [constant, (name, value) => `$env:${name} = "${value}"`],
  [constant, (name, value) => `set ${name}=${value}`],
  [constant, (name, value) => `setx ${name} "${value}"`],
  [kebab, (name, value) => `tool deploy --${name}=${value} --yes`],
  [kebab, (name, value) => `tool deploy --${name} ${value} --yes`],
  [snake, (name, value) => `service:\n  ${name}: ${value}\n  port: 80`],
  [snake, (name, value) => `${name}: "${value}"`],
  [constant, (name, value) => `  - name: ${name}\n    value: "${value}"\n`],
  [constant, (name, value) => `  - name: ${name}\n    value: ${value}\n`],
  [constant, (name, value) => `environment:\n  - ${name}=${value}\n`],
  [kebab, (name, value) => `spring.service.${name}=${value}`],
  [snake, (name, value) => `[section]\n${name} = ${value}\n`],
  [snake, (name, value) => `[section]\n${name} = "${value}"\n`],
  [camel, (name, value) => `<${name}>${value}</${name}>`],
  [snake, (name, value) => `curl -d "grant_type=x&${name}=${value}&scope=a" host`],
  [snake, (name, value) => `GET https://api.example.com/v1/items?${name}=${value}&page=2`],
  [camel, (name, value) => `Error: login failed (${name}=${value})\n    at login (src/login.ts:3:9)`],
  [kebab, (name, value) => `X-${name}: ${value}`],
];

// where blanks and such would end the value, or where it would be written in another way
const isPlain = (value: string): boolean => /^[\w.~-]+$/.test(value);
const isInAddress = (text: string): boolean => /curl|https?:/.test(text);

/** By format: texts with such a secret under a name of its own, marked. */
export const namedSecrets: Readonly<Record<string, fc.Arbitrary<string>>> = Object.fromEntries(
  Object.entries(named).map(([format, { words, value }]) => [
    format,
    fc
      .tuple(fc.constantFrom(...words), drawnFrom(value), fc.constantFrom(...assignments))
      .map(([name, secret, [style, write]]) => write(style(name), marked(secret)))
      .map(text => (isInAddress(text) ? encoded(text) : text)),
  ]),
);

const encoded = (text: string): string =>
  text.replace(/(?<=\uE000)[^\uE001]+/, secret => (isPlain(secret) ? secret : encodeURIComponent(secret)));
