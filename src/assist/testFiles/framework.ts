import { familyOf } from '../../core/confidence/reading/languages.ts';

/** By family: what names a framework in a manifest or in a test file, the most telling first. */
const frameworks: Readonly<Record<string, readonly (readonly [string, RegExp])[]>> = {
  script: [
    ['vitest', /["'@/]vitest["'/]|\bvitest\b/],
    ['jest', /["'](?:jest|@jest\/globals|ts-jest)["']|\bjest\.(?:fn|mock|config)/],
    ['bun:test', /["']bun:test["']|\bbun test\b/],
    ['node:test', /["']node:test["']|\bnode (?:\S{1,60} ){0,8}--test\b|\btsx --test\b/],
    ['@playwright/test', /["']@playwright\/test["']/],
    ['mocha', /["']mocha["']|\bmocha\b/],
    ['jasmine', /["']jasmine(?:-core)?["']/],
    ['ava', /["']ava["']/],
    ['tap', /["']tap["']/],
    ['Deno.test', /\bDeno\.test\b|["']jsr:@std\/assert/],
  ],
  python: [
    ['pytest', /\bpytest\b/],
    ['unittest', /\bunittest\b/],
    ['nose2', /\bnose2?\b/],
  ],
  go: [
    ['testing with testify', /stretchr\/testify/],
    ['testing with ginkgo', /onsi\/ginkgo/],
    ['testing', /\btesting\b|^module /m],
  ],
  rust: [
    ['#[test] with rstest', /\brstest\b/],
    ['#[test]', /./],
  ],
  java: [
    ['JUnit 5', /junit-jupiter|org\.junit\.jupiter|useJUnitPlatform/],
    ['TestNG', /\btestng\b/],
    ['JUnit 4', /\bjunit\b/],
  ],
  kotlin: [
    ['Kotest', /\bkotest\b/],
    ['JUnit 5', /junit-jupiter|org\.junit\.jupiter|useJUnitPlatform|kotlin\("test"\)|kotlin-test/],
    ['JUnit 4', /\bjunit\b/],
  ],
  csharp: [
    ['xUnit', /\bxunit\b/i],
    ['NUnit', /\bnunit\b/i],
    ['MSTest', /\bmstest\b|Microsoft\.VisualStudio\.TestTools/i],
  ],
  c: [
    ['GoogleTest', /\bgtest\b|GTest|googletest/],
    ['Catch2', /\bcatch2?\b/i],
    ['doctest', /\bdoctest\b/],
    ['Boost.Test', /boost\/test|Boost\.Test|unit_test_framework/],
    ['Unity', /\bunity\.h\b/],
    ['CppUTest', /CppUTest/],
  ],
  ruby: [
    ['RSpec', /\brspec\b/i],
    ['Minitest', /\bminitest\b/i],
    ['test-unit', /test-unit|test\/unit/],
  ],
  php: [
    ['Pest', /pestphp\/pest/],
    ['PHPUnit', /phpunit/i],
  ],
  swift: [
    ['Swift Testing', /import Testing\b/],
    ['XCTest', /\bXCTest\b/],
  ],
};

/** Files that say which framework a project uses, by family; in the folder of the file or above it. */
export const testManifests: Readonly<Record<string, readonly string[]>> = {
  script: ['package.json', 'deno.json', 'deno.jsonc'],
  python: [
    'pyproject.toml',
    'setup.cfg',
    'tox.ini',
    'pytest.ini',
    'requirements-dev.txt',
    'requirements.txt',
    'setup.py',
    'Pipfile',
  ],
  go: ['go.mod'],
  rust: ['Cargo.toml'],
  java: ['pom.xml', 'build.gradle', 'build.gradle.kts'],
  kotlin: ['build.gradle.kts', 'build.gradle', 'pom.xml'],
  csharp: [],
  c: ['CMakeLists.txt', 'meson.build', 'conanfile.txt', 'vcpkg.json', 'MODULE.bazel'],
  ruby: ['Gemfile'],
  php: ['composer.json'],
  swift: ['Package.swift'],
};

/**
 * What tests of a language are written for: what another test file uses, else what a manifest names. `texts`: the most telling
 * first. undefined: nothing says it.
 */
export function frameworkIn(language: string, texts: readonly string[]): string | undefined {
  const known = frameworks[familyOf(language) ?? ''] ?? [];
  for (const text of texts) {
    const found = known.find(([, names]) => names.test(text));
    if (found) return found[0];
  }
  return undefined;
}
