import * as l10n from '@vscode/l10n';
import type { Reader } from '../../assist/guard/writtenWhenConfirmed.ts';

/** Who reads such a file, and what may run then. */
export function readerText(reader: Reader): string {
  return sentences[reader]();
}

const sentences: Readonly<Record<Reader, () => string>> = {
  node: () =>
    l10n.t(
      'npm, Yarn, pnpm, Bun, Deno or TypeScript read it: they run scripts of package.json and load code from where it says.',
    ),
  python: () => l10n.t('Python, pip or pytest read it: they may run it, or install and load what it names.'),
  rust: () => l10n.t('Cargo and rust-analyzer read it: they build and run build scripts and what it names.'),
  go: () => l10n.t('The Go tools read it: they load and run what it names.'),
  jvm: () => l10n.t('Gradle, Maven or another build tool reads it: it runs as a program, or loads plugins that do.'),
  dotnet: () => l10n.t('MSBuild or NuGet read it: its targets run when the project is loaded or built.'),
  ruby: () => l10n.t('Bundler, Rake or Ruby LSP read it: it runs as a program.'),
  php: () => l10n.t('Composer, PHP or its tools read it: they run its scripts and load what it names.'),
  apple: () => l10n.t('Xcode, SwiftPM or CocoaPods read it: its scripts run when the project is loaded or built.'),
  'package-manager': () => l10n.t('A package manager reads it: it runs it, or installs and loads what it names.'),
  build: () => l10n.t('A build tool reads it: it runs the commands in it.'),
  ci: () => l10n.t('Continuous integration reads it: it runs the commands in it, with the secrets of the project.'),
  container: () => l10n.t('Docker or a dev container reads it: it runs the commands in it.'),
  tool: () => l10n.t('Tools for building, linting or testing load it as a program, some as soon as it is saved.'),
  'git-tool': () => l10n.t('Git or a manager of Git hooks reads it: it says what runs with commits and checkouts.'),
  environment: () => l10n.t('It sets the environment of programs, which decides what they load and run.'),
  interpreter: () => l10n.t('An interpreter, debugger or editor runs it when it starts here.'),
  'editor-helper': () => l10n.t('An editor reads it, and may run what it names.'),
  server: () => l10n.t('A web server reads it: it decides what is run and who may ask for it.'),
  lock: () =>
    l10n.t('It says which packages are installed, and from where: others in their place run with the next install.'),
  instructions: () => l10n.t('Assistants follow what it says, in every later question.'),
  'ignore-list': () => l10n.t('It says which files assistants must not read or send.'),
};
