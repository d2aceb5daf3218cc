import type { CodeLines } from '../enclosing/codeLines.ts';
import type { Declaration } from './declared.ts';

const callable: readonly string[] = ['Function', 'Method', 'Constructor', 'Operator'];
const types: readonly string[] = ['Class', 'Interface', 'Struct', 'Enum'];

/** What else a language documents: at the top of a file, and in its classes. */
const more: Readonly<Record<string, { readonly top: readonly string[]; readonly inner: readonly string[] }>> = {
  script: { top: ['Variable', 'Constant'], inner: ['Property'] },
  python: { top: [], inner: ['Property', 'Field'] },
  go: { top: ['Variable', 'Constant', 'TypeParameter', 'Number', 'String', 'Array'], inner: [] },
  rust: { top: ['Variable', 'Constant', 'TypeParameter', 'Module'], inner: [] },
  csharp: { top: [], inner: ['Property', 'Event'] },
  kotlin: { top: ['Object'], inner: ['Object'] },
  scala: { top: ['Object'], inner: ['Object'] },
  ruby: { top: ['Module'], inner: ['Module'] },
};

const none = { top: [], inner: [] };

/** Is it of the kinds that are documented, each for itself? Fields and members of enumerations are not. */
export function isListed({ symbol, container, before, head, last }: Declaration, code: CodeLines): boolean {
  const { family } = code;
  const isInner = container !== undefined && !['Module', 'Namespace', 'Package'].includes(container.symbol.kind);
  const { top, inner } = more[family] ?? none;
  if (![...callable, ...types, ...(isInner ? inner : top)].includes(symbol.kind)) return false;
  if (family === 'script' && symbol.kind === 'Property') return /\b(?:get|set)[ \t]+$/.test(before);
  return family !== 'c' || !types.includes(symbol.kind) || !isAnnounced(code, head, last);
}

/** `class Cart;` says only that there is one. */
const isAnnounced = ({ codeLines }: CodeLines, head: number, last: number): boolean =>
  head === last && /^[^{]*;\s*$/.test((codeLines[head] ?? '').slice(0, 1_000));

/** Is what it declares looked at as well? Not what is declared in a function, or in Go, where nothing of it is documented. */
export function holdsMembers({ symbol: { kind } }: Declaration, family: string): boolean {
  if (family === 'go') return false;
  return [...types, 'Module', 'Namespace', 'Package', 'Object'].includes(kind);
}
