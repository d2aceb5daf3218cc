import { answerCode, type Material } from '../evidence/assessor.ts';
import { familyOf } from '../reading/languages.ts';
import { lexiconOf } from '../reading/lexicons.ts';
import type { Sign, SignCode } from '../../model/answer.ts';
import type { Steps } from '../../shared/steps.ts';
import { cppGrammar, javaGrammar } from './grammars/curly.ts';
import { goGrammar } from './grammars/go.ts';
import { pythonGrammar } from './grammars/python.ts';
import { rustGrammar } from './grammars/rust.ts';
import { scriptGrammar } from './grammars/script.ts';
import type { Grammar } from './grammars/grammar.ts';
import { importedIn } from './importedIn.ts';
import { inventedMembers } from './inventedMembers.ts';
import type { NameSearch, Missing } from './nameSearch.ts';
import { nameUses, type NameUses } from './nameUses.ts';
import { visibleAround } from './visibleAround.ts';
import { wordsOfTexts } from './wordsOfTexts.ts';
import { unknownPackages } from './unknownPackages.ts';

const grammars: Readonly<Record<string, Grammar>> = {
  script: scriptGrammar,
  python: pythonGrammar,
  go: goGrammar,
  rust: rustGrammar,
  java: javaGrammar,
  c: cppGrammar,
};

/** So many are named in a sentence. */
const mostShown = 3;

/**
 * Names that an edit takes and that are neither in the file nor in the language, members that the language's own library does not
 * have, and packages that cannot be imported. A doubt where file and library decide. A name that is new to the file may only want an
 * import, as every fifth real change of a function does: a fact, unless there is such a doubt. Facts, too, where names come from other
 * files of the same package, and where nobody knows what is installed. Facts: the first of them, how many, and the line of the first.
 */
export function* namesFound(material: Material): Steps<readonly Sign[]> {
  const code = answerCode(material);
  const { expects, names } = material;
  const family = familyOf(expects.language) ?? '';
  const [grammar, lexicon] = [grammars[family], lexiconOf(expects.language)];
  if (code === undefined || !names || !grammar || !lexicon) return [];
  const { known, library } = names;
  const around = `${known.before}\n${known.after}`;
  const imports = importedIn(family, `${around}\n${expects.code}`);
  const uses = yield* nameUses(withoutEntities(code, family), lexicon, grammar);
  const looked: NameSearch = { uses, family, library, around, replaced: expects.code, imports };
  const packages = yield* unknownPackages(looked);
  const members = yield* inventedMembers(looked);
  const own = yield* nameUses(withoutEntities(expects.code, family), lexicon, grammar);
  const free = yield* freeNames(material, looked, own);
  const isUnsure = free.some(({ name }) => own.declared.has(name)) || members.length > 0;
  const others = isUnsure ? yield* nameUses(around, lexicon, grammar) : undefined;
  const signs = signsOf({ packages, members, free, own, others }, material, looked);
  const isLookedUp = signs.length === 0 && (uses.free.size > 0 || uses.declared.size > 0);
  return isLookedUp ? [{ code: 'names-found', weight: 'good', facts: {} }] : signs;
}

/** Among elements `&nbsp;` is a sign and no name. */
const withoutEntities = (code: string, family: string): string =>
  family === 'script' ? code.replace(/&[a-z]{2,10};/gi, ' ') : code;

interface Found {
  readonly packages: readonly Missing[];
  readonly members: readonly Missing[];
  readonly free: readonly Missing[];
  /** Of the code that is replaced, and of the rest of its file where that decides. */
  readonly own: NameUses;
  readonly others: NameUses | undefined;
}

function signsOf(
  { packages, members, free, own, others }: Found,
  { expects, names }: Material,
  { family, around }: NameSearch,
): readonly Sign[] {
  const known = names?.known;
  const installed = known?.packages;
  const place = { lines: around.split('\n'), linesBefore: (known?.before ?? '').split('\n').length };
  const visible = others && visibleAround({ ...place, uses: others, code: expects.code });
  const weight = decides(family) ? 'soft' : 'fact';
  const isLost = ({ name }: Missing): boolean => own.declared.has(name) && visible?.has(name) !== true;
  const isNew = (each: Missing): boolean => !own.declared.has(each.name) && !isRootOf(packages, each);
  const doubted = [
    ...signOf('names-lost', free.filter(isLost), weight),
    ...signOf(
      'members-missing',
      members.filter(({ owner = '' }) => others?.declared.has(owner) !== true),
      weight,
    ),
    ...signOf(
      'packages-missing',
      packages.filter(({ name }) => installed?.has(name) !== true),
      installed && installed.isPartial !== true ? 'soft' : 'fact',
    ),
  ];
  const isDoubted = doubted.some(sign => sign.weight === 'soft'); // what invents one thing may have invented others
  return [...signOf('names-missing', free.filter(isNew), isDoubted ? 'soft' : 'fact'), ...doubted];
}

const isRootOf = (packages: readonly Missing[], { name }: Missing): boolean =>
  packages.some(each => each.name.startsWith(`${name}.`));

function signOf(code: SignCode, missing: readonly Missing[], weight: Sign['weight']): readonly Sign[] {
  const [first] = missing;
  if (!first) return [];
  const names = missing.slice(0, mostShown).map(({ name }) => name);
  return [{ code, weight, facts: { names: names.join(', '), count: missing.length, line: first.line } }];
}

/** In these languages a name stands in its file, or it is none. */
const decides = (family: string): boolean => family === 'script' || family === 'python';

/**
 * Names that are read in the answer and neither declared in it, nor in the language, nor taken from elsewhere before; of those that the
 * code has not declared before, only what stands neither in the file nor in what was said.
 */
function* freeNames(
  { expects, sent = [], instruction }: Material,
  { uses, library, around, imports }: NameSearch,
  own: NameUses,
): Steps<readonly Missing[]> {
  const placeholders = new Set(expects.placeholders?.names);
  const wildcards = [...imports].filter(each => each.endsWith('.*')).map(each => library.membersOf(each.slice(0, -2)));
  const isOfWildcard = (name: string): boolean =>
    /^\p{Lu}/u.test(name) && wildcards.some(classes => classes === undefined || classes.has(name));
  const isCandidate = (name: string): boolean =>
    !library.globals.has(name) && !own.free.has(name) && !placeholders.has(name) && !isOfWildcard(name);
  const free = [...uses.free].filter(([name]) => isCandidate(name)).map(([name, { line }]) => ({ name, line }));
  if (free.every(({ name }) => own.declared.has(name))) return free;
  const words = yield* wordsOfTexts([around, instruction, ...sent]);
  return free.filter(({ name }) => own.declared.has(name) || !words.has(name));
}
