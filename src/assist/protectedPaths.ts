import ignore from 'ignore';

/**
 * Files whose change can run code or redirect tools: proposed edits to them are shown, never applied, because
 * a model could be led to write them by what it reads. The list is VS Code's own of sensitive files. Matched without regard to case, because the file systems that matter do not.
 */
const patterns = [
  '**/.vscode/**/*.json',
  '*.code-workspace',
  '**/.git/**',
  '.gitattributes',
  '**/.github/agents/**',
  '**/.github/hooks/**',
  '**/.claude/agents/**',
  '**/.claude/settings*.json',
  '.mcp.json',
  '.env',
  '.env.*',
  '.npmrc',
  '.yarnrc*',
  '.pnpmfile*',
  'pnpm-workspace.yaml',
  'package.json',
  'Cargo.toml',
  'build.rs',
  'server.xml',
  'web.config',
  '*.csproj',
  '*gradle*',
  '*.lock',
  '*-lock.yaml',
  '*-lock.json',
];

const matcher = ignore({ ignorecase: true }).add(patterns);

/** `path` is relative to its workspace folder, or absolute outside one; '/' or '\' as separator. */
export function isProtected(path: string): boolean {
  const tidy = path
    .replaceAll('\\', '/')
    .replace(/^[a-z]:/i, '')
    .split('/')
    .map(part => part.replace(/(?<![. ])[. ]+$/, '') || part)
    .filter(part => part !== '' && part !== '.')
    .join('/')
    .normalize('NFC');
  // what cannot be told (streams, '..', nothing at all) is treated as protected
  return !ignore.isPathValid(tidy) || tidy.includes(':') || matcher.ignores(tidy);
}
