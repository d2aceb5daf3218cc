import { packageFiles, type PackageReader } from './packageFiles.ts';
import { toolFiles } from './toolFiles.ts';

/** Who reads a file and may run what stands in it; its words are in `interaction/guard/guardText.ts`. */
export type Reader =
  | PackageReader
  | 'build'
  | 'ci'
  | 'container'
  | 'tool'
  | 'git-tool'
  | 'environment'
  | 'interpreter'
  | 'editor-helper'
  | 'server'
  | 'lock'
  | 'instructions'
  | 'ignore-list';

/**
 * Files that run code, or redirect what runs it, when somebody builds, tests, installs or asks: written after a question
 * that names what could run. VS Code's own list, what `git`, package managers, build systems and CI of the larger languages
 * read by its name, and what stood in attacks since.
 */
export const writtenWhenConfirmed: Readonly<Record<Reader, readonly string[]>> = {
  ...packageFiles,
  build: [
    '{Makefile,GNUmakefile,BSDmakefile,Kbuild,Justfile,.justfile,Tiltfile,Earthfile,SConstruct,SConscript,wscript}',
    '{Makefile,GNUmakefile}.*',
    '*.{mk,mak,make,just,ninja,cmake,m4,qbs}',
    '{CMakeLists.txt,CMakePresets.json,CMakeUserPresets.json,compile_commands.json,compile_flags.txt,.clangd}',
    'meson.build',
    'meson_options.txt',
    'meson.options',
    '{configure,configure.ac,configure.in,autogen.sh,bootstrap.sh}',
    '{Taskfile,.taskfile}.{yml,yaml}',
    'Taskfile.dist.{yml,yaml}',
    '{BUILD,BUILD.bazel,WORKSPACE,WORKSPACE.bazel,MODULE.bazel,.bazelrc,.bazeliskrc,BUCK,.buckconfig,pants.toml}',
    '{xmake,premake5}.lua',
    '*.{pro,pri}',
    '{platformio.ini,west.yml,.gn,gn.args}',
    '{skaffold,pulumi,serverless,samconfig,werf,helmfile}.{yml,yaml,toml}',
    '{Taskfile,Snakefile,Fastfile,PKGBUILD,DEPS,.gclient,build.cake,.jvmopts,.sbtopts}',
    'Procfile.*',
    '*.bazelrc',
    'tools/bazel',
    'debian/rules',
    '{.latexmkrc,latexmkrc,texmf.cnf,Doxyfile,jitpack.yml}', // Perl and filters that a preview runs
    '{docs,doc,source,sphinx}/conf.py',
    '{mkdocs.yml,mkdocs.yaml,book.toml,antora-playbook.yml}',
    '.asciidoctor/**',
    '{process-compose,mprocs,devspace,garden,okteto,melange,apko,amplify,heroku,apprunner}.{yml,yaml}',
    '{railway.json,railway.toml,nixpacks.toml,railpack.json,dagger.json}',
    '{tauri.conf.json,tauri.conf.json5,Tauri.toml,Trunk.toml,Dioxus.toml,Cross.toml,bacon.toml,cog.toml,release.toml}',
    'config/deploy.yml',
    '.kamal/**',
    '{.kitchen,kitchen,molecule}.{yml,yaml}',
    '{Procfile,fly.toml,vercel.json,netlify.toml,wrangler.toml,render.yaml,app.json}',
    '{wrangler.json,wrangler.jsonc,firebase.json,cdk.json,serverless.ts,serverless.js,terragrunt.hcl}',
  ],
  ci: [
    '.github/workflows/**',
    '.github/actions/**',
    '.github/*.{yml,yaml,json}',
    '.{gitea,forgejo}/**',
    'action.{yml,yaml}',
    '.gitlab-ci.{yml,yaml}',
    '*.gitlab-ci.{yml,yaml}',
    '.gitlab/*.{yml,yaml}',
    '.gitlab/{ci,agents}/**',
    '{Jenkinsfile,*.jenkinsfile}',
    'Jenkinsfile.*',
    '.{circleci,buildkite,semaphore,woodpecker,teamcity,tekton,azuredevops,azure-pipelines,pipelines,builds,expeditor}/**',
    'bamboo-specs/**',
    '.{harness,evergreen,xcode}/**',
    'ci_scripts/**',
    '.{ci,kokoro,zuul.d,prow}/**',
    '{.taskcluster,.packit,packit,.onedev-buildspec,.vela,zuul}.{yml,yaml}',
    '*.gocd.{yml,yaml}',
    '{.cirrus.star,.drone.star,.drone.jsonnet,.evergreen.yml}',
    '{screwdriver,buddy}.{yml,yaml}',
    '{.travis,.drone,.woodpecker,.cirrus,.appveyor,appveyor,.build,.zuul,wercker,codefresh,codemagic,bitrise}.{yml,yaml}',
    '{bitbucket-pipelines,buildspec,cloudbuild,.scrutinizer,.readthedocs,readthedocs}.{yml,yaml}',
    '{azure-pipelines,azure-pipeline}*.{yml,yaml}',
    'cloudbuild.json',
    '{renovate,.renovaterc}.{json,json5}',
    '.renovaterc',
    '{.goreleaser,goreleaser,.release-it,release-please-config,.changeset}.{yml,yaml,json}',
    '{.releaserc,.releaserc.*,dangerfile.*,mergify.yml,.mergify.yml}',
  ],
  container: [
    '{Dockerfile,Containerfile,Vagrantfile,.replit}',
    '.{ddev,codesandbox,idx}/**',
    '.lando.{yml,yaml}',
    '{Dockerfile,Containerfile}.*',
    '*.{dockerfile,containerfile}',
    '{docker-compose,compose}*.{yml,yaml}',
    'docker-bake*.{hcl,json}',
    '.devcontainer/**',
    '{.devcontainer,devcontainer}.json',
    '{devfile,.devfile,.gitpod,podman-compose}.{yml,yaml}',
    '.gitpod/**',
    'docker/daemon.json',
    'registries.conf',
  ],
  tool: toolFiles,
  'git-tool': [
    '{.gitattributes,.gitmodules,.lfsconfig,.pre-commit-config.yaml,.pre-commit-config.yml,.pre-commit-hooks.yaml}',
    '{hk.pkl,prek.toml}',
    // in whatever folder: `core.hooksPath` may name any
    '{pre-commit,pre-merge-commit,prepare-commit-msg,commit-msg,post-commit,post-checkout,post-merge,pre-push,pre-rebase,post-rewrite,pre-receive,post-receive,post-update}',
    '{lefthook,lefthook-local,.lefthook,.lefthook-local}.{yml,yaml,toml,json}',
    '{.huskyrc,.huskyrc.*,.lintstagedrc,.lintstagedrc.*,.overcommit.yml,captainhook.json,.simple-git-hooks.*,simple-git-hooks.*,grumphp.yml}',
  ],
  environment: [
    '.env',
    '.env.*',
    '*.env',
    '.flaskenv',
    '{.tool-versions,.mise.toml,mise.toml,.mise.local.toml,mise.local.toml,.rtx.toml,.asdfrc,.sdkmanrc}',
    '.mise/**',
    '.{flox,hermit,guix}/**',
    '{.prototools,devenv.yaml,guix.scm,manifest.scm,channels.scm}',
    '.config/mise/**',
    'mise/config.toml',
  ],
  interpreter: [
    '{.irbrc,.pryrc,.rdebugrc,.iex.exs,.ghci,.pythonrc,.pythonrc.py,.pythonstartup,.Rprofile,.Renviron,Rprofile.site}',
    '{startup.jl,.perltidyrc,.psqlrc,.sqliterc,.my.cnf,.mongorc.js,.mongoshrc.js}',
    '{.gdbinit,.lldbinit,.vimrc,_vimrc,.exrc,.nvimrc,.nvim.lua,.gvimrc,.ideavimrc,.emacs,.dir-locals.el,.dir-locals-2.el}',
    '{.lvimrc,.local.vimrc,.ackrc,.wezterm.lua,jupyter_notebook_config.py,jupyter_server_config.py,jupyter_lab_config.py,ipython_config.py}',
    '{.tmuxinator,.tmuxp}.{yml,yaml,json}',
    '{.tmux.conf,.screenrc,.wgetrc,.curlrc,_curlrc,.hushlogin,.lessfilter}',
    '.{ipython,jupyter}/**',
    '.config/{nvim,emacs}/**',
    '.emacs.d/**',
    '.vim/**',
  ],
  'editor-helper': [
    '.vscode/*',
    '*.{sublime-project,sublime-workspace,sublime-build,code-snippets}',
    '{rust-project,.luarc,omnisharp,coc-settings}.json',
    '{rust-analyzer.toml,.pyre_configuration,.ycm_extra_conf.py,.lazy.lua}',
    '.helix/**',
    '{.project,.classpath,.factorypath,PSScriptAnalyzerSettings.psd1}',
    '.{settings,externalToolBuilders}/**',
    '*.launch',
    '{.vimspector,launch.vs,tasks.vs}.json',
  ],
  server: ['server.xml', 'web.config', '.htaccess', 'nginx.conf'],
  lock: [
    '*.{lock,lockb,lockfile}',
    '*-lock.{yaml,yml,json}',
    '{npm-shrinkwrap,packages.lock,bun.lock}.json',
    '{go.sum,go.work.sum,Package.resolved,mix.lock,.terraform.lock.hcl,MODULE.bazel.lock,cabal.project.freeze}',
    'gradle/verification-metadata.xml',
  ],
  instructions: [
    '{AGENTS,AGENT,CLAUDE,GEMINI,QWEN,CRUSH,SKILL,SOUL,WARP,CODEX,COPILOT}.md',
    '{AGENTS,CLAUDE,GEMINI}.{local,override}.md',
    'copilot-instructions.md',
    '*.{instructions,prompt,chatmode,agent}.md',
    '.github/{instructions,prompts,chatmodes,skills}/**',
    '*.mdc',
    '.gitlab/duo/**',
    '*.rule.md',
    '.vscode/prompts/**',
    '.{clinerules,windsurfrules,cursorrules,rules,rooignore,goosehints,roorules,kilocoderules,junie.md}',
    '.{clinerules,rules,specify}/**',
    '{.roorules,.clinerules}-*',
    'replit.md',
    '.skills/**',
    'apm.yml',
    '{.sourcery,sweep,automations}.{yml,yaml}',
    '{.augment-guidelines,.continuerules,.coderabbit.yaml}',
  ],
  'ignore-list': [
    '.{ai,aider,cursor,claude,gemini,cline,copilot,codeium,roo,kilocode,augment}ignore',
    '.cursorindexingignore',
  ],
};

/** Names that the lists would take in and that act nowhere: templates to be copied, sources and pages about such files. */
export const alikeOnly: readonly string[] = [
  '.env.{example,sample,template,dist}',
  '*.{example,sample,template}.env',
  '{makefile,gnumakefile,dockerfile,containerfile,jenkinsfile}.{ts,tsx,js,jsx,mjs,cjs,py,rb,go,rs,java,kt,cs,php,md,mdx,rst,html,css}',
];
