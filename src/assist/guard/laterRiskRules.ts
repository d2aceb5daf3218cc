import type { RiskRule } from './riskRules.ts';

/** Where dependencies come from past every registry, what is run to build and to install, and what is fetched to be run. */
export const laterRiskRules: readonly RiskRule[] = [
  // dependencies by address; the fields of package.json that only tell where it is at home are left
  [
    'registry',
    /["'](?!(?:repository|url|homepage|bugs|type|funding|author|license|main|types|resolved)["'])([@\w./-]{1,120})["'] ?: ?(?=["'](?:git\+|git:|github:|gitlab:|bitbucket:|gist:|file:|link:|portal:|npm:))/,
  ],
  [
    'registry',
    /["'](?!(?:url|homepage|resolved)["'])([@\w./-]{1,120})["'] ?: ?(?=["']https?:[^"'\s]{1,300}\.(?:tgz|tar\.gz|zip|whl)["'#?])/,
  ],
  [
    'registry',
    /["']?(resolved)["']?:? ?(?=["'](?!https:\/\/registry\.(?:npmjs\.org|yarnpkg\.com)\/)(?:https?|git\+\w{1,6}|file):)/,
  ],
  ['registry', /^ ?-?-?(e|editable|[\w.[\]-]{1,80} ?@) ?=? ?(?=(?:git|hg|svn|bzr)\+|https?:|file:)/],
  ['registry', /^ ?((?:git|hg|svn|bzr)\+)(?=\w{2,6}:)/],
  ['registry', /= ?\{[^{}]{0,200}\b(git|url) ?= ?(?=["'](?:https?|ssh|git|file))/],
  ['registry', /\bgem ["'][\w-]{1,60}["'],[^#]{0,120}?\b(git|github|source|path) ?(?::|=>) ?(?=["'])/],
  ['registry', /\{:\w{1,60}, ?(git|github|path|url): ?(?=")/],
  ['registry', /\bpod ["'][\w/-]{1,60}["'], ?:(git|path|podspec) ?=>/],
  ['registry', /\.package\([^)]{0,80}?\b(url|path): ?(?=")/],
  ['registry', /\b(GIT_REPOSITORY) (?=\S)/],
  ['registry', /\b(source) ?= ?(?=["']?(?:git|hg|s3|gcs)::)/],
  ['registry', /^ ?(url) ?= ?(?=(?:https?|git|ssh|file):\/\/|git@|\.\.?\/)[^"'();]{1,300}$/],
  // registries in other spellings
  ['registry', /\b(npm_config_(?:[^=\s]{0,60}:)?registry|YARN_(?:NPM_)?REGISTRY(?:_SERVER)?)["']? ?[:=]/i],
  [
    'registry',
    /\b(?:npm|pnpm|yarn|bun|pip|pip3|uv|poetry|bundle|composer) (?:config )?(?:set|add|repositories\.\w{1,40}) (?:--?\w{1,20} )?[^\s=]{0,60}?(registry|npmRegistryServer|index-url|find-links|trusted-host|mirror)/,
  ],
  [
    'registry',
    /\b(?:gem sources|dotnet nuget|poetry source|helm repo|conda config)[^|;&]{0,60}? (?:--?)?(add|update|a)\b[^|;&]{0,80}?(?=https?:)/,
  ],
  ['registry', /^ ?["']?(npmScopes|npmRegistries|channel_alias|default_channels|disturl)["']? ?[:=]/],
  [
    'registry',
    /\b(CARGO_SOURCE_\w{1,60}|BUNDLE_MIRROR__\w{1,60}|BUNDLE_(?:SOURCE|RUBYGEMS__ORG)|GRADLE_DISTRIBUTION_URL)["']? ?[:=]/,
  ],
  ['registry', /\b(resolvers) ?\+{1,2}=/],
  ['registry', /\b(url|setUrl) ?=? ?\(? ?(?:uri|URI\.create) ?\((?=["'])/],
  ['registry', /^ ?(url) (?=["']https?:)/],
  ['registry', /["'](repositories\.[\w.-]{1,40}|satis|packagist)["'] ?:/],
  // programs that build, install and run along
  ['tool', /["'](packageManager)["'] ?: ?(?=["'])/],
  [
    'tool',
    /^ ?["']?(yarnPath|yarn-path|pnpmfile|global-pnpmfile|script-shell|scriptShell|node-options|nodeOptions|init-module)["']? ?(?:[:=]|(?=["']))/,
  ],
  [
    'tool',
    /\b(RUSTC(?:_WORKSPACE)?(?:_WRAPPER)?|CARGO_BUILD_RUSTC\w{0,20}|CARGO_TARGET_\w{1,60}_(?:LINKER|RUNNER))["']? ?[:=]/,
  ],
  ['tool', /\b(?:build\.)?(rustc(?:-workspace)?-wrapper|rustdoc) ?=/],
  ['tool', /^ ?(rustc|linker|runner|credential-provider) ?= ?(?=["'[])/],
  [
    'tool',
    /(?:\b|-D)(CMAKE_\w{1,20}_COMPILER(?:_LAUNCHER)?|CMAKE_TOOLCHAIN_FILE|CMAKE_PROJECT_INCLUDE\w{0,10})(?:["']? ?[:=]| (?=["'/.$]))/,
  ],
  [
    'tool',
    /(?:^ ?|export |env |[;&] ?|-e )(CC|CXX|CPP|LD|AR|AS|FC|MAKE|SHELL)["']? ?[:?]?= ?(?!["']?\/(?:usr\/)?bin\/)(?=["']?(?:[^\s;&|=]{0,100}[/\\]|[^\s;&|=]{0,100}\.(?:sh|py|js|bat|ps1)\b|\$\(shell))/,
  ],
  [
    'tool',
    /\b(LD_PRELOAD|LD_AUDIT|DYLD_INSERT_LIBRARIES|BASH_ENV|PROMPT_COMMAND|PYTHONSTARTUP|PYTHONPATH|NODE_OPTIONS|JAVA_TOOL_OPTIONS|_JAVA_OPTIONS|RUBYOPT|PERL5OPT|PERL5LIB|GOTOOLCHAIN|GIT_EDITOR|GIT_PAGER|GIT_EXTERNAL_DIFF|GIT_ASKPASS|SSH_ASKPASS)["']? ?[:=] ?(?=["'$/.\w-])/,
  ],
  ['tool', /\b(GOFLAGS)["']? ?[:=] ?["']?(?=[^"']{0,200}-(?:toolexec|overlay|modfile|exec|ldflags|insecure))/],
  ['tool', /(-toolexec|--require|--import|-javaagent)[ =:](?=["']?(?:\.{1,2}\/|\/|https?:))/],
  // fetched, and run at once
  [
    'fetched-program',
    /\|(?<=\b(curl|wget|iwr|irm|Invoke-WebRequest|Invoke-RestMethod)\b[^|]{0,400}\|) ?(?:sudo (?:-[^\s|]{1,20} ){0,3})?(?:[^\s|]{0,40}\/)?(?:(?:ba|z|da|k|c|fi)?sh|python[\d.]{0,4}|node|ruby|perl|php|iex)\b/i,
  ],
  [
    'fetched-program',
    /(?:\b(?:eval|source|(?:ba|z|da)?sh|python3?|node|iex)\b|(?:^| )\.)(?: -\w{1,3})?[^|;&<$`]{0,20}(?:<\(|\$\(|`) ?(curl|wget|iwr|irm|Invoke-WebRequest|Invoke-RestMethod)\b/i,
  ],
  [
    'fetched-program',
    /(?:Download(?:String|File)|Invoke-WebRequest|\birm\b|\biwr\b)(?<=\b(Invoke-Expression|iex)\b[^|;]{0,60})/i,
  ],
  ['fetched-program', /^ ?(ADD) (?:--\S{1,60} ){0,4}(?=["'[ ]{0,3}(?:https?:|git@))/],
];
