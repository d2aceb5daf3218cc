import type { PackagesAtHand } from '../../core/model/purpose.ts';

/** The modules that a go.mod names; a package is one of theirs, or of the module itself. */
export function goPackages(manifest: string): PackagesAtHand {
  const paths = [...manifest.matchAll(/^(?:module|require|replace)?[ \t]*([\w.~-]+(?:\/[\w.~-]+)*)(?=[ \t\n]|$)/gm)];
  const modules = paths.map(([, path = '']) => path).filter(path => /[./]/.test(path));
  const own = /^module[ \t]+"?([^\s"]+)/m.exec(manifest)?.[1];
  const all = own === undefined ? modules : [own, ...modules];
  return { has: name => all.some(module => name === module || name.startsWith(`${module}/`)) };
}

/** The crates that a Cargo.toml names; in code their hyphens are underscores. */
export function rustPackages(manifest: string): PackagesAtHand {
  const keys = [...manifest.matchAll(/^[ \t]*(?:\[[\w.'"() =-]*dependencies\.)?"?([\w-]+)"?[ \t]*(?:[.\]]|=)/gm)];
  const name = /^name[ \t]*=[ \t]*"([\w-]+)"/m.exec(manifest)?.[1];
  const crates = new Set([...keys.map(([, key = '']) => key), name ?? ''].map(key => key.replaceAll('-', '_')));
  return { has: crate => crates.has(crate) };
}

/** By family of languages, the manifest that names packages, and who reads it. */
export const namingManifests: Readonly<
  Record<string, { readonly file: string; readonly read: (manifest: string) => PackagesAtHand }>
> = {
  go: { file: 'go.mod', read: goPackages },
  rust: { file: 'Cargo.toml', read: rustPackages },
};
