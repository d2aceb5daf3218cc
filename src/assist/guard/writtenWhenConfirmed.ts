// Over 200 lines: one table, which is read as one.

/** Who reads a file and may run what stands in it; its words are in `interaction/guard/guardText.ts`. */
export type Reader =
  | 'node'
  | 'python'
  | 'rust'
  | 'go'
  | 'jvm'
  | 'dotnet'
  | 'ruby'
  | 'php'
  | 'apple'
  | 'package-manager'
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
  node: [
    '{package,package.json5,bower,jsr,rush,lerna,nx,turbo,project,workspace,angular,nodemon,ng-package}.json',
    'package.{json5,yaml,yml}',
    '{.npmrc,.yarnrc,.yarnrc.yml,.yarnrc.yaml,.bunfig.toml,bunfig.toml}',
    '{.pnpmfile.*,pnpmfile.*,.pnpmrc}',
    'pnpm-workspace.{yaml,yml}',
    '{deno,import_map}.{json,jsonc}',
    '.yarn/**',
    'node_modules/.bin/**',
    '{ts,js}config.json',
    'tsconfig.*.json',
  ],
  python: [
    '{setup,conftest,sitecustomize,usercustomize,noxfile,dodo,fabfile,hatch_build}.py',
    '{setup.cfg,pyproject.toml,tox.ini,pytest.ini,.pytest.ini,pip.conf,pip.ini,.pypirc,pyvenv.cfg}',
    '{uv,poetry,pixi,hatch,pdm}.toml',
    '{requirements,constraints}*.{txt,in}',
    'requirements/*.{txt,in}',
    '{Pipfile,.condarc,.coveragerc,.pylintrc,pylintrc,mypy.ini,.mypy.ini,.flake8}',
    '{environment,conda}.{yml,yaml}',
    '*.pth',
    '{bin,scripts}/activate',
    '{bin,scripts}/activate.*',
    '{bin,scripts}/activate_this.py',
  ],
  rust: ['Cargo.toml', 'build.rs', '.cargo/**', 'rust-toolchain', 'rust-toolchain.toml'],
  go: [
    'go.{mod,work,env}',
    'magefile.go',
    'magefiles/**',
    'vendor/modules.txt',
    '.air.toml',
    '.golangci.{yml,yaml,toml,json}',
  ],
  jvm: [
    'pom.xml',
    '*.{gradle,gradle.kts,sbt,bzl}',
    '{gradle,local,gradle-wrapper,maven-wrapper,build}.properties',
    '{gradlew,gradlew.bat,mvnw,mvnw.cmd,gradle-wrapper.jar}',
    '.mvn/**',
    'buildSrc/**',
    '*.versions.toml',
    '{build,ivy,ivysettings,nbproject}.xml',
    '.m2/**',
    'build.{sc,mill,boot}',
    '{deps,shadow-cljs,bb}.edn',
    'project.clj',
    'profiles.clj',
  ],
  dotnet: [
    '*.{csproj,fsproj,vbproj,vcxproj,sqlproj,wixproj,shproj,esproj,pyproj,proj,msbuildproj}',
    '*.{targets,props,pubxml,nuspec,sln,slnx,slnf,runsettings,rsp}',
    '*.vcxproj.filters',
    '{nuget.config,packages.config,global.json,dotnet-tools.json,launchsettings.json,paket.dependencies}',
    'Directory.{Build,Packages,Solution}.*',
    '*.{ruleset,globalconfig}',
  ],
  ruby: [
    '{Gemfile,gems.rb,Rakefile,rakefile.rb,Guardfile,Capfile,Dangerfile,Brewfile,Thorfile,config.ru,.rspec}',
    '*.{gemspec,rake}',
    '.bundle/**',
    'ruby_lsp/*/addon',
    'ruby_lsp/*/addon.rb',
    '{.rubocop,.rubocop_todo,.solargraph,.standard}.yml',
  ],
  php: [
    '{composer,auth}.json',
    '{php.ini,.user.ini,.php_cs,.php-cs-fixer.php,.php-cs-fixer.dist.php,rector.php,phpunit.xml,phpunit.xml.dist}',
    '{phpstan,phpstan.dist}.neon',
    'phpstan.neon.dist',
    'psalm.xml',
  ],
  apple: [
    '{Package.swift,Podfile,Cartfile,Project.swift,Mintfile,.swiftlint.yml}',
    '*.{podspec,xcscheme,xcconfig,pbxproj}',
    '*.{xcodeproj,xcworkspace}/**',
    'fastlane/**',
  ],
  'package-manager': [
    '{mix.exs,.formatter.exs,rebar.config,rebar.config.script,erlang.mk}',
    '*.{cabal,opam,rockspec,nimble}',
    '{cabal.project,cabal.project.local,stack.yaml,package.yaml,Setup.hs,Setup.lhs,hie.yaml}',
    '{dune,dune-project,dune-workspace}',
    '{pubspec,pubspec_overrides,analysis_options,melos}.yaml',
    '{Makefile.PL,Build.PL,cpanfile,dist.ini}',
    '{Project.toml,Manifest.toml,LocalPreferences.toml}',
    '{config.nims,build.zig,build.zig.zon,shard.yml,dub.json,dub.sdl,elm.json,spago.dhall,spago.yaml,gleam.toml}',
    'deps/build.jl',
    '{conanfile.py,conanfile.txt,vcpkg.json,vcpkg-configuration.json,.conanrc}',
    '{flake,shell,default,devenv}.nix',
    'devbox.json',
    'renv/activate.R',
    '{foundry.toml,hardhat.config.*,Move.toml,Scarb.toml}',
  ],
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
    '{skaffold,pulumi,serverless,samconfig,werf}.{yml,yaml,toml}',
    '{Procfile,fly.toml,vercel.json,netlify.toml,wrangler.toml,render.yaml,app.json}',
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
    '{Dockerfile,Containerfile,Vagrantfile}',
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
  tool: [
    '{vite,vitest,vitest.workspace,webpack,rollup,esbuild,tsup,tsdown,rspack,rsbuild,rolldown,unbuild,build}.config.{js,cjs,mjs,ts,cts,mts}',
    '{babel,postcss,tailwind,windi,uno,svelte,astro,nuxt,next,remix,gatsby,vue,metro,snowpack,quasar,stencil}.config.{js,cjs,mjs,ts,cts,mts}',
    '{webpack,vite}.*.{js,cjs,mjs,ts,cts,mts}',
    '{jest,playwright,cypress,karma,wdio,nightwatch,testcafe,codecept,ava,web-test-runner,cucumber,storybook}.{config,conf}.{js,cjs,mjs,ts,cts,mts,json}',
    '{eslint,prettier,stylelint,commitlint,lint-staged,release,semantic-release,knip,syncpack,size-limit,ecosystem,pm2}.config.{js,cjs,mjs,ts,cts,mts}',
    '{.eslintrc,.prettierrc,.stylelintrc,.babelrc,.swcrc,.postcssrc,.parcelrc,.mocharc,.nycrc,.c8rc,.taprc,.markdownlint-cli2}',
    '{.eslintrc,.prettierrc,.stylelintrc,.babelrc,.postcssrc,.mocharc,.nycrc,.c8rc,.markdownlint,.markdownlint-cli2,.remarkrc}.*',
    '{gulpfile,gruntfile,brunch-config,protractor.conf,jakefile}.*',
    'jakefile',
    '.storybook/**',
    'cypress/plugins/**',
    '{biome,.lintstagedrc,tslint,cypress}.{json,jsonc}',
    '{buf.gen,sqlc,codegen,graphql.config,.graphqlrc,.sqlfluff,sgconfig,tach}.{yml,yaml,ts,js,json}',
    '.trunk/**',
    '.luacheckrc',
    '.busted',
  ],
  'git-tool': [
    '{.gitattributes,.gitmodules,.lfsconfig,.pre-commit-config.yaml,.pre-commit-config.yml,.pre-commit-hooks.yaml}',
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
    '.config/mise/**',
    'mise/config.toml',
  ],
  interpreter: [
    '{.irbrc,.pryrc,.rdebugrc,.iex.exs,.ghci,.pythonrc,.pythonrc.py,.pythonstartup,.Rprofile,.Renviron,Rprofile.site}',
    '{startup.jl,.perltidyrc,.psqlrc,.sqliterc,.my.cnf,.mongorc.js,.mongoshrc.js}',
    '{.gdbinit,.lldbinit,.vimrc,_vimrc,.exrc,.nvimrc,.nvim.lua,.gvimrc,.ideavimrc,.emacs,.dir-locals.el,.dir-locals-2.el}',
    '{.tmux.conf,.screenrc,.wgetrc,.curlrc,_curlrc,.hushlogin,.lessfilter}',
    '.{ipython,jupyter}/**',
    '.config/{nvim,emacs}/**',
    '.emacs.d/**',
    '.vim/**',
  ],
  'editor-helper': ['.vscode/*', '*.{sublime-project,sublime-workspace,code-snippets}'],
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
    '.{clinerules,windsurfrules,cursorrules,rules,rooignore,goosehints,roorules,kilocoderules,junie.md}',
    '.{clinerules,rules,specify}/**',
    '{.roorules,.clinerules}-*',
    'replit.md',
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
