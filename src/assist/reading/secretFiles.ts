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
  config: /^(?=master\.(?:key|enc)$|.*?credentials).*\.(?:key|enc)$/s,
};

/** What is left of a file when it is put aside: `server.key.old` is as secret as `server.key`. */
const putAside = /(?:\.(?:old|orig|backup|bak|save|saved|swp|tmp|copy|disabled|\d{1,8})|~|[ _-]copy)$/;

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
 * Is this a file made to hold secrets, which is never read for a prompt? By its name alone; `path` may use either kind of
 * separator. A file that happens to hold a secret is another matter: `redact` masks those.
 */
export function isSecretFile(path: string): boolean {
  const parts = path.toLowerCase().split(/[\\/]+/);
  const name = parts.pop() ?? '';
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
