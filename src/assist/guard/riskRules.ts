/**
 * What an edit adds that is fetched, or run, without anybody doing more. `tool`: which program builds, installs or is run
 * along; `fetched-program`: what is run as soon as it has come from an address.
 */
export type RiskKind = 'schema' | 'registry' | 'git-command' | 'install-script' | 'tool' | 'fetched-program';

/** The key is the first group that matched; the value stands behind the match. */
export type RiskRule = readonly [kind: RiskKind, expression: RegExp];

/** One line may hold a whole file: what a rule tells of is looked for to its end. */
export const everywhere = ([kind, { source, flags }]: RiskRule): RiskRule => [kind, new RegExp(source, `${flags}g`)];

/** Does any of these rules match a line? A few expressions in place of many, by what they have in common. */
export function anyOf(rules: readonly RiskRule[]): (line: string) => boolean {
  const alike = Map.groupBy(rules, ([, { source, flags }]) => `${flags} ${source.startsWith('^')}`);
  const joined = [...alike.values()].map(
    own => new RegExp(own.map(([, { source }]) => source).join('|'), own[0]?.[1].flags),
  );
  return line => {
    const plain = line.replace(/\s+/g, ' ');
    return joined.some(expression => expression.test(plain));
  };
}

/** What a line of a file may say, and where its value begins. */
export const riskRules: readonly RiskRule[] = [
  // JSON and YAML, but for the names of the standard's own versions, which tell nobody anything; code gives it values of its own
  [
    'schema',
    /["']?(\$schema)["']? ?[:=](?! ?["']https?:\/\/json-schema\.org\/draft(?:-0[3-7]|\/20(?:19-09|20-12))\/(?:hyper-)?schema#?["'])(?= ?(?:$|["'`&*!|>%]|[^\s"'`(){}[\],;=]{0,200}[/\\]|\$\{|[\w.-]{1,100}\.(?:json|ya?ml)(?![\w.(])))/i,
  ],
  // the comment that the YAML language server reads
  ['schema', /# ?(yaml-language-server): ?\$schema ?=/i],
  ['schema', /#:(schema) /i],
  ['schema', /(xsi:(?:noNamespaceS|s)chemaLocation) ?=/i],
  ['schema', /<!(doctype) .{0,200}? system /i],
  ['registry', /^ ?(@[\w.-]{1,100}:registry) ?=/i],
  ['registry', /^ ?["']?(npmRegistryServer|npmPublishRegistry|npmRegistries|publishConfig)["']? ?:/i],
  // what is called so in code is given a value of the code: only one that may be an address, or stands below, counts
  [
    'registry',
    /^ ?["']?(registry)["']? ?[:=](?= ?(?:$|["'$]|(?:https?:)?\/\/|(?!this\.|self\.)[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}(?::\d{1,5})?(?:\/[^\s,;]{0,200})?$))/i,
  ],
  ['registry', /["'](npmRegistryServer|registry|publishConfig|index-url)["'] ?: ?(?=["'{])/i],
  ['registry', /^ ?(\/\/[\w.:/-]{1,200}:_(?:authToken|auth|password)) ?=/i],
  ['registry', /(--(?:extra-)?index-url|--trusted-host|--find-links|--registry|--index)[ =]/i],
  ['registry', /^ ?-(i|f) (?=https?:)/i],
  [
    'registry',
    /^ ?["']?((?:extra[-_]|default[-_])?index(?:[-_]url)?|find[-_]links|trusted[-_]host|index_servers|repository)["']? ?[:=] ?(?=["']?https?:)/i,
  ],
  ['registry', /\b((?:PIP|UV)_(?:DEFAULT_|EXTRA_)?INDEX(?:_URL)?|PIP_TRUSTED_HOST|NPM_CONFIG_REGISTRY)["']? ?[:=]/i],
  ['registry', /\b(GOPROXY|GONOSUMDB|GONOSUMCHECK|GOINSECURE|GONOPROXY|GOSUMDB|GOPRIVATE)["']? ?[:=]/i],
  [
    'registry',
    /^ ?\[ ?(source\.[\w.-]{1,100}|registries\.[\w.-]{1,100}|\[(?:tool\.uv\.index|tool\.poetry\.source|source)\])/i,
  ],
  ['registry', /^ ?(replace-with|local-registry|default-registry) ?=/i],
  ['registry', /^ ?(replace) [^=]{1,300}=>/i],
  ['registry', /<(repository|pluginRepository|mirror|snapshotRepository)>/i],
  ['registry', /<add key="([^"]{1,100})" value="(?=https?:|\\\\)/i],
  ['registry', /<(RestoreSources|RestoreAdditionalProjectSources|PackageSource)>/i],
  ['registry', /\b(maven) ?[({]/i],
  ['registry', /\b(distributionUrl|wrapperUrl) ?=/i],
  ['registry', /^ ?(source) ?\(?["'](?=https?:)/i],
  ['registry', /["'](repositories|packagist\.org|secure-http)["'] ?:/i],
  [
    'registry',
    /\b(PUB_HOSTED_URL|HEX_MIRROR|BUNDLE_MIRROR|CARGO_REGISTRIES_\w{1,60}_INDEX|HOMEBREW_\w{1,60}_DOMAIN)["']? ?[:=]/i,
  ],
  ['registry', /["'](registry-mirrors|insecure-registries)["'] ?:/i],
  ['git-command', /\b(hooksPath|fsmonitor|sshCommand|gitProxy|askPass|credential\.helper|uploadpack|receivepack) ?=/i],
  [
    'git-command',
    /\b(core\.(?:hooksPath|fsmonitor|sshCommand|editor|pager|gitProxy|askPass|attributesFile|worktree))\b/i,
  ],
  [
    'git-command',
    /^ ?(clean|smudge|process|textconv|editor|pager|external|helper|program|insteadOf|pushInsteadOf) ?= ?(?=\S*[/%!~])[^();=]*$/i,
  ],
  ['git-command', /\b((?:filter|diff|merge)\.[\w.-]{1,60}\.(?:clean|smudge|process|textconv|driver|command))\b/i],
  ['git-command', /^ ?[\w-]{1,60} ?= ?(?:"(!)|(!)(?:git|sh|bash|zsh|f\(\)|curl|wget|\.\/))/],
  ['git-command', /\[ ?(include(?:If)?)\b/i],
  ['git-command', /(--upload-pack|--receive-pack|GIT_SSH_COMMAND|GIT_EXEC_PATH|GIT_CONFIG_COUNT)\b/i],
  [
    'install-script',
    /["'](pre-?install|install|post-?install|pre-?pack|post-?pack|prepare|pre-?publish(?:Only)?|prepublishOnly|dependencies|pre-?uninstall|post-?uninstall|pnpm:devPreinstall)["'] ?: ?(?=["'])/i,
  ],
  [
    'install-script',
    /["']((?:pre|post)-(?:install|update|autoload-dump|root-package-install|create-project|status|archive)-cmd|post-(?:root-package-install|autoload-dump))["'] ?:/i,
  ],
  ['install-script', /["']((?:pre|post)-?install)["'] ?:? ?$/i],
  ['install-script', /^ ?(build|links) ?= ?["']/],
  [
    'install-script',
    /["']?(postCreateCommand|postStartCommand|postAttachCommand|onCreateCommand|updateContentCommand|initializeCommand)["']? ?:/i,
  ],
  ['install-script', /["']?(runOn)["']? ?: ?["']folderOpen/i],
  ['install-script', /\b(cmdclass|ext_modules) ?=/],
];
