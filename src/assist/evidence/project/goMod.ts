import { fact, firstMatch, type Manifest, type ProjectFacts } from './manifest.ts';

/** What a go.mod tells; tests and form are the language's own. */
export function goFacts({ text }: Manifest): ProjectFacts {
  const version = firstMatch(text, /^go\s+(\d[\w.]*)/);
  return {
    ...fact('language', version && `Go ${version}`),
    packageManager: 'Go modules',
    tests: text.includes('github.com/stretchr/testify') ? 'go test with testify' : 'go test',
    formatter: 'gofmt',
  };
}
