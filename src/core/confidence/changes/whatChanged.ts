import { answerCode, asksForRemoval, type Material } from '../evidence/assessor.ts';
import { isOverlong } from '../evidence/filledLines.ts';
import { isProse } from '../reading/languages.ts';
import { comparedBy } from '../reading/lexicons.ts';
import { codeTokens, type CodeToken } from '../reading/codeTokens.ts';
import type { Sign } from '../../model/answer.ts';
import type { Steps } from '../../shared/steps.ts';
import { changedRuns, type ChangedRun } from './changedRuns.ts';
import { changedTokens, takesInCondition } from './changedTokens.ts';
import { headsOf, type Head } from './heads.ts';
import { leftOut } from './leftOut.ts';
import type { TokenLine } from './linePairs.ts';
import { withRename } from './withRename.ts';

/** More facts than these nobody reads; the rest is counted. */
const mostFacts = 12;

/**
 * What an edit has changed that is easily overlooked in a diff, as facts beside it and no doubt: code, declarations and comments
 * that are gone, heads that differ, operators, literals, conditions, what is no more waited for, arguments in another order.
 * Doubt is what looks like code that was left out, or is other code. Line numbers are of the answer's code. Throws where there
 * are too many lines to be compared.
 */
export function* whatChanged(material: Material): Steps<readonly Sign[]> {
  const code = answerCode(material);
  const { code: before, language } = material.expects;
  const lexicon = comparedBy(language);
  if (code === undefined || !lexicon || isProse(language) || before.trim() === '') return [];
  if (isOverlong(before) || isOverlong(code)) throw new Error('too long to be compared'); // then it counts as not checked
  const written = yield* codeTokens(code, lexicon);
  const own = withRename(yield* codeTokens(before, lexicon), written);
  const runs = yield* changedRuns({ code: before, tokens: own }, { code, tokens: written });
  const heads = yield* headsOf(withoutComments(own));
  const after = yield* headsOf(withoutComments(written));
  const { instruction } = material;
  const doubts = asksForRemoval(instruction)
    ? []
    : [...leftOut(runs, language, code), ...otherCode(heads, written, instruction)];
  return [
    ...doubts,
    ...firstOf([...headChanges([heads, after], written), ...runs.flatMap(changesOf)]),
    { code: 'compared', weight: 'good', facts: {} },
  ];
}

/** What is gone is said first. */
function firstOf(found: readonly Sign[]): readonly Sign[] {
  const isGone = ({ code }: Sign): number => Number(code.endsWith('-gone'));
  const facts = found.toSorted((one, other) => isGone(other) - isGone(one));
  const count = facts.length - mostFacts;
  return [
    ...facts.slice(0, mostFacts),
    ...(count > 0 ? [{ code: 'more-changes', weight: 'fact', facts: { count } } as const] : []),
  ];
}

const withoutComments = (tokens: readonly CodeToken[]): readonly CodeToken[] =>
  tokens.filter(({ kind }) => kind !== 'comment');

function changesOf({ pairs, gone, come, moved, line }: ChangedRun): readonly Sign[] {
  const changes = pairs.flatMap(([one, other]) =>
    changedTokens(one.tokens, other.tokens)
      .filter(({ code }) => code !== 'condition-shorter' || !come.some(({ tokens }) => tokens.some(takesInCondition)))
      .map(({ code, facts }): Sign => ({ code, weight: 'fact', facts: { ...facts, line: other.number } })),
  );
  const turned = moved.find(({ text }) => text.endsWith(','));
  return [
    ...goneFrom(gone, come, line),
    ...changes,
    ...(turned ? [{ code: 'arguments-swapped', weight: 'fact', facts: { line: turned.number } } as const] : []),
  ];
}

/** Lines of code and of comments that are gone, as far as there are not as many in their place. */
function goneFrom(gone: readonly TokenLine[], come: readonly TokenLine[], line: number): readonly Sign[] {
  const less = (is: (own: TokenLine) => boolean): number => gone.filter(is).length - come.filter(is).length;
  const [code, comments] = [less(isCode), less(isWords)];
  return [
    ...(code > 0 ? [{ code: 'code-gone', weight: 'fact', facts: { lines: code, line } } as const] : []),
    ...(comments > 0 ? [{ code: 'comments-gone', weight: 'fact', facts: { lines: comments, line } } as const] : []),
  ];
}

const isCode = ({ tokens }: TokenLine): boolean => tokens.some(({ text }) => /\w/.test(text));
const isWords = ({ tokens, text }: TokenLine): boolean => tokens.length === 0 && /\p{L}/u.test(text);

/**
 * What the selection declares first is not in the answer, and nobody spoke of another name for it: it is other code, of the same
 * file or of none. Facts: the name.
 */
function otherCode(heads: readonly Head[], written: readonly CodeToken[], instruction: string): readonly Sign[] {
  const name = heads[0]?.name;
  if (name === undefined || written.some(({ text }) => text === name)) return [];
  if (instruction.includes(name) || (otherName.test(instruction) && !renamesAnother.test(instruction))) return [];
  return [{ code: 'other-code', weight: 'soft', facts: { name } }];
}

/** It says which name is to be another one, and that is not the one that is gone. */
const renamesAnother = /^\W{0,4}renam\w{0,4} [`'"]?[\w$.]+[`'"]? (?:to|into|as) /i;

const otherName =
  /\b(?:renam|nam(?:e|ing)|call it|convert|turn|migrat|split|replac|rewrit|inline|merg|umbenenn|nenn|renomm|nombr|rinomin)|переимен|重命名|改名|이름/i;

/** Declarations whose names, or some of them that share one, are gone, and heads that differ. */
function headChanges(
  [before, written]: readonly [readonly Head[], readonly Head[]],
  code: readonly CodeToken[],
): readonly Sign[] {
  const tokens = withoutComments(code);
  const kept = new Set(tokens.flatMap(({ text }, at) => (/^[=:]$/.test(tokens[at + 1]?.text ?? '') ? [text] : [])));
  const after = Map.groupBy(written, ({ name }) => name);
  return [...Map.groupBy(before, ({ name }) => name)].flatMap(([name, heads]): readonly Sign[] => {
    const gone: Sign = { code: 'declaration-gone', weight: 'fact', facts: { name } };
    const others = after.get(name) ?? [];
    if (others.length === 0) return kept.has(name) ? [] : [gone];
    const [own, now] = [textsOf(heads), textsOf(others)];
    if (heads.every(({ text }) => now.has(text))) return [];
    const changed = others.find(({ text }) => !own.has(text));
    return [changed ? { code: 'signature-changed', weight: 'fact', facts: { name, line: changed.line } } : gone];
  });
}

const textsOf = (heads: readonly Head[]): ReadonlySet<string> => new Set(heads.map(({ text }) => text));
