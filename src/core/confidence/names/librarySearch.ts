import type { NameChain } from './chains.ts';
import { textAt } from './grammars/codeIndex.ts';
import type { NameSearch } from './nameSearch.ts';

/** A member that a table of the library does not have. */
export interface NotInTable {
  /** As it is shown. */
  readonly owner: string;
  readonly member: string;
  /** The name that would be another's, if the code or its file declared it. */
  readonly name?: string;
  /** The same, of a type that is imported like others. */
  readonly type?: string;
}

type Search = (looked: NameSearch, chain: NameChain) => NotInTable | undefined;

/** Looks for members of the library in what is known of it; undefined: it is there, or nothing is known of its owner. */
export const searches: Readonly<Record<string, Search>> = {
  script: ({ library }, { parts }) => {
    const [owner = '', member = ''] = parts;
    const members = library.membersOfType(owner);
    return !members || members.has(member) || ofEveryFunction.has(member) ? undefined : { owner, member, name: owner };
  },
  python,
  go: ({ library, imports }, { parts }) => {
    const [owner = '', member = ''] = parts;
    if (!/^[A-Z]/.test(member)) return undefined;
    const known = pathsTo(owner, imports).map(path => library.membersOf(path));
    const isMissing = known.length > 0 && known.every(members => members && !members.has(member));
    return isMissing ? { owner, member, name: owner } : undefined;
  },
  rust,
  java,
  c: ({ library }, { parts }) => {
    const [owner = '', member = ''] = parts;
    const isThere = library.membersOf('std')?.has(member) === true || /^_|_v$|_t$/.test(member);
    return owner === 'std' && !isThere ? { owner, member } : undefined;
  },
};

const ofEveryFunction = new Set(
  [
    'call',
    'apply',
    'bind',
    'name',
    'length',
    'prototype',
    'toString',
    'constructor',
    'hasOwnProperty',
    'valueOf',
  ].concat(['isPrototypeOf', 'propertyIsEnumerable', 'toLocaleString', 'caller', 'arguments', '__proto__']),
);

/** What Go's code calls a package is the end of its path, most often. */
const endings = new WeakMap<ReadonlySet<string>, Map<string, string[]>>();

function pathsTo(owner: string, imports: ReadonlySet<string>): readonly string[] {
  let byEnd = endings.get(imports);
  if (!byEnd) {
    byEnd = Map.groupBy(imports, path => path.split('/').at(-1) ?? '');
    endings.set(imports, byEnd);
  }
  return byEnd.get(owner) ?? [];
}

/** Modules that are imported by their own name, and types that every code has. */
function python({ library, imports, uses }: NameSearch, { parts, end }: NameChain): NotInTable | undefined {
  const [first = '', second = ''] = parts;
  const members = library.membersOfType(first);
  if (members) {
    const isThere = members.has(second) || second.startsWith('_') || textAt(uses.index, end) !== '(';
    return isThere ? undefined : { owner: first, member: second };
  }
  if (!library.packages.has(first) || !imports.has(first)) return undefined;
  for (let length = parts.length - 1; length > 0; length -= 1) {
    const owner = parts.slice(0, length).join('.');
    const own = library.membersOf(owner);
    const member = parts[length] ?? '';
    if (own) return isInModule(own, member) || library.membersOf(`${owner}.${member}`) ? undefined : { owner, member };
  }
  return undefined;
}

/** Constants, and what is private, come and go with systems and versions. */
export const isInModule = (members: ReadonlySet<string>, name: string): boolean =>
  members.has(name) || name.startsWith('_') || /^[A-Z][A-Z\d_]*$/.test(name);

/** Modules of `std`, `core` and `alloc`, and types of the prelude. */
function rust({ library, imports }: NameSearch, { parts }: NameChain): NotInTable | undefined {
  const [first = ''] = parts;
  const isStd = /^(?:std|core|alloc)$/.test(first);
  const path = isStd ? ['std', ...parts.slice(1)] : imports.has(first) ? ['std', ...parts] : parts;
  for (let at = 1; at < path.length; at += 1) {
    const [type = '', member = ''] = [path[at - 1], path[at]];
    const isType = /^[A-Z]/.test(type) || path[0] !== 'std';
    const members = isType ? library.membersOfType(typeOf(type)) : library.membersOf(path.slice(0, at).join('::'));
    if (!members) continue;
    const isLater = library.membersOf('*later')?.has(member) === true;
    const isKnown = members.has(member) || isLater || (isType && /^[A-Z]/.test(member));
    if (!isKnown) return { owner: parts.slice(0, Math.max(1, parts.indexOf(member))).join('::'), member, type };
  }
  return undefined;
}

/** All integers have the same, and both floats. */
const typeOf = (type: string): string =>
  /^[iu](?:8|16|32|64|128|size)$/.test(type) ? 'u32' : type === 'f32' ? 'f64' : type;

/** Classes of `java.…` packages, and static members of classes that are known. */
function java({ library, imports }: NameSearch, { parts }: NameChain): NotInTable | undefined {
  const at = parts.findIndex(part => /^[A-Z]/.test(part));
  const [owner = '', member = ''] = at < 0 ? [] : [parts[at], parts[at + 1]];
  const inPackage = parts.slice(0, Math.max(0, at)).join('.');
  const classes = at > 1 ? library.membersOf(inPackage) : undefined;
  if (classes && !classes.has(owner)) return { owner: inPackage, member: owner };
  if (member === '' || /^[A-Z][A-Z\d_]*$/.test(member) || /^(?:class|this|super)$/.test(member)) return undefined;
  const members = at === 0 || classes ? library.membersOfType(owner) : undefined;
  const isOfLibrary = classes !== undefined || library.globals.has(owner) || isImported(imports, owner);
  return !members || members.has(member) || !isOfLibrary ? undefined : { owner, member, name: owner };
}

const javaPackages = ['java.util', 'java.nio.file', 'java.time', 'java.util.concurrent', 'java.util.stream'].concat([
  'java.util.function',
  'java.nio.charset',
  'java.math',
  'java.lang',
]);

const isImported = (imports: ReadonlySet<string>, owner: string): boolean =>
  javaPackages.some(name => imports.has(`${name}.${owner}`) || imports.has(`${name}.*`));
