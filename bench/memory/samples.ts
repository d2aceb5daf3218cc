import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../scripts/support/projectRoot.ts';

/** Texts by kind, none of which the estimate was fitted to: half of the packages, chosen by name, and TypeScript's messages. */
export function samples(): Readonly<Record<string, readonly string[]>> {
  return {
    source: files('**/*.{ts,mts,js,mjs,cjs}', 120),
    Markdown: files('**/*.{md,mdx}', 80),
    JSON: files('**/*.json', 60),
    Chinese: [...messages('zh-cn'), ...messages('zh-tw')],
    German: messages('de'),
    Japanese: messages('ja'),
  };
}

/** About a MB of source, all of it ASCII, as a document. */
export function largeSource(): string {
  const text = files('**/*.{ts,mts,js,mjs}', 400)
    .join('\n')
    .replaceAll(/[^\0-\x7f]/g, 'x');
  // flat in memory and a byte each, as an editor gives it
  return Buffer.from(text.slice(0, 1_000_000), 'latin1').toString('latin1');
}

const modules = path.join(projectRoot, 'node_modules');
const most = 12_000; // characters of a file

function files(pattern: string, count: number): readonly string[] {
  const left = new Map<string, number>();
  const texts: string[] = [];
  for (const file of globSync(pattern, { cwd: modules })
    .map(name => name.replaceAll(path.sep, '/'))
    .sort()) {
    if (texts.length >= count) break;
    const name = file.startsWith('@') ? file.split('/', 2).join('/') : (file.split('/', 1)[0] ?? '');
    const taken = left.get(name) ?? 0;
    if (hash(name) % 2 === 0 || taken >= 4 || file.includes('.min.')) continue;
    const text = readFileSync(path.join(modules, file), 'utf8').slice(0, most);
    if (text.length < 800 || text.includes('\ufffd')) continue;
    left.set(name, taken + 1);
    texts.push(text);
  }
  return texts;
}

/** Half of the names were fitted to. */
const hash = (name: string): number => Array.from(name).reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) >>> 0, 0);

/** TypeScript's own messages in a language, sixty at a time. */
function messages(language: string): readonly string[] {
  const file = path.join(modules, 'typescript/lib', language, 'diagnosticMessages.generated.json');
  const all = Object.values(JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>);
  return Array.from({ length: 14 }, (_, index) => all.slice(index * 60, index * 60 + 60).join('\n'));
}
