import { cargoFacts } from './cargoToml.ts';
import { cmakeFacts } from './cmakeLists.ts';
import { goFacts } from './goMod.ts';
import type { Manifest, ProjectFacts } from './manifest.ts';
import { gradleFacts } from './buildGradle.ts';
import { mavenFacts } from './pomXml.ts';
import { nodeFacts } from './packageJson.ts';
import { pythonFacts } from './pyproject.ts';

/** A longer manifest is not read, characters. */
const longestManifest = 200_000;

const readers: Readonly<Record<string, (manifest: Manifest) => ProjectFacts>> = {
  'package.json': nodeFacts,
  'pyproject.toml': pythonFacts,
  'requirements.txt': pythonFacts,
  'go.mod': goFacts,
  'Cargo.toml': cargoFacts,
  'pom.xml': mavenFacts,
  'build.gradle': gradleFacts,
  'build.gradle.kts': gradleFacts,
  'CMakeLists.txt': cmakeFacts,
};

const node = ['package.json'];
const java = ['pom.xml', 'build.gradle.kts', 'build.gradle'];
const byLanguage: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    ['typescript', 'javascript', 'typescriptreact', 'javascriptreact', 'vue', 'svelte'].map(name => [name, node]),
  ),
  python: ['pyproject.toml', 'requirements.txt'],
  go: ['go.mod'],
  rust: ['Cargo.toml'],
  ...Object.fromEntries(['java', 'kotlin', 'scala', 'groovy'].map(name => [name, java])),
  ...Object.fromEntries(['c', 'cpp', 'cuda-cpp', 'objective-c'].map(name => [name, ['CMakeLists.txt']])),
};

/** The names of the manifests that tell of a language, the best first; none: nobody knows it. */
export const manifestsOf = (language: string): readonly string[] => byLanguage[language] ?? [];

/** The names of all manifests that are read. */
export const manifestNames: readonly string[] = Object.keys(readers);

/** What a manifest tells; nothing where it is not known, too long or damaged. */
export function projectFacts(manifest: Manifest): ProjectFacts {
  if (manifest.text.length > longestManifest) return {};
  return readers[manifest.name]?.(manifest) ?? {};
}

const titles: Readonly<Record<keyof ProjectFacts, string>> = {
  language: 'language',
  packageManager: 'package manager',
  tests: 'tests',
  formatter: 'formatter',
};
/** Longer words of a manifest are none of ours, characters. */
const longestFact = 80;

/** The facts as lines: 'package manager: pnpm'. */
export const factLines = (facts: ProjectFacts): readonly string[] =>
  Object.entries(titles).flatMap(([key, title]) => {
    const fact = facts[key as keyof ProjectFacts];
    return fact ? [`${title}: ${fact.slice(0, longestFact)}`] : [];
  });
