// Over 200 lines: the table of what people have written, and reported as missed or as masked with the code around it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scanSecrets } from '../../../src/libraries/secrets.ts';

/** The text with every finding as «…». */
async function shown(text: string): Promise<string> {
  const found = (await scanSecrets(text)).toSorted((a, b) => a.start - b.start);
  let [masked, from] = ['', 0];
  for (const { start, end } of found) {
    if (end <= from) continue;
    masked += `${text.slice(from, Math.max(from, start))}${start < from ? '' : '«»'}`;
    from = end;
  }
  return masked + text.slice(from);
}

const drawn = '9fK2mQ7xT4bL8wZ3vN6cR1yH5dJ0sG';
const hex = '8f14e45fceea167a5a36dedd4bea2543c9f0f895fb98ab91';
const long = 'aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY3zA5'.repeat(60);

/** By what it shows: the text, and what is left of it. */
const cases: Readonly<Record<string, readonly (readonly [text: string, masked: string])[]>> = {
  'a value is masked to its end, however long': [
    [`REFRESH_TOKEN=${long}`, 'REFRESH_TOKEN=«»'],
    [`refresh_token: ${long}\nport: 1`, 'refresh_token: «»\nport: 1'],
    [`{"accessToken":"${long}","a":1}`, '{"accessToken":"«»","a":1}'],
    [`const apiKey = '${long}';`, "const apiKey = '«»';"],
    [`tool --api-key ${long} --yes`, 'tool --api-key «» --yes'],
    [`GET /items?token=${long}&page=2`, 'GET /items?token=«»&page=2'],
  ],
  'passwords with blanks': [
    ['smtp_password = "abcd efgh ijkl mnop"', 'smtp_password = "«»"'],
    ["define('WP_APP_PASSWORD', 'AbCd 12eF gH34 5iJk LmN6 78oP');", "define('WP_APP_PASSWORD', '«»');"],
    ['passphrase: "correct horse battery staple"', 'passphrase: "«»"'],
    ['password: My d0g! is Rex', 'password: «»'],
  ],
  'quotes, backslashes and brackets in a password': [
    [`password = "a$&b'9!x"`, 'password = "«»"'],
    [`password = 'a"b9!x'`, "password = '«»'"],
    [`{"password":"a\\"b9!x"}`, '{"password":"«»"}'],
    [`password = 'it''s9!'`, "password = '«»'"],
    [`connect({ password: 'p)9]x!' })`, `connect({ password: '«»' })`],
    [`f(password="ab(c9!", timeout=5)`, 'f(password="«»", timeout=5)'],
  ],
  '@ and / in the password of an address (amacneil/dbmate #785, malloydata/publisher #915)': [
    ['postgres://user:oRAND44@leaked_part@host:5432/db', 'postgres://user:«»@host:5432/db'],
    ['postgres://user:oRA/ND4@4x@host:5432/db?x=1', 'postgres://user:«»@host:5432/db?x=1'],
    ['"redis://:p@ss/w0rd!@cache:6379/0", true', '"redis://:«»@cache:6379/0", true'],
    ['https://me:s3cr3t@example.com/@scope/name', 'https://me:«»@example.com/@scope/name'],
    ['https://example.com/@scope/name', 'https://example.com/@scope/name'],
    [
      'see http://localhost:3000/@scope/a and mail me@example.com',
      'see http://localhost:3000/@scope/a and mail me@example.com',
    ],
  ],
  'connection strings (gitleaks/gitleaks #1319, Yelp/detect-secrets #699, MapServer/MapServer #7046, #7048)': [
    ['"DbConnString": "secret=123&password=p@55w0rd",', '"DbConnString": "secret=123&password=«»",'],
    ['"Password": "czsdsdfaereSDFC$FFSD"', '"Password": "«»"'],
    [
      '"Data Source=sis2:1521/dprod;User ID=svcacct;Password=svcacctpass;"',
      '"Data Source=sis2:1521/dprod;User ID=svcacct;Password=«»;"',
    ],
    ['"SQL2019;DATABASE=x;password=Passw0rd with space;uid=sa;"', '"SQL2019;DATABASE=x;password=«»;uid=sa;"'],
    [
      '"Driver={ODBC Driver 17 for SQL Server};pwd={Password;12!};uid=sa;"',
      '"Driver={ODBC Driver 17 for SQL Server};pwd={«»};uid=sa;"',
    ],
    [
      '"host=db port=5432 user=app password=s3cr3tpw dbname=shop"',
      '"host=db port=5432 user=app password=«» dbname=shop"',
    ],
  ],
  'names in other languages': [
    ['Passwort: "geHeim12!"', 'Passwort: "«»"'],
    ['contraseña = "geHeim12!"', 'contraseña = "«»"'],
    ['senha: geHeim12!', 'senha: «»'],
    ['пароль = "geHeim12!"', 'пароль = "«»"'],
    ['Пароль: geHeim12!', 'Пароль: «»'],
    ['密码：geHeim12!', '密码：«»'],
    ['数据库密码是 "geHeim12!"', '数据库密码是 "«»"'],
    ['パスワード="geHeim12!"', 'パスワード="«»"'],
    ['mot de passe : "geHeim12!"', 'mot de passe : "«»"'],
    ['wachtwoord=geHeim12!', 'wachtwoord=«»'],
    ['hasło: "geHeim12!"', 'hasło: "«»"'],
  ],
  'key and value apart': [
    [`{"key":"api_token","value":"${drawn}"}`, '{"key":"api_token","value":"«»"}'],
    [`{"value":"${drawn}","key":"api_token"}`, '{"value":"«»","key":"api_token"}'],
    [`{ name = "DB_PASSWORD", value = "geHeim12!" }`, '{ name = "DB_PASSWORD", value = "«»" }'],
    [
      `variable "db_password" {\n  type    = string\n  default = "geHeim12!"\n}`,
      'variable "db_password" {\n  type    = string\n  default = "«»"\n}',
    ],
    [`<property name="password" value="geHeim12!"/>`, '<property name="password" value="«»"/>'],
    [`<entry key="password">geHeim12!</entry>`, '<entry key="password">«»</entry>'],
    [`auth: { user: 'me', pass: 'geHeim12!' }`, "auth: { user: 'me', pass: '«»' }"],
    [`auth:{user:"me",pass:'s3cret'}`, `auth:{user:"me",pass:'«»'}`],
  ],
  'calls that log in': [
    [`login('me', 'geHeim12!')`, `login('me', '«»')`],
    [`client.login("me@example.com", "hunter2!")`, 'client.login("me@example.com", "«»")'],
    [`authenticate("me", "geHeim12!");`, 'authenticate("me", "«»");'],
    [`HTTPBasicAuth('me', 'geHeim12!')`, `HTTPBasicAuth('me', '«»')`],
    [`requests.get(url, auth=("me", "geHeim12!"))`, 'requests.get(url, auth=("me", "«»"))'],
    [`request.SetBasicAuth("me", "geHeim12!")`, 'request.SetBasicAuth("me", "«»")'],
    [`new NetworkCredential("me", "geHeim12!")`, 'new NetworkCredential("me", "«»")'],
    [`DriverManager.getConnection(url, "me", "geHeim12!")`, 'DriverManager.getConnection(url, "me", "«»")'],
    [
      `new PSCredential("me", (ConvertTo-SecureString "geHeim12!" -AsPlainText -Force))`,
      'new PSCredential("me", (ConvertTo-SecureString "«»" -AsPlainText -Force))',
    ],
    [
      `ConvertTo-SecureString -String 'geHeim12!' -AsPlainText -Force`,
      `ConvertTo-SecureString -String '«»' -AsPlainText -Force`,
    ],
  ],
  'signs at the beginning and in the middle (Yelp/detect-secrets #852, #458, betterleaks/betterleaks #160, gitleaks/gitleaks #1833, #1958)':
    [
      ['a_password = +eTxoi3271x', 'a_password = «»'],
      ['env:\n  PASSWORD: dY^5Ke76gdSiF', 'env:\n  PASSWORD: «»'],
      ['  ANODOT_TOKEN: uvqcblfxi1d3ohvwjftgb59e3mba1x98', '  ANODOT_TOKEN: «»'],
      ['password: #exFfrbtEpo&RaTkZ#%\\*zFgS', 'password: «»'],
      ["password='3vkqtLrifry7PrehhRRMtSStLY%'", "password='«»'"],
      ['username = me\npassword = 8ThyF#1*@96%dYt!xWHDxdYf\n', 'username = me\npassword = «»\n'],
    ],
  'whatever stands before it on the line (gitleaks/gitleaks #2223)': [
    [
      `{ "service": "svc", "operation": "AuthService.register", "auth_token": "aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY3zA5" }`,
      '{ "service": "svc", "operation": "AuthService.register", "auth_token": "«»" }',
    ],
    [
      `{ "service": "svc", "operation": "AuthService.register", "duration_p50_ms": 45 }`,
      `{ "service": "svc", "operation": "AuthService.register", "duration_p50_ms": 45 }`,
    ],
  ],
  'told in prose (vshulcz/deja-vu #3730)': [
    [
      'also the admin password is hunter2-not-a-real!, do not put it in code',
      'also the admin password is «», do not put it in code',
    ],
    [
      'the password is wrong. The passphrase is stored in 1Password',
      'the password is wrong. The passphrase is stored in 1Password',
    ],
    ['пароль это неправильный', 'пароль это неправильный'],
  ],
  'blocks of YAML and documents in a shell (Yelp/detect-secrets #439)': [
    [`stringData:\n  password: |\n    geHeim12!\n  port: 1`, 'stringData:\n  password: |\n    «»\n  port: 1'],
    [`  api_token: >-\n    ${drawn}\n`, '  api_token: >-\n    «»\n'],
    [`key: &anchor\n  password: !!str "geHeim12!"`, 'key: &anchor\n  password: !!str "«»"'],
    [`db: {user: app, password: geHeim12!, port: 1}`, 'db: {user: app, password: «», port: 1}'],
  ],
  'literals with other marks than quotes, or more of them': [
    [`const TOKEN: &str = r#"${drawn}"#;`, 'const TOKEN: &str = r#"«»"#;'],
    [`let apiKey: String = #"${drawn}"#`, 'let apiKey: String = #"«»"#'],
    [`password = %q(${drawn})`, 'password = %q(«»)'],
    [`my $password = q{${drawn}};`, 'my $password = q{«»};'],
    [`@api_key ~s(${drawn})`, '@api_key ~s(«»)'],
    [`local api_key = [[${drawn}]]`, 'local api_key = [[«»]]'],
    [`local api_key = [==[${drawn}]==]`, 'local api_key = [==[«»]==]'],
    [`auto password = R"(${drawn})";`, 'auto password = R"(«»)";'],
    [`auto password = R"end(${drawn})end";`, 'auto password = R"end(«»)end";'],
    [`const apiKey = String.raw\`${drawn}\`;`, 'const apiKey = String.raw`«»`;'],
  ],
  'a type between name and value': [
    [`let api_key: &'static str = "${drawn}";`, `let api_key: &'static str = "«»";`],
    [`const API_KEY: [u8; 30] = *b"${drawn}";`, 'const API_KEY: [u8; 30] = *b"«»";'],
    [`const API_KEY: &[u8] = b"${drawn}";`, 'const API_KEY: &[u8] = b"«»";'],
    [`char password[] = "${drawn}";`, 'char password[] = "«»";'],
    [`const char apiKey[64] PROGMEM = "${drawn}";`, 'const char apiKey[64] PROGMEM = "«»";'],
  ],
  'what is made of a literal, and what stands in for a value that is not set': [
    [`var jwtSecret = []byte("${drawn}")`, 'var jwtSecret = []byte("«»")'],
    [`api_key: str = Field(default="${drawn}")`, 'api_key: str = Field(default="«»")'],
    [`API_KEY: z.string().default("${drawn}")`, 'API_KEY: z.string().default("«»")'],
    [
      `env::var("JWT_SECRET").unwrap_or_else(|_| "${drawn}".into())`,
      'env::var("JWT_SECRET").unwrap_or_else(|_| "«»".into())',
    ],
  ],
  'headers and commands': [
    [`aws configure set aws_secret_access_key ${drawn}`, 'aws configure set aws_secret_access_key «»'],
    [`curl -H "X-Api-Key: ${drawn}" https://example.com`, 'curl -H "X-Api-Key: «»" https://example.com'],
    [`curl --user 'me:ge Heim12!' https://example.com`, `curl --user 'me:«»' https://example.com`],
    [`Cookie: theme=dark; session_token=${drawn}; a=b`, 'Cookie: theme=dark; session_token=«»; a=b'],
    [`Authorization: Basic bWU6Z2VIZWltMTIh`, 'Authorization: Basic «»'],
    [`proxy_set_header X-Api-Key "${drawn}";`, 'proxy_set_header X-Api-Key "«»";'],
    [`git clone https://oauth2:${drawn}@gitlab.com/x.git`, 'git clone https://oauth2:«»@gitlab.com/x.git'],
  ],
  'the code around a value stays (JeongJaeSoon/agent-guard #171)': [
    [`f(apiKey="${hex}")`, 'f(apiKey="«»")'],
    [`f(token=${drawn})`, 'f(token=«»)'],
    [`[password=geHeim12!]`, '[password=«»]'],
    [`console.log(\`?token=${drawn}\`);`, 'console.log(`?token=«»`);'],
    [`x = {'password': 'geHeim12!'}`, "x = {'password': '«»'}"],
  ],
  'what is no secret': [
    ['BasicAuth(username=username, password=password)', 'BasicAuth(username=username, password=password)'],
    ['connect(user=user, password=None)', 'connect(user=user, password=None)'],
    ['login(user, auth[1])', 'login(user, auth[1])'],
    ['password = q(session, Password)', 'password = q(session, Password)'],
    ['token: [[setup-guide]]', 'token: [[setup-guide]]'],
    ['char password[MAX_LENGTH] = "";', 'char password[MAX_LENGTH] = "";'],
    ['secretKey = Field("secret_key")', 'secretKey = Field("secret_key")'],
    [
      'const cacheKey = "user:profile:v2", publicKey = "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEvT";',
      'const cacheKey = "user:profile:v2", publicKey = "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEvT";',
    ],
    ['{key: "7c9e6679-7425-40de-944b-e07fc1f90ae7"}', '{key: "7c9e6679-7425-40de-944b-e07fc1f90ae7"}'],
    ['login("form", "submit"); connect("localhost", "5432")', 'login("form", "submit"); connect("localhost", "5432")'],
  ],
};

for (const [what, rows] of Object.entries(cases)) {
  test(what, async () => {
    for (const [text, masked] of rows) assert.equal(await shown(text), masked);
  });
}
