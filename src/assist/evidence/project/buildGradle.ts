import { fact, firstMatch, firstNamed, type Manifest, type ProjectFacts } from './manifest.ts';

const testFrameworks = {
  useJUnitPlatform: 'JUnit 5',
  'junit-jupiter': 'JUnit 5',
  useTestNG: 'TestNG',
  'spock-core': 'Spock',
  'junit:junit': 'JUnit 4',
};

/** Where it says for which Java, the plainest first. */
const versionForms = [
  /JavaLanguageVersion\.of\((\d\d?)/,
  /jvmToolchain\((\d\d?)/,
  /JavaVersion\.VERSION_(\d[\d_]{0,3})/,
  /Compatibility ?= ?["']?(\d[\d.]{0,3})/,
];

/** What a build.gradle tells, in Groovy or in Kotlin. */
export function gradleFacts({ text }: Manifest): ProjectFacts {
  const versions = versionForms.map(form => firstMatch(text, form));
  const version = versions.find(each => each !== undefined);
  return {
    ...fact('language', version && `Java ${version.replace('_', '.')}`),
    packageManager: 'Gradle',
    ...fact('tests', firstNamed(text, testFrameworks)),
    ...fact('formatter', firstNamed(text, { spotless: 'Spotless', ktlint: 'ktlint' })),
  };
}
