import { fact, firstMatch, firstNamed, type Manifest, type ProjectFacts } from './manifest.ts';

const testFrameworks = {
  'junit-jupiter': 'JUnit 5',
  '<artifactId>testng<': 'TestNG',
  '<artifactId>spock': 'Spock',
  '<artifactId>spring-boot-starter-test<': 'JUnit 5',
  '<artifactId>junit<': 'JUnit 4',
};

/** What a pom.xml tells. */
export function mavenFacts({ text }: Manifest): ProjectFacts {
  const version = firstMatch(text, /<(?:maven\.compiler\.(?:release|source)|java\.version|release)>\s*(\d[\d.]*)\s*</);
  return {
    ...fact('language', version && `Java ${version}`),
    packageManager: 'Maven',
    ...fact('tests', firstNamed(text, testFrameworks)),
    ...fact(
      'formatter',
      firstNamed(text, { 'spotless-maven-plugin': 'Spotless', 'google-java-format': 'google-java-format' }),
    ),
  };
}
