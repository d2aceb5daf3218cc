import { fact, firstMatch, type Manifest, type ProjectFacts } from './manifest.ts';

/** What a Cargo.toml tells; tests and form are the language's own. */
export function cargoFacts({ text }: Manifest): ProjectFacts {
  const edition = firstMatch(text, /^\s*edition\s*=\s*["'](\d{4})["']/);
  const version = firstMatch(text, /^\s*rust-version\s*=\s*["']([\d.]+)["']/);
  const parts = [...(version ? [version] : []), ...(edition ? [`edition ${edition}`] : [])];
  return {
    ...fact('language', parts.length > 0 ? `Rust ${parts.join(', ')}` : undefined),
    packageManager: 'Cargo',
    tests: 'cargo test',
    formatter: 'rustfmt',
  };
}
