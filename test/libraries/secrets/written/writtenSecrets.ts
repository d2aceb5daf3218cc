// Over 200 lines: the table of everything that is told by what stands around it.

import fc from 'fast-check';
import { drawnFrom } from './drawnFrom.ts';
import { marked } from './namedSecrets.ts';

const password = drawnFrom(/^[A-Za-z]{3,7}[0-9]{2,4}[A-Za-z]{2,6}$/);
const hardPassword = drawnFrom(/^[A-Za-z]{3,7}[0-9]{2,4}[!.*~_-][A-Za-z]{2,6}$/);
const mixed = drawnFrom(/^[A-Za-z0-9]{14}[0-9][A-Z][a-z][A-Za-z0-9]{14}[0-9]$/);
const base64 = drawnFrom(/^[A-Za-z0-9+/]{40}[0-9]b[A-Z]=$/);
const armour = fc
  .tuple(
    drawnFrom(/^(?:MII[A-Za-z0-9+/]{61}|b3BlbnNzaC1rZXktdjE[A-Za-z0-9+/]{45})$/),
    fc.array(drawnFrom(/^[A-Za-z0-9+/]{64}$/), { minLength: 2, maxLength: 6 }),
    drawnFrom(/^[A-Za-z0-9+/]{20,63}={0,2}$/),
  )
  .map(([first, more, last]) => [first, ...more, last]);
const label = fc.constantFrom(
  'PRIVATE KEY',
  'RSA PRIVATE KEY',
  'EC PRIVATE KEY',
  'OPENSSH PRIVATE KEY',
  'DSA PRIVATE KEY',
);

type Write = (value: string) => string;

const written = (values: fc.Arbitrary<string>, ...ways: readonly Write[]): fc.Arbitrary<string> =>
  fc.tuple(values, fc.constantFrom(...ways)).map(([value, write]) => write(marked(value)));

/** A key in armour, each of its lines marked. */
const armoured = (write: (begin: string, lines: readonly string[], end: string) => string): fc.Arbitrary<string> =>
  fc
    .tuple(label, armour)
    .map(([name, lines]) => write(`-----BEGIN ${name}-----`, lines.map(marked), `-----END ${name}-----`));

const indented = (lines: readonly string[], by: string): string => lines.map(line => `${by}${line}`).join('\n');

const addresses = [
  'postgres',
  'postgresql+psycopg2',
  'mysql',
  'mongodb',
  'mongodb+srv',
  'redis',
  'amqp',
  'amqps',
  'ftp',
  'smtp',
  'https',
  'ldap',
  'clickhouse',
];

/** By format: texts with a secret that is told by what stands around it, marked. */
export const writtenSecrets: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'key in armour': armoured((begin, lines, end) => `${begin}\n${lines.join('\n')}\n${end}\n`),
  'key in armour, in a string': armoured(
    (begin, lines, end) => `const key = "${begin}\\n${lines.join('\\n')}\\n${end}\\n";`,
  ),
  'key in armour, in JSON': armoured(
    (begin, lines, end) => `{"private_key": "${begin}\\n${lines.join('\\n')}\\n${end}\\n", "type": "x"}`,
  ),
  'key in armour, in JSON in a string': armoured(
    (begin, lines, end) => `'{"key":"${begin}\\\\n${lines.join('\\\\n')}\\\\n${end}"}'`,
  ),
  'key in armour, in YAML': armoured(
    (begin, lines, end) => `tls:\n  key: |\n${indented([begin, ...lines, end], '    ')}\nport: 1`,
  ),
  'key in armour, in a comment': armoured((begin, lines, end) => indented([begin, ...lines, end], ' * ')),
  'key in armour, commented out': armoured((begin, lines, end) => indented([begin, ...lines, end], '# ')),
  'key in armour, added': armoured((begin, lines, end) => indented([begin, ...lines, end], '+')),
  'key in armour, taken out': armoured((begin, lines, end) => indented([begin, ...lines, end], '-')),
  'key in armour, in pieces': armoured((begin, lines, end) =>
    [begin, ...lines, end].map(line => `  "${line}\\n" +`).join('\n'),
  ),
  'key in armour, in an array': armoured(
    (begin, lines, end) => `[\n${[begin, ...lines, end].map(line => `  '${line}',`).join('\n')}\n].join('\\n')`,
  ),
  'key in armour, quoted in .env': armoured(
    (begin, lines, end) => `SIGNING_KEY="${begin}\n${lines.join('\n')}\n${end}"\nA=1`,
  ),
  'key in armour, cut off at its end': armoured((begin, lines) => `${begin}\n${lines.join('\n')}`),
  'key in armour, cut off at its beginning': armoured((_, lines, end) => `${lines.join('\n')}\n${end}`),
  'key in armour, encrypted': armoured(
    (begin, lines, end) =>
      `${begin}\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,0A1B\n\n${lines.join('\n')}\n${end}`,
  ),
  'PGP key': armour.map(
    lines =>
      `-----BEGIN PGP PRIVATE KEY BLOCK-----\nVersion: GnuPG v2\n\n${lines.map(marked).join('\n')}\n-----END PGP PRIVATE KEY BLOCK-----`,
  ),
  'PuTTY key': armour.map(
    lines =>
      `PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none\nComment: me\nPublic-Lines: 1\nAAAAB3NzaC1yc2E=\nPrivate-Lines: ${lines.length}\n${lines.map(marked).join('\n')}\nPrivate-MAC: 00\n`,
  ),
  'service account of Google': fc
    .tuple(drawnFrom(/^[0-9a-f]{38}[0-9][a-f]$/), armour)
    .map(
      ([id, lines]) =>
        `{\n  "type": "service_account",\n  "private_key_id": "${marked(id)}",\n  "private_key": "-----BEGIN PRIVATE KEY-----\\n${lines.map(marked).join('\\n')}\\n-----END PRIVATE KEY-----\\n",\n  "client_email": "a@b.iam.gserviceaccount.com"\n}`,
    ),
  'JSON web key': written(
    drawnFrom(/^[A-Za-z0-9_-]{40}[0-9]b[A-Z]$/),
    s => `{"kty":"EC","crv":"P-256","x":"a","y":"b","d":"${s}"}`,
  ),
  ...Object.fromEntries(
    addresses.map(scheme => [
      `address of ${scheme}`,
      written(
        scheme.length % 2 ? password : hardPassword,
        s => `"${scheme}://app:${s}@db.internal:5432/shop?ssl=1"`,
        s => `DATABASE_URL=${scheme}://app:${s}@10.0.0.7/shop`,
        s => `url: ${scheme}://user_1:${s}@localhost`,
      ),
    ]),
  ),
  'address without a user': written(password, s => `redis://:${s}@cache:6379/0`),
  'connection string': written(
    hardPassword,
    s => `"Server=tcp:db,1433;User Id=sa;Password=${s};Encrypt=true"`,
    s => `Data Source=db;Initial Catalog=shop;uid=sa;pwd=${s}`,
    s => `jdbc:sqlserver://db:1433;databaseName=shop;user=sa;password=${s};`,
    s => `"host=db port=5432 user=app password=${s} dbname=shop"`,
    s => `jdbc:mysql://db/shop?user=app&password=${s}&useSSL=true`,
    s => `jdbc:oracle:thin:app/${s}@db:1521:shop`,
    s => `DriverManager.getConnection("jdbc:mysql://db/shop", "app", "${s}")`,
  ),
  'Azure, connection string': written(
    base64,
    s => `Endpoint=sb://x.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=${s}`,
    s => `AccountEndpoint=https://x.documents.azure.com:443/;AccountKey=${s};`,
  ),
  'Azure, shared access signature': written(
    drawnFrom(/^[A-Za-z0-9]{20}%2B[A-Za-z0-9]{19}[0-9]b%3D$/),
    s => `https://x.blob.core.windows.net/c/f?sv=2022-11-02&se=2030-01-01&sr=b&sp=r&sig=${s}`,
  ),
  'AWS, signed address': written(
    drawnFrom(/^[0-9a-f]{62}[0-9][a-f]$/),
    s => `https://b.s3.amazonaws.com/f?X-Amz-Expires=60&X-Amz-Signature=${s}`,
  ),
  'AWS, profile': fc
    .tuple(drawnFrom(/^AKIA[A-Z2-7]{16}$/), drawnFrom(/^[A-Za-z0-9/+]{38}[0-9][a-z]$/))
    .map(
      ([id, key]) =>
        `[default]\naws_access_key_id = ${marked(id)}\naws_secret_access_key = ${marked(key)}\nregion = eu-1\n`,
    ),
  'AWS, two in code': fc
    .tuple(drawnFrom(/^AKIA[A-Z2-7]{16}$/), drawnFrom(/^[A-Za-z0-9/+]{38}[0-9][a-z]$/))
    .map(
      ([id, key]) => `boto3.client("s3", aws_access_key_id="${marked(id)}", aws_secret_access_key="${marked(key)}")`,
    ),
  'bearer header': written(
    mixed,
    s => `Authorization: Bearer ${s}`,
    s => `headers: { Authorization: 'Bearer ${s}' }`,
    s => `curl -H "Authorization: Bearer ${s}" https://api.example.com`,
    s => `req.Header.Set("Authorization", "Bearer "+"${s}")`,
    s => `"authorization": ["bearer ${s}"]`,
  ),
  'other header': written(
    mixed,
    s => `Authorization: token ${s}`,
    s => `Authorization: ApiKey ${s}`,
    s => `Authorization: ${s}`,
    s => `X-Api-Key: ${s}`,
    s => `-H 'x-auth-token: ${s}'`,
    s => `headers["X-API-KEY"] = "${s}"`,
    s => `Cookie: theme=dark; session_token=${s}; a=b`,
    s => `Set-Cookie: auth_token=${s}; HttpOnly`,
  ),
  'basic header': written(
    drawnFrom(/^[A-Za-z0-9]{9}[0-9][A-Z][a-z][A-Za-z0-9]{9}[0-9]w==$/),
    s => `Authorization: Basic ${s}`,
    s => `headers = {"Authorization": "Basic ${s}"}`,
  ),
  'command line': written(
    hardPassword,
    s => `curl -u admin:${s} https://api.example.com`,
    s => `curl --user "admin:${s}" https://api.example.com`,
    s => `mysql -h db -u root -p${s} shop`,
    s => `sshpass -p '${s}' ssh me@host`,
    s => `docker login -u me -p ${s} registry.internal`,
    s => `PGPASSWORD=${s} psql -h db`,
    s => `redis-cli -h cache -a ${s} ping`,
    s => `psql "postgresql://app@db/shop?password=${s}"`,
    s => `net use z: \\\\server\\share /user:me /password:${s}`,
  ),
  SQL: written(
    hardPassword,
    s => `CREATE USER app WITH PASSWORD '${s}';`,
    s => `CREATE USER 'app'@'%' IDENTIFIED BY '${s}';`,
    s => `ALTER ROLE app PASSWORD '${s}' VALID UNTIL 'infinity';`,
  ),
  'Telegram, address': written(
    drawnFrom(/^[1-9][0-9]{9}:AA[A-Za-z0-9_-]{33}$/),
    s => `https://api.telegram.org/bot${s}/sendMessage`,
  ),
  'file of passwords': written(
    password,
    s => `machine git.internal login me password ${s}\n`,
    s => `machine git.internal\n  login me\n  password ${s}\n`,
    s => `requirepass ${s}\n`,
  ),
  'registry of packages': written(
    mixed,
    s => `//registry.internal/:_authToken=${s}`,
    s => `//registry.internal/:_password="${s}"`,
    s => `npmAuthToken: "${s}"`,
    s => `[pypi]\nusername = __token__\npassword = ${s}\n`,
    s => `{"auths": {"registry.internal": {"auth": "${s}"}}}`,
    s => `machine github.com login ${s} password x-oauth-basic`,
  ),
  Kubernetes: written(
    base64,
    s => `kind: Secret\ndata:\n  password: ${s}\n`,
    s => `kind: Secret\ndata:\n  tls.key: ${s}\n`,
    s => `users:\n- user:\n    client-key-data: ${s}\n`,
    s => `users:\n- user:\n    token: ${s}\n`,
  ),
  'Django key': written(
    drawnFrom(/^django-insecure-[a-z0-9!@#$%^&*(_=+-]{50}$/),
    s => `SECRET_KEY = '${s}'`,
    s => `SECRET_KEY = "${s}"`,
  ),
};
