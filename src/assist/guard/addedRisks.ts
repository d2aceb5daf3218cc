/** What an edit adds that is fetched, or run, without anybody doing more. */
export type RiskKind = 'schema' | 'registry' | 'git-command' | 'install-script';

export interface AddedRisk {
  readonly kind: RiskKind;
  /** Where it is found: a key, or the name of a setting. */
  readonly key: string;
  /** The address or command, as it stands there; '' when it stands on another line. */
  readonly value: string;
}

/** What a text is before and after an edit. */
export interface TextChange {
  readonly before: string;
  readonly after: string;
}

/** Longer texts are not an edit that anybody reads; of them the first characters are looked at. */
const mostCharacters = 2_000_000;
const longestLine = 4_000;
const mostRisks = 20;

/**
 * Addresses and commands that an edit adds, at which an editor or package manager acts by itself: the schema of a JSON or
 * YAML file is fetched when it is opened (IDEsaster), packages come from another registry, Git runs another program, a
 * package's script runs when it is installed. Found by line, in any file; what stood there before is not added. Never
 * fetches anything.
 */
export function addedRisks({ before, after }: TextChange): readonly AddedRisk[] {
  const known = new Set(linesOf(before));
  const old = new Set(linesOf(before).flatMap(risksIn).map(identity));
  const found = new Map<string, AddedRisk>();
  for (const line of linesOf(after)) {
    if (known.has(line)) continue;
    for (const risk of risksIn(line)) if (!old.has(identity(risk))) found.set(identity(risk), risk);
    if (found.size >= mostRisks) break;
  }
  return [...found.values()];
}

const identity = ({ kind, key, value }: AddedRisk): string => JSON.stringify([kind, key, value]);

const linesOf = (text: string): readonly string[] =>
  text
    .slice(0, mostCharacters)
    .split(/\r\n?|\n/)
    .map(line => line.slice(0, longestLine));

/** What a line of a file may say, and where its value begins; the key is the first group that matched. */
const rules: readonly (readonly [kind: RiskKind, expression: RegExp])[] = [
  // JSON and YAML; the comment that the YAML language server reads
  ['schema', /["']?(\$schema)["']? ?[:=]/i],
  ['schema', /# ?(yaml-language-server): ?\$schema ?=/i],
  ['schema', /#:(schema) /i],
  ['schema', /(xsi:(?:noNamespaceS|s)chemaLocation) ?=/i],
  ['schema', /<!(doctype) .{0,200}? system /i],
  ['registry', /^ ?(?:@[\w.-]{1,100}:)?(registry) ?=/i],
  ['registry', /^ ?["']?(npmRegistryServer|npmPublishRegistry|npmRegistries|registry|publishConfig)["']? ?:/i],
  ['registry', /["'](npmRegistryServer|registry|publishConfig|index-url)["'] ?: ?(?=["'{])/i],
  ['registry', /^ ?(\/\/[\w.:/-]{1,200}:_(?:authToken|auth|password)) ?=/i],
  ['registry', /(--(?:extra-)?index-url|--trusted-host|--find-links|--registry|--index)[ =]/i],
  ['registry', /^ ?-(i|f) (?=https?:)/i],
  [
    'registry',
    /^ ?["']?((?:extra-|default-)?index(?:-url)?|find-links|trusted-host|index_servers|repository)["']? ?[:=] ?(?=["']?https?:)/i,
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

function risksIn(line: string): readonly AddedRisk[] {
  const plain = unescaped(line).replace(/\s+/g, ' ');
  return rules.flatMap(([kind, expression]) => {
    const found = expression.exec(plain);
    const key = found?.[1] ?? found?.[2];
    if (!found || key === undefined) return [];
    return [{ kind, key, value: valueIn(plain.slice(found.index + found[0].length)) }];
  });
}

/** The first quoted text, or what stands up to the next blank or bracket. */
function valueIn(rest: string): string {
  const [, , quoted, bare = ''] = /^[ :=({[]*(?:(["'`])(.*?)\1|([^\s,;)}\]<>"']+))/.exec(rest) ?? [];
  return (quoted ?? bare).slice(0, 200);
}

/** JSON, YAML and TOML let any character of a key or address be written by its number. */
const unescaped = (line: string): string =>
  line
    .replace(/\\u\{?([0-9a-f]{1,6})\}?|\\x([0-9a-f]{2})/gi, (all, long?: string, short?: string) => {
      const code = Number.parseInt(long ?? short ?? '', 16);
      return code > 0x1f && code <= 0x10ffff ? String.fromCodePoint(code) : all;
    })
    .replace(/\\\//g, '/');
