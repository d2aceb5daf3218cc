import { isObject } from '../../../core/shared/isObject.ts';
import { parseJson } from '../../../core/shared/parseJson.ts';
import { fact, firstBeside, type Manifest, type ProjectFacts } from './manifest.ts';

const lockFiles = {
  'pnpm-lock.yaml': 'pnpm',
  'yarn.lock': 'yarn',
  'bun.lock': 'bun',
  'bun.lockb': 'bun',
  'package-lock.json': 'npm',
  'npm-shrinkwrap.json': 'npm',
};
const testFrameworks = [
  'vitest',
  'jest',
  'mocha',
  'ava',
  'jasmine',
  'tap',
  'uvu',
  'qunit',
  '@playwright/test',
  'cypress',
];
const formatters = { prettier: 'Prettier', '@biomejs/biome': 'Biome', dprint: 'dprint', standard: 'standard' };
const formatterFiles = {
  '.prettierrc': 'Prettier',
  '.prettierrc.json': 'Prettier',
  'prettier.config.js': 'Prettier',
  'prettier.config.mjs': 'Prettier',
  'biome.json': 'Biome',
  'biome.jsonc': 'Biome',
  'dprint.json': 'dprint',
};

/** What a package.json tells; its own word on the package manager counts more than a lock file that was left behind. */
export function nodeFacts(manifest: Manifest): ProjectFacts {
  const read = parseJson(manifest.text);
  if (!isObject(read)) return {};
  const dependencies = { ...within(read, 'dependencies'), ...within(read, 'devDependencies') };
  const named = text(read['packageManager'])?.split('+')[0];
  const test = text(within(read, 'scripts')['test']) ?? '';
  const framework = testFrameworks.find(name => dependencies[name] !== undefined);
  const formatter = Object.entries(formatters).find(([name]) => dependencies[name] !== undefined)?.[1];
  return {
    ...fact('language', language(read, dependencies)),
    ...fact('packageManager', named ?? firstBeside(manifest, lockFiles)),
    ...fact('tests', framework ?? (test.includes('node') && test.includes('--test') ? 'node:test' : undefined)),
    ...fact('formatter', formatter ?? firstBeside(manifest, formatterFiles)),
  };
}

type Fields = Readonly<Record<string, unknown>>;

function language(read: Fields, dependencies: Fields): string | undefined {
  const typescript = text(dependencies['typescript']);
  const node = text(within(read, 'engines')['node']);
  const parts = [
    ...(typescript ? [`TypeScript ${typescript}`] : []),
    ...(node ? [`Node ${node}`] : []),
    ...(read['type'] === 'module' ? ['ES modules'] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : undefined;
}

function within(fields: Fields, name: string): Fields {
  const found = fields[name];
  return isObject(found) ? found : {};
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
