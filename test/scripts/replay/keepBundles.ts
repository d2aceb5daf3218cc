import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { keptBundles } from './keptBundles.ts';
import { bundleFiles, zipOf } from './recordedWorld.ts';
import { scenarios } from './scenarios.ts';

const folder = path.join(import.meta.dirname, '../../fixtures/bundles');
mkdirSync(folder, { recursive: true });
for (const [file, name] of Object.entries(keptBundles)) {
  const bundle = await scenarios[name]?.();
  if (!bundle) throw new Error(`there is no scenario: ${name}`);
  writeFileSync(path.join(folder, file), zipOf(bundleFiles(bundle.entries, bundle.settings)));
}
