import type { LanguageId } from '../code/languages.ts';

/** A published package whose sources the set is made of. */
export interface SourcePackage {
  readonly name: string;
  /** Whose ordinary client gets it: `npm pack`, or `apt-get download`. */
  readonly from: 'npm' | 'debian';
  /** SPDX, permissive only. */
  readonly licence: string;
  /** What is taken from it; the half it belongs to goes by the first. */
  readonly languages: readonly LanguageId[];
  /** What to ask the client for, the oldest first; edits are made of the last, real ones of each and the next. */
  readonly releases: readonly string[];
}

type Npm = readonly [name: string, licence: string, languages: string, versions: string];

/** Of npm versions are pinned. */
const npm: readonly Npm[] = [
  ['rxjs', 'Apache-2.0', 'typescript', '6.6.7 7.5.7 7.8.2'],
  ['openai', 'Apache-2.0', 'typescript', '4.20.0 4.52.0 4.104.0'],
  ['ajv', 'MIT', 'typescript', '8.6.3 8.12.0 8.17.1'],
  ['@tanstack/query-core', 'MIT', 'typescript', '4.36.1 5.20.5 5.51.1'],
  ['immer', 'MIT', 'typescript', '9.0.21 10.1.1'],
  ['@reduxjs/toolkit', 'MIT', 'typescript', '1.9.7 2.0.1 2.2.6'],
  ['react-native-paper', 'MIT', 'typescriptreact', '5.0.0 5.8.0 5.12.3'],
  ['@gorhom/bottom-sheet', 'MIT', 'typescriptreact', '4.1.6 4.4.7 4.6.3'],
  ['@react-navigation/stack', 'MIT', 'typescriptreact', '5.14.9 6.0.11 6.4.1'],
  ['@react-navigation/drawer', 'MIT', 'typescriptreact', '5.12.9 6.1.8 6.7.2'],
  ['@react-navigation/bottom-tabs', 'MIT', 'typescriptreact', '5.11.15 6.0.9 6.6.1'],
  ['@react-navigation/elements', 'MIT', 'typescriptreact', '1.0.0 1.3.0 1.3.31'],
  ['@react-navigation/core', 'MIT', 'typescriptreact', '5.16.1 6.4.17 7.3.1'],
  ['react-native-tab-view', 'MIT', 'typescriptreact', '2.16.0 3.1.1 3.5.2'],
  ['react-native-gesture-handler', 'MIT', 'typescriptreact', '2.9.0 2.14.1 2.20.2'],
  ['fastify', 'MIT', 'javascript', '3.29.5 4.10.2 4.28.1'],
  ['express', 'MIT', 'javascript', '4.16.4 4.19.2 5.0.0'],
  ['undici', 'MIT', 'javascript', '5.10.0 5.28.4 6.19.2'],
  ['mongoose', 'MIT', 'javascript', '6.12.0 7.6.0 8.4.1'],
  ['koa', 'MIT', 'javascript', '2.11.0 2.15.3'],
  ['node-gyp', 'MIT AND BSD-3-Clause', 'python', '6.1.0 7.1.2 8.4.1 9.4.1 10.1.0 11.5.0'],
  ['@capacitor/android', 'MIT', 'java', '3.9.0 4.8.2 5.7.8 6.1.0'],
  ['react-native-svg', 'MIT', 'java', '12.5.1 13.14.1 15.3.0'],
  ['react-native-device-info', 'MIT', 'java', '5.6.5 7.4.0 10.14.0'],
  ['cordova-android', 'Apache-2.0', 'java', '8.1.0 9.1.0 10.1.2 12.0.1'],
  ['@react-native-firebase/app', 'Apache-2.0', 'java', '12.9.3 16.7.0 20.5.0'],
  ['node-addon-api', 'MIT', 'cpp', '3.2.1 5.1.0 8.0.0'],
  ['sharp', 'Apache-2.0', 'cpp', '0.29.3 0.31.3 0.33.4'],
  ['sqlite3', 'BSD-3-Clause', 'cpp', '4.2.0 5.0.11 5.1.7'],
  ['canvas', 'MIT', 'cpp', '2.6.1 2.11.2'],
  ['isolated-vm', 'ISC', 'cpp', '3.3.10 4.7.2 5.0.1'],
  ['node-pty', 'MIT', 'cpp', '0.9.0 0.10.1 1.0.0'],
  ['nan', 'MIT', 'cpp', '2.14.2 2.20.0'],
];

/** Of Debian the archive has one version of each; successive ones have names of their own there. */
const debian: readonly Npm[] = [
  ['flask', 'BSD-3-Clause', 'python', 'python3-flask'],
  ['click', 'BSD-3-Clause', 'python', 'python3-click'],
  ['jinja2', 'BSD-3-Clause', 'python', 'python3-jinja2'],
  ['werkzeug', 'BSD-3-Clause', 'python', 'python3-werkzeug'],
  ['httpx', 'BSD-3-Clause', 'python', 'python3-httpx'],
  ['starlette', 'BSD-3-Clause', 'python', 'python3-starlette'],
  ['rich', 'MIT', 'python', 'python3-rich'],
  ['cobra', 'Apache-2.0', 'go', 'golang-github-spf13-cobra-dev'],
  ['mux', 'BSD-3-Clause', 'go', 'golang-github-gorilla-mux-dev'],
  ['gin', 'MIT', 'go', 'golang-github-gin-gonic-gin-dev'],
  ['logrus', 'MIT', 'go', 'golang-github-sirupsen-logrus-dev'],
  ['cli', 'MIT', 'go', 'golang-github-urfave-cli-dev golang-github-urfave-cli-v2-dev'],
  ['yaml', 'MIT AND Apache-2.0', 'go', 'golang-gopkg-yaml.v2-dev golang-gopkg-yaml.v3-dev'],
  [
    'blackfriday',
    'BSD-2-Clause',
    'go',
    'golang-github-russross-blackfriday-dev golang-github-russross-blackfriday-v2-dev',
  ],
  ['jwt', 'MIT', 'go', 'golang-github-dgrijalva-jwt-go-dev golang-github-golang-jwt-jwt-dev'],
  ['uuid', 'MIT', 'go', 'golang-github-satori-go.uuid-dev golang-github-gofrs-uuid-dev'],
  ['url', 'MIT OR Apache-2.0', 'rust', 'librust-url-dev'],
  ['regex-syntax', 'MIT OR Apache-2.0', 'rust', 'librust-regex-syntax-dev'],
  ['itertools', 'MIT OR Apache-2.0', 'rust', 'librust-itertools-dev'],
  ['hashbrown', 'MIT OR Apache-2.0', 'rust', 'librust-hashbrown-dev'],
  ['textwrap', 'MIT', 'rust', 'librust-textwrap-dev'],
  ['semver', 'MIT OR Apache-2.0', 'rust', 'librust-semver-0.9-dev librust-semver-dev'],
  ['clap', 'MIT OR Apache-2.0', 'rust', 'librust-clap-2-dev librust-clap-3-dev librust-clap-dev'],
  ['nom', 'MIT', 'rust', 'librust-nom-4-dev librust-nom-dev'],
  ['env-logger', 'MIT OR Apache-2.0', 'rust', 'librust-env-logger-0.7-dev librust-env-logger-dev'],
  ['fmt', 'MIT', 'cpp', 'libfmt-dev'],
  ['spdlog', 'MIT', 'cpp', 'libspdlog-dev'],
  ['json', 'MIT', 'cpp', 'nlohmann-json3-dev'],
  ['cxxopts', 'MIT', 'cpp', 'libcxxopts-dev'],
  ['CLI11', 'BSD-3-Clause', 'cpp', 'libcli11-dev'],
  ['tomlplusplus', 'MIT', 'cpp', 'libtomlplusplus-dev'],
];

const packageOf =
  (from: SourcePackage['from']) =>
  ([name, licence, languages, releases]: Npm): SourcePackage => ({
    name,
    from,
    licence,
    languages: languages.split(' ') as LanguageId[],
    releases: releases.split(' ').map(release => (from === 'npm' ? `${name}@${release}` : release)),
  });

/** All that is looked at; a new one is its row above. */
export const packages: readonly SourcePackage[] = [...npm.map(packageOf('npm')), ...debian.map(packageOf('debian'))];
