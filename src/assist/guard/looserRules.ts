import type { RiskRule } from './riskRules.ts';

/** Where something is named that is fetched over the network. */
const address = '["\'`]?(?:https?:|ftp:|git\\+|git@|ssh:|\\\\\\\\)';

/** What else is fetched when a file is opened, built or loaded, and what lets packages, certificates and proxies do more than before. */
export const looserRules: readonly RiskRule[] = [
  // fetched by the editor's XML support
  ['schema', new RegExp(`<\\?(xml-model|xml-stylesheet) [^<>]{0,200}?\\bhref ?= ?(?=${address})`, 'i')],
  [
    'schema',
    new RegExp(
      `<(?:xs|xsd|xi|wsdl|rng)?:?(?:import|include|redefine|override|externalRef) [^<>]{0,300}?\\b(schemaLocation|href) ?= ?(?=${address})`,
      'i',
    ),
  ],
  [
    'schema',
    new RegExp(`["'](\\$ref|\\$dynamicRef|extends)["'] ?: ?\\[? ?(?=${address}|["'](?:github|gitlab|gitea)>)`),
  ],
  ['schema', /["'](\$schema)["'] ?$/],
  ['schema', new RegExp(`["'](json\\.schemas|yaml\\.schemas)["'] ?:`)],
  // who answers for packages, and by which way they come
  [
    'registry',
    /^ ?["']?(strict-ssl|strictSsl|sslVerify|verify_ssl|http-strict-ssl|rejectUnauthorized)["']? ?[:=] ?(?=["']?(?:false|0|no)\b)/i,
  ],
  [
    'registry',
    /^ ?["']?(cafile|ca-file|sslCAInfo|cert-file|globalconfig|userconfig|global-config)["']? ?[:=] ?(?=["']?[./~\\\w$%-]{1,200}["']?$)/i,
  ],
  [
    'registry',
    new RegExp(
      `^ ?["']?((?:https?[._-]?)?proxy|noproxy|https?Proxy|systemProp\\.https?\\.proxyHost)["']? ?[:=] ?(?!["']?https?://(?:localhost|127\\.0\\.0\\.1)\\b)(?=${address}|["']?[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}(?::\\d{1,5})?["']?$)`,
      'i',
    ),
  ],
  ['registry', new RegExp(`^ ?- ["']?()(?=https?:[^\\s"']{1,200}\\b(?:conda|channel|anaconda)\\b)`, 'i')],
  ['registry', new RegExp(`\\b(import|from|importScripts|require) ?\\(? ?(?=["']https?:[^"']{1,300}["'])`)],
  ['registry', /<(script) [^<>]{0,300}?\bsrc ?= ?(?=["']?(?:https?:)?\/\/)/i],
  [
    'registry',
    /\b(http_archive|http_file|http_jar|git_repository|new_git_repository|FetchContent_Declare|ExternalProject_Add|fetchTarball|fetchurl|fetchGit|fetchFromGitHub|fetchzip) ?(?=[({" ])/,
  ],
  ['registry', /\b(?:file) ?\( ?(DOWNLOAD) (?=\S)/],
  [
    'registry',
    /^ ?["']?((?:extra-)?(?:trusted-)?substituters|trusted-public-keys|rocks_servers|Additional_repositories)["']? ?[:=]/,
  ],
  ['registry', new RegExp(`\\b(repos) ?= ?(?:c\\(|list\\()?[^()]{0,80}?(?=${address})`)],
  ['registry', new RegExp(`^ ?["']?(location|project|resource|rocks_server|build|context)["']? ?: ?(?=${address})`)],
  [
    'registry',
    /(--(?:remote_cache|remote_executor|bes_backend|remote_downloader|distdir|override_(?:repository|module)))[ =]/,
  ],
  ['registry', /^ ?(allowInsecureProtocol|allow_insecure|disable-tls) ?[:=(] ?(?=(?:true|1|yes)\b)/i],
  ['registry', /^ ?\[{1,2} ?(install\.scopes|tool\.pdm\.source)\]/],
  ['registry', /^ ?- ["']?(project)["']? ?: ?(?=["']?[\w.-]{1,100}\/[\w./-]{1,200}["']?$)/],
  // whose scripts may run when packages are installed
  ['install-script', /^ ?["']?(ignore-scripts|ignoreScripts)["']? ?[:=] ?(?=["']?(?:false|0)\b)/],
  [
    'install-script',
    /^ ?["']?(onlyBuiltDependencies|dangerouslyAllowAllBuilds|allowBuilds|neverBuiltDependencies|trustedDependencies|configDependencies|patchedDependencies|allowScripts|allow-scripts|allow-plugins)["']? ?[:=]/,
  ],
  [
    'install-script',
    /["'](onlyBuiltDependencies|trustedDependencies|patchedDependencies|allowScripts|allow-plugins|postUpgradeTasks)["'] ?:/,
  ],
  ['install-script', /\b(provisioner) ?["'](?:local-exec|remote-exec)["']/],
  ['install-script', /\b(data) ?["'](?:external|http)["'] ?["']/],
  ['install-script', /\b(pull_request_target|workflow_run) ?:/],
  // what a notebook shows as soon as it is open (microsoft/vscode #317015)
  [
    'install-script',
    /["'](text\/html|image\/svg\+xml|application\/javascript)["'] ?: ?\[? ?(?=["'][^"']{0,40}(?:<|\())/,
  ],
  ['install-script', /["'](text\/html|application\/javascript)["'] ?: ?\[ ?$/],
  // what builds, installs and tests take along
  ['tool', /^ ?["']?(build-backend|backend-path)["']? ?= ?/],
  ['tool', /^ ?(git|shell|script-shell) ?= ?(?=\.{1,2}\/|\/(?!(?:usr\/)?bin\/(?:ba|z|da)?sh$)|~\/|%|\$)/],
  [
    'tool',
    /(-javaagent|-agentpath|-agentlib|-Dmaven\.ext\.class\.path|--credential_helper|-Xbootclasspath\/a)[:= ](?=\S)/,
  ],
  ['tool', /^ ?["']?(set shell|SHELL) ?:?= ?(?=\[? ?["']?(?:\.{1,2}\/|\/tmp|~\/))/],
  ['tool', /(?:^ ?|export |env |[;&] ?|-e )(PATH)["']? ?[:?]?= ?(?=["']?\.{1,2}\/)/],
];
