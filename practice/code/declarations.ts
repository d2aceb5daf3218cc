import { lineOf, type Source } from './source.ts';

/** A class, interface, struct or other named type. */
export interface TypeDeclaration {
  /** The word that declares it: 'class', 'interface', 'struct'. */
  readonly kind: string;
  readonly name: string;
  /** In the file. */
  readonly line: number;
}

/** A line of import and what it brings. */
export interface Import {
  /** The module's name as written, without quotes. */
  readonly module: string;
  /** 1-based, in the code at hand. */
  readonly line: number;
}

const typePattern =
  /\b(?<kind>class|interface|struct|enum|trait|record|protocol|namespace|type)\s+(?<name>[A-Za-z_]\w*)(?<rest>\s*(?:struct|interface|=)?)/g;

/** The types that a code declares. */
export function typesOf(source: Source): readonly TypeDeclaration[] {
  const { masked, language } = source;
  if (language.bodies === 'none') return [];
  return [...masked.text.matchAll(typePattern)].flatMap(match => {
    const { kind = '', name = '', rest = '' } = match.groups ?? {};
    if (kind === 'type' && rest.trim() === '') return [];
    const shown = /struct|interface/.exec(rest)?.[0] ?? kind;
    return [{ kind: shown, name, line: lineOf(source, match.index) }];
  });
}

const importPatterns = [
  /^\s*import\s+(?:type\s+)?(?:[^'"`;]*?\sfrom\s+)?['"](?<module>[^'"]+)['"]/,
  /\brequire\(\s*['"](?<module>[^'"]+)['"]\s*\)/,
  /^\s*from\s+(?<module>[\w.]+)\s+import\b/,
  /^\s*#include\s*[<"](?<module>[^>"]+)[>"]/,
  /^\s*(?:pub\s+)?use\s+(?<module>[\w:]+(?:::\{[^}]*\})?)/,
  /^\s*(?:import|using)\s+(?:static\s+)?(?<module>[\w.*]+)/,
];

/** What a code imports, one entry a line. */
export function importsOf({ code, masked, language }: Source): readonly Import[] {
  if (language.bodies === 'none') return [];
  const goBlock = /^import\s*\(/m.exec(masked.text);
  const goEnd = goBlock === null ? -1 : masked.text.indexOf(')', goBlock.index);
  let at = 0;
  return code.split('\n').flatMap((text, index) => {
    const start = at;
    at += text.length + 1;
    const inBlock = goBlock !== null && start > goBlock.index && start < goEnd;
    const quoted = inBlock ? /"(?<module>[^"]+)"/.exec(text) : null;
    const match = quoted ?? importPatterns.map(pattern => pattern.exec(text)).find(found => found !== null);
    const isCode = masked.text.slice(start, at).trim() !== '';
    const module = match?.groups?.['module'];
    return module !== undefined && isCode ? [{ module, line: index + 1 }] : [];
  });
}

const variablePattern =
  /(?:^|[;{(])[ \t]*(?:export\s+)?(?:(?:const|let|var|val|auto)\s+(?:mut\s+)?|(?=[A-Za-z_]\w*(?:,\s*\w+)*\s*:?=[^=>]))(?<name>[A-Za-z_$][\w$]*)/gm;

/** Variables that a piece of code sets, in order, without repeats. */
export function variablesOf({ masked }: Source): readonly string[] {
  const names = [...masked.text.matchAll(variablePattern)].map(match => match.groups?.['name'] ?? '');
  return [...new Set(names)];
}
