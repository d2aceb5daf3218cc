import type { PackagesAtHand } from '../../core/model/purpose.ts';
import { isObject } from '../../core/shared/isObject.ts';
import { parseJson } from '../../core/shared/parseJson.ts';

/** What one folder above a file holds that says which packages can be imported. */
export interface PackageFolder {
  /** The text of its package.json. */
  readonly manifest?: string;
  /** The texts of its tsconfig.json and jsconfig.json. */
  readonly configs: readonly string[];
  /** The names of what lies in it. */
  readonly beside: readonly string[];
  /** What is installed in it: 'name', '@scope/name'. */
  readonly installed: readonly string[];
}

const fields = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies', 'imports'];

/**
 * The packages that a file of JavaScript or TypeScript can import, by the folders above it: what their manifests name, what is
 * installed, what their compiler is told to find elsewhere. undefined: no manifest was found, or names go by folders.
 */
export function scriptPackages(folders: readonly PackageFolder[]): PackagesAtHand | undefined {
  const manifests = folders.flatMap(({ manifest }) => (manifest === undefined ? [] : [objectIn(manifest)]));
  const configs = folders.flatMap(folder => folder.configs);
  if (manifests.length === 0 || configs.some(text => text.includes('"baseUrl"'))) return undefined;
  const named = manifests.flatMap(manifest => fields.flatMap(field => Object.keys(within(manifest, field))));
  const own = manifests.flatMap(({ name }) => (typeof name === 'string' ? [name] : []));
  const names = new Set([...named, ...own, ...folders.flatMap(({ beside, installed }) => [...beside, ...installed])]);
  const aliases = configs.flatMap(aliasesIn);
  return {
    has: name =>
      names.has(name) ||
      names.has(`@types/${name.replace(/^@/, '').replace('/', '__')}`) ||
      aliases.some(alias => alias === name || (alias.endsWith('/') && `${name}/`.startsWith(alias))),
  };
}

type Fields = Readonly<Record<string, unknown>>;

function objectIn(text: string): Fields {
  const read = parseJson(text);
  return isObject(read) ? read : {};
}

function within(manifest: Fields, field: string): Fields {
  const value = manifest[field];
  return isObject(value) ? value : {};
}

/** Keys of `paths`, without their star. Such files hold comments, so they are not read as JSON. */
function aliasesIn(config: string): readonly string[] {
  const open = config.indexOf('{', config.indexOf('"paths"'));
  if (!config.includes('"paths"') || open < 0) return [];
  const paths = config.slice(open, config.indexOf('}', open) + 1);
  return [...paths.matchAll(/"([^"*\n]{1,200})\*?"[ \t]{0,20}:/g)].map(([, alias = '']) => alias);
}
