import path from 'node:path';
import type { OnResolveArgs, Plugin } from 'esbuild';

/** The chunks that a bundle asks for: name → absolute path of the file that the chunk is made of. */
export type Chunks = Map<string, string>;

/**
 * An esbuild plugin that makes every dynamic `import()` of our own sources a file of its own beside the bundle, loaded
 * when it is reached and not before. What it finds is noted in `chunks`, for the caller to build next.
 *
 * A chunk is loaded with `require`, so that its named exports are right and its default export is not: take named ones.
 */
export function lazyChunks(chunks: Chunks): Plugin {
  return {
    name: 'lazy-chunks',
    setup(build) {
      build.onResolve({ filter: /.*/ }, async args => {
        if (!isLazy(args)) return undefined;
        const resolved = await build.resolve(args.path, {
          kind: 'import-statement',
          importer: args.importer,
          resolveDir: args.resolveDir,
        });
        if (resolved.errors.length > 0) return { errors: resolved.errors };
        const name = nameOf(args.path);
        const other = chunks.get(name);
        if (other !== undefined && other !== resolved.path) {
          return { errors: [{ text: `two lazy chunks would be called ${name}.cjs: ${other} and ${resolved.path}` }] };
        }
        chunks.set(name, resolved.path);
        return { path: `./${name}.cjs`, external: true };
      });
    },
  };
}

/** What the host or Node has by itself stays as it is, and so do the dynamic imports inside libraries. */
function isLazy({ kind, importer, path: wanted }: OnResolveArgs): boolean {
  const comesWithHost = wanted === 'vscode' || wanted.startsWith('node:');
  return kind === 'dynamic-import' && !comesWithHost && !importer.includes(`${path.sep}node_modules${path.sep}`);
}

/** `@anthropic-ai/sdk` → `anthropic-ai-sdk`; `../libraries/secrets.ts` → `secrets`. */
function nameOf(wanted: string): string {
  const isOwnFile = wanted.startsWith('.');
  return isOwnFile ? path.basename(wanted, path.extname(wanted)) : wanted.replace(/^@/, '').replaceAll('/', '-');
}
