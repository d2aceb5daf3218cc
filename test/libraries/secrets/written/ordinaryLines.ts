// Over 200 lines: the lines themselves. JeongJaeSoon/agent-guard #171 reports some that were masked with a bracket.

const written: Readonly<Record<string, string>> = {
  TypeScript: `
const password = form.elements.password.value;
const token = await getToken(options.tokenProvider);
async login(username: string, password: string): Promise<Session> {
const { apiKey, secret } = readSettings();
  password?: string;
  readonly token: string | undefined;
if (!password || password.length < 8) throw new Error('Password must have at least 8 characters');
throw new Error("The password is not correct, please enter it again.");
headers: { Authorization: \`Bearer \${token}\`, 'X-Api-Key': apiKey },
const cacheKey = 'user-profile-v2:settings';
const publicKey = "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEvTZ1fA9l";
const tokenAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
items.map(item => ({ key: "7c9e6679-7425-40de-944b-e07fc1f90ae7", label: item.label }))
return this.http.post('/auth/token', { grantType: 'password', password });
const secretName = 'prod/db/credentials';
export const PASSWORD_MIN_LENGTH = 12;
export const TOKEN_TTL_MS = 15 * 60 * 1000;
const key = event.key === 'Enter' ? 'submit' : event.key;
localStorage.setItem('theme-token', theme);
const tokens = text.split(/\\s+/).filter(token => token !== '');
type Credentials = { readonly user: string; readonly password: string };
await page.fill('#password', process.env.TEST_PASSWORD ?? '');
await page.locator('input[type=password]').fill(password);
<input type="password" name="password" placeholder="Enter your password" required />
const apiKey = process.env["OPENAI_API_KEY"];
expect(parse(token)).toEqual({ kind: 'identifier', text: 'password1' });
const primaryKey = 'customer_id';
new KeyboardShortcut({ key: 'ctrl+shift+k2', label: 'Delete line' });
const maxTokens = 4096, tokenBudget = 128_000;
signal.throwIfAborted(); const cancellationToken = source.token;
const passwordHash = await hash(password, saltRounds);
if (secret === undefined) return failure('no-secret');
const accessToken = (await client.getTokens()).accessToken;
keyStore.set(target.id, await window.showInputBox({ password: true, prompt: 'API key' }));
const tokenUrl = 'https://auth.example.com/oauth2/v2.0/token';
"password.reset.title": "Reset your password in 2 steps",
const secretKeyRef = { name: 'api-credentials', key: 'api-key-2024' };
export type TokenType = 'access_token' | 'refresh_token' | 'id_token';
`,
  Python: `
requests.get(url, auth=HTTPBasicAuth(username=username, password=password))
def connect(host, user, password=None, token=None, timeout=30):
self._password = password
password = getpass.getpass("Password: ")
token = os.environ["GITHUB_TOKEN"]
api_key = config["openai"]["api_key"]
user.set_password(form.cleaned_data["password1"])
if not check_password_hash(user.password_hash, password):
raise ValueError("password must contain at least 1 digit")
secret = secrets.token_urlsafe(32)
key = lambda item: item[1]
sorted(tokens, key=lambda token: token.start)
for key, value in settings.items():
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
auth = (auth[0], auth[1])
conn = psycopg.connect(host=host, user=user, password=password)
client = boto3.client("s3", aws_access_key_id=access_key, aws_secret_access_key=secret_key)
token_type = "urn:ietf:params:oauth:token-type:jwt"
tokenizer = AutoTokenizer.from_pretrained("bert-base-uncased", use_auth_token=True)
pad_token = "<|endoftext|>"
eos_token_id = 50256
SECRET_KEY = env("DJANGO_SECRET_KEY")
API_KEY = settings.API_KEY
credentials = service_account.Credentials.from_service_account_file("key.json")
assert response.json()["token"] == token
password: str = Field(min_length=8, max_length=64)
secret: SecretStr | None = None
df.sort_values(by="key", ascending=False)
cache_key = f"user:{user_id}:permissions:v3"
parser.add_argument("--password", help="password of the database user", default=None)
parser.add_argument("--api-key", dest="api_key", required=True)
logger.info("token refreshed, expires in %d seconds", token.expires_in)
token = request.headers.get("Authorization", "").removeprefix("Bearer ")
class PasswordResetForm(forms.Form):
public_key = load_pem_public_key(data, backend=default_backend())
def test_login_with_wrong_password(client, user): ...
new_password1 = forms.CharField(label="New password", widget=forms.PasswordInput)
keys = [k for k in d if k.startswith("secret_")]
`,
  Go: `
func Login(ctx context.Context, user, password string) (*Token, error) {
token := r.Header.Get("X-Auth-Token")
password := os.Getenv("DB_PASSWORD")
req.SetBasicAuth(cfg.Username, cfg.Password)
if token == "" || !token.Valid {
return nil, errors.New("invalid token: signature mismatch")
type Credentials struct { Username, Password string }
Password string \`json:"password" yaml:"password"\`
APIKey   string \`env:"API_KEY,required"\`
key := fmt.Sprintf("session:%s:%d", user.ID, version)
hash, err := bcrypt.GenerateFromPassword([]byte(password), bcrypt.DefaultCost)
secretName := types.NamespacedName{Name: "db-credentials", Namespace: ns}
ErrPasswordTooShort = errors.New("password is too short")
tok, err := conf.Exchange(ctx, code)
cmd.Flags().StringVar(&opts.Password, "password", "", "password for the registry")
privateKey, err := rsa.GenerateKey(rand.Reader, 2048)
case token.IDENT, token.INT, token.STRING:
const tokenPrefix = "Bearer "
log.Printf("token for %s expires at %s", user, token.Expiry)
keys := make([]string, 0, len(secrets))
sort.Slice(keys, func(i, j int) bool { return keys[i] < keys[j] })
secret, err := client.CoreV1().Secrets(ns).Get(ctx, name, metav1.GetOptions{})
cfg.Token = viper.GetString("github.token")
assert.Equal(t, "password", field.Name)
mux.HandleFunc("/oauth2/token", tokenHandler)
var DefaultTokenTTL = 24 * time.Hour
password, ok := url.User.Password()
"sha256:" + hex.EncodeToString(key[:])
ctx = context.WithValue(ctx, userKey, user)
if subtle.ConstantTimeCompare([]byte(token), []byte(want)) != 1 {
opts = append(opts, WithToken(token), WithSecret(secret))
publicKey, _ := x509.ParsePKIXPublicKey(der)
tokens[i], tokens[j] = tokens[j], tokens[i]
defer wipe(password)
APIKeyHeader = "X-API-Key"
flag.String("key-file", "/etc/ssl/private/server.key", "path of the private key")
return jwt.Parse(raw, func(t *jwt.Token) (any, error) { return secret, nil })
`,
  Java: `
private String password;
public void setPassword(String password) { this.password = password; }
String token = config.getToken();
String apiKey = System.getenv("API_KEY");
@Value("\${spring.datasource.password}") private String dbPassword;
if (password == null || password.isEmpty()) {
throw new BadCredentialsException("Wrong user name or password");
UsernamePasswordAuthenticationToken token = new UsernamePasswordAuthenticationToken(user, password);
http.authorizeRequests().antMatchers("/login", "/token").permitAll();
PasswordEncoder encoder = new BCryptPasswordEncoder(12);
private static final String TOKEN_HEADER = "X-Auth-Token";
private static final String SECRET_PATH = "/run/secrets/db_password";
KeyStore keyStore = KeyStore.getInstance("PKCS12");
char[] keyPassword = System.console().readPassword("Key password: ");
map.put("key", value);
map.computeIfAbsent(key, ignored -> new ArrayList<>());
Key key = Keys.secretKeyFor(SignatureAlgorithm.HS256);
assertThat(tokens).extracting(Token::getType).containsExactly(IDENTIFIER, NUMBER);
log.debug("Token {} expired at {}", token.getId(), token.getExpiry());
@NotBlank @Size(min = 8, max = 72) String newPassword,
Connection c = DriverManager.getConnection(url, user, password);
new PasswordAuthentication(userName, password.toCharArray());
StringTokenizer tokenizer = new StringTokenizer(line, ",");
enum TokenKind { KEYWORD, IDENTIFIER, LITERAL2 }
PublicKey publicKey = keyFactory.generatePublic(spec);
return Objects.hash(user, password, token);
String secret = secretsManager.getSecretValue(request).secretString();
request.setAttribute("csrfToken", csrfToken.getToken());
properties.setProperty("user", user); properties.setProperty("password", password);
int keyLength = 256, iterationCount = 65536;
SecretKeyFactory factory = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256");
@Column(name = "password_hash", nullable = false, length = 60)
Optional<String> token = Optional.ofNullable(header).map(h -> h.substring(7));
PrimaryKey primaryKey = new PrimaryKey("ORDER_ID", 1);
case KEY_PRESSED -> handler.keyPressed(event);
/** The secret is rotated every 30 days; see TokenRotation2. */
String keyAlias = "upload-key-2024";
`,
  shell: `
read -s -p "Password: " password
export API_KEY="$(cat ~/.config/api_key)"
PASSWORD=$1
TOKEN=\${TOKEN:?set a token first}
echo "usage: login --user NAME --password PASSWORD"
if [ -z "$TOKEN" ]; then echo "no token" >&2; exit 1; fi
curl -H "Authorization: Bearer $TOKEN" "$API_URL/v1/items"
curl -u "$USER:$PASSWORD" https://example.com/api
ssh-keygen -t ed25519 -f ~/.ssh/id_ed25519 -N ""
gpg --recv-keys "$KEY_ID"
openssl rand -hex 32 > secret.key
docker login -u "$DOCKER_USER" --password-stdin < token.txt
kubectl create secret generic db --from-literal=password="$DB_PASSWORD"
kubectl get secret db -o jsonpath='{.data.password}' | base64 -d
aws secretsmanager get-secret-value --secret-id prod/db --query SecretString
helm upgrade app ./chart --set auth.existingSecret=db-credentials
gh auth token | docker login ghcr.io -u me --password-stdin
vault kv get -field=password secret/data/app
mysql -u root -p"$MYSQL_ROOT_PASSWORD" < schema.sql
psql "postgresql://$PGUSER:$PGPASSWORD@$PGHOST/$PGDATABASE"
TOKEN_FILE=/var/run/secrets/kubernetes.io/serviceaccount/token
unset PASSWORD TOKEN SECRET
for key in "\${!tokens[@]}"; do echo "$key"; done
test -n "$SECRET" || die "SECRET is not set"
KEYBOARD=de-latin1 MONKEY=banana-1 BYPASS=always-1 npm test
API_TOKEN=<your token> ./deploy.sh
export NPM_TOKEN=\${{ secrets.NPM_TOKEN }}
PASSWORD="\${PASSWORD:-}"
sed -i "s/@PASSWORD@/$PASSWORD/" config.xml
passwd --expire alice
sudo -k; sudo -v -p "password for %u: "
git config --global credential.helper store
GIT_ASKPASS=/usr/bin/ksshaskpass git fetch
ssh -i "$KEY_FILE" -o PasswordAuthentication=no host
keytool -list -keystore trust.jks -storepass "$STORE_PASSWORD"
htpasswd -c .htpasswd alice
sshpass -p "$PASSWORD" ssh me@host uptime
`,
  YAML: `
password: \${DB_PASSWORD}
token: \${{ secrets.GITHUB_TOKEN }}
  secretKeyRef: { name: db, key: password }
  - name: API_KEY
  valueFrom: { secretKeyRef: { name: api, key: api-key } }
password: "{{ vault_db_password }}"
secretName: my-app-tls
existingSecret: postgres-credentials
key: app.kubernetes.io/name
cache-key: v1-deps-{{ checksum "package-lock.json" }}
key: \${{ runner.os }}-node-\${{ hashFiles('**/package-lock.json') }}
token_url: https://auth.example.com/oauth/token
type: password
format: password
description: The password has 8 to 64 characters.
password: changeme
api_key: null
token: ~
secret: ""
passwordSecret: db-password
tokenExpirySeconds: 3600
password_min_length: 12
apiKey: <your api key>
key: value
keys: [id, name, created_at2]
  key: public
partition_key: order_id
publicKey: MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE
auth: { type: basic, username: app, passwordFrom: vault }
password: !vault |
password: !Ref DatabasePassword
secret: !Sub 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:db'
token: file:/run/secrets/token
password: vault:secret/data/app#password
password: ENC[AES256_GCM,data:abc]
    - password
  required: [user, password, token2]
`,
  SQL: `
ALTER ROLE app PASSWORD NULL;
CREATE USER app IDENTIFIED BY ?;
SELECT id, password_hash FROM users WHERE token = $1;
UPDATE users SET password = :password WHERE id = :id;
INSERT INTO tokens (user_id, token, expires_at) VALUES ($1, $2, now() + interval '1 hour');
password VARCHAR(72) NOT NULL,
token CHAR(64) UNIQUE,
PRIMARY KEY (order_id, line_no2),
FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE CASCADE,
CREATE INDEX token_expiry_idx ON tokens (expires_at);
-- the key of the row is never reused
GRANT SELECT (user_name) ON users TO reporting;
WHERE api_key IS NOT NULL AND secret <> ''
DROP TABLE password_resets2;
COMMENT ON COLUMN users.password IS 'bcrypt, 12 rounds';
ALTER TABLE users ADD COLUMN secret_question text DEFAULT '';
SELECT encode(digest(token, 'sha256'), 'hex') FROM tokens;
CREATE TYPE token_kind AS ENUM ('access', 'refresh', 'id2');
key_column_usage kcu ON kcu.constraint_name = tc.constraint_name
SET password_encryption = 'scram-sha-256';
ALTER USER me PASSWORD EXPIRE INTERVAL 90 DAY;
CREATE ROLE app LOGIN PASSWORD :'app_password';
SELECT pgp_sym_decrypt(secret, current_setting('app.key')) FROM vault;
`,
  other: `
const apiKey = process.env.API_KEY;
password = os.environ["DB_PASSWORD"]
password = os.environ.get("DB_PASSWORD")
export const API_KEY = config.apiKey;
API_KEY=\${API_KEY:?required}
login(user, auth[1])
return connect(user=user, password=None)
also the admin password is wrong, and the password is the same as on staging
'password' => 'required|min:8|confirmed',
'password' => Hash::make($request->password),
$password = $_POST['password'] ?? '';
define('AUTH_KEY', getenv('AUTH_KEY'));
public string Password { get; set; } = string.Empty;
services.Configure<TokenOptions>(Configuration.GetSection("Token"));
var token = await tokenService.CreateAsync(user, cancellationToken);
[Required, DataType(DataType.Password)] public string NewPassword { get; set; }
let token: String = try keychain.get("access-token")
let password = env::var("DB_PASSWORD")?;
pub struct Token<'a> { kind: TokenKind, text: &'a str }
match token { Token::Ident(name) => name, Token::Number(n) => n.to_string() }
password = params[:password]
validates :password, length: { minimum: 8 }, confirmation: true
has_secure_password validations: false
char *token = strtok(line, " ");
static const struct key_entry keys[] = { { "enter", KEY_ENTER }, { "f1", KEY_F1 } };
password = var.db_password
api_key = data.vault_generic_secret.app.data["api_key"]
variable "db_password" { type = string, sensitive = true }
$Password = Read-Host -AsSecureString "Password"
$cred = Get-Credential -Message "Enter your password"
New-Object PSCredential($user, $securePassword)
<label for="password">Password (at least 8 characters)</label>
<password>\${db.password}</password>
<add key="ApiKey" value="" />
<TextBox PasswordChar="*" Name="passwordBox1" />
"password": "Enter your password",
"token.label": "Access token (optional)",
"passwordHint": "8 to 64 characters, with a digit",
"key": "550e8400-e29b-41d4-a716-446655440000",
"apiKey": "\${env:API_KEY}",
"errors": { "password": "Passwords do not match!" },
"secretlint": "^11.2.4", "jsonwebtoken": "9.0.2", "keytar": "7.9.0",
The token is sent in the header X-Auth-Token; see section 4.2.
Passwörter haben mindestens 8 Zeichen, das Passwort bitte zweimal eingeben.
La contraseña debe tener al menos 8 caracteres.
Введите пароль ещё раз: пароль неверный.
密码不正确,请重新输入。
Rotate the key every 90 days, and never commit a password.
public static final int VK_KEY_1 = 0x31;
.password-field-1 { color: #a1b2c3; }
#password-2:focus-visible { outline: 2px solid; }
const val KEY_USER_ID2 = "user_id2"
token_count2 = 0; max_tokens_per_minute = 100_000
fn verify(key: &[u8; 32], token: &str) -> Result<Claims, Error> {
password | type, required2 | notes
`,
};

/** By language: lines that speak of passwords, tokens and keys and hold none. Each is one that people write. */
export const ordinaryLines: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(written).map(([language, lines]) => [language, lines.split('\n').filter(line => line !== '')]),
);
