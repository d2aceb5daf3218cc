import { codeTokens, type CodeToken } from '../reading/codeTokens.ts';
import type { Lexicon } from '../reading/lexicons.ts';
import type { Steps } from '../../shared/steps.ts';
import { beginsLine, codeIndex, stretch, textAt, type CodeIndex } from './grammars/codeIndex.ts';
import type { Grammar } from './grammars/grammar.ts';

/** What a code does with names. */
export interface NameUses {
  readonly index: CodeIndex;
  /** Declared anywhere in it, whatever their scope. */
  readonly declared: ReadonlySet<string>;
  /** The indexes of the tokens that declare them. */
  readonly declaring: readonly number[];
  /** Read or called, and not declared anywhere in it; in order, the first of each. */
  readonly free: ReadonlyMap<string, CodeToken>;
}

/** The names that a code declares, and those that it takes from elsewhere. In doubt a name is none. In time that grows with the code. */
export function* nameUses(code: string, lexicon: Lexicon, grammar: Grammar): Steps<NameUses> {
  const index = yield* codeIndex(programIn(yield* codeTokens(code, lexicon), grammar));
  const declaring: number[] = [];
  for (const at of index.tokens.keys()) {
    if (at % stretch === 0) yield;
    for (const named of grammar.declaredAt(index, at)) declaring.push(named);
  }
  const declared = new Set(declaring.map(at => textAt(index, at)));
  const free = new Map<string, CodeToken>();
  for (const [at, token] of index.tokens.entries()) {
    if (at % stretch === 0) yield;
    const isNew = token.kind === 'word' && !declared.has(token.text) && !free.has(token.text);
    if (isNew && isRead(index, at, grammar)) free.set(token.text, token);
  }
  return { index, declared, declaring, free };
}

/** Its tokens without comments and, where there are such, without lines of the preprocessor. */
function programIn(tokens: readonly CodeToken[], { hasDirectives = false }: Grammar): readonly CodeToken[] {
  let [line, isDirective] = [0, false];
  return tokens.filter(token => {
    if (token.line !== line) isDirective = hasDirectives && token.text === '#';
    line = token.line;
    return token.kind !== 'comment' && !isDirective;
  });
}

/** Signs behind which an expression may begin. */
const begins =
  /^(?:[=([{,;:?!@~^&|<>+\-*/%]|=>|->|:=|\.\.\.|\.\.|[-+*/%&|^]=|[=!<>]=|===|!==|&&|\|\||\?\?|<<|>>>|\*\*|\+\+|--)$/;
/** Signs that may follow a name that is read. */
const goesOn =
  /^(?:[.([)\]},;:?!^&|<>+\-*/%]|\?\.|::|->|=>|\.\.\.|\.\.|[-+*/%&|^]=|[=!<>]=|===|!==|&&|\|\||\?\?|<<|>>>|\*\*|\+\+|--|\{)$/;

/** Does a word stand where its value is taken, by what stands around it? */
function isRead(index: CodeIndex, at: number, grammar: Grammar): boolean {
  const { tokens } = index;
  const word = tokens[at]?.text ?? '';
  if (grammar.keywords.has(word) || word.startsWith('$') || word === '_') return false;
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (before && grammar.members.has(before.text) && before.kind === 'sign') return false;
  const isLed = before?.text === '<' || leadsWell(after, tokens[at], grammar); // attributes follow an element
  return isLed && followsWell(index, at, grammar) && !grammar.isNoRead(index, at);
}

function followsWell(index: CodeIndex, at: number, grammar: Grammar): boolean {
  const [before, after] = [index.tokens[at - 1], index.tokens[at + 1]?.text ?? ''];
  if (!before) return true;
  if (before.kind === 'word') return grammar.leading.has(before.text) || startsCall(index, at, after);
  if (before.kind === 'sign' && begins.test(before.text)) return true;
  return startsCall(index, at, after);
}

/** A statement that begins with a call or a member, on a line of its own. */
const startsCall = (index: CodeIndex, at: number, after: string): boolean =>
  beginsLine(index, at) && /^(?:[(.]|\?\.|::|->)$/.test(after);

function leadsWell(after: CodeToken | undefined, own: CodeToken | undefined, grammar: Grammar): boolean {
  if (!after || after.line !== own?.line) return true;
  if (after.kind === 'word') return grammar.trailing.has(after.text);
  return after.kind === 'sign' && goesOn.test(after.text);
}
