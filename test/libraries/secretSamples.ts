import fc from 'fast-check';
import { tokenFormats } from './tokenFormats.ts';

/** A text with a secret in it. */
export interface Sample {
  readonly text: string;
  readonly secret: string;
}

const matching = (pattern: RegExp) => fc.stringMatching(pattern);

/** Where such a token stands in what people select. */
const places: readonly ((token: string) => string)[] = [
  token => `const client = new Client('${token}');`,
  token => `client = Client(token="${token}")\n`,
  token => `{"id": 7, "value": "${token}"}`,
  token => `// TODO remove ${token} before the release`,
  token => `curl -H 'X-Auth: ${token}' example.com`,
  token => `fetch(\`/items?auth=${token}&page=2\`)`,
  token => `"first line\\n${token}\\nlast line"`,
  token => `value: ${token}\nother: 1`,
  token => `SOME_NAME=${token}`,
  token => token,
];

const hex = (length: number) => matching(new RegExp(`^[0-9a-f]{${length - 4}}[0-9][a-f][0-9][a-f]$`));
const mixed = (length: number) => matching(new RegExp(`^[A-Za-z0-9]{${length - 5}}[0-9][A-Z][0-9][a-z][0-9]$`));
const armour = matching(/^MII[A-Za-z0-9+/]{61}$/).chain(first =>
  fc.array(matching(/^[A-Za-z0-9+/]{64}$/), { minLength: 2, maxLength: 5 }).map(more => [first, ...more]),
);

/** Secrets that are known by what stands around them: the secret and its text. */
const contexts: Readonly<Record<string, fc.Arbitrary<Sample>>> = {
  'a private key': armour.map(lines =>
    sample(lines.join('\n'), s => `-----BEGIN PRIVATE KEY-----\n${s}\n-----END PRIVATE KEY-----`),
  ),
  'a private key in a string': armour.map(lines =>
    sample(
      lines.join('\\n'),
      s => `const key = "-----BEGIN RSA PRIVATE KEY-----\\n${s}\\n-----END RSA PRIVATE KEY-----\\n";`,
    ),
  ),
  'a private key, its end not selected': armour.map(lines =>
    sample(lines.join('\n'), s => `-----BEGIN EC PRIVATE KEY-----\n${s}`),
  ),
  'a private key, its beginning not selected': armour.map(lines =>
    sample(lines.join('\n'), s => `${s}\n-----END OPENSSH PRIVATE KEY-----\n`),
  ),
  'an encrypted private key': armour.map(lines =>
    sample(
      lines.join('\n'),
      s =>
        `-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,0A1B\n\n${s}\n-----END RSA PRIVATE KEY-----`,
    ),
  ),
  'a line of an .env file': matching(/^[a-z]{3,8}[0-9!%+-]{2,6}[A-Za-z]{2,8}$/).map(secret =>
    sample(secret, s => `DB_PASSWORD=${s}\nPORT=1`),
  ),
  'an exported variable': mixed(32).map(secret => sample(secret, s => `export SERVICE_API_KEY="${s}"`)),
  'a line of a Dockerfile': mixed(24).map(secret => sample(secret, s => `ENV APP_SECRET=${s}\nRUN make`)),
  'an AWS secret in code': matching(/^[A-Za-z0-9/+]{35}[0-9][A-Z][a-z][0-9][A-Z]$/).map(secret =>
    sample(secret, s => `const aws = { secretAccessKey: "${s}" };`),
  ),
  'an AWS secret in a profile': matching(/^[A-Za-z0-9]{35}[0-9][A-Z][a-z][0-9][A-Z]$/).map(secret =>
    sample(secret, s => `[default]\naws_secret_access_key = ${s}\n`),
  ),
  'a bearer header': mixed(40).map(secret => sample(secret, s => `headers: { Authorization: "Bearer ${s}" }`)),
  'a basic header': mixed(28).map(secret => sample(secret, s => `Authorization: Basic ${s}==`)),
  'a key in hexadecimal': hex(64).map(secret => sample(secret, s => `const signingKey = Buffer.from('${s}', 'hex');`)),
  'a short key in hexadecimal': hex(32).map(secret => sample(secret, s => `api_key = "${s}"`)),
  'a password in code': matching(/^[A-Z][a-z]{4,8}[0-9!$#]{2,4}$/).map(secret =>
    sample(secret, s => `login({ user, password: '${s}' })`),
  ),
  'a password in JSON': matching(/^[a-z]{4,8}[0-9]{2,4}[!?%][a-z]{1,4}$/).map(secret =>
    sample(secret, s => `{ "password": "${s}" }`),
  ),
  'a typed constant': mixed(20).map(secret => sample(secret, s => `private readonly apiSecret: string = "${s}";`)),
  'a header by call': mixed(24).map(secret => sample(secret, s => `request.headers.set('x-api-key', '${s}')`)),
  'a value in YAML': mixed(24).map(secret => sample(secret, s => `database:\n  password: ${s}\n`)),
  'a Java property': mixed(20).map(secret => sample(secret, s => `spring.datasource.password=${s}\n`)),
  'a database address': mixed(16).map(secret =>
    sample(secret, s => `"postgres://app:${s}@db.internal:5432/shop?ssl=1"`),
  ),
  'an address with a password': matching(/^[a-z]{3,6}[0-9]{2,4}[!.%]{1,2}$/).map(secret =>
    sample(secret, s => `git clone https://deploy:${s}@git.internal/team/shop.git`),
  ),
  'a connection string': matching(/^[A-Z][a-z]{4,8}[0-9]{2,4}$/).map(secret =>
    sample(secret, s => `"Server=db;User Id=sa;Password=${s};"`),
  ),
  'an Azure account': matching(/^[A-Za-z0-9+/]{81}[0-9][A-Z][a-z][0-9]A$/).map(secret =>
    sample(secret, s => `AccountName=x;AccountKey=${s}==;`),
  ),
  'an npm registry': mixed(36).map(secret => sample(secret, s => `//registry.internal/:_authToken=${s}\n`)),
  'a netrc line': matching(/^[a-z]{4,8}[0-9]{2,4}$/).map(secret =>
    sample(secret, s => `machine git.internal login me password ${s}\n`),
  ),
};

/** Every format by name, with an arbitrary of texts that hold such a secret. */
export const samples: Readonly<Record<string, fc.Arbitrary<Sample>>> = {
  ...Object.fromEntries(
    Object.entries(tokenFormats).map(([name, pattern]) => [
      name,
      fc.tuple(matching(pattern), fc.constantFrom(...places)).map(([secret, place]) => sample(secret, place)),
    ]),
  ),
  ...contexts,
};

function sample(secret: string, place: (secret: string) => string): Sample {
  return { secret, text: place(secret) };
}
