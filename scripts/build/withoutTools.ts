import path from 'node:path';
import type { Plugin } from 'esbuild';

/**
 * Takes the parts of Anthropic's SDK that start programs and read files (its agent tools, its search for credentials) for those
 * that it has for browsers, which can do neither: the extension asks questions, and nothing in its bundle can do more.
 */
export const withoutTools: Plugin = {
  name: 'without tools',
  setup(build) {
    build.onResolve({ filter: /\/node\.mjs$/ }, ({ path: wanted, resolveDir }) => {
      const file = path.resolve(resolveDir, wanted);
      if (!/@anthropic-ai[\\/]sdk[\\/](?:internal|tools[\\/][\w-]+)[\\/]node\.mjs$/.test(file)) return undefined;
      return { path: file.replace(/\.mjs$/, '.browser.mjs') };
    });
  },
};
