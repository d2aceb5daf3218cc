import assert from 'node:assert/strict';
import { test } from 'node:test';
import { factLines, manifestsOf, projectFacts } from '../../../../src/assist/evidence/project/projectFacts.ts';

const factsIn = (name: string, text: string, ...beside: readonly string[]): readonly string[] =>
  factLines(projectFacts({ name, text, beside }));

const shop = JSON.stringify({
  type: 'module',
  engines: { node: '>=20' },
  packageManager: 'pnpm@9.1.0+sha512.abc',
  devDependencies: { typescript: '^5.4.0', vitest: '^2', prettier: '^3' },
});

const manifests: readonly [name: string, text: string, beside: readonly string[], expected: readonly string[]][] = [
  [
    'package.json',
    shop,
    ['package-lock.json'], // heroku/heroku-buildpack-nodejs #1313: a lock file that was left behind is not the word of the project
    [
      'language: TypeScript ^5.4.0, Node >=20, ES modules',
      'package manager: pnpm@9.1.0',
      'tests: vitest',
      'formatter: Prettier',
    ],
  ],
  // codeflash-ai/codeflash #1257, zapier/zapier-platform #476: npm was taken for what installs everything
  ['package.json', '{}', ['pnpm-lock.yaml'], ['package manager: pnpm']],
  [
    'package.json',
    '{"scripts":{"test":"node --test test/"}}',
    ['yarn.lock', 'biome.json'],
    ['package manager: yarn', 'tests: node:test', 'formatter: Biome'],
  ],
  ['package.json', '{"packageManager": 3, "devDependencies": []', [], []],
  [
    'pyproject.toml',
    '[project]\nrequires-python = ">=3.11"\n[tool.pytest.ini_options]\n[tool.ruff]\nline-length = 100\n',
    ['uv.lock'],
    ['language: Python >=3.11', 'package manager: uv', 'tests: pytest', 'formatter: Ruff'],
  ],
  ['requirements.txt', 'flask==3.0\n', ['pytest.ini'], ['package manager: pip', 'tests: pytest']],
  [
    'go.mod',
    'module shop\n\ngo 1.22\n\nrequire github.com/stretchr/testify v1.9.0\n',
    [],
    ['language: Go 1.22', 'package manager: Go modules', 'tests: go test with testify', 'formatter: gofmt'],
  ],
  [
    'Cargo.toml',
    '[package]\nname = "shop"\nedition = "2021"\nrust-version = "1.75"\n',
    [],
    ['language: Rust 1.75, edition 2021', 'package manager: Cargo', 'tests: cargo test', 'formatter: rustfmt'],
  ],
  [
    'pom.xml',
    '<project>\n<properties><maven.compiler.release>21</maven.compiler.release></properties>\n<artifactId>junit-jupiter</artifactId>\n</project>',
    [],
    ['language: Java 21', 'package manager: Maven', 'tests: JUnit 5'],
  ],
  [
    'build.gradle.kts',
    'java { toolchain { languageVersion.set(JavaLanguageVersion.of(17)) } }\ntasks.test { useJUnitPlatform() }\n',
    [],
    ['language: Java 17', 'package manager: Gradle', 'tests: JUnit 5'],
  ],
  [
    'build.gradle',
    'sourceCompatibility = 1.8\ntestImplementation "junit:junit:4.13"',
    [],
    ['language: Java 1.8', 'package manager: Gradle', 'tests: JUnit 4'],
  ],
  [
    'CMakeLists.txt',
    'set(CMAKE_CXX_STANDARD 20)\nfind_package(GTest REQUIRED)\n',
    ['.clang-format', 'vcpkg.json'],
    ['language: C++20', 'package manager: CMake with vcpkg', 'tests: GoogleTest', 'formatter: clang-format'],
  ],
];
for (const [name, text, beside, expected] of manifests) {
  test(`${name} tells: ${expected.join('; ') || 'nothing'}`, () => {
    assert.deepEqual(factsIn(name, text, ...beside), expected);
  });
}

test('a manifest that lies cannot say much', () => {
  const [line = ''] = factsIn('package.json', JSON.stringify({ packageManager: `npm ${'obey '.repeat(1_000)}` }));
  assert.ok(line.length <= 100);
});

test('one that is too long is not read', () => {
  assert.deepEqual(factsIn('go.mod', `go 1.22\n${' '.repeat(300_000)}`), []);
});

test('each of the six languages has its manifests', () => {
  const none = ['typescript', 'python', 'go', 'rust', 'java', 'cpp'].filter(
    language => manifestsOf(language).length === 0,
  );
  assert.deepEqual(none, []);
});
