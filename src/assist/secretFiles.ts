/** Files that are made to hold secrets, by what their name ends with or is. Compared in lower case. */
const names = [
  /^\.env(?:\..+|rc)?$/,
  /^.+\.env$/,
  /^\.(?:npmrc|yarnrc|netrc|pgpass|my\.cnf|git-credentials|pypirc|htpasswd|dockercfg|s3cfg|boto|vault-token|terraformrc)$/,
  /^_netrc$/,
  /^id_(?:rsa|dsa|ecdsa|ed25519)(?:_sk)?(?:[._-].*)?$/,
  /\.(?:pem|key|pfx|p12|p8|pkcs12|jks|keystore|kdbx?|ppk|asc|gpg|ovpn|tfvars|tfstate|mobileprovision)$/,
  /\.tf(?:vars|state)\.(?:json|backup)$/,
  /^(?:credentials?|secrets?|passwords?|apikeys?|api[-_]keys?)(?:\.(?:json|ya?ml|toml|ini|cfg|conf|properties|txt|xml|csv|env))?$/,
  /^[^/]*[-_.]secrets?\.(?:json|ya?ml|toml)$/,
  /^secrets?[-_.][^/]*\.(?:json|ya?ml|toml)$/,
  /^(?:client_secret|service[-_]?account|application_default_credentials)[^/]*\.json$/,
  /^(?:master|credentials\.yml)\.(?:key|enc)$/,
  /^kubeconfig$/,
];

/** Folders whose files count as secret, whatever they are called. */
const folders = [/^\.(?:aws|azure|gnupg|ssh|kube|password-store)$/];

/** Folders of which these files are secret. */
const inFolder: Readonly<Record<string, RegExp>> = {
  '.docker': /^config\.json$/,
  gcloud: /^(?:credentials\.db|access_tokens\.db|.*\.json)$/,
  gh: /^hosts\.yml$/,
  '.cargo': /^credentials(?:\.toml)?$/,
  '.m2': /^settings(?:-security)?\.xml$/,
  '.gem': /^credentials$/,
};

/** Public halves of keys, and templates that people write to show which secrets are needed. */
const harmless = [
  /\.pub$/,
  /^\.env\.(?:example|sample|template|dist|defaults?)$/,
  /(?:^|[._-])(?:example|sample|template)(?:\.[a-z]+)?$/,
  /^known_hosts$/,
];

/**
 * Is this a file made to hold secrets, which is never read for a prompt? By its name alone; `path` may use either kind of
 * separator. A file that happens to hold a secret is another matter: `redact` masks those.
 */
export function isSecretFile(path: string): boolean {
  const parts = path.toLowerCase().split(/[\\/]+/);
  const name = parts.pop() ?? '';
  if (harmless.some(pattern => pattern.test(name))) return false;
  return (
    names.some(pattern => pattern.test(name)) ||
    parts.some(part => folders.some(pattern => pattern.test(part))) ||
    inFolder[parts.at(-1) ?? '']?.test(name) === true
  );
}
