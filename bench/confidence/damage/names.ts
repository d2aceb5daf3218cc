import { oneOf, type Chance } from '../code/chance.ts';
import { languageOf, type LanguageId } from '../code/languages.ts';
import { bodyOf, inserted } from '../code/statements.ts';
import { endOf, replaced, type Token } from '../code/token.ts';
import type { DamageRule, Damaging } from './damage.ts';
import { inventedImports, inventedMembers } from './inventions.ts';

/** Names that none of the packages has. */
const unknownNames = {
  camel: ['resolvedEntries', 'pendingBatch', 'cachedOutcome', 'normalisedInput', 'activeSession', 'derivedTotals'],
  snake: [
    'resolved_entries',
    'pending_batch',
    'cached_outcome',
    'normalised_input',
    'active_session',
    'derived_totals',
  ],
} as const;
const unknownHelpers = {
  camel: ['ensureValidState', 'applyDefaultsTo', 'sanitiseOutcome', 'coerceToExpected', 'finaliseResult'],
  snake: ['ensure_valid_state', 'apply_defaults_to', 'sanitise_outcome', 'coerce_to_expected', 'finalise_result'],
} as const;

/** One of them that stands nowhere in the file. */
function unknownOf(names: typeof unknownNames | typeof unknownHelpers, { edit, chance }: Damaging): string | undefined {
  const { before, after, language } = edit.unit;
  const free = names[languageOf(language).names].filter(name => !(before + edit.code + after).includes(name));
  return oneOf(free, chance);
}

const keywords = new Set(
  'if else for while do switch case return break continue const let var function class new this self super null nil None true false True False undefined void typeof instanceof in of not and or is async await try catch except finally raise throw import from export def lambda with as pass yield fn mut pub impl match loop move ref use mod where struct enum trait func go defer select range type interface map chan package int long boolean char float double String static final public private protected auto size_t template typename namespace using extends implements delete default any string number unknown never object Self Some None Ok Err usize u8 u32 i32 bool str error byte'.split(
    ' ',
  ),
);

/** Names that are read: operands that are neither declared nor called here, nor members. */
function operands(tokens: readonly Token[], from: number): readonly Token[] {
  return tokens.filter(({ kind, text, at }, index) => {
    const [before, after] = [tokens[index - 1], tokens[index + 1]?.text ?? ''];
    if (kind !== 'word' || keywords.has(text) || at < from || !before || before.kind === 'comment') return false;
    const isRead = /^(?:return|\(|,|=|==|===|!=|!==|\+|&&|\|\||<=|>=|and|or|not|in|if|:=|!)$/.test(before.text);
    const isWhole = /^(?:\)|,|;|\.|\?\.|==|===|!=|!==|\+|&&|\|\||<=|>=|and|or|\[)$/.test(after);
    const isListed = /^[(,]$/.test(before.text); // a parameter, unless it is used elsewhere, might be unused
    return isRead && isWhole && (!isListed || tokens.filter(other => other.text === text).length > 1);
  });
}

/** Where the body begins: names before are parameters. */
function bodyStart({ edit }: Damaging): number | undefined {
  const body = bodyOf(edit.code, edit.unit.language);
  return body && edit.code.split('\n').slice(0, body.from).join('\n').length;
}

/** A name is read that is declared nowhere. */
export const undefinedName: DamageRule = damaging => {
  const { edit, tokens, chance } = damaging;
  const from = bodyStart(damaging);
  const token = from === undefined ? undefined : oneOf(operandsInCode(tokens, from), chance);
  const name = unknownOf(unknownNames, damaging);
  return token && name !== undefined
    ? { code: replaced(edit.code, { at: token.at, to: endOf(token), by: name }) }
    : undefined;
};

/** In a call of Python what stands before `=` is a parameter's name; `operands` leaves it out by what follows. */
const operandsInCode = (tokens: readonly Token[], from: number): readonly Token[] =>
  operands(
    tokens.filter(({ kind }) => kind !== 'comment'),
    from,
  );

/** A value goes through a function that there is not. */
export const undefinedHelper: DamageRule = damaging => {
  const { edit, chance } = damaging;
  const helper = unknownOf(unknownHelpers, damaging);
  const { end } = languageOf(edit.unit.language);
  const lines = edit.code.split('\n');
  const pattern = new RegExp(`^(\\s+(?:return|(?:const|let|var|final|auto)? ?\\w+ :?=) )([^,{}=]+[^,{}(=\\s])${end}$`);
  const found = lines.flatMap((line, at) => {
    const [, head, value] = pattern.exec(line) ?? [];
    return head !== undefined && value !== undefined ? [{ at, head, value }] : [];
  });
  const place = oneOf(found, chance);
  if (helper === undefined) return undefined;
  if (place) return { code: lines.with(place.at, `${place.head}${helper}(${place.value})${end}`).join('\n') };
  return withStatement(damaging, `${helper}()${end}`);
};

/** A statement of its own, before one of the body. */
export function withStatement({ edit, tokens, chance }: Damaging, line: string): { readonly code: string } | undefined {
  const body = bodyOf(edit.code, edit.unit.language);
  const starts = edit.code
    .split('\n')
    .reduce<number[]>((all, own) => [...all, (all.at(-1) ?? 0) + own.length + 1], [0]);
  const isInText = (at: number): boolean => tokens.some(token => token.at < at && endOf(token) > at);
  const statements = body?.statements.filter(({ from }) => !isInText(starts[from] ?? 0)) ?? []; // a docstring has lines, too
  const statement = oneOf(statements.slice(1), chance) ?? statements[0];
  return body && statement && { code: inserted(edit.code, statement.from, [body.indent + line]) };
}

/** The statement that keeps a value under a name. */
export function keeping(id: LanguageId, name: string, value: string): string {
  const { end } = languageOf(id);
  const head: Readonly<Record<LanguageId, string>> = {
    typescript: `const ${name} = `,
    typescriptreact: `const ${name} = `,
    javascript: `const ${name} = `,
    python: `${name} = `,
    go: `${name} := `,
    rust: `let ${name} = `,
    java: `var ${name} = `,
    cpp: `auto ${name} = `,
  };
  return head[id] + value + end;
}

/** Is what stands before the point there in the file? */
function isAtHand({ edit }: Damaging, member: string): boolean {
  const { language, before, after } = edit.unit;
  const [module = ''] = member.split('.', 1);
  if (language === 'go') return before.includes(`"${module}"`);
  if (language !== 'python' || /^(?:dict|list|str|int)$/.test(module)) return true;
  return new RegExp(`^import ${module}$`, 'm').test(before + edit.code + after);
}

/** Calls what the standard library does not have. */
export const inventedMember: DamageRule = damaging => {
  const { edit, chance } = damaging;
  const member = oneOf(
    inventedMembers[edit.unit.language].filter(own => isAtHand(damaging, own)),
    chance,
  );
  return member === undefined ? undefined : withStatement(damaging, keeping(edit.unit.language, 'prepared', member));
};

const scriptImports = (chance: Chance): readonly string[] => {
  const name = oneOf(['fast-retry-helpers', 'lodash-extra-utils', '@acme/result-tools', 'safe-json-toolkit'], chance);
  return [`const { withRetry } = require('${name ?? ''}');`, `const tools = await import('${name ?? ''}');`];
};
/** Takes from a package, or a module, that is not there. */
export const inventedImport: DamageRule = damaging => {
  const { edit, tokens, chance } = damaging;
  const { language } = edit.unit;
  const [required = '', awaited = ''] = scriptImports(chance);
  const isAsync = tokens[0]?.text === 'async' || tokens[1]?.text === 'async';
  if (!(language in inventedImports)) return withStatement(damaging, isAsync ? awaited : required);
  const line = oneOf(inventedImports[language] ?? [], chance) ?? '';
  const isStatement = /^(?:from|import|use) /.test(line);
  return withStatement(damaging, isStatement ? line : keeping(language, 'supplied', line));
};
