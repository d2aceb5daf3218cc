import { isBlank, type CodeLines } from '../enclosing/codeLines.ts';
import type { LineEdit } from './lineEdits.ts';

/** By family: a line that takes in names from elsewhere, or says to what the file belongs. */
const headLines: Readonly<Record<string, RegExp>> = {
  script: /^(?:import\b(?! ?\()|(?:const|let|var) [^=]{1,200}= ?require\()/,
  python: /^(?:from \S{1,200} import\b|import )/,
  go: /^(?:package|import)[ (]/,
  java: /^(?:package|import) /,
  kotlin: /^(?:package|import) /,
  scala: /^(?:package|import) /,
  csharp: /^(?:(?:global )?using [\w.]|namespace [\w.]{1,200};)/,
  c: /^# ?include\b/,
  php: /^(?:<\?php|namespace |use )/,
  ruby: /^require(?:_relative)?\b/,
  dart: /^import /,
  swift: /^(?:@testable )?import /,
};
const belongs = /^(?:package |namespace |<\?php)/;

/** A statement that takes something in: its lines, 0-based, inclusive. */
export interface Import {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const isHead = ({ family, lines, codeLines }: CodeLines, at: number): boolean => {
  const line = lines[at] ?? '';
  if (headLines[family]?.test(line) !== true) return false;
  return family === 'c' || family === 'php' || codeLines[at]?.charAt(0) === line.charAt(0);
};

/** A statement goes on while a bracket of its first line is open, at most to the next one. */
function endOf(code: CodeLines, from: number): number {
  const { lines } = code;
  if (!/[({]$/.test((lines[from] ?? '').trimEnd())) return from;
  const isClosing = (at: number): boolean => /^\s*[)}]/.test(lines[at] ?? '');
  let at = from + 1;
  while (at < lines.length && !isClosing(at) && !isHead(code, at)) at += 1;
  return at < lines.length && isClosing(at) ? at : from;
}

/** All such statements of a file. */
export function importStatementsIn(code: CodeLines): readonly Import[] {
  const found: Import[] = [];
  for (let at = 0; at < code.lines.length; at += 1) {
    if (!isHead(code, at)) continue;
    const to = endOf(code, at);
    found.push({ from: at, to, text: code.lines.slice(at, to + 1).join('\n') });
    at = to;
  }
  return found;
}

/** Those that an answer begins with, and the line behind them. */
export function leadingImports(code: CodeLines): { readonly imports: readonly Import[]; readonly end: number } {
  const all = new Map(importStatementsIn(code).map(each => [each.from, each]));
  const imports: Import[] = [];
  let end = 0;
  for (let at = 0; at < code.lines.length; at += 1) {
    const found = all.get(at);
    if (found) {
      imports.push(found);
      at = found.to;
      end = at + 1;
    } else if (!isBlank(code.lines[at])) break;
  }
  return { imports, end };
}

/** What has to be changed in a file so that it takes in what these do, each name once. */
export function importEdits(file: CodeLines, added: readonly Import[]): readonly LineEdit[] {
  const own = importStatementsIn(file);
  const known = new Set(file.lines.map(line => line.trim()));
  const modules = modulesOf(own);
  const fresh: string[] = [];
  const widened = new Map<Import, string[]>();
  for (const text of added.flatMap(each => (belongs.test(each.text) ? [] : singles(each.text, file.family)))) {
    if (text.split('\n').every(line => known.has(line.trim())) || known.has(text.replace(/^import /, ''))) continue;
    known.add(text.trim());
    const one = named(text);
    const module = one && modules.get(one.module);
    if (!one || !module) fresh.push(text);
    for (const name of module ? (one?.names ?? []) : []) {
      if (!module || module.names.has(name)) continue;
      module.names.add(name);
      const names = widened.get(module.into);
      if (names) names.push(name);
      else widened.set(module.into, [name]);
    }
  }
  const edits = [...widened].flatMap(([into, names]) => widen(into, names));
  return fresh.length === 0 ? edits : [...edits, ...inserted(fresh, own)];
}

interface Module {
  /** The first statement that takes names of it in. */
  readonly into: Import;
  readonly names: Set<string>;
}

function modulesOf(own: readonly Import[]): ReadonlyMap<string, Module> {
  const modules = new Map<string, Module>();
  for (const each of own) {
    const one = named(each.text);
    if (!one) continue;
    const module = modules.get(one.module);
    if (!module) modules.set(one.module, { into: each, names: new Set(one.names) });
    else for (const name of one.names) module.names.add(name);
  }
  return modules;
}

/** Go takes several in at once. */
const singles = (text: string, family: string): readonly string[] => {
  const lines = text.split('\n');
  return family !== 'go' || lines.length === 1
    ? [text]
    : lines
        .slice(1, -1)
        .flatMap(line => (isBlank(line) || line.trim().startsWith('//') ? [] : [`import ${line.trim()}`]));
};

interface NamedImport {
  /** The module, with what else tells one kind of statement from another. */
  readonly module: string;
  readonly names: readonly string[];
}

/** `import { a, b } from 'm'`, `from m import a, b`; undefined: one of another form. */
function named(text: string): NamedImport | undefined {
  const [open, close] = [text.indexOf('{'), text.indexOf('}')];
  if (text.startsWith('import') && open > 0 && close > open)
    return {
      module: `${text.slice(0, open).trim()} ${text.slice(close + 1).replace(/[\s;"']/g, '')}`,
      names: listed(text.slice(open + 1, close)),
    };
  const at = text.indexOf(' import ');
  if (!text.startsWith('from ') || at < 0 || text.includes('#')) return undefined;
  return { module: text.slice(0, at), names: listed(text.slice(at + 8).replace(/[()]/g, '')) };
}

const listed = (names: string): readonly string[] =>
  names
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '');

/** The statement with more names in it. */
function widen({ from, to, text }: Import, names: readonly string[]): readonly LineEdit[] {
  const lines = text.split('\n');
  if (text.startsWith('from ') || text.includes('//') || text.includes('/*')) {
    const [head = ''] = text.startsWith('from ') ? text.split(' import ', 1) : [];
    const fresh = head === '' ? [] : [`${head} import ${names.join(', ')}`];
    return [{ at: to + 1, remove: 0, lines: fresh }];
  }
  if (lines.length > 1) {
    const last = lines.at(-2) ?? '';
    const indent = /^\s*/.exec(last)?.[0] ?? '';
    const ended = last.trimEnd().endsWith(',') ? last : `${last.trimEnd()},`;
    return [{ at: to - 1, remove: 1, lines: [ended, ...names.map(name => `${indent}${name},`)] }];
  }
  const close = text.indexOf('}');
  const before = text.slice(0, close).trimEnd().replace(/,$/, '');
  const blank = /\{\s/.test(text) ? ' ' : '';
  return [{ at: from, remove: 1, lines: [`${before}, ${names.join(', ')}${blank}${text.slice(close)}`] }];
}

/** New statements stand behind the last one; in Go, within the list where there is one. */
function inserted(fresh: readonly string[], own: readonly Import[]): readonly LineEdit[] {
  const list = own.find(({ text }) => /^import ?\(\n/.test(text));
  if (list) return [{ at: list.to, remove: 0, lines: fresh.map(text => `\t${text.replace(/^import /, '')}`) }];
  const last = own.at(-1);
  const isPackage = last !== undefined && belongs.test(last.text);
  return [
    { at: last ? last.to + 1 : 0, remove: 0, lines: [...(isPackage ? [''] : []), ...fresh, ...(last ? [] : [''])] },
  ];
}
