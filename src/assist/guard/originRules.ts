import type { RiskRule } from './riskRules.ts';

/** More spellings of where packages come from, and what code says that is run when it is built, loaded or started. */
export const originRules: readonly RiskRule[] = [
  // dependencies and registries, by the file in which they stand
  [
    'registry',
    /(?<!packageManager["'] ?: ?)["']([\w.-]{1,80}(?:\[[\w,. -]{1,80}\])? ?@) ?(?=(?:git|hg|svn|bzr)\+|https?:|file:)/,
  ], // pyproject.toml
  ['registry', /^ ?(?=https?:[^\s"']{1,300}\.(?:whl|tar\.gz)(?:#\S{0,200})?$)()/], // requirements.txt
  ['registry', /^ ?\[ ?(patch\.[^\]]{1,200})\]/], // Cargo.toml
  ['registry', /= ?\{[^{}]{0,200}\b(registry|registry-index|package) ?= ?(?=["'])/],
  ['registry', /^ ?(git) ?= ?(?=["'](?:https?|ssh|git|file)[:@])/],
  ['registry', /^ ?(git|hosted) ?: ?(?=["']?(?:https?:|ssh:|git@)[^,;]{1,300}$)/], // pubspec.yaml
  ['registry', /^ ?(git) ?\(? ?(?=["'](?:https?|ssh|git)[:@])/], // Gemfile
  ['registry', /^ ?(git_source) ?\(/],
  ['registry', /["']type["'] ?: ?["']\w{1,20}["'], ?["'](url)["'] ?: ?(?=["'])/], // composer.json
  ['registry', /<add (?!key="[^"]{1,100}" value=)[^<>]{0,200}?\b(value) ?= ?(?=["'](?:https?:|\\\\))/i], // nuget.config
  ['registry', /\b(url) ?= ?(?=["'](?:github|gitlab|sourcehut|git\+\w{1,5}):)/], // flake.nix
  ['registry', /\b(source) ?= ?(?=["'](?:github\.com\/|bitbucket\.org\/|git@))/], // Terraform
  ['registry', /^ ?- ["']?(repo)["']? ?: ?(?=["']?(?:https?|ssh|git|file)[:@])/], // pre-commit
  ['registry', /^ ?(?:- )?["']?(remote)["']? ?: ?(?=["']?https?:[^"'\s]{1,300}\.ya?ml\b)/], // GitLab
  ['registry', /^ ?@(?:file:)?(Repository|GrabResolver) ?\((?=.{0,40}https?:)/], // scripts of Kotlin and Groovy
  ['registry', /^ ?\/\/(REPOS) (?=\S)/], // JBang
  ['registry', /^ ?#:(sdk) (?=\S)/], // a program of one file, since .NET 10
  // a part of the build that is loaded from an address
  ['fetched-program', /\bapply ?\(? ?(from) ?[:=] ?(?=["'](?:https?|ftp):)/],
  ['tool', /<(Import) [^<>]{0,200}?\bProject ?= ?(?=["'](?:https?:|\\\\))/i],
  ['tool', /^ ?(?:\/\/ ?)?#(cgo) (?=\S)/],
  // code that nobody calls
  ['install-script', /<(Exec) [^<>]{0,200}?\bCommand ?= ?(?=["'])/i],
  ['install-script', /<(UsingTask|PreBuildEvent|PostBuildEvent|PreLinkEvent)\b/i],
  [
    'install-script',
    /(?:[[<.,:] ?|^ ?)(ModuleInitializer|PreApplicationStartMethod|HostingStartup|OwinStartup)(?:Attribute)?(?=[\](,>;]|$)/,
  ],
  ['install-script', /(?:__attribute__ ?\(\( ?|\[\[ ?gnu::)_{0,2}(constructor)\b/],
  ['install-script', /["'.](init_array|preinit_array|CRT\$XC\w)\b/],
  ['install-script', /#\[ ?(?:ctor::)?(ctor)\b(?=[\](])/],
];
