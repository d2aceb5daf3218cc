import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scanSecrets } from '../../../src/libraries/secrets.ts';

/** As an attack wrote them: nothing but the place says that it is a secret. */
const written: readonly ((secret: string) => string)[] = [
  s => `curl -uadmin:${s} https://example.com`,
  s => `curl --proxy-user me:${s} https://example.com`,
  s => `ldapsearch -x -w ${s} -b dc=example`,
  s => `cqlsh -u me -p ${s}`,
  s => `sqlcmd -S host -U sa -P ${s}`,
  s => `openssl enc -aes-256-cbc -k ${s} -in file`,
  s => `keytool -storepass ${s} -list`,
  s => `zip -P ${s} all.zip file`,
  s => `7z x -p${s} all.7z`,
  s => `smbclient -U me%${s} //server/share`,
  s => `net user bob ${s} /add`,
  s => `rabbitmqctl add_user bob ${s}`,
  s => `htpasswd -bc file bob ${s}`,
  s => `vault login ${s}`,
  s => `echo ${s} | docker login -u me --password-stdin`,
  s => `echo "${s}" | sudo -S ls`,
  s => `echo "bob:${s}" | chpasswd`,
  s => `setenv DB_PASSWORD ${s}`,
  s => `set -x DB_PASSWORD ${s}`,
  s => `masterauth ${s}`,
  s => `bindpw ${s}`,
  s => `psk="${s}"`,
  s => `db := "app:${s}@tcp(db:3306)/shop"`,
  s => `f"postgresql://{user}:${s}@{host}/db"`,
  s => `- value: "${s}"\n  name: DB_PASSWORD`,
  s => `<input value="${s}" type="password">`,
  s => `<key>Password</key>\n<string>${s}</string>`,
  s => `char password[] = "${s}";`,
  s => `Dim password As String = "${s}"`,
  s => `const password: []const u8 = "${s}";`,
  s => `std::string password{"${s}"};`,
  s => `createHmac('sha256', '${s}')`,
  s => `cookieParser('${s}')`,
  s => `jwt.sign(payload, '${s}')`,
  s => `Cookie: theme=dark; sid=${s}0123Ab`,
  s => `db.internal:5432:shop:app:${s}\n`,
  s => `*:*:*:postgres:${s}\n`,
  s => `machine git.internal\nlogin me\npassword ${s}\n`,
  s => `[client]\nuser=root\npassword=${s}\nhost=db\n`,
  s => `const token = dev ? "test" : "${s}";`,
  s => `const token = env === 'dev' ? '${s}' : load();`,
  s => `const secret = options.secret ?? "${s}";`,
  s => `$password = $_ENV['P'] ?? '${s}';`,
  s => `password = ENV.fetch('DB_PASSWORD') { '${s}' }`,
  s => `token = dev and '${s}' or 'x'`,
  s => `val password = config.getString("x").getOrElse("${s}")`,
  s => `def password\n  "${s}"\nend`,
  s => `func password() string {\n\treturn "${s}"\n}`,
  s => `var apiKey: String { "${s}" }`,
  s => `- name: DB_PASSWORD\n  # the one of last year\n  value: ${s}\n`,
  s => `<add\n  key="DbPassword"\n  value="${s}"\n/>`,
  s => `<add value="${s}" key="DbPassword"/>`,
  s => `<setting name="Password" serializeAs="String">\n  <value>${s}</value>\n</setting>`,
  s => `helm upgrade x ./c --set a=b,db.password=${s},c=d`,
  s => `java -Ddb.password=${s} -jar app.jar`,
  s => `    mysql_user: name=x password=${s} priv=*.*:ALL state=present`,
  s => `  password = <<-EOT\n    ${s}\n  EOT\n`,
  s => `(def ^:private api-key "${s}")`,
  s => `config :app, App.Repo,\n  username: "postgres",\n  password: "${s}",\n`,
  s => `[DefaultValue("${s}")]\npublic string Password { get; set; }`,
  s => `#[arg(long, default_value = "${s}")]\n    password: String,`,
  s => `@Value("\${db.password:${s}}")\nprivate String x;`,
  s => `.option('password', { type: 'string', default: '${s}' })`,
  s => `{{ db_password | default('${s}') }}`,
];

for (const secret of ['Kx92mvQpLz8w', 'hunter2024blue', 'tR7!vq_Zm2xK'])
  test(`a secret that is told by its place alone is masked: ${secret}`, async () => {
    const left: string[] = [];
    for (const write of written) {
      const text = write(secret);
      const at = text.indexOf(secret);
      const isCookie = text.startsWith('Cookie') && /[!_]/.test(secret); // no cookie has such signs
      const findings = await scanSecrets(text);
      if (!isCookie && !findings.some(({ start, end }) => start <= at && end >= at + secret.length)) left.push(text);
    }
    assert.deepEqual(left, []);
  });

test('what stands in such a place and is none is left as it is', async () => {
  const found: string[] = [];
  for (const line of [
    'curl -u "$USER:$PASSWORD" https://example.com',
    'ldapsearch -w "$PW" -b dc=example',
    'zip -P "$ZIP" all.zip',
    'echo "$TOKEN" | docker login --password-stdin',
    'net user bob /delete',
    'vault login -method=github',
    'set -x PATH $HOME/bin',
    'cookieParser(secret)',
    'char token[] = "token";',
    'const token{"name"}',
    'value: "1.2.3"\nname: version',
    'jwt.verify(token, "HS256")',
    'setenv API_KEY $KEY',
    'unzip -p all.zip file.txt',
    'std::string token{"access_token"};',
    'psql -p 5432',
    'Cookie: theme=dark',
    'rootpw --lock',
    'src/main.c:1234:12:error:expected1',
    'const token = isOpen ? "open" : "close";',
    'const password = isShown ? "text" : "password";',
    'getPassword(): string {\n    return this.password;\n  }',
    'getToken() { return "access_token"; }',
    'get passwordLabel() { return "Your password 1"; }',
    'const getToken = () => "token";',
    '@Value("${db.password}")',
    '@Value("${db.password:#{null}}")',
    'password: ${DB_PASSWORD:?must be set}',
    'X="${TOKEN:-$OTHER}"',
    '- name: DB_PASSWORD\n  valueFrom:\n    secretKeyRef:\n      name: db-secret-1\n',
    '<password>\n  ${db.password}\n</password>',
    '<label for="password">\n  Password\n</label>',
    '<input name="password" type="password">\n<p>Step 2 of 3</p>',
    'helm upgrade x ./c --set db.existingSecret=db-credentials',
    'docker run -e DB_PASSWORD -e API_TOKEN="$API_TOKEN" image',
    'root:x:0:0:root:/root:/bin/bash',
    'text.replace(/(a)(b)/, "$1$2$1$")',
    '{{ password | default(omit) }}',
  ])
    for (const { start, end } of await scanSecrets(line)) found.push(line.slice(start, end));
  assert.deepEqual(found, []);
});
