import { formsOf, type NameRules, type PathFault, faultOf } from './pathForm.ts';
import { pathPattern, type PathPattern } from './pathPattern.ts';
import { acrossWorktrees, neverWritten, type NeverReason } from './neverWritten.ts';
import { alikeOnly, type Reader, writtenWhenConfirmed } from './writtenWhenConfirmed.ts';

/** What may be done to a file of this path. */
export type PathRule =
  | { readonly kind: 'free' }
  /** Written after a question that says what may run. */
  | { readonly kind: 'asked'; readonly reader: Reader }
  | { readonly kind: 'never'; readonly because: NeverReason }
  | { readonly kind: 'untold'; readonly fault: PathFault };

/**
 * Judges by the path alone, the strictest of all that a file system may take it for. Whether it leads where it says is
 * another matter: the guard asks once more with the real path.
 */
export function judgePath(path: string, rules: NameRules): PathRule {
  const fault = faultOf(path, rules);
  if (fault) return { kind: 'untold', fault };
  const spelled = formsOf(path).map(acrossWorktrees);
  const forms = spelled.flat();
  const because = firstOf(never, forms);
  if (because) return { kind: 'never', because };
  if (spelled.every(parts => isHarmless(parts.at(-1) ?? []))) return { kind: 'free' };
  const reader = firstOf(asked, forms);
  return reader ? { kind: 'asked', reader } : { kind: 'free' };
}

/** The stricter of two rules; of equally strict ones the first. */
export function stricter(one: PathRule, other: PathRule): PathRule {
  return strictness[other.kind] > strictness[one.kind] ? other : one;
}

const strictness: Readonly<Record<PathRule['kind'], number>> = { free: 0, asked: 1, never: 2, untold: 3 };

type Table<Name extends string> = readonly (readonly [Name, readonly PathPattern[]])[];

const tableOf = <Name extends string>(lists: Readonly<Record<Name, readonly string[]>>): Table<Name> =>
  (Object.keys(lists) as Name[]).map(name => [name, lists[name].map(pathPattern)]);

const never = tableOf(neverWritten);
const asked = tableOf(writtenWhenConfirmed);
const harmless = alikeOnly.map(pathPattern);

const isHarmless = (form: readonly string[]): boolean => harmless.some(matches => matches(form));

function firstOf<Name extends string>(table: Table<Name>, forms: readonly (readonly string[])[]): Name | undefined {
  return table.find(([, patterns]) => forms.some(form => patterns.some(matches => matches(form))))?.[0];
}
