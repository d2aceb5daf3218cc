import { formsOf } from '../guard/pathForm.ts';

/** Files that are made to hold secrets, by what their name ends with or is. Compared in lower case. */
const names = [
  /^\.env(?:[._-].+|rc)?$/,
  /^.+\.env$/,
  /^\.(?:npmrc|yarnrc|netrc|pgpass|my\.cnf|git-credentials|pypirc|htpasswd|dockercfg|s3cfg|boto|vault-token|terraformrc)$/,
  /^\.(?:dev\.vars(?:\..+)?|secrets?(?:\..+)?|credentials?(?:\..+)?|databrickscfg|snowsql|mylogin\.cnf|msmtprc|fetchmailrc|rclone\.conf|passwd)$/,
  /^_netrc$/,
  /^id_(?:rsa|dsa|ecdsa|ed25519)(?:_sk)?(?:[._-].*)?$/,
  /\.(?:pem|key|pfx|p12|p8|pkcs12|jks|keystore|kdbx?|ppk|asc|gpg|ovpn|tfvars|tfstate|mobileprovision|publishsettings|agekey)$/,
  /\.tf(?:vars|state)\.(?:json|backup)$/,
  /^(?:credentials?|secrets?|passwords?|apikeys?|api[-_]keys?)(?:\.(?:json|ya?ml|toml|ini|cfg|conf|properties|txt|xml|csv|env))?$/,
  /^[^/]*[-_.]secrets?\.(?:json|ya?ml|toml)$/,
  /^secrets?[-_.][^/]*\.(?:json|ya?ml|toml)$/,
  /^(?:client_secret|service[-_]?account|application_default_credentials)[^/]*\.json$/,
  /^(?:master|credentials\.yml)\.(?:key|enc)$/,
  // clusters
  /^(?:[^/]*[-_.])?kubeconfig(?:[-_.][^/]*)?$/,
  /^(?:admin|super-admin|kubelet|controller-manager|bootstrap-kubelet)\.conf$/,
  // frameworks: settings that are written by hand for one machine or stage
  /^appsettings\.[^/]+\.json$/,
  /^local\.settings\.json$/,
  /^wp-config(?:-[^/]*)?\.php$/,
  /^rclone\.conf$/,
  /^keys?\.properties$/,
  /^keystore\.properties$/,
  // what was typed into a shell or a database, and what browsers and clients keep
  /^\.(?:bash|zsh|sh|fish|psql|mysql|sqlite|mongo|rediscli|node_repl|python|irb|pry)_history$/,
  /^(?:logins\.json|login data|cookies|cookies\.sqlite|key4\.db|signons\.sqlite|sitemanager\.xml|recentservers\.xml)$/,
  /^(?:wallet\.dat|utc--\d{4}-.*|wg\d{0,3}\.conf|ssh_host_[a-z0-9]+_key|kaggle\.json|\.?vault[-_]pass(?:word)?(?:\.[a-z]+)?)$/,
  /^\.(?:sentryclirc|linode-cli|flaskenv|rediscli_auth)$/,
  /^env\.(?:local|prod|production|staging|stage|live)$/,
  /^(?!.{300}).*firebase-adminsdk-?[a-z0-9-]{0,40}\.json$/,
  // assistants
  /^\.credentials\.json$/,
  /^oauth_creds\.json$/,
  /^auth\.json$/,
  /^access_tokens?\.json$/,
];

/** Folders whose files count as secret, whatever they are called. */
const folders = [/^\.(?:aws|azure|gnupg|ssh|kube|password-store|oci|aliyun|fly|secrets?)$/];

/** Folders of which these files are secret. */
const inFolder: Readonly<Record<string, RegExp>> = {
  '.docker': /^config\.json$/,
  gcloud: /^(?:credentials\.db|access_tokens\.db|.*\.json)$/,
  gh: /^hosts\.yml$/,
  'github-copilot': /^(?:hosts|apps)\.json$/,
  '.cargo': /^credentials(?:\.toml)?$/,
  '.m2': /^settings(?:-security)?\.xml$/,
  '.gem': /^credentials$/,
  '.gradle': /^gradle\.properties$/,
  '.composer': /^auth\.json$/,
  '.bundle': /^config$/,
  doctl: /^config\.yaml$/,
  glab: /^config\.yml$/,
  'glab-cli': /^config\.yml$/,
  hub: /^hub$/,
  heroku: /token/,
  '.terraform.d': /^credentials\.tfrc\.json$/,
  '.codex': /^(?:auth|config)\.(?:json|toml)$/,
  '.gemini': /^(?:settings|oauth_creds)\.json$/,
  '.continue': /^config\.(?:json|ya?ml)$/,
  '.wrangler': /^default\.toml$/,
  '.snowflake': /^(?:connections|config)\.toml$/,
  '.dbt': /^profiles\.yml$/,
  '.railway': /^config\.json$/,
  '.netlify': /^config\.json$/,
  '.ngrok2': /^ngrok\.yml$/,
  ngrok: /^ngrok\.yml$/,
  stripe: /^config\.toml$/,
  '.huggingface': /^(?:token|stored_tokens)$/,
  huggingface: /^(?:token|stored_tokens)$/,
  age: /^keys\.txt$/,
  config: /^(?=master\.(?:key|enc)$|.*?credentials).*\.(?:key|enc)$/s,
};

/** What an editor puts around the name of a file that is not yet saved. */
const unsaved = /^#(.+)#$/;

/** What is left of a file when it is put aside: `server.key.old` is as secret as `server.key`. */
const putAside =
  /(?:\.(?:old|orig|backup|bak|save|saved|swp|tmp|copy|disabled|\d{1,8})|~|[ _-]copy|[ _-]?\(\d{1,3}\))$/;

/** Public halves of keys, and templates that people write to show which secrets are needed. */
const harmless = [
  /\.pub$/,
  /^\.env(?:\.[^.]+)?\.(?:example|sample|template|dist|defaults?)$/,
  /(?:^|[._-])(?:example|sample|template)(?:\.[a-z]+)?$/,
  /^known_hosts$/,
  // checked in with every new project, and made to hold no secrets; one that does is masked like any other file
  /^appsettings\.development\.json$/,
];

/**
 * Is this a file made to hold secrets, which is never read for a prompt? By its name alone, in whatever spelling a file system
 * takes for it; `path` may use either kind of separator. A file that happens to hold a secret is another matter: `redact` masks those.
 */
export function isSecretFile(path: string): boolean {
  return [path.toLowerCase().split(/[\\/]+/), ...formsOf(path)].some(isSecretPath);
}

function isSecretPath(segments: readonly string[]): boolean {
  const parts = segments.slice(0, -1);
  const name = (segments.at(-1) ?? '').replace(unsaved, '$1');
  if (isSecretName(name, parts)) return true;
  const before = withoutEnding(name);
  return before !== name && isSecretName(before, parts);
}

function isSecretName(name: string, parts: readonly string[]): boolean {
  if (harmless.some(pattern => pattern.test(name))) return false;
  return (
    names.some(pattern => pattern.test(name)) ||
    parts.some(part => folders.some(pattern => pattern.test(part))) ||
    inFolder[parts.at(-1) ?? '']?.test(name) === true
  );
}

/** The name before it was put aside, perhaps twice. */
function withoutEnding(name: string): string {
  const once = name.replace(putAside, '');
  return once === '' ? name : once.replace(putAside, '') || once;
}
