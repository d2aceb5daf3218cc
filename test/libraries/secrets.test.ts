import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { looksLikeReference } from '../../src/libraries/secrets/named/secretLikeness.ts';
import { secretPatterns } from '../../src/libraries/secrets/secretPatterns.ts';
import { scanSecrets } from '../../src/libraries/secrets.ts';

const secretsOf = async (text: string) => [
  ...new Set((await scanSecrets(text)).map(({ start, end }) => text.slice(start, end))),
];

test('takes the secret and nothing of the code around it', async () => {
  assert.deepEqual(await secretsOf(`open("postgres://app:s3cr3tpw@db:5432/x?ssl=1", true);`), ['s3cr3tpw']);
  assert.deepEqual(await secretsOf(`f({ apiKey: "0a1b2c3d4e5f6a7b", page: 2 })`), ['0a1b2c3d4e5f6a7b']);
  assert.deepEqual(await secretsOf('STRIPE_TOKEN=abc123def456 npm start'), ['abc123def456']);
});

test('a comment in the code cannot switch the search off', async () => {
  const token = `ghp_${'aB3'.repeat(12)}`;
  assert.ok((await secretsOf(`// secretlint-disable\nconst t = "${token}";`)).includes(token));
});

const harmless = [
  'const key = event.key; const token = await getToken(options.tokenProvider);',
  'password: string; secret?: Uint8Array; token = new CancellationTokenSource();',
  'API_KEY=$(cat key.txt) TOKEN=${TOKEN} SECRET=<your-secret> DB_PASSWORD=changeme PASSWORD=password',
  'os.environ["OPENAI_API_KEY"], process.env.API_KEY, { apiKey: process.env["API_KEY_2"] }',
  `"password": "Enter your password", "token": "authentication.token.label", 'secretName': 'my-app-secret'`,
  'postgres://user:password@localhost/db https://${user}:${pass}@host/ http://localhost:3000/@scope/name',
  'grant_type=urn:openai:params:oauth:token-type:x509 tokenEndpoint = "/v1/oauth2/token"',
  'Bearer authentication-and-authorization, Basic understanding of tokenization',
  '.sk-folding-cube .sk-cube-grid { } const sk-button-primary-large-outline',
  'integrity: sha512-Q0zDvbVzuq8xrG2sJ+XzmR9bkQw8l0iCbGq8f1Uu0mJ9L0Tn2v2m1m5mX9uQxk7k8V2h3q1w5e6r7t8y9u0i1A==',
  'commit 8f14e45fceea167a5a36dedd4bea2543 by key-value store; id 550e8400-e29b-41d4-a716-446655440000',
  '-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA\n-----END PUBLIC KEY-----',
  'MONKEY=banana-1 BYPASS=always-1 KEYBOARD=de-latin1 --token <token> --password "$PASSWORD" --key-file ./key.pem',
  'docker login registry && docker run -p 8080:80 image; curl -u "$USER:$PASSWORD" https://example.com; mysql -h db -p',
  'Private-Lines: 14; "kty" and "d": see RFC 7517; GRANT ALL; ALTER ROLE app PASSWORD NULL; IDENTIFIED BY ?',
  '<password>secret</password> <token>string</token> key === event.key || options.passwordField ?? "password"',
  'password: z.string().min(8), password = form.value.password; passwordHash: hashOf(password), pwd=$(pwd)',
  '  - name: API_KEY\n    valueFrom:\n      secretKeyRef:\n        name: api\n        key: api-key',
  'Authorization: Bearer ${token}, authorization: "Basic " + encode(user), "auth": { "type": "none" }',
  'https://api.telegram.org/bot<token>/sendMessage jdbc:oracle:thin:@db:1521:shop postgres://db:5432/shop',
  `const begin = '-----BEGIN PRIVATE KEY-----'; const end = '-----END PRIVATE KEY-----';`,
];
for (const text of harmless) {
  test(`leaves alone: ${text.slice(0, 50).replaceAll('\n', ' ')}…`, async () => {
    assert.deepEqual(await secretsOf(text), []);
  });
}

test('finds nothing in generated words, numbers and code', async () => {
  const names = fc.constantFrom(
    'key',
    'token',
    'secret',
    'password',
    'apiKey',
    'Authorization',
    'value',
    'credentials',
  );
  const values = fc.oneof(
    fc.lorem({ maxCount: 3 }),
    fc.nat({ max: 999_999 }).map(String),
    fc.constantFrom('', 'null', 'next()', 'item.key', 'a[0]'),
  );
  const glue = fc.constantFrom(' = ', ': ', '=', '(', ', ', ' => ');
  const quote = fc.constantFrom('"', "'", '`', '');
  await fc.assert(
    fc.asyncProperty(fc.tuple(names, glue, quote, values), async ([name, between, mark, value]) => {
      const text = `${name}${between}${mark}${value}${mark};`;
      assert.deepEqual(await secretsOf(text), []);
    }),
    { numRuns: 500 },
  );
});

test('blots out at most one harmless piece in 10 000 lines of source code', async () => {
  const root = path.resolve(import.meta.dirname, '../..');
  let lines = 0;
  const found: string[] = [];
  for (const file of ['src', 'scripts', 'node_modules/openai/src', 'node_modules/@anthropic-ai/sdk/src'].flatMap(
    folder => sourcesIn(path.join(root, folder)),
  )) {
    const text = readFileSync(file, 'utf8');
    lines += text.split('\n').length;
    found.push(...(await secretsOf(text)));
  }
  assert.ok(lines > 50_000);
  assert.ok(found.length <= lines / 10_000, found.join('\n'));
});

const sourcesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.(ts|md|json)$/.test(entry.name))
    .map(entry => path.join(entry.parentPath, entry.name));

const hostile = [
  ...['a', 'A', '0', '-', '_', '=', ' ', '\n', '\\n', '%20', '"', ':', '/', '.', 'a-', 'A_', '0a'],
  ...[
    'eyJ',
    '_eyJ',
    'eyJaaaaaaaa.',
    'sk-',
    'sk-ant-',
    'xoxb-',
    'SG.',
    'key-',
    '://',
    '://a:',
    'Bearer ',
    'basic ',
    'login a password ',
  ],
  ...[
    '-----BEGIN PRIVATE KEY-----',
    '-----BEGIN PRIVATE KEY-----\nMIIE',
    '-----END PRIVATE KEY-----',
    'MIIE\n',
    '-----BEGIN ',
  ],
  ...[
    'password',
    'password=',
    'password="',
    'secret: ',
    'apiKey: string = ',
    'token(',
    'key"',
    'A_KEY',
    'KEY=',
    ';Password=',
    'xxx8Q~',
  ],
  ...[
    'mongodb://',
    'https://hooks.slack.com/services/T',
    '-us1',
    '0123456789abcdef',
    'curl -u ',
    '--token ',
    'host=a ',
    'getConnection(,',
    'pat',
    'M.',
    '.atlasv1.',
  ],
  ...[
    'INSERT INTO a(password) VALUES (',
    "INSERT INTO a(password) VALUES ('x'),",
    'insert into ',
    'name,password\n',
    'a,token,',
    'MIIEowIBAAKCAQEA',
    '"MIIEowIBAAKCAQEA" +\n',
    '308204a30201000282010100',
    '0x30, 0x82, 0x04, 0xa3, 0x02, 0x01, 0x00, 0x02, ',
    '\\x30\\x82\\x04\\xa3\\x02\\x01\\x00\\x02',
    '30:82:04:a3:02:01:00:02:',
    'b3BlbnNzaC1rZXktdjE\n',
    'Private-Lines: 99\n',
    'Public-Lines: 9\n',
    'mnemonic: abandon ',
    'mnemonic = abandon ability ',
    '"kty":"RSA","d":"',
    'privateKey: 0xaA0',
    'accounts: [',
    '<D>AQAB',
    'RSAKeyValue<D>aB0/',
    '5JaB',
    'password = a ? ',
    'password = a ? "b" : ',
    'password(): string {\n',
    'get password() {',
    'token = a and ',
    '${password:',
    '<password>\n',
    '<password a="b">',
    'password: a ',
    'a=b password=',
    '--set a=b,password=',
    '$apr1$',
    'a:5432:b:c:',
  ],
];

test('is linear: 60 000 characters of any hostile text do not hold it up', { timeout: 120_000 }, async () => {
  for (const piece of hostile) await scanSecrets(piece.repeat(60_000 / piece.length));
  for (const piece of hostile) await scanSecrets(`password = "${piece.repeat(60_000 / piece.length)}`);
});

test('every own pattern is marked for what it needs', () => {
  for (const { kind, near, pattern } of secretPatterns) {
    assert.match(pattern.flags, /d.*g/, kind);
    assert.match(pattern.source, /\(\?<secret>/, kind);
    assert.ok(
      near.every(word => word === word.toLowerCase()),
      kind,
    );
  }
});

test('knows a stand-in from a secret', () => {
  for (const text of [
    '${KEY}',
    '<token>',
    'changeme',
    'process.env.KEY',
    'your-api-key',
    'xxxxxxxx',
    '********',
    '%(password)s',
  ]) {
    assert.ok(looksLikeReference(text), text);
  }
  for (const text of ['hunter2hunter2', 'keyboard-cat', 'Pa55word!']) assert.ok(!looksLikeReference(text), text);
});
