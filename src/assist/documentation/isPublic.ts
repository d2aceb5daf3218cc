import type { AccessSections } from './accessSections.ts';
import type { Declaration } from './declared.ts';
import type { PublicNames } from './publicNames.ts';

/** What is known of the surroundings of a declaration. */
export interface KnownAround {
  readonly family: string;
  readonly names: PublicNames;
  /** Of the class that it is in; undefined: it is in none. */
  readonly sections: AccessSections | undefined;
  /** Types of the same file that others cannot use. */
  readonly hidden: ReadonlySet<string>;
}

/** May others than its file, or its class, use it? What only overrides something else is documented there. */
export function isPublic(declaration: Declaration, around: KnownAround): boolean {
  return (rules[around.family] ?? byUnderscore)(declaration, around);
}

type Rule = (declaration: Declaration, around: KnownAround) => boolean;

/** A class or the like, as opposed to a file or a namespace. */
const isMember = ({ container }: Declaration): boolean =>
  container !== undefined && !['Module', 'Namespace', 'Package'].includes(container.symbol.kind);

const byUnderscore: Rule = ({ symbol: { name } }) => !name.startsWith('_');

/** Not with these words before its name. */
const without =
  (words: RegExp): Rule =>
  ({ before, lead, symbol: { name } }) =>
    !words.test(before) && !/@(?:[\w.]+\.)?[Oo]verride\b|#\[\\?Override\]/.test(lead) && !name.startsWith('__');

const overridden = /(?:^|\s)@(?:\w+\.)*(?:overload|override|\w+\.(?:setter|deleter))\b/;

const script: Rule = (declaration, { names }) => {
  const { before, container, symbol } = declaration;
  if (isMember(declaration)) return !/\b(?:private|protected|override)\b/.test(before) && !/^[#_]/.test(symbol.name);
  const isAmbient = /\bdeclare\b/.test(container?.before ?? '') || /\bdeclare\s+(?:module\s+)?$/.test(before);
  if (isAmbient || /\bexports?\b/.test(before)) return true;
  if (container !== undefined || !/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(symbol.name)) return false; // also what is handed to a call
  return names.listed.has(symbol.name) || (!names.isModule && !['Variable', 'Constant'].includes(symbol.kind));
};

const python: Rule = (declaration, { names }) => {
  const { lead, symbol } = declaration;
  if (overridden.test(lead) || !/(?:^|\n)[ \t]*(?:async[ \t]+def|def|class)\b[^\n]*$/.test(lead)) return false;
  if (declaration.container === undefined && (names.isWhole || names.listed.has(symbol.name)))
    return names.listed.has(symbol.name);
  return !symbol.name.startsWith('_');
};

/** gopls calls a method `(*Server).Start`: its type has to be public as well. */
const go: Rule = ({ symbol: { name } }) => {
  const parts = name
    .replace(/[()*]/g, '')
    .replace(/\[[^[\]]*\]/g, '')
    .split('.');
  return parts.every(part => /^\p{Lu}/u.test(part));
};

const rust: Rule = (declaration, { hidden }) => {
  const { before, lead, container, symbol } = declaration;
  if (/#\[(?:cfg\(test\)|doc\(hidden\))/.test(lead)) return false;
  if (symbol.kind === 'Object') return !hidden.has(typeOf(symbol.name));
  if (/\bmacro_rules!/.test(before)) return lead.includes('#[macro_export');
  return container?.symbol.kind === 'Interface' || /\bpub\b(?!\s*\()/.test(before);
};

/** What an `impl` is of: `impl<T> Stack<T>`. */
const typeOf = (name: string): string => /^(?:impl(?:<.*?>)?\s+)?(?:\w+::)*(\w+)/.exec(name)?.[1] ?? name;

const c: Rule = ({ lead, symbol }, { sections }) => {
  const { name } = symbol;
  if (name.startsWith('~') || name.includes('(anonymous') || name === '') return false;
  if (/\boverride\b|=\s*delete\b|\bfriend\b/.test(lead)) return false;
  return sections?.isOpenAt(symbol.nameLine) ?? true;
};

const csharp: Rule = declaration => {
  const { before, container } = declaration;
  if (/\b(?:private|override|file|internal)\b/.test(before)) return false;
  const isOpen = !isMember(declaration) || container?.symbol.kind === 'Interface';
  return isOpen || /\b(?:public|protected)\b/.test(before);
};

const ruby: Rule = ({ before, symbol }, { sections }) =>
  !symbol.name.startsWith('_') && !/\bprivate\b/.test(before) && (sections?.isOpenAt(symbol.nameLine) ?? true);

const rules: Readonly<Record<string, Rule>> = {
  script,
  python,
  go,
  rust,
  c,
  csharp,
  ruby,
  java: without(/\bprivate\b/),
  kotlin: without(/\b(?:private|internal|override)\b/),
  scala: without(/\b(?:private|protected|override)\b/),
  swift: without(/\b(?:private|fileprivate|override)\b/),
  php: without(/\b(?:private|protected)\b/),
  dart: (declaration, around) => byUnderscore(declaration, around) && without(/\boverride\b/)(declaration, around),
};
