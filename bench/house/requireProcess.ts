// Requires the main bundle, or it and every chunk, in a fresh process: `FOLDER main` or `FOLDER everything`.
import { readdirSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import path from 'node:path';
import { endWithParent, leave, report } from '../harness/report.ts';

/** How long requiring took, ms. */
export interface RequireTime {
  readonly tookMs: number;
}

const [folder = '', what] = process.argv.slice(2);
const dist = path.join(folder, 'dist');
const main = path.join(dist, 'extension.cjs');
const chunks = readdirSync(dist).filter(file => file.endsWith('.cjs'));

function nothing(): undefined {
  return undefined;
}

/** Stands for VS Code's API, which there is only in VS Code: whatever is asked of it, it gives itself. */
const anything: object = new Proxy(nothing, {
  get: (_, name) => (name === 'then' || typeof name === 'symbol' ? undefined : anything),
  getPrototypeOf: () => anything, // the bundler's import helper copies own names and inherits the rest
});

type Load = (request: string, ...rest: readonly unknown[]) => unknown;
const loader = Module as unknown as { _load: Load };
const load = loader._load;
loader._load = (request, ...rest) => (request === 'vscode' ? anything : load.call(Module, request, ...rest));

/** What VS Code's extension host has loaded long before any extension, as its `process.moduleLoadList` shows. */
const inHost = ['child_process', 'crypto', 'fs', 'fs/promises', 'os', 'readline', 'stream', 'worker_threads'];

endWithParent();
const require = createRequire(main);
for (const name of inHost) require(`node:${name}`);
const startedAt = performance.now();
require(main);
if (what === 'everything') for (const chunk of chunks) require(path.join(dist, chunk));
report({ tookMs: performance.now() - startedAt } satisfies RequireTime);
leave();
