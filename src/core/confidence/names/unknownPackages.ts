import type { Steps } from '../../shared/steps.ts';
import { chainsOf } from './chains.ts';
import { beginsLine, stretch, textAt, type CodeIndex } from './grammars/codeIndex.ts';
import type { NameSearch, Missing } from './nameSearch.ts';

/** Packages that an answer takes something from, that the file does not name, and that are no part of the language. */
export function* unknownPackages(looked: NameSearch): Steps<readonly Missing[]> {
  const read = readers[looked.family];
  if (!read) return [];
  const found = new Map<string, Missing>();
  for (const own of yield* read(looked))
    if (!isInFile(looked, own.name) && !found.has(own.name)) found.set(own.name, own);
  return [...found.values()].slice(0, mostPackages);
}

const mostPackages = 20;

const isInFile = ({ around, replaced, family }: NameSearch, name: string): boolean => {
  const quoted = family === 'script' ? [`'${name}`, `"${name}`] : [name];
  return quoted.some(text => around.includes(text) || replaced.includes(text));
};

type Reader = (looked: NameSearch) => Steps<readonly Missing[]>;

const readers: Readonly<Record<string, Reader>> = {
  script: function* ({ uses: { index }, library }) {
    const found: Missing[] = [];
    for (const [at, { kind, text, line }] of index.tokens.entries()) {
      if (at % stretch === 0) yield;
      const name = kind === 'text' && isSpecifier(index, at) ? packageOf(text.slice(1, -1)) : undefined;
      if (name !== undefined && !library.packages.has(name)) found.push({ name, line });
    }
    return found;
  },
  python: function* ({ uses: { index }, library }) {
    const found: Missing[] = [];
    for (const [at, { text, line }] of index.tokens.entries()) {
      if (at % stretch === 0) yield;
      const isStatement = beginsLine(index, at) && (index.within[at] ?? -1) < 0;
      if (!isStatement || !/^(?:import|from)$/.test(text)) continue;
      const name = textAt(index, at + 1);
      if (index.tokens[at + 1]?.kind === 'word' && name !== 'import' && !library.packages.has(name))
        found.push({ name, line });
    }
    return found;
  },
  go: function* ({ uses: { index }, library }) {
    const found: Missing[] = [];
    for (const [at, { kind, text, line }] of index.tokens.entries()) {
      if (at % stretch === 0) yield;
      const open = index.within[at] ?? -1;
      const before = open >= 0 && textAt(index, open) === '(' ? textAt(index, open - 1) : textAt(index, at - 1);
      const name = kind === 'text' && before === 'import' ? text.slice(1, -1) : '';
      if (name !== '' && !library.packages.has(name)) found.push({ name, line });
    }
    return found;
  },
  rust: function* ({ uses: { index, declared }, library }) {
    const found: Missing[] = [];
    for (const [at, { text, line }] of index.tokens.entries()) {
      if (at % stretch === 0) yield;
      const isUse = text === 'use' && (beginsLine(index, at) || textAt(index, at - 1) !== '.');
      const name = isUse ? textAt(index, textAt(index, at + 1) === '::' ? at + 2 : at + 1) : '';
      const isRoot = /^[a-z_]\w*$/.test(name) && !/^(?:crate|self|super|pub)$/.test(name);
      if (isRoot && !library.packages.has(name) && !declared.has(name)) found.push({ name, line });
    }
    return found;
  },
  java: function* ({ uses: { index }, library }) {
    const found: Missing[] = [];
    for (const { parts, token } of yield* chainsOf(index, '.')) {
      const at = parts.findIndex(part => /^[A-Z]/.test(part));
      const name = parts.slice(0, at).join('.');
      if (at > 1 && /^(?:com|org|net|io|java|javax|jakarta|android|androidx|dev|kotlin)$/.test(parts[0] ?? ''))
        if (!library.packages.has(name)) found.push({ name, line: token.line });
    }
    return found;
  },
};

/** Behind `from`, `import`, `import(` and `require(`. */
function isSpecifier(index: CodeIndex, at: number): boolean {
  const before = textAt(index, at - 1);
  if (before === 'from' || before === 'import') return true;
  return before === '(' && /^(?:import|require)$/.test(textAt(index, at - 2)) && textAt(index, at - 3) !== '.';
}

/** `@scope/name` of `@scope/name/deep`; undefined: a file, an alias, an address, or a part of the platform. */
function packageOf(specifier: string): string | undefined {
  if (!/^(?:@[a-z\d-][\w.-]*\/)?[a-z\d-][\w.-]*(?:\/[\w./-]*)?$/i.test(specifier)) return undefined;
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}
