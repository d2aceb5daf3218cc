import { familyOf } from '../../core/confidence/languages.ts';

/** By family: a line that takes in names from elsewhere, or says to what the file belongs. */
const headLines: Readonly<Record<string, RegExp>> = {
  script: /^(?:import\b(?!\s*\()|(?:const|let|var)\s[^=]*=\s*require\(|['"]use strict['"])/,
  python: /^(?:from\s+\S+\s+import\b|import\s)/,
  go: /^(?:package\s|import\s)/,
  java: /^(?:package\s|import\s)/,
  kotlin: /^(?:package\s|import\s)/,
  scala: /^(?:package\s|import\s)/,
  csharp: /^(?:using\s+[\w.=\s]+;|namespace\s+[\w.]+;)/,
  rust: /^use\s/,
  c: /^#\s*include\b/,
  php: /^(?:<\?php|namespace\s|use\s)/,
  ruby: /^require(?:_relative)?\b/,
  dart: /^import\s/,
  swift: /^(?:@testable\s+)?import\s/,
};
const belongs = /^(?:package\s|namespace\s|<\?php|['"]use strict['"])/;
const rustModule = /^([ \t]*)(?:#\[cfg\(test\)\]\s*)?mod\s+\w+\s*\{[ \t]*$/m;

/**
 * A test file with more tests at its end. What they take in from elsewhere goes to where the file does that, once; in Rust tests
 * go into the module of tests, which is made where there is none. undefined: there is nothing to add.
 */
export function merged(text: string, added: string, language: string): string | undefined {
  const family = familyOf(language) ?? '';
  if (family === 'rust') return intoModule(text, added);
  const { heads, body } = taken(added.split(/\r?\n/), headLines[family]);
  if (body.trim() === '') return undefined;
  const known = new Set(text.split(/\r?\n/).map(line => line.trim()));
  const wanted = heads.filter(head => !belongs.test(head) && !head.split('\n').every(line => known.has(line.trim())));
  const whole = `${withHeads(text, wanted, headLines[family]).trimEnd()}\n\n${body.trim()}\n`;
  return text.includes('\r\n') ? whole.replace(/\r?\n/g, '\r\n') : whole;
}

/** The statements at the top that take something in, each whole, and what follows. */
function taken(
  lines: readonly string[],
  head: RegExp | undefined,
): { readonly heads: readonly string[]; readonly body: string } {
  const heads: string[] = [];
  let at = 0;
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line.trim() === '') continue;
    if (!head?.test(line)) break;
    const end = endOf(lines, at);
    heads.push(lines.slice(at, end + 1).join('\n'));
    at = end;
  }
  return { heads: heads.flatMap(singles), body: lines.slice(at).join('\n') };
}

/** A statement goes on while a bracket of its first line is open. */
function endOf(lines: readonly string[], from: number): number {
  const opens = /[({]\s*$/.test(lines[from] ?? '');
  if (!opens) return from;
  const end = lines.findIndex((line, at) => at > from && /^\s*[)}]/.test(line));
  return end < 0 ? from : end;
}

/** Go takes several in at once. */
const singles = (statement: string): readonly string[] => {
  const [, inside] = /^import\s*\(\n([^]*)\n\)$/.exec(statement) ?? [];
  return inside === undefined
    ? [statement]
    : inside
        .split('\n')
        .filter(line => line.trim() !== '')
        .map(line => `import ${line.trim()}`);
};

function withHeads(text: string, heads: readonly string[], head: RegExp | undefined): string {
  const lines = text.split(/\r?\n/);
  const inBlock = new Set(lines.map(line => `import ${line.trim()}`)); // of Go
  const missing = heads.filter(each => !inBlock.has(each));
  if (missing.length === 0) return text;
  let last = -1;
  for (let at = 0; at < lines.length; at += 1) {
    if (!head?.test(lines[at] ?? '')) continue;
    last = endOf(lines, at);
    at = last;
  }
  return [...lines.slice(0, last + 1), ...missing, ...lines.slice(last + 1)].join('\n');
}

function intoModule(text: string, added: string): string | undefined {
  const inner = rustModule.exec(added);
  const end = added.trimEnd().lastIndexOf('}');
  const body = inner && end > 0 ? added.slice(inner.index + inner[0].length, end) : added;
  const functions = outdented(body.split(/\r?\n/))
    .filter(line => !/^use super::\*;/.test(line))
    .join('\n')
    .trim();
  if (functions === '') return undefined;
  const indented = functions.replace(/^(?=.)/gm, '    ');
  const trimmed = text.trimEnd();
  if (rustModule.test(text) && trimmed.endsWith('}')) return `${trimmed.slice(0, -1).trimEnd()}\n\n${indented}\n}\n`;
  const before = trimmed === '' ? '' : `${trimmed}\n\n`;
  return `${before}#[cfg(test)]\nmod tests {\n    use super::*;\n\n${indented}\n}\n`;
}

function outdented(lines: readonly string[]): readonly string[] {
  const depths = lines.filter(line => line.trim() !== '').map(line => line.length - line.trimStart().length);
  const depth = depths.length === 0 ? 0 : Math.min(...depths);
  return lines.map(line => line.slice(Math.min(depth, line.length - line.trimStart().length)));
}
