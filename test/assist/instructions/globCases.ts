/** What the matcher says; `test/scenes/instructions/` holds the same table against VS Code's own. */
export const globCases: readonly (readonly [pattern: string, paths: readonly string[], others: readonly string[]])[] = [
  ['**/*.ts', ['a.ts', 'a/b.ts', 'a/b/c.ts'], ['a.tsx', 'a/ts']],
  ['src/**', ['src/a', 'src/a/b.ts'], ['source/a', 'a/src/b']],
  ['src/*.ts', ['src/a.ts'], ['src/a/b.ts']],
  ['src/**/test/*.ts', ['src/test/a.ts', 'src/a/b/test/c.ts'], ['src/a/test/b/c.ts']],
  ['**/*.{ts,tsx}', ['a.ts', 'b/c.tsx'], ['a.js']],
  ['{src,lib}/**/*.js', ['src/a.js', 'lib/b/c.js'], ['bin/a.js']],
  ['**/file?.txt', ['file1.txt'], ['file12.txt', 'file.txt']],
  ['**/[a-c]*.go', ['a.go', 'x/cd.go'], ['d.go']],
  ['**/[!a-c].go', ['d.go'], ['a.go']],
  ['**/Dockerfile', ['Dockerfile', 'a/Dockerfile'], ['dockerfile', 'Dockerfile.dev']],
  ['**', ['a', 'a/b.c'], []],
];
